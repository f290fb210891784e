import { GOVERNMENT_ITEMS } from '../../src/standard/government-items';
import { QUALITY_ITEMS } from '../../src/standard/quality-items';
import { blanksOf } from '../../src/standard/form-item';
import type { FormItem } from '../../src/standard/form-item';
import { VETO_ITEMS } from '../../src/standard/veto-items';
import type { CellContent } from '../../src/workbook/source';
import type { MemorySheet } from './memory-source';

/** Values by `item.blank`; null leaves the blank open, what is not named takes its usual value. */
export type ItemCells = Readonly<Record<string, CellContent>>;

function itemSheet(name: string, items: readonly FormItem[], cells: ItemCells): MemorySheet {
  const rows = items.flatMap((item) =>
    blanksOf(item).map((blank, index): readonly CellContent[] => {
      const key = `${item.number}.${blank.key}`;
      return [
        index === 0 ? item.number : null,
        index === 0 ? item.name.zh : null,
        blank.label.zh,
        key in cells ? cells[key] : blank.example,
        blank.unit,
        null,
      ];
    }),
  );
  return { name, rows: [['条目', '指标', '填报项', '填报值', '单位', '说明'], ...rows] };
}

/** 政府保障 with every item met, but for the cells given. */
export function governmentSheet(cells: ItemCells = {}): MemorySheet {
  return itemSheet('政府保障', GOVERNMENT_ITEMS, cells);
}

/** 教育质量 with every item met, but for the cells given. */
export function qualitySheet(cells: ItemCells = {}): MemorySheet {
  return itemSheet('教育质量', QUALITY_ITEMS, cells);
}

/** 社会认可度 of two rows, satisfied beyond the bound. */
export function surveySheet(
  rows: readonly (readonly CellContent[])[] = [
    ['计', 1200, 1100, 1050, 200, 192],
    ['其中家长', 600, 560, 540, 100, 97],
  ],
): MemorySheet {
  return {
    name: '社会认可度',
    rows: [['群体', '发放问卷', '有效问卷', '满意问卷', '走访人数', '走访满意人数'], ...rows],
  };
}

/** 一票否决 in which nothing exists, but for the answers given by number. */
export function vetoSheet(answers: Readonly<Record<number, CellContent>> = {}): MemorySheet {
  return {
    name: '一票否决',
    rows: [
      ['事项', '是否存在', '说明'],
      ...VETO_ITEMS.map(({ number, name }) => [
        name.zh,
        number in answers ? answers[number] : '否',
        null,
      ]),
    ],
  };
}
