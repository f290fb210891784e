import type { SheetPlan } from '../../src/plans/sheet-plan';
import { CellDate } from '../../src/workbook/source';
import { cellsOf } from './county-workbook';

/** Formulas whose cached value is not what LibreOffice made of them in `bytes`. */
export async function differences(
  plans: readonly SheetPlan[],
  bytes: Uint8Array,
): Promise<string[]> {
  const sheets = await cellsOf(bytes);
  return plans.flatMap((plan) => {
    const cells = sheets.get(plan.name);
    return plan.rows.flatMap((row) =>
      row.cells.flatMap(({ column, formula, value }) => {
        if (formula === undefined) return [];
        const found = cells?.get(`${row.number},${column}`) ?? '';
        const computed = found instanceof CellDate ? found.serial : found;
        const cached = value ?? '';
        const equal =
          typeof computed === 'number' && typeof cached === 'number'
            ? Math.abs(computed - cached) <= 1e-12 * Math.max(1, Math.abs(cached))
            : computed === cached;
        if (equal) return [];
        const shown = `${JSON.stringify(cached)} ≠ ${JSON.stringify(computed)}`;
        return [`${plan.name} ${row.number},${column}: ${shown} ${formula}`];
      }),
    );
  });
}
