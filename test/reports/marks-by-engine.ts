import type { Attainment } from '../../src/assessment/assessment';
import type { SchoolField } from '../../src/assessment/school';
import { parseRange } from '../../src/ooxml/cell-range';
import type { HighlightMark } from '../../src/plans/highlight-plan';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';

const WORSE: Readonly<Record<Attainment, number>> = { met: 0, near: 1, below: 2 };

/**
 * The marks that the check itself asks for, by `sheet!row,column` (1-based row, 0-based column):
 * attainments on their cells, verdicts on names, faults where they are.
 */
export function marksByEngine(check: WorkbookCheck): ReadonlyMap<string, HighlightMark> {
  const wanted = new Map<string, HighlightMark>();
  const put = (
    sheet: string,
    row: number,
    column: number | undefined,
    status: Attainment,
  ): void => {
    if (column === undefined || status === 'met') return;
    const key = `${sheet}!${row},${column}`;
    const before = wanted.get(key);
    if (before === undefined || WORSE[status] > WORSE[before === 'below' ? 'below' : 'near']) {
      wanted.set(key, status);
    }
  };
  for (const { school, stage, indicators, passes } of check.assessment?.schools ?? []) {
    check.standard.indicators.forEach(({ numerator }, index) => {
      const status = indicators[index]?.status;
      const carrier: SchoolField | undefined = numerator[stage][0]?.quantity;
      if (status == null || carrier === undefined) return;
      put(school.sheet, school.row, school.places[0]?.columns.get(carrier), status);
    });
    const name = school.places[0]?.columns.get('name');
    if (passes === false) put(school.sheet, school.row, name, 'below');
    if (passes === true && indicators.some(({ status }) => status === 'near')) {
      put(school.sheet, school.row, name, 'near');
    }
  }
  const errors = check.findings.filter(
    ({ severity, cell, sheet }) => severity === 'error' && cell !== null && sheet !== null,
  );
  for (const { sheet, cell } of errors) {
    for (const address of cell!.split(/[:、,]/)) {
      const { firstColumn, firstRow } = parseRange(address)!;
      wanted.set(`${sheet!}!${firstRow},${firstColumn}`, 'fault');
    }
  }
  return wanted;
}
