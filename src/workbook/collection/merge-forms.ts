import { normaliseText } from '../normalise-text';
import type { CollectedForm, CollectedTotal, Collection } from './collection';
import { ANSWER_ORDER } from './answer-order';
import { collectionIssue, ISSUE_CODES } from './collection-issue';
import type { CollectionIssue } from './collection-issue';
import { answerLabel, contradictions } from './contradictions';
import { deriveSchool } from './derive-school';
import { FORM_FIELDS } from './form-fields';
import type { FormFieldId } from './form-fields';
import { formStages } from './form-stages';
import type { AnswerId } from './form-labels';
import { numberOf } from './form-reading';
import type { FileReading, FormReading } from './form-reading';
import { isBlankForm, missingAnswers } from './missing-answers';

/** Fields of which items of 表Ⅳ and 表Ⅴ need the county's sum. */
const TOTALLED: readonly FormFieldId[] = [
  'migrantStudents',
  'primaryInDistrict',
  'juniorInDistrict',
  'graduates',
  'enrolledAtStart',
  'transferredIn',
  'transferredOut',
  'deaths',
];

interface Candidate {
  readonly form: FormReading;
  readonly missing: readonly CollectionIssue[];
}

/**
 * Puts the forms of many files together: one row a school. Of several forms of one school (the same
 * 标识码, or the same name where one has none) the fullest is used, of equally full ones the first;
 * the others are kept and named. Schools that share a 标识码 but not the name all stay, since nobody
 * here knows whose it is.
 *
 * @param readings in the order of the files; the same readings give the same collection
 */
export function mergeForms(readings: readonly FileReading[]): Collection {
  const candidates: Candidate[] = [];
  const issues: CollectionIssue[] = [];
  for (const { forms, issues: ofFile } of readings) {
    issues.push(...ofFile);
    for (const form of forms) {
      const missing = missingAnswers(form);
      issues.push(...missing, ...form.issues, ...contradictions(form));
      if (!isBlankForm(form)) candidates.push({ form, missing });
    }
  }
  const groups = groupSchools(candidates);
  const forms: CollectedForm[] = [];
  for (const group of groups) {
    const used = fullest(group);
    forms.push(collected(used.form, true));
    for (const other of group) {
      if (other === used) continue;
      forms.push(collected(other.form, false));
      issues.push(doubled(used.form, other.form));
    }
  }
  issues.push(...sharedIdentities(forms.filter(({ used }) => used)));
  return {
    files: readings.length,
    filesWithForms: readings.filter(({ forms: found }) => found.length > 0).length,
    forms,
    totals: TOTALLED.map((field) => totalOf(field, forms)),
    issues: sortedIssues(issues, readings),
  };
}

function collected(form: FormReading, used: boolean): CollectedForm {
  return { ...form, values: deriveSchool(form), used };
}

function fullest(group: readonly Candidate[]): Candidate {
  const [first, ...others] = group;
  if (first === undefined) throw new RangeError('A school needs at least one form.');
  return others.reduce((best, one) => (unanswered(one) < unanswered(best) ? one : best), first);
}

function unanswered({ form, missing }: Candidate): number {
  const unusable = form.issues.filter(({ code }) => ISSUE_CODES[code] === 'unusable').length;
  return missing.reduce((sum, { parameters }) => sum + Number(parameters['count'] ?? 1), unusable);
}

/** The forms of each school together, sorted by 标识码 (none last), then by name. */
function groupSchools(candidates: readonly Candidate[]): Candidate[][] {
  const groups: Candidate[][] = [];
  const byCode = new Map<string, Candidate[][]>();
  const byName = new Map<string, Candidate[][]>();
  const add = <T>(map: Map<string, T[]>, key: string, value: T): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  };
  for (const candidate of candidates) {
    const { code } = candidate.form;
    const name = normaliseText(candidate.form.name);
    const sameCode =
      code === '' ? [] : (byCode.get(code) ?? []).filter((group) => namesAgree(group, name));
    const sameName =
      name === '' ? [] : (byName.get(name) ?? []).filter((group) => codesAgree(group, code));
    const group = sameCode[0] ?? sameName[0];
    if (group === undefined) {
      const own = [candidate];
      groups.push(own);
      if (code !== '') add(byCode, code, own);
      if (name !== '') add(byName, name, own);
    } else {
      group.push(candidate);
      if (code !== '' && !(byCode.get(code) ?? []).includes(group)) add(byCode, code, group);
      if (name !== '' && !(byName.get(name) ?? []).includes(group)) add(byName, name, group);
    }
  }
  return groups
    .map((group) => ({ group, ...keyOf(group) }))
    .sort((a, b) => compare(a.code, b.code) || compare(a.name, b.name))
    .map(({ group }) => group);
}

function keyOf(group: readonly Candidate[]): { readonly code: string; readonly name: string } {
  const { form } = fullest(group);
  return { code: form.code === '' ? '\uffff' : form.code, name: form.name };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same code is the same school where one name is part of the other (云岭县北关小学, 北关小学). */
function namesAgree(group: readonly Candidate[], name: string): boolean {
  return group.some(({ form }) => {
    const other = normaliseText(form.name);
    return name === '' || other === '' || name.includes(other) || other.includes(name);
  });
}

/** The same name is the same school unless both have codes that differ. */
function codesAgree(group: readonly Candidate[], code: string): boolean {
  return code === '' || group.every(({ form }) => form.code === '' || form.code === code);
}

function doubled(used: FormReading, other: FormReading): CollectionIssue {
  const differences = differingFields(used, other);
  return collectionIssue(differences.length === 0 ? 'form-repeated' : 'school-doubled', other, {
    cell: (other.answers.code ?? other.answers.name)?.cell ?? null,
    field: other.code === '' ? 'name' : 'code',
    actual: other.code === '' ? other.name : other.code,
    parameters: {
      usedFile: used.file,
      usedSheet: used.sheet,
      usedCell: (used.answers.code ?? used.answers.name)?.cell ?? '',
      count: differences.length,
      differences: differences.slice(0, MOST_DIFFERENCES).map(answerLabel).join('、'),
    },
  });
}

/** How many differing fields a line names. */
const MOST_DIFFERENCES = 8;

function differingFields(a: FormReading, b: FormReading): AnswerId[] {
  const ids = new Set<AnswerId>([...answerIds(a), ...answerIds(b)]);
  return [...ids].filter((id) => {
    const [one, two] = [a.answers[id], b.answers[id]];
    return (one?.value ?? one?.written ?? '') !== (two?.value ?? two?.written ?? '');
  });
}

function answerIds({ answers }: FormReading): AnswerId[] {
  return ANSWER_ORDER.filter((id) => answers[id] !== undefined);
}

function sharedIdentities(forms: readonly CollectedForm[]): CollectionIssue[] {
  const issues: CollectionIssue[] = [];
  const lines = (
    code: 'code-shared' | 'name-shared',
    field: 'code' | 'name',
    key: (form: CollectedForm) => string,
  ): void => {
    const groups = new Map<string, CollectedForm[]>();
    for (const form of forms) {
      const shared = key(form);
      if (shared !== '') groups.set(shared, [...(groups.get(shared) ?? []), form]);
    }
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      for (const form of group) {
        const others = group
          .filter((other) => other !== form)
          .map(({ file, sheet, name }) => `${name}（${file}，${sheet}）`)
          .join('、');
        issues.push(
          collectionIssue(code, form, {
            cell: form.answers[field]?.cell ?? null,
            field,
            actual: form[field],
            parameters: { others },
          }),
        );
      }
    }
  };
  lines('code-shared', 'code', ({ code }) => code);
  lines('name-shared', 'name', ({ name }) => normaliseText(name));
  return issues;
}

/** A figure of the junior stage that a primary school fills in all the same is not the county's. */
function totalOf(field: FormFieldId, forms: readonly CollectedForm[]): CollectedTotal {
  const stage = FORM_FIELDS.find(({ id }) => id === field)?.stage ?? null;
  const stated = forms
    .filter((form) => form.used && (stage === null || formStages(form)[stage]))
    .flatMap((form) => numberOf(form, field) ?? []);
  return { field, total: stated.reduce((a, b) => a + b, 0), schools: stated.length };
}

/** Files that are no forms and doubled schools first, then form by form and row by row; notes last. */
function sortedIssues(
  issues: readonly CollectionIssue[],
  readings: readonly FileReading[],
): CollectionIssue[] {
  const places = new Map<string, number>();
  for (const { file, forms } of readings) {
    for (const sheet of [null, ...forms.map((form) => form.sheet)]) {
      places.set(placeKey({ file, sheet }), places.size);
    }
  }
  return issues
    .map((issue, index) => ({
      issue,
      keys: [
        RANKS[ISSUE_CODES[issue.code]],
        places.get(placeKey(issue)) ?? 0,
        Number(/\d+$/.exec(issue.cell ?? '')?.[0] ?? Infinity),
        index,
      ],
    }))
    .sort((a, b) => firstDifference(a.keys, b.keys))
    .map(({ issue }) => issue);
}

function placeKey({ file, sheet }: Pick<CollectionIssue, 'file' | 'sheet'>): string {
  return `${file}\n${sheet ?? ''}`;
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  for (const [index, one] of a.entries()) {
    const two = b[index] ?? one;
    if (one !== two) return one < two ? -1 : 1;
  }
  return 0;
}

const RANKS = {
  unreadable: 0,
  foreign: 1,
  doubled: 2,
  missing: 3,
  contradictory: 3,
  unusable: 3,
  note: 4,
} as const;
