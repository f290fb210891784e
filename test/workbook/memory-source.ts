import { HEAD_ROWS } from '../../src/workbook/source';
import type {
  CellContent,
  CellRange,
  SheetHead,
  SheetRow,
  WorkbookSource,
} from '../../src/workbook/source';

/** A sheet written down in a test. */
export interface MemorySheet {
  readonly name: string;
  /** From row 1 on; an empty array is a blank row. */
  readonly rows: readonly (readonly CellContent[])[];
  readonly merges?: readonly CellRange[];
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
  readonly visibility?: SheetHead['visibility'];
  readonly madeAs?: string | null;
}

/** 'A1:C2' as a range. */
export function range(text: string): CellRange {
  const corner = (part: string): { row: number; column: number } => {
    const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(part) ?? [];
    let column = 0;
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
    return { row: Number(digits), column: column - 1 };
  };
  const [from = 'A1', to = from] = text.split(':');
  const first = corner(from);
  const last = corner(to);
  return {
    firstRow: first.row,
    lastRow: last.row,
    firstColumn: first.column,
    lastColumn: last.column,
  };
}

/** A workbook in memory. Rows come in blocks of `blockRows`, in an array that is used again. */
export class MemorySource implements WorkbookSource {
  readonly name = '测试.xlsx';
  readonly #sheets: readonly MemorySheet[];
  readonly #blockRows: number;

  constructor(sheets: readonly MemorySheet[], blockRows = 7) {
    this.#sheets = sheets;
    this.#blockRows = blockRows;
  }

  heads(): Promise<readonly SheetHead[]> {
    return Promise.resolve(
      this.#sheets.map((sheet) => {
        const rows = [...filledRows(sheet)].slice(0, HEAD_ROWS);
        const last = rows[rows.length - 1]?.number ?? 0;
        return {
          name: sheet.name,
          visibility: sheet.visibility ?? 'visible',
          rows: rows.map((row) => ({ ...row, cells: [...row.cells] })),
          merges: (sheet.merges ?? []).filter(({ firstRow }) => firstRow <= last),
          madeAs: sheet.madeAs ?? null,
        };
      }),
    );
  }

  async *rows(name: string): AsyncIterable<Iterable<SheetRow>> {
    const sheet = this.#sheets.find((one) => one.name === name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    const rows = [...filledRows(sheet)];
    for (let start = 0; start < rows.length; start += this.#blockRows) {
      yield await Promise.resolve(reusing(rows.slice(start, start + this.#blockRows)));
    }
  }
}

function* filledRows(sheet: MemorySheet): Iterable<SheetRow> {
  for (const [index, cells] of sheet.rows.entries()) {
    if (!cells.some((cell) => cell !== null && cell !== undefined)) continue;
    yield { number: index + 1, hidden: sheet.hiddenRows?.includes(index + 1) ?? false, cells };
  }
}

/** Hands out every row in the same array, as a reader of large files does. */
function* reusing(rows: readonly SheetRow[]): Iterable<SheetRow> {
  const cells: CellContent[] = [];
  for (const row of rows) {
    cells.length = 0;
    cells.push(...row.cells);
    yield { number: row.number, hidden: row.hidden, cells };
  }
}
