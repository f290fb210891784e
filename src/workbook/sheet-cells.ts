import { parseTextNumber } from './cell-number';
import type { CellContent, WorkbookSource } from './source';

/** One row of a small sheet, kept. */
export interface KeptRow {
  /** 1-based. */
  readonly number: number;
  readonly cells: readonly CellContent[];
}

/** No hand-made table is longer; what follows is not looked at. */
const MOST_ROWS = 50_000;

/** The rows of a small sheet, copied so that they can be gone through more than once. */
export async function keepRows(source: WorkbookSource, sheet: string): Promise<KeptRow[]> {
  const kept: KeptRow[] = [];
  for await (const block of source.rows(sheet)) {
    for (const row of block) {
      if (kept.length >= MOST_ROWS) return kept;
      kept.push({ number: row.number, cells: [...row.cells] });
    }
  }
  return kept;
}

/** The number in a cell of a stated table, text numbers included; null where there is none. */
export function statedNumber(content: CellContent): number | null {
  if (typeof content === 'number') return Number.isFinite(content) ? content : null;
  return typeof content === 'string' ? (parseTextNumber(content)?.value ?? null) : null;
}
