import { finding } from '../assessment/finding-codes';
import type { Finding } from '../assessment/finding';
import { columnLetters, School } from '../assessment/school';
import type { SchoolDescription } from '../assessment/school';
import { QUANTITIES } from '../standard/quantities';
import type { Quantity } from '../standard/quantities';
import { headingOf } from './columns';
import { normaliseText } from './normalise-text';
import type { SchoolRow } from './school-rows';

/** Schools made of the rows of one or several sheets. */
export interface AssembledSchools {
  readonly schools: readonly School[];
  readonly findings: readonly Finding[];
}

/**
 * Makes schools of rows. The rows of one sheet are one school each. A school on the sheets of two
 * stages is one school with two places, known by its 标识码, else by its name; what both sheets say
 * is taken from the first, and a difference is reported.
 *
 * @param sheets the rows of each sheet, in the order of the workbook
 */
export function assembleSchools(sheets: readonly (readonly SchoolRow[])[]): AssembledSchools {
  const findings: Finding[] = [];
  const [first = [], ...others] = sheets;
  if (others.length === 0) return { schools: first.map(schoolOfRow), findings };
  const merged: SchoolRow[][] = first.map((row) => [row]);
  for (const rows of others) {
    const byCode = uniqueKeys(merged, ({ code }) => code);
    const byName = uniqueKeys(merged, ({ name }) => normaliseText(name));
    const codesHere = countKeys(rows, ({ code }) => code);
    const namesHere = countKeys(rows, ({ name }) => normaliseText(name));
    for (const row of rows) {
      const { code } = row.description;
      const name = normaliseText(row.description.name);
      const sameCode = codesHere.get(code) === 1 ? byCode.get(code) : undefined;
      const doubledCode = (codesHere.get(code) ?? 0) > 1;
      const sameName = !doubledCode && namesHere.get(name) === 1 ? byName.get(name) : undefined;
      const partner = sameCode ?? (codesAgree(sameName, code) ? sameName : undefined);
      if (partner === undefined) merged.push([row]);
      else partner.push(row);
    }
  }
  const schools = merged.map((rows) => toSchool(rows, findings));
  return { schools, findings };
}

/** A name alone joins two rows only while their codes do not contradict each other. */
function codesAgree(rows: readonly SchoolRow[] | undefined, code: string): boolean {
  return (
    rows !== undefined &&
    (code === '' ||
      rows.every(({ description }) => description.code === '' || description.code === code))
  );
}

function uniqueKeys(
  merged: readonly SchoolRow[][],
  key: (description: SchoolDescription) => string,
): ReadonlyMap<string, SchoolRow[]> {
  const known = new Map<string, SchoolRow[] | null>();
  for (const rows of merged) {
    const text = rows[0] === undefined ? '' : key(rows[0].description);
    if (text !== '') known.set(text, known.has(text) ? null : rows);
  }
  const unique = new Map<string, SchoolRow[]>();
  for (const [text, rows] of known) if (rows !== null) unique.set(text, rows);
  return unique;
}

function countKeys(
  rows: readonly SchoolRow[],
  key: (description: SchoolDescription) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { description } of rows) {
    const text = key(description);
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

function schoolOfRow({ description, place, amounts, faults }: SchoolRow): School {
  return new School(description, [place], amounts, faults);
}

function toSchool(rows: readonly SchoolRow[], findings: Finding[]): School {
  const [first, ...others] = rows;
  if (first === undefined) throw new RangeError('A school needs at least one row.');
  if (others.length === 0) return schoolOfRow(first);
  const amounts = Float64Array.from(first.amounts);
  const faults = new Set(first.faults);
  let description = first.description;
  for (const other of others) {
    description = fillBlanks(description, other.description);
    for (const fault of other.faults) faults.add(fault);
    QUANTITIES.forEach((quantity, slot) => {
      const ours = amounts[slot] ?? Number.NaN;
      const theirs = other.amounts[slot] ?? Number.NaN;
      if (Number.isNaN(theirs)) return;
      if (Number.isNaN(ours)) amounts[slot] = theirs;
      else if (ours !== theirs) findings.push(disagreement(other, quantity, ours, theirs));
    });
  }
  QUANTITIES.forEach((quantity, slot) => {
    if (faults.has(quantity)) amounts[slot] = Number.NaN;
  });
  return new School(
    description,
    rows.map(({ place }) => place),
    amounts,
    faults,
  );
}

function disagreement(
  { description, place }: SchoolRow,
  quantity: Quantity,
  used: number,
  other: number,
): Finding {
  const column = place.columns.get(quantity);
  return finding('stage-sheets-disagree', {
    sheet: place.sheet,
    cell: column === undefined ? null : `${columnLetters(column)}${place.row}`,
    school: description.name,
    actual: used,
    required: other,
    parameters: { heading: headingOf(quantity) },
  });
}

function fillBlanks(first: SchoolDescription, other: SchoolDescription): SchoolDescription {
  return {
    name: first.name,
    code: first.code === '' ? other.code : first.code,
    typeText: first.typeText === '' ? other.typeText : first.typeText,
    type: first.type ?? other.type,
    ownership: first.ownership ?? other.ownership,
    locality: first.locality ?? other.locality,
    group: first.group === '' ? other.group : first.group,
    boarding: first.boarding ?? other.boarding,
    mergedInto: first.mergedInto === '' ? other.mergedInto : first.mergedInto,
  };
}
