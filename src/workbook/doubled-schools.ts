import { finding } from '../assessment/finding-codes';
import type { Finding } from '../assessment/finding';
import type { School } from '../assessment/school';
import { normaliseText } from './normalise-text';
import { rowList } from './row-list';

/** What is wrong with the identity of schools. */
export interface DoubledSchools {
  readonly findings: readonly Finding[];
  /** Schools that share a 标识码 with another row: no one knows which of them is meant. */
  readonly unjudgeable: ReadonlySet<School>;
}

function groupBy(
  schools: readonly School[],
  key: (school: School) => string,
): Iterable<readonly School[]> {
  const firsts = new Map<string, School>();
  const doubled = new Map<string, School[]>();
  for (const school of schools) {
    const name = key(school);
    if (name === '') continue;
    const first = firsts.get(name);
    if (first === undefined) {
      firsts.set(name, school);
      continue;
    }
    const group = doubled.get(name);
    if (group === undefined) doubled.set(name, [first, school]);
    else group.push(school);
  }
  return doubled.values();
}

function placeText(schools: readonly School[]): string {
  const sheets = new Set(schools.map(({ sheet }) => sheet));
  if (sheets.size === 1) return rowList(schools.map(({ row }) => row).sort((a, b) => a - b));
  return schools.map(({ sheet, row }) => `${sheet}!${row}`).join('、');
}

/**
 * Finds schools that share a 标识码 (an error on each of the rows: none of them is judged) and
 * schools that share a name (one warning a name).
 */
export function findDoubledSchools(schools: readonly School[]): DoubledSchools {
  const findings: Finding[] = [];
  const unjudgeable = new Set<School>();
  for (const group of groupBy(schools, ({ description }) => description.code)) {
    const rows = placeText(group);
    for (const school of group) {
      unjudgeable.add(school);
      findings.push(
        finding('code-doubled', {
          sheet: school.sheet,
          cell: school.cell('code')?.cell ?? null,
          school: school.name,
          actual: school.description.code,
          parameters: { code: school.description.code, rows },
        }),
      );
    }
  }
  for (const group of groupBy(schools, ({ name }) => normaliseText(name))) {
    const school = group[1];
    if (school === undefined) continue;
    findings.push(
      finding('name-doubled', {
        sheet: school.sheet,
        cell: school.cell('name')?.cell ?? null,
        school: school.name,
        parameters: { rows: placeText(group), count: group.length },
      }),
    );
  }
  return { findings, unjudgeable };
}
