import { XlsxWorkbookSource } from '../../../src/hosts/xlsx/xlsx-source';
import { createWorkbook } from '../../../src/ooxml/write/create-workbook';
import type { PlannedRow } from '../../../src/plans/sheet-plan';
import type { CellContent } from '../../../src/workbook/source';

function rowOf(number: number, contents: readonly CellContent[]): PlannedRow {
  return {
    number,
    cells: contents.flatMap((content, column) =>
      typeof content === 'string' || typeof content === 'number'
        ? [{ column, value: content }]
        : [],
    ),
  };
}

/**
 * A county of as many schools as wanted: those of a sample over and over, each under its own name and
 * code.
 */
export async function largeCounty(sample: Uint8Array, schools: number): Promise<Uint8Array> {
  const source = XlsxWorkbookSource.open(sample, 'sample.xlsx');
  const head: PlannedRow[] = [];
  const models: CellContent[][] = [];
  for await (const block of source.rows('学校数据')) {
    for (const { number, cells } of block) {
      const contents = [...cells];
      const [code] = contents;
      if (typeof code === 'string' && /^\d+$/.test(code)) models.push(contents);
      else if (models.length === 0) head.push(rowOf(number, contents));
    }
  }
  const firstRow = (head.at(-1)?.number ?? 0) + 1;
  const rows = Array.from({ length: schools }, (_, index) => {
    const others = models[index % models.length]?.slice(2) ?? [];
    const code = String(3_300_000_000 + index);
    return rowOf(firstRow + index, [code, `第${index + 1}学校`, ...others]);
  });
  return createWorkbook([
    {
      key: null,
      name: '学校数据',
      columnWidths: [],
      rows: [...head, ...rows],
      merges: [],
      print: { orientation: 'landscape' },
      charts: [],
    },
  ]);
}
