import type { Finding } from '../assessment/finding';
import { SEVERITIES } from '../assessment/finding-codes';

interface Keyed {
  readonly finding: Finding;
  readonly severity: number;
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

const CELL = /^([A-Z]+)(\d+)/;

/**
 * Findings from the gravest to the mildest; among equals in the order of the sheets, rows and
 * columns. Findings about a whole sheet come before its cells, those about no sheet come last.
 */
export function sortFindings(
  findings: readonly Finding[],
  sheets: readonly string[],
): readonly Finding[] {
  const severities = new Map(SEVERITIES.map((severity, index) => [severity, index]));
  const order = new Map(sheets.map((sheet, index) => [sheet, index]));
  const keyed = findings.map((finding): Keyed => {
    const cell = finding.cell === null ? null : CELL.exec(finding.cell);
    return {
      finding,
      severity: severities.get(finding.severity) ?? SEVERITIES.length,
      sheet: order.get(finding.sheet ?? '') ?? sheets.length,
      row: cell === null ? 0 : Number(cell[2]),
      column: cell?.[1] === undefined ? 0 : columnNumber(cell[1]),
    };
  });
  return keyed
    .sort(
      (a, b) =>
        a.severity - b.severity || a.sheet - b.sheet || a.row - b.row || a.column - b.column,
    )
    .map(({ finding }) => finding);
}

function columnNumber(letters: string): number {
  let number = 0;
  for (let index = 0; index < letters.length; index += 1) {
    number = number * 26 + letters.charCodeAt(index) - 64;
  }
  return number;
}
