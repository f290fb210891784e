import type { Finding } from './finding';
import { finding } from './finding-codes';
import { mergeSchools } from './merge-schools';
import type { School } from './school';
import { at } from './school-cell';

/** One school as both years record it. */
export interface SchoolPair {
  readonly now: School;
  readonly last: School;
  /** Known by its 标识码, or by its name alone. */
  readonly by: 'code' | 'name';
}

/** A school of last year that is counted with another one this year. */
export interface MergedSchool {
  readonly last: School;
  /** The name of the school it is counted with. */
  readonly into: string;
}

/** Which schools two years have in common, and which not. */
export interface SchoolChanges {
  /** In the order of this year's sheet. */
  readonly pairs: readonly SchoolPair[];
  /** Of this year alone. */
  readonly opened: readonly School[];
  /** Of last year alone. */
  readonly closed: readonly School[];
  readonly merged: readonly MergedSchool[];
}

type KeyOf = (school: School) => string;

function normal(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

const KEYS: Readonly<Record<SchoolPair['by'], KeyOf>> = {
  code: ({ description }) => normal(description.code),
  name: ({ name }) => normal(name),
};

/** Schools by a key that is not blank, in the order of the sheet. */
function byKey(schools: Iterable<School>, keyOf: KeyOf): ReadonlyMap<string, readonly School[]> {
  const found = new Map<string, School[]>();
  for (const school of schools) {
    const key = keyOf(school);
    if (key === '') continue;
    const same = found.get(key);
    if (same === undefined) found.set(key, [school]);
    else same.push(school);
  }
  return found;
}

/** The schools that this year's 并入学校 counts with another, each with the name of that one. */
function memberships(schools: readonly School[]): ReadonlyMap<School, string> {
  return new Map(
    mergeSchools(schools).counted.flatMap(({ school, members }) =>
      members.map((member) => [member, school.name] as const),
    ),
  );
}

/**
 * Matches the schools of two years: by 标识码, else by name. Each is used once. A key that stands on
 * several rows of either year tells nobody which is meant: it matches nothing, and is reported. A
 * school of last year that 并入学校 counts with another only this year, or names as the one another is
 * counted with though it has no row any more, has been merged, not closed.
 */
export function matchSchools(
  now: readonly School[],
  last: readonly School[],
): { readonly changes: SchoolChanges; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const pairs = new Map<School, SchoolPair>();
  const openNow = new Set(now);
  const openLast = new Set(last);
  for (const by of ['code', 'name'] as const) {
    const lastByKey = byKey(openLast, KEYS[by]);
    for (const [key, same] of byKey(openNow, KEYS[by])) {
      const before = lastByKey.get(key) ?? [];
      const [school] = same;
      const [earlier] = before;
      if (school === undefined || earlier === undefined) continue;
      if (same.length > 1 || before.length > 1) {
        findings.push(
          finding('year-key-doubled', {
            ...at(school, by),
            actual: key,
            parameters: {
              key,
              years: same.length === 1 ? 'last' : before.length === 1 ? 'now' : 'both',
            },
          }),
        );
        continue;
      }
      pairs.set(school, { now: school, last: earlier, by });
      openNow.delete(school);
      openLast.delete(earlier);
    }
  }

  const merged: MergedSchool[] = [];
  const membersNow = memberships(now);
  const membersLast = memberships(last);
  for (const { now: school, last: earlier } of pairs.values()) {
    const into = membersNow.get(school);
    if (into !== undefined && !membersLast.has(earlier)) merged.push({ last: earlier, into });
  }
  const targets = new Map(
    now.flatMap((school) => {
      const target = normal(school.description.mergedInto);
      return target === '' ? [] : [[target, school.name] as const];
    }),
  );
  const closed: School[] = [];
  for (const school of openLast) {
    const named = targets.get(KEYS.code(school)) ?? targets.get(KEYS.name(school));
    if (named === undefined) closed.push(school);
    else merged.push({ last: school, into: named });
  }
  return {
    changes: {
      pairs: now.flatMap((school) => pairs.get(school) ?? []),
      opened: [...openNow],
      closed,
      merged,
    },
    findings,
  };
}
