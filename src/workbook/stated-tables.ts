import type { Standard } from '../standard/standard';
import { readIndicatorGrid } from './indicator-grid';
import type { StatedFigure } from './indicator-grid';
import { keepRows } from './sheet-cells';
import { officialTable } from './sheet-names';
import type { SheetHead, WorkbookSource } from './source';
import { readTable22 } from './table-2-2';
import type { Table22 } from './table-2-2';

/** The official tables of a workbook as somebody filled them in. */
export interface StatedTables {
  /** 表Ⅱ-2; its stages may stand on sheets of their own. */
  readonly table22: Table22 | null;
  /** The figures of 表Ⅲ and 表Ⅱ-1. */
  readonly figures: readonly StatedFigure[];
}

/** Reads 表Ⅱ-2, 表Ⅲ and 表Ⅱ-1 wherever a workbook has them. */
export async function readStatedTables(
  source: WorkbookSource,
  heads: readonly SheetHead[],
  standard: Standard,
): Promise<StatedTables> {
  const tables: Table22[] = [];
  const figures: StatedFigure[] = [];
  for (const head of heads) {
    const table = officialTable(head);
    if (table === 'table22') tables.push(await readTable22(source, head, standard));
    if (table === 'table21' || table === 'table3') {
      figures.push(...readIndicatorGrid(head.name, await keepRows(source, head.name), standard));
    }
  }
  return { table22: join(tables), figures };
}

function join(tables: readonly Table22[]): Table22 | null {
  const usable = tables.filter(({ unusable }) => !unusable);
  const [first] = usable.length > 0 ? usable : tables;
  if (first === undefined) return null;
  return {
    sheet: first.sheet,
    rows: usable.flatMap(({ rows }) => rows),
    findings: (usable.length > 0 ? usable : tables).flatMap(({ findings }) => findings),
    unusable: usable.length === 0,
  };
}
