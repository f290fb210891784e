import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { School } from '../../src/assessment/school';
import { CN_2017 } from '../../src/standard/cn-2017';
import { QUANTITIES } from '../../src/standard/quantities';
import { SCHOOL_COLUMNS, headingWithUnit } from '../../src/workbook/columns';
import type { SchoolColumn } from '../../src/workbook/columns';
import { findSchoolSheets } from '../../src/workbook/find-school-sheets';
import { readSchools } from '../../src/workbook/read-schools';
import type { CellContent, CellRange } from '../../src/workbook/source';
import { MemorySource } from './memory-source';
import type { MemorySheet } from './memory-source';
import { GOOD_JUNIOR, GOOD_PRIMARY, schoolSheet } from './school-sheet';

const SCHOOLS = [
  GOOD_PRIMARY,
  GOOD_JUNIOR,
  {
    ...GOOD_PRIMARY,
    ...GOOD_JUNIOR,
    学校标识码: '3141000003',
    学校名称: '东街学校',
    办学类型: '九年一贯制学校',
    小学在校生数: '４００',
  },
];

const STAGE_WORDS = { primary: '小学', junior: '初中', senior: '高中' } as const;

async function read(sheet: MemorySheet): Promise<unknown> {
  const source = new MemorySource([sheet]);
  const { sheets, unusable } = findSchoolSheets(await source.heads(), CN_2017, null);
  expect(unusable).toBe(false);
  const { reading, findings } = await readSchools(source, sheets, CN_2017, () => undefined);
  return {
    schools: reading.schools.map(contentOf),
    findings: findings.map(({ code, school, actual }) => ({ code, school, actual })),
  };
}

function contentOf(school: School): unknown {
  return [school.description, QUANTITIES.map((quantity) => school.amount(quantity))];
}

interface Variant {
  readonly order: readonly number[];
  readonly titles: number;
  /** How each column writes its heading. */
  readonly styles: readonly number[];
  readonly merged: boolean;
}

const UNKNOWN = ['邮编', '校长姓名', '寄宿生数'];

/** Headings over two rows: a group and a leaf, the stage above, below or inside. */
function headingParts(column: SchoolColumn, style: number): readonly [string, string] {
  const plain = headingWithUnit(column);
  const word = column.stage === null ? null : STAGE_WORDS[column.stage];
  const stageless = word === null ? plain : plain.replace(word, '');
  switch (style) {
    case 0:
      return [plain, ''];
    case 1:
      return word === null ? ['基本情况', plain] : [word, stageless];
    case 2:
      return word === null ? ['办学条件', plain] : [stageless, word];
    case 3:
      return ['', plain.replace(/(?=.)/gu, ' ')];
    default:
      return word === null ? [plain, ''] : [`${stageless}（${word}）`, ''];
  }
}

function sheetOf({ order, titles, styles, merged }: Variant): MemorySheet {
  const plain = schoolSheet(SCHOOLS).rows;
  const width = SCHOOL_COLUMNS.length + UNKNOWN.length;
  const columns = order.map((at): [string, string, ...CellContent[]] => {
    const column = SCHOOL_COLUMNS[at];
    if (column === undefined) return [UNKNOWN[at - SCHOOL_COLUMNS.length] ?? '', '', '甲', 2, 3];
    return [
      ...headingParts(column, styles[at] ?? 0),
      ...plain.slice(1).map((row) => row[at] ?? null),
    ];
  });
  const merges: CellRange[] = [];
  const first = titles + 1;
  const rows: CellContent[][] = [];
  for (let title = 0; title < titles; title += 1) {
    rows.push(['某县学校基本情况统计', ...Array.from({ length: width - 1 }, () => null)]);
    merges.push({ firstRow: title + 1, lastRow: title + 1, firstColumn: 0, lastColumn: width - 1 });
  }
  const top = columns.map(([group]): CellContent => (group === '' ? null : group));
  if (merged) {
    for (let column = 0; column < top.length; column += 1) {
      let end = column;
      while (top[column] !== null && top[end + 1] === top[column]) end += 1;
      if (end > column && columns.slice(column, end + 1).every(([, leaf]) => leaf !== '')) {
        merges.push({ firstRow: first, lastRow: first, firstColumn: column, lastColumn: end });
        top.fill(null, column + 1, end + 1);
        column = end;
      } else if (columns[column]?.[1] === '') {
        merges.push({
          firstRow: first,
          lastRow: first + 1,
          firstColumn: column,
          lastColumn: column,
        });
      }
    }
  }
  rows.push(top);
  rows.push(columns.map(([, leaf]): CellContent => (leaf === '' ? null : leaf)));
  for (let row = 0; row < SCHOOLS.length; row += 1) {
    rows.push(columns.map(([, , ...cells]) => cells[row] ?? null));
  }
  return { name: '学校数据', rows, merges };
}

const variants: fc.Arbitrary<Variant> = fc.record({
  order: fc.shuffledSubarray(
    Array.from({ length: SCHOOL_COLUMNS.length + UNKNOWN.length }, (_, index) => index),
    { minLength: SCHOOL_COLUMNS.length + UNKNOWN.length },
  ),
  titles: fc.integer({ min: 0, max: 2 }),
  styles: fc.array(fc.integer({ min: 0, max: 4 }), {
    minLength: SCHOOL_COLUMNS.length,
    maxLength: SCHOOL_COLUMNS.length,
  }),
  merged: fc.boolean(),
});

describe('what is read of a sheet', () => {
  it('never depends on the order of columns, unknown columns, titles or how headings are split', async () => {
    const expected = await read(schoolSheet(SCHOOLS));
    await fc.assert(
      fc.asyncProperty(variants, async (variant) => {
        expect(await read(sheetOf(variant))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});
