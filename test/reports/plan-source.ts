import type { SheetPlan } from '../../src/plans/sheet-plan';
import type { CellContent } from '../../src/workbook/source';
import type { MemorySheet } from '../workbook/memory-source';

/** A planned sheet as a workbook would show it. */
export function sheetOfPlan(plan: SheetPlan): MemorySheet {
  const rows: CellContent[][] = [];
  for (const { number, cells } of plan.rows) {
    const row: CellContent[] = [];
    for (const { column, value } of cells) row[column] = value;
    rows[number - 1] = row;
  }
  return {
    name: plan.name,
    rows: Array.from(rows, (row: CellContent[] | undefined) => row ?? []),
    madeAs: plan.key,
  };
}
