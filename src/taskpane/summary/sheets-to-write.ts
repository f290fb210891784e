import { SHEET_KEYS } from '../../reports/sheet-keys';
import type { SheetKey } from '../../reports/sheet-keys';

/** The sheets that count over 表Ⅱ-2 and bring it with them. */
const OVER_SCHOOLS: ReadonlySet<SheetKey> = new Set<SheetKey>(['table_2_1', 'table_3']);

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

/** The sheets there can be: without judged schools only 评估总览 and 问题清单. */
export function availableSheets(judged: boolean): readonly SheetKey[] {
  return judged ? SHEET_KEYS : ['overview', 'findings'];
}
