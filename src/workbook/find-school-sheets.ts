import { finding } from '../assessment/finding-codes';
import type { Finding } from '../assessment/finding';
import { columnLetters } from '../assessment/school';
import type { Standard } from '../standard/standard';
import { headingWithUnit, isQuantity, isRequired, SCHOOL_COLUMNS } from './columns';
import type { SchoolColumn } from './columns';
import type { HeadingStage } from './heading';
import { recogniseHeaders } from './recognise-headers';
import type { RecognisedHeaders } from './recognise-headers';
import {
  INPUT_SHEETS,
  INSTRUCTIONS_SHEET,
  isNamed,
  mayHoldInput,
  officialTable,
  stageNamed,
} from './sheet-names';
import type { SheetHead } from './source';

/** The sheets of schools in a workbook. */
export interface SchoolSheets {
  /** One sheet, or one for each stage; none where no sheet looks like it. */
  readonly sheets: readonly RecognisedHeaders[];
  readonly findings: readonly Finding[];
  /** Whether headings are missing or doubled so that nothing can be judged. */
  readonly unusable: boolean;
  /** Whether a sheet of schools was named, or found, even if it is unusable. */
  readonly found: boolean;
}

interface Candidate {
  readonly headers: RecognisedHeaders;
  readonly missing: number;
}

/** Beside name and pupils, so many needed columns make an unnamed sheet a sheet of schools. */
const FEWEST_OTHER_COLUMNS = 3;

/**
 * Finds the sheet 学校数据, else the sheet (or the two sheets, 小学 and 初中) whose headings match
 * best.
 *
 * @param wanted the sheet that a person chose, or null
 */
export function findSchoolSheets(
  heads: readonly SheetHead[],
  standard: Standard,
  wanted: string | null,
): SchoolSheets {
  if (wanted !== null) {
    const head =
      heads.find(({ name }) => name === wanted) ?? heads.find((one) => isNamed(one, wanted));
    if (head === undefined) return { ...NOTHING, findings: [noSchoolSheet(heads, wanted)] };
    return checked([bestReading(head, standard)], [head], standard, false);
  }
  const named = heads.find((head) => isNamed(head, INPUT_SHEETS.schools) && mayHoldInput(head));
  if (named !== undefined)
    return checked([recogniseHeaders(named, null)], [named], standard, false);

  const assumed = assumeSheets(heads.filter(mayBeSchools), standard);
  if (assumed.length === 0) return NOTHING;
  return checked(
    assumed,
    assumed.map(({ head }) => head),
    standard,
    true,
  );
}

/** The finding that no sheet of schools is there, with the sheets that are. */
export function noSchoolSheet(heads: readonly SheetHead[], wanted: string | null): Finding {
  return finding('no-school-sheet', {
    parameters: {
      sheets: heads.map(({ name }) => name).join('、'),
      wanted: wanted ?? '',
    },
  });
}

const NOTHING: SchoolSheets = { sheets: [], findings: [], unusable: false, found: false };

function mayBeSchools(head: SheetHead): boolean {
  return (
    mayHoldInput(head) &&
    officialTable(head) === null &&
    ![...Object.values(INPUT_SHEETS), INSTRUCTIONS_SHEET].some((name) => isNamed(head, name))
  );
}

function assumeSheets(heads: readonly SheetHead[], standard: Standard): RecognisedHeaders[] {
  const general = best(heads.map((head) => candidate(recogniseHeaders(head, null), standard)));
  if (general?.missing === 0) return [general.headers];

  const byStage = (['primary', 'junior'] as const).flatMap((stage) => {
    const own = best(
      heads
        .filter(({ name }) => stageNamed(name) === stage)
        .map((head) => candidate(recogniseHeaders(head, stage), standard)),
    );
    return own === null ? [] : [own];
  });
  const fewest = Math.min(...byStage.map(({ missing }) => missing));
  if (byStage.length > 0 && fewest < (general?.missing ?? Infinity)) {
    const order = (one: Candidate): number => heads.indexOf(one.headers.head);
    return byStage.sort((a, b) => order(a) - order(b)).map(({ headers }) => headers);
  }
  return general === null ? [] : [general.headers];
}

function candidate(headers: RecognisedHeaders | null, standard: Standard): Candidate | null {
  if (headers === null || !isPlausible(headers, standard)) return null;
  return { headers, missing: missingColumns(headers, headers.sheetStage, standard).length };
}

function isPlausible({ columns, sheetStage }: RecognisedHeaders, standard: Standard): boolean {
  const pupils = columns.has('primaryStudents') || columns.has('juniorStudents');
  const others = [...columns.values()].filter(
    ({ column }) =>
      isQuantity(column.field) &&
      column.field !== 'primaryStudents' &&
      column.field !== 'juniorStudents' &&
      concerns(column, sheetStage) &&
      isRequired(column, standard),
  );
  return columns.has('name') && pupils && others.length >= FEWEST_OTHER_COLUMNS;
}

function best(candidates: readonly (Candidate | null)[]): Candidate | null {
  let found: Candidate | null = null;
  for (const one of candidates) {
    if (one === null) continue;
    const better =
      found === null ||
      one.missing < found.missing ||
      (one.missing === found.missing &&
        found.headers.head.visibility !== 'visible' &&
        one.headers.head.visibility === 'visible');
    if (better) found = one;
  }
  return found;
}

/** The chosen sheet, read as the sheet of one stage where its name says one and that fits better. */
function bestReading(head: SheetHead, standard: Standard): RecognisedHeaders | null {
  const general = recogniseHeaders(head, null);
  const stage = stageNamed(head.name);
  if (stage === null) return general;
  const staged = recogniseHeaders(head, stage);
  if (general === null || staged === null) return general ?? staged;
  const missing = missingColumns(general, null, standard).length;
  return missing === 0 || missing < missingColumns(staged, stage, standard).length
    ? general
    : staged;
}

function concerns(column: SchoolColumn, sheetStage: HeadingStage | null): boolean {
  return sheetStage === null || column.stage === null || column.stage === sheetStage;
}

function missingColumns(
  headers: RecognisedHeaders | null,
  sheetStage: HeadingStage | null,
  standard: Standard,
): SchoolColumn[] {
  return SCHOOL_COLUMNS.filter(
    (column) =>
      isRequired(column, standard) &&
      concerns(column, sheetStage) &&
      headers?.columns.has(column.field) !== true,
  );
}

function checked(
  readings: readonly (RecognisedHeaders | null)[],
  heads: readonly SheetHead[],
  standard: Standard,
  assumed: boolean,
): SchoolSheets {
  const findings: Finding[] = [];
  let unusable = false;
  readings.forEach((headers, index) => {
    const head = heads[index];
    if (head === undefined) return;
    const sheet = head.name;
    if (assumed) findings.push(finding('sheet-assumed', { sheet }));
    if (head.visibility !== 'visible') findings.push(finding('sheet-hidden', { sheet }));
    for (const column of missingColumns(headers, headers?.sheetStage ?? null, standard)) {
      unusable = true;
      const heading = headingWithUnit(column);
      findings.push(
        finding('column-missing', { sheet, required: heading, parameters: { heading } }),
      );
    }
    if (headers === null) return;
    for (const { column, indices } of headers.doubled) {
      if (isRequired(column, standard) || column.field === 'code') unusable = true;
      const [first, second] = indices.map((at) => `${columnLetters(at)}${headers.lastRow}`);
      findings.push(
        finding('column-doubled', {
          sheet,
          cell: first ?? null,
          parameters: { heading: headingWithUnit(column), other: second ?? '' },
        }),
      );
    }
    const { unknown } = headers;
    if (unknown.length > 0) {
      findings.push(
        finding('columns-unknown', {
          sheet,
          parameters: {
            count: unknown.length,
            headings: unknown.map(({ heading }) => heading).join('、'),
          },
        }),
      );
    }
  });
  return {
    sheets: readings.filter((headers) => headers !== null),
    findings,
    unusable,
    found: true,
  };
}
