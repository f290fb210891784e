import { QUANTITIES } from '../standard/quantities';
import type { Quantity } from '../standard/quantities';
import { Rational } from '../statistics/rational';
import type { CountedSchool } from './counted-school';
import type { Finding } from './finding';
import { finding } from './finding-codes';
import { School } from './school';
import { at } from './school-cell';

/** The schools to judge once the analyst's mapping 并入学校 has been followed. */
export interface MergedSchools {
  /** In the order of the sheet; a row counted with another school is not among them. */
  readonly counted: readonly CountedSchool[];
  readonly findings: readonly Finding[];
}

function key(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

const NO_MEMBERS: readonly School[] = [];

function alone(school: School): CountedSchool {
  return { school, members: NO_MEMBERS, record: school };
}

/** Finds schools by 标识码, else by 名称; a name that several schools share means none of them. */
class Directory {
  readonly #byCode = new Map<string, School>();
  readonly #byName = new Map<string, School | null>();

  constructor(schools: readonly School[]) {
    for (const school of schools) {
      const code = key(school.description.code);
      if (code !== '' && !this.#byCode.has(code)) this.#byCode.set(code, school);
      const name = key(school.name);
      this.#byName.set(name, this.#byName.has(name) ? null : school);
    }
  }

  find(text: string): School | null {
    return this.#byCode.get(key(text)) ?? this.#byName.get(key(text)) ?? null;
  }
}

/** The schools that stand on a circle of the mapping. */
function circularSchools(targets: ReadonlyMap<School, School>): ReadonlySet<School> {
  const circular = new Set<School>();
  const settled = new Set<School>();
  for (const start of targets.keys()) {
    const path = new Set<School>();
    let school: School | undefined = start;
    while (school !== undefined && !settled.has(school) && !path.has(school)) {
      path.add(school);
      school = targets.get(school);
    }
    if (school !== undefined && path.has(school)) {
      let reached = false;
      for (const step of path) {
        reached ||= step === school;
        if (reached) circular.add(step);
      }
    }
    for (const step of path) settled.add(step);
  }
  return circular;
}

/**
 * The amounts of several rows as one school: a fault in any row is a fault of the whole, blanks
 * count nothing beside a number, and what is blank in every row stays blank.
 */
function together(school: School, members: readonly School[]): School {
  const rows = [school, ...members];
  const faults = new Set<Quantity>(rows.flatMap((row) => [...row.faults]));
  const amounts: [Quantity, number][] = [];
  for (const quantity of QUANTITIES) {
    const known = rows.map((row) => row.amount(quantity)).filter((amount) => amount !== null);
    if (faults.has(quantity) || known.length === 0) continue;
    amounts.push([quantity, Rational.sum(known.map((n) => Rational.fromShown(n))).toNumber()]);
  }
  return new School(school.description, school.places, amounts, faults);
}

/**
 * Counts rows with the schools that the analyst names in 并入学校, by 标识码 or 名称; chains are
 * followed to their end. No rule merges schools by itself. A row whose target is unknown, or that
 * stands on a circle, is judged apart and reported.
 */
export function mergeSchools(schools: readonly School[]): MergedSchools {
  const mapped = schools.filter((school) => school.description.mergedInto.trim() !== '');
  if (mapped.length === 0) {
    return {
      counted: schools.map(alone),
      findings: [],
    };
  }
  const findings: Finding[] = [];
  const directory = new Directory(schools);
  const targets = new Map<School, School>();
  for (const school of mapped) {
    const named = school.description.mergedInto;
    const target = directory.find(named);
    if (target === null) {
      findings.push(
        finding('merge-target-unknown', {
          ...at(school, 'mergedInto'),
          parameters: { target: named },
        }),
      );
    } else {
      targets.set(school, target);
    }
  }
  for (const school of circularSchools(targets)) {
    targets.delete(school);
    findings.push(
      finding('merge-circular', {
        ...at(school, 'mergedInto'),
        parameters: { target: school.description.mergedInto },
      }),
    );
  }
  const members = new Map<School, School[]>();
  for (const school of schools) {
    let end = targets.get(school);
    if (end === undefined) continue;
    for (let next = targets.get(end); next !== undefined; next = targets.get(end)) end = next;
    const beside = members.get(end);
    if (beside === undefined) members.set(end, [school]);
    else beside.push(school);
    findings.push(
      finding('merged-into', { ...at(school, 'mergedInto'), parameters: { target: end.name } }),
    );
  }
  const counted = schools
    .filter((school) => !targets.has(school))
    .map((school) => {
      const own = members.get(school);
      return own === undefined
        ? alone(school)
        : { school, members: own, record: together(school, own) };
    });
  return { counted, findings };
}
