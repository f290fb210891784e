import { STAGE_QUANTITIES } from '../../assessment/stage-quantities';
import type { SchoolField } from '../../assessment/school';
import { requiresStage } from '../../assessment/stage-presence';
import type { SchoolType } from '../../standard/school-type';
import type { Stage } from '../../standard/stage';
import { STAGES } from '../../standard/stage';
import { parseSchoolType } from '../school-type-names';
import { headingOf } from '../columns';
import { collectionIssue } from './collection-issue';
import type { CollectionIssue, IssueCode } from './collection-issue';
import { classSizes, DEGREE_FIELDS, SUBJECT_FIELDS, sumOf } from './derive-school';
import { CLASS_BANDS, FORM_FIELDS } from './form-fields';
import type { FormFieldId } from './form-fields';
import type { AnswerId } from './form-labels';
import { numberOf } from './form-reading';
import type { FormReading } from './form-reading';
import { formStages } from './form-stages';

const LABELS: ReadonlyMap<AnswerId, string> = new Map<AnswerId, string>(
  FORM_FIELDS.map(({ id, label }) => [id, label]),
);

/** The label of an answer, as lines about it name it: of the form, else the column's heading. */
export function answerLabel(id: AnswerId): string {
  return LABELS.get(id) ?? (isColumn(id) ? headingOf(id) : id);
}

function isColumn(id: AnswerId): id is SchoolField {
  return !LABELS.has(id);
}

/** Parts that may not add up to more than a whole. */
const PARTS_OF: readonly (readonly [whole: FormFieldId, ...parts: FormFieldId[]])[] = [
  ['teachers', 'backboneTeachers'],
  ['teachers', 'certifiedTeachers'],
  ['teachers', 'trained360Teachers'],
  ['teachers', ...SUBJECT_FIELDS],
  ['teachers', ...DEGREE_FIELDS.primary, ...DEGREE_FIELDS.junior],
  ['primaryStudents', 'primaryInDistrict'],
  ['juniorStudents', 'juniorInDistrict'],
  ['teachingArea', 'indoorSportsArea'],
  ['indoorSportsArea', 'gymnasiumArea'],
  ['allMusicRooms', 'musicRooms', 'musicRooms73To96', 'musicRooms61To73'],
  ['allArtRooms', 'artRooms', 'artRooms67To90', 'artRooms61To67'],
  ['publicFundsBudget', 'trainingBudget'],
];

/** Figures of the whole school with the columns of its stages that add up to it. */
const STAGES_OF = [
  ['classes', 'classes', ['classes']],
  ['teachers', 'teachers', ['teachers']],
  ['backboneTeachers', 'backbone', ['backboneTeachers']],
  ['sportsTeachers', 'sportsArts', SUBJECT_FIELDS],
] as const satisfies readonly (readonly [
  FormFieldId,
  keyof (typeof STAGE_QUANTITIES)['primary'],
  readonly FormFieldId[],
])[];

/** A small rural school of the 2019 规程 has 50 to 99 pupils. */
const SMALL_SCHOOL = { least: 50, most: 99 };
/** A rural school of small classes: each below 30 pupils, so none in the bands from 31 on. */
const SMALL_CLASS = 30;

type Report = (
  code: IssueCode,
  at: AnswerId,
  parameters: Readonly<Record<string, string | number>>,
) => void;

/** What in a form contradicts itself: totals against their parts, pupils against classes and so on. */
export function contradictions(form: FormReading): CollectionIssue[] {
  const issues: CollectionIssue[] = [];
  const report: Report = (code, at, parameters) => {
    const answer = form.answers[at];
    issues.push(
      collectionIssue(code, form, {
        cell: answer?.cell ?? null,
        field: at,
        actual: answer?.written ?? '',
        parameters,
      }),
    );
  };
  checkParts(form, report);
  checkClasses(form, report);
  checkStages(form, report);
  checkRetention(form, report);
  checkAnswers(form, report);
  return issues;
}

function checkParts(form: FormReading, report: Report): void {
  const compare = (whole: AnswerId, total: number | null, parts: readonly AnswerId[]): void => {
    const stated = parts.flatMap((id) => numberOf(form, id) ?? []);
    const [first] = parts;
    if (total === null || first === undefined || stated.length === 0) return;
    // Added as the decimals they show, so that 0.1 + 0.2 is no more than 0.3.
    const sum = Number(stated.reduce((a, b) => a + b, 0).toPrecision(12));
    if (sum > total) {
      report('part-exceeds-whole', first, {
        parts: parts.map(answerLabel).join(' + '),
        sum,
        whole: answerLabel(whole),
        total,
        wholeCell: form.answers[whole]?.cell ?? '',
      });
    }
  };
  for (const [whole, ...parts] of PARTS_OF) compare(whole, numberOf(form, whole), parts);
  const pupils = [numberOf(form, 'primaryStudents'), numberOf(form, 'juniorStudents')];
  if (pupils.some((count) => count !== null)) {
    const total = pupils.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    const migrants = numberOf(form, 'migrantStudents');
    if (migrants !== null && migrants > total) {
      report('part-exceeds-whole', 'migrantStudents', {
        parts: answerLabel('migrantStudents'),
        sum: migrants,
        whole: `${answerLabel('primaryStudents')} + ${answerLabel('juniorStudents')}`,
        total,
        wholeCell: form.answers.primaryStudents?.cell ?? '',
      });
    }
  }
}

function checkClasses(form: FormReading, report: Report): void {
  const classes = numberOf(form, 'classes');
  const banded = sumOf(
    form,
    CLASS_BANDS.map(({ id }) => id),
  );
  if (classes !== null && banded !== null && classes !== banded) {
    report('classes-differ-from-bands', 'classes', { classes, banded });
  }
  const pupils = pupilsOfClasses(form);
  if (pupils === null || pupils === 0) return;
  if (classes === 0) report('pupils-without-classes', 'classes', { pupils });
  if (banded === null || banded === 0 || banded !== classes) return;
  let least = 0;
  let most: number | null = 0;
  for (const { id, smallest, largest } of CLASS_BANDS) {
    const count = numberOf(form, id) ?? 0;
    if (count === 0) continue;
    least += count * smallest;
    most = largest === null || most === null ? null : most + count * largest;
  }
  if (pupils < least || (most !== null && pupils > most)) {
    report('pupils-outside-bands', 'classes', { pupils, least, most: most ?? '∞' });
  }
}

/** The pupils that sit in the classes counted; null where some stage's are not stated. */
function pupilsOfClasses(form: FormReading): number | null {
  const stages = formStages(form);
  let pupils = 0;
  for (const [stage, id] of [
    ['primary', 'primaryStudents'],
    ['junior', 'juniorStudents'],
    ['senior', 'seniorStudents'],
  ] as const) {
    if (!stages[stage]) continue;
    const count = numberOf(form, id);
    if (count === null) return null;
    pupils += count;
  }
  return pupils;
}

function checkStages(form: FormReading, report: Report): void {
  const written = form.answers.type?.value;
  const type = typeof written === 'string' ? parseSchoolType(written) : null;
  if (type !== null) {
    for (const stage of STAGES) {
      const id = STAGE_QUANTITIES[stage].students;
      const pupils = numberOf(form, id);
      if (pupils !== null && pupils > 0 && !mayHaveStage(type, stage)) {
        report('type-against-stage', id, { type: String(written), pupils });
      }
    }
  }
  const stages = formStages(form);
  for (const [at, column, parts] of STAGES_OF) {
    const total = sumOf(form, parts);
    if (total === null) continue;
    const columns = STAGES.map((stage) => STAGE_QUANTITIES[stage][column]);
    const stated = columns.filter((id) => numberOf(form, id) !== null);
    const complete = STAGES.every(
      (stage) => !stages[stage] || numberOf(form, STAGE_QUANTITIES[stage][column]) !== null,
    );
    if (stated.length === 0) continue;
    const sum = stated.reduce((amount, id) => amount + (numberOf(form, id) ?? 0), 0);
    if (sum > total || (complete && !stages.senior && sum < total)) {
      report('stages-differ-from-whole', stated[0] ?? at, {
        parts: stated.map(answerLabel).join(' + '),
        sum,
        whole: parts.map(answerLabel).join(' + '),
        total,
        wholeCell: form.answers[at]?.cell ?? '',
      });
    }
  }
  for (const stage of STAGES) {
    const id = STAGE_QUANTITIES[stage].aboveRequiredDegree;
    const stated = numberOf(form, id);
    const sum = sumOf(form, DEGREE_FIELDS[stage]);
    if (stated !== null && sum !== null && stated !== sum) {
      report('stages-differ-from-whole', id, {
        parts: answerLabel(id),
        sum: stated,
        whole: DEGREE_FIELDS[stage].map(answerLabel).join(' + '),
        total: sum,
        wholeCell: form.answers[DEGREE_FIELDS[stage][0] ?? id]?.cell ?? '',
      });
    }
  }
}

/** Types that never have pupils of another stage than their own. */
const ONE_STAGE: ReadonlySet<SchoolType> = new Set<SchoolType>([
  'primary',
  'teachingPoint',
  'junior',
  'completeSecondary',
]);

function mayHaveStage(type: SchoolType, stage: Stage): boolean {
  return !ONE_STAGE.has(type) || requiresStage(type, stage);
}

/** 三年巩固率 = (毕业 − 转入 + 转出) ÷ (初一在校 − 死亡): never above 1. */
function checkRetention(form: FormReading, report: Report): void {
  const left = sumOf(form, ['graduates', 'transferredOut']);
  const transferredIn = numberOf(form, 'transferredIn');
  const enrolled = numberOf(form, 'enrolledAtStart');
  const deaths = numberOf(form, 'deaths');
  if (left === null || transferredIn === null || enrolled === null || deaths === null) return;
  const stayed = left - transferredIn;
  const expected = enrolled - deaths;
  if (stayed > expected) report('retention-above-all', 'graduates', { stayed, expected });
}

function checkAnswers(form: FormReading, report: Report): void {
  const founded = numberOf(form, 'foundedYear');
  for (const [id, year] of [
    ['builtBy2010', 2010],
    ['builtBy2016', 2016],
  ] as const) {
    if (form.answers[id]?.value === true && founded !== null && founded > year) {
      report('year-against-answer', id, { founded, year, label: answerLabel(id) });
    }
  }
  if (form.answers.builtBy2010?.value === true && form.answers.builtBy2016?.value === false) {
    report('year-against-answer', 'builtBy2016', {
      founded: '',
      year: 2016,
      label: answerLabel('builtBy2016'),
    });
  }
  const pupils = pupilsOfClasses(form);
  const small = form.answers.smallRuralSchool?.value;
  if (
    small === true &&
    pupils !== null &&
    (pupils < SMALL_SCHOOL.least || pupils > SMALL_SCHOOL.most)
  ) {
    report('size-against-answer', 'smallRuralSchool', {
      label: answerLabel('smallRuralSchool'),
      size: pupils,
    });
  }
  const sizes = classSizes(form);
  if (
    form.answers.smallClassRuralSchool?.value === true &&
    sizes !== null &&
    sizes.largest > SMALL_CLASS
  ) {
    report('size-against-answer', 'smallClassRuralSchool', {
      label: answerLabel('smallClassRuralSchool'),
      size: sizes.largest,
    });
  }
  for (const { id, condition } of FORM_FIELDS) {
    const conditionOf = ASKED_IF[id];
    if (conditionOf === undefined || condition === null) continue;
    if ((numberOf(form, id) ?? 0) > 0 && form.answers[conditionOf]?.value === false) {
      report('not-asked', id, { condition });
    }
  }
}

/** The answer on which a field of few schools depends. */
const ASKED_IF: Readonly<Partial<Record<FormFieldId, FormFieldId>>> = {
  sharedSportsTeachers: 'smallRuralSchool',
  sharedMusicTeachers: 'smallRuralSchool',
  sharedFineArtsTeachers: 'smallRuralSchool',
  sharedArtsTeachers: 'smallRuralSchool',
  rentedSportsArea: 'denseCityCentre',
  otherSportsArea: 'denseCityCentre',
};
