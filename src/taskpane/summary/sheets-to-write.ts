import { SHEET_KEYS } from '../../reports/sheet-keys';
import type { SheetKey } from '../../reports/sheet-keys';
import { hasFormParts } from '../../standard/form-items';
import type { WorkbookCheck } from '../../workbook/workbook-check';

/** The sheets that count over 表Ⅱ-2 and bring it with them. */
const OVER_SCHOOLS: ReadonlySet<SheetKey> = new Set<SheetKey>([
  'table_2_1',
  'table_3',
  'table_4',
  'table_5',
]);

/** Whether 表Ⅱ-2 is written because another chosen sheet counts over it. */
export function bringsSchools(chosen: ReadonlySet<SheetKey>): boolean {
  return [...chosen].some((key) => OVER_SCHOOLS.has(key));
}

/** What is written for a choice, in the order of the workbook. */
export function sheetsToWrite(
  chosen: ReadonlySet<SheetKey>,
  available: readonly SheetKey[],
): readonly SheetKey[] {
  return SHEET_KEYS.filter(
    (key) =>
      available.includes(key) &&
      (chosen.has(key) || (key === 'table_2_2' && bringsSchools(chosen))),
  );
}

/** The sheets there can be after a check, in the order of the workbook. */
export function availableSheets(check: WorkbookCheck): readonly SheetKey[] {
  const judged = (check.assessment?.schools.length ?? 0) > 0;
  return SHEET_KEYS.filter((key) => {
    switch (key) {
      case 'overview':
      case 'findings':
      case 'ledger':
        return true;
      case 'table_1':
      case 'table_2_1':
      case 'table_2_2':
      case 'table_3':
        return judged;
      case 'table_4':
      case 'table_5':
      case 'table_6':
        return hasFormParts(check.standard);
      case 'finance':
        return (check.spending?.years.length ?? 0) > 0;
      case 'year_on_year':
        return check.lastYear !== null;
    }
  });
}
