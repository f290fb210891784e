import { SEVERITIES } from '../../assessment/finding-codes';
import type { ListedFinding } from './finding-filter';

/** How the list is divided. */
export type Grouping = 'none' | 'severity' | 'school' | 'indicator';

/** The groupings, in the order of the choice. */
export const GROUPINGS: readonly Grouping[] = ['none', 'severity', 'school', 'indicator'];

/** One line of the list: the head of a group, or a finding. */
export type ListLine =
  | {
      readonly kind: 'group';
      /** Severity, school or indicator id; null for findings without one. */
      readonly key: string | null;
      readonly count: number;
    }
  | { readonly kind: 'finding'; readonly listed: ListedFinding };

/**
 * Divides findings into groups: severities gravest first, schools in the order in which they are
 * first met, indicators in the order of the standard, what has none last. Order within a group stays.
 */
export function groupFindings(
  findings: readonly ListedFinding[],
  grouping: Grouping,
  indicatorIds: readonly string[],
): readonly ListLine[] {
  if (grouping === 'none') return findings.map((listed) => ({ kind: 'finding', listed }));
  const groups = new Map<string | null, ListedFinding[]>();
  const known: readonly (string | null)[] =
    grouping === 'severity' ? SEVERITIES : grouping === 'indicator' ? indicatorIds : [];
  for (const key of known) groups.set(key, []);
  for (const listed of findings) {
    const key = listed.finding[grouping];
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [listed]);
    else group.push(listed);
  }
  const without = groups.get(null);
  groups.delete(null);
  if (without !== undefined) groups.set(null, without);
  return [...groups].flatMap(([key, group]): ListLine[] =>
    group.length === 0
      ? []
      : [
          { kind: 'group', key, count: group.length },
          ...group.map((listed): ListLine => ({ kind: 'finding', listed })),
        ],
  );
}
