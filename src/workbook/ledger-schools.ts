import type { SchoolStage } from '../assessment/assessment';
import type { Finding } from '../assessment/finding';
import type { School } from '../assessment/school';
import { normaliseText } from './normalise-text';
import type { WorkbookCheck } from './workbook-check';

/** One school as 整改台账 knows it. */
export interface LedgerSchool {
  readonly school: School;
  /** What it may be called in an id: its 标识码, else its name; never what another is called too. */
  readonly subjects: readonly string[];
  /** Its stages as they were judged. */
  readonly stages: readonly SchoolStage[];
  /** Its place among the schools of the workbook. */
  readonly order: number;
}

const ROW = /^[A-Z]+(\d+)/;

/** The schools of a check by what findings and earlier ids say of them. */
export class LedgerSchools {
  readonly #bySubject = new Map<string, LedgerSchool>();
  readonly #byRow = new Map<string, LedgerSchool>();

  constructor({ reading, assessment }: WorkbookCheck) {
    const stages = new Map<School, SchoolStage[]>();
    for (const one of reading?.schools ?? []) stages.set(one, []);
    const alike = new Map<string, School>();
    for (const one of assessment?.schools ?? []) {
      // A school on the sheet 学校数据 is one object; in a 表Ⅱ-2 each of its stages has a row.
      const called = `${codeOf(one.school)} ${nameOf(one.school)}`;
      const other = reading === null ? alike.get(called) : undefined;
      const isOther = stages.get(other ?? one.school)?.every(({ stage }) => stage !== one.stage);
      const school = isOther === true && other !== undefined ? other : one.school;
      if (school === one.school) alike.set(called, school);
      stages.set(school, [...(stages.get(school) ?? []), one]);
    }
    const codes = countOf([...stages.keys()].map(codeOf));
    const names = countOf([...stages.keys()].map(nameOf));
    let order = 0;
    for (const [school, judged] of stages) {
      const code = codeOf(school);
      const name = nameOf(school);
      const subjects = [
        ...(code !== '' && codes.get(code) === 1 ? [code] : []),
        ...(names.get(name) === 1 ? [name] : []),
      ];
      // Of schools that nothing tells apart, the order does.
      if (subjects.length === 0) {
        let number = 1;
        while (this.#bySubject.has(`${name}(${number})`)) number += 1;
        subjects.push(`${name}(${number})`);
      }
      const known = { school, subjects, stages: judged, order };
      order += 1;
      for (const subject of subjects) {
        if (!this.#bySubject.has(subject)) this.#bySubject.set(subject, known);
      }
      for (const { places } of [school, ...judged.map((stage) => stage.school)]) {
        for (const { sheet, row } of places) this.#byRow.set(`${row} ${sheet}`, known);
      }
    }
  }

  /** The school of that 标识码 or name. */
  named(subject: string): LedgerSchool | null {
    return this.#bySubject.get(subject) ?? null;
  }

  /** The school that a finding is about. */
  of({ sheet, cell, school }: Finding): LedgerSchool | null {
    const row = ROW.exec(cell ?? '')?.[1];
    return (
      this.#byRow.get(`${row ?? ''} ${sheet ?? ''}`) ??
      this.#bySubject.get(normaliseText(school ?? '')) ??
      null
    );
  }
}

function codeOf({ description }: School): string {
  return normaliseText(description.code);
}

function nameOf({ description }: School): string {
  return normaliseText(description.name);
}

function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
