import type { Finding } from '../../assessment/finding';
import { SEVERITIES } from '../../assessment/finding-codes';
import type { HostSelection } from '../../hosts/host';
import { areasMeet } from './cell-area';
import type { ListScope } from './session';

/**
 * The findings of a scope, from the gravest to the mildest, accepted ones last within their
 * severity. Findings about no sheet (the county's coefficients) are listed only with everything;
 * where it is not known where the person is, a sheet or selection holds none.
 */
export function findingsInScope(
  findings: readonly Finding[],
  scope: ListScope,
  selection: HostSelection | null,
): readonly Finding[] {
  const listed = findings.filter((finding) => isInScope(finding, scope, selection));
  return SEVERITIES.flatMap((severity) => {
    const ofSeverity = listed.filter((finding) => finding.severity === severity);
    return [
      ...ofSeverity.filter(({ accepted }) => accepted === undefined),
      ...ofSeverity.filter(({ accepted }) => accepted !== undefined),
    ];
  });
}

function isInScope(
  { sheet, cell }: Finding,
  scope: ListScope,
  selection: HostSelection | null,
): boolean {
  if (scope === 'everything') return true;
  if (sheet === null || sheet !== selection?.sheet) return false;
  return scope === 'sheet' || (cell !== null && areasMeet(cell, selection.range));
}
