import type { PlannedRow, SheetPlan } from '../../src/plans/sheet-plan';
import { FORM_SHEET, planCollectionForm } from '../../src/reports/collection-form';
import { CN_2017 } from '../../src/standard/cn-2017';
import { ANSWER_ORDER } from '../../src/workbook/collection/answer-order';
import { CLASS_BANDS } from '../../src/workbook/collection/form-fields';
import { answerLabel } from '../../src/workbook/collection/contradictions';
import type { AnswerId } from '../../src/workbook/collection/form-labels';
import type { GeneratedSchool } from './generated-school';

/** What a school writes into its form. */
export type FormAnswers = Readonly<Partial<Record<AnswerId, string | number>>>;

const FORM_TYPES: Readonly<Record<string, string>> = {
  初级中学: '初中',
  九年一贯制学校: '九年一贯制',
  十二年一贯制学校: '十二年一贯制',
};

/** Columns that the form asks for as 学校数据 has them. */
const COPIED = [
  'name',
  'code',
  'primaryStudents',
  'juniorStudents',
  'certifiedTeachers',
  'trained360Teachers',
  'teachingArea',
  'indoorSportsArea',
  'sportsGroundArea',
  'equipmentValue',
  'multimediaRooms',
  'musicRooms',
  'artRooms',
  'publicFundsBudget',
  'trainingBudget',
  'ownership',
  'locality',
  'group',
  'boarding',
  'seniorStudents',
  'primaryGrades',
  'juniorGrades',
] as const;
const BY_STAGE = [
  'primaryClasses',
  'juniorClasses',
  'primaryTeachers',
  'juniorTeachers',
  'primaryBackboneTeachers',
  'juniorBackboneTeachers',
  'primarySportsArtsTeachers',
  'juniorSportsArtsTeachers',
] as const;

/**
 * A school as a county keeps it, with class sizes as even as they can be, and the form that the
 * school fills in to say the same.
 */
export function schoolWithForm(generated: GeneratedSchool): {
  readonly school: GeneratedSchool;
  readonly answers: FormAnswers;
} {
  const school: GeneratedSchool = { ...generated };
  delete school.computers;
  delete school.books;
  delete school.primaryIntermediateTitles;
  delete school.juniorIntermediateTitles;
  const amount = (field: keyof GeneratedSchool): number => Number(school[field] ?? 0);
  const several =
    [amount('primaryStudents'), amount('juniorStudents'), amount('seniorStudents')].filter(
      (pupils) => pupils > 0,
    ).length > 1;
  const bands = new Map<AnswerId, number>(CLASS_BANDS.map(({ id }) => [id, 0]));
  const answers: Partial<Record<AnswerId, string | number>> = {};
  let classes = 0;
  const seat = (pupils: number, rooms: number): readonly number[] => {
    const small = Math.floor(pupils / rooms);
    const sizes = Array.from({ length: rooms }, (_, room) =>
      room < pupils - small * rooms ? small + 1 : small,
    );
    for (const size of sizes) {
      const band = CLASS_BANDS.find(({ largest }) => largest === null || size <= largest);
      if (band !== undefined) bands.set(band.id, (bands.get(band.id) ?? 0) + 1);
    }
    classes += rooms;
    return sizes;
  };
  if (amount('primaryStudents') > 0) {
    const sizes = seat(amount('primaryStudents'), amount('primaryClasses'));
    answers.primaryLargestClass = school.primaryLargestClass = Math.max(...sizes);
    answers.primaryClassesOver45 = school.primaryClassesOver45 = sizes.filter(
      (size) => size > 45,
    ).length;
  }
  if (amount('juniorStudents') > 0) {
    const sizes = seat(amount('juniorStudents'), amount('juniorClasses'));
    answers.juniorLargestClass = school.juniorLargestClass = Math.max(...sizes);
    answers.juniorClassesOver50 = school.juniorClassesOver50 = sizes.filter(
      (size) => size > 50,
    ).length;
  }
  const seniorRooms = Math.ceil(amount('seniorStudents') / 50);
  if (seniorRooms > 0) seat(amount('seniorStudents'), seniorRooms);

  for (const field of COPIED) if (school[field] !== undefined) answers[field] = school[field];
  if (several) {
    for (const field of BY_STAGE) if (school[field] !== undefined) answers[field] = school[field];
  }
  answers.type = FORM_TYPES[String(school.type)] ?? String(school.type);
  Object.assign(answers, {
    foundedYear: 1986,
    builtBy2010: '是',
    builtBy2016: '是',
    denseCityCentre: '否',
    smallRuralSchool: '否',
    smallClassRuralSchool: '否',
    primaryStudents: amount('primaryStudents'),
    juniorStudents: amount('juniorStudents'),
    migrantStudents: 3,
    primaryInDistrict: amount('primaryStudents'),
    juniorInDistrict: amount('juniorStudents'),
    classes,
    teachers: amount('primaryTeachers') + amount('juniorTeachers') + seniorRooms * 3,
    backboneTeachers: amount('primaryBackboneTeachers') + amount('juniorBackboneTeachers'),
    sharedSportsTeachers: '',
    gymnasiumArea: amount('indoorSportsArea'),
    publicFundsSpent: amount('publicFundsBudget'),
    allMusicRooms: amount('musicRooms') + 1,
    musicRooms73To96: 1,
    musicRooms61To73: 0,
    allArtRooms: amount('artRooms'),
    artRooms67To90: 0,
    artRooms61To67: 0,
    graduates: 98,
    enrolledAtStart: 100,
    transferredIn: 1,
    transferredOut: 2,
    deaths: 0,
  } satisfies FormAnswers);
  for (const [id, count] of bands) answers[id] = count;
  const primaryDegrees = amount('primaryAboveRequiredDegree');
  answers.primaryCollege = Math.floor(primaryDegrees / 3);
  answers.primaryMaster = Math.min(1, primaryDegrees - answers.primaryCollege);
  answers.primaryBachelor = primaryDegrees - answers.primaryCollege - answers.primaryMaster;
  answers.primaryDoctor = 0;
  const juniorDegrees = amount('juniorAboveRequiredDegree');
  answers.juniorMaster = Math.floor(juniorDegrees / 5);
  answers.juniorBachelor = juniorDegrees - answers.juniorMaster;
  answers.juniorDoctor = 0;
  const subjects = amount('primarySportsArtsTeachers') + amount('juniorSportsArtsTeachers');
  answers.sportsTeachers = Math.floor(subjects / 2);
  answers.musicTeachers = Math.floor((subjects - answers.sportsTeachers) / 2);
  answers.fineArtsTeachers = subjects - answers.sportsTeachers - answers.musicTeachers;
  answers.artsTeachers = 0;
  return { school, answers };
}

const ANSWER_COLUMN = 4;
const LABEL_COLUMN = 2;

/** The form with answers written beside their labels. */
export function filledForm(answers: FormAnswers, name = FORM_SHEET): SheetPlan {
  const [form] = planCollectionForm(CN_2017);
  if (form === undefined) throw new Error('There is no form.');
  const byLabel = new Map<string, string | number>();
  for (const [id, value] of entries(answers)) byLabel.set(answerLabel(id), value);
  const rows = form.rows.map((row): PlannedRow => {
    const label = row.cells.find(({ column }) => column === LABEL_COLUMN)?.value;
    const value = typeof label === 'string' ? byLabel.get(label) : undefined;
    if (value === undefined || value === '') return row;
    return {
      ...row,
      cells: row.cells.map((cell) => (cell.column === ANSWER_COLUMN ? { ...cell, value } : cell)),
    };
  });
  return { ...form, name, rows };
}

function entries(answers: FormAnswers): [AnswerId, string | number][] {
  return ANSWER_ORDER.flatMap((id): [AnswerId, string | number][] => {
    const value = answers[id];
    return value === undefined ? [] : [[id, value]];
  });
}
