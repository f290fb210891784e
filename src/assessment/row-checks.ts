import { STAGES } from '../standard/stage';
import type { Stage } from '../standard/stage';
import type { Quantity } from '../standard/quantities';
import type { SchoolType } from '../standard/school-type';
import type { Finding, FindingDetails } from './finding';
import { finding } from './finding-codes';
import type { FindingCode } from './finding-codes';
import type { School } from './school';
import { at } from './school-cell';
import { STAGE_QUANTITIES } from './stage-quantities';
import type { StageQuantities } from './stage-quantities';

/** What a rule found wrong: the cell to look at, and what it was compared with. */
interface Contradiction {
  readonly at: Quantity;
  readonly details: FindingDetails;
}

/** A consistency rule over the numbers of one stage of one row. */
interface StageRowRule {
  readonly code: FindingCode;
  readonly inspect: (school: School, own: StageQuantities, stage: Stage) => Contradiction | null;
}

/** A consistency rule over a whole row. */
interface RowRule {
  readonly code: FindingCode;
  readonly inspect: (school: School) => Contradiction | null;
}

/** One number may not exceed another that contains it. */
function exceeds(
  school: School,
  part: Quantity,
  whole: Quantity,
  unit: FindingDetails['unit'],
): Contradiction | null {
  const actual = school.amount(part);
  const required = school.amount(whole);
  if (actual === null || required === null || actual <= required) return null;
  return { at: part, details: { actual, required, unit: unit ?? null } };
}

/** Types whose name excludes a stage; 附设班 make such pupils possible, so it is only a warning. */
const EXCLUDES: Readonly<Record<Stage, readonly SchoolType[]>> = {
  primary: ['junior', 'completeSecondary', 'senior', 'kindergarten'],
  junior: ['primary', 'teachingPoint', 'senior', 'kindergarten'],
};

const STAGE_RULES: readonly StageRowRule[] = [
  {
    code: 'stage-against-type',
    inspect: (school, own, stage) => {
      const { type } = school.description;
      const actual = school.amount(own.students);
      if (type === null || actual === null || actual <= 0) return null;
      if (!EXCLUDES[stage].includes(type)) return null;
      return { at: own.students, details: { actual, unit: 'student', parameters: { type } } };
    },
  },
  {
    code: 'degree-exceeds-teachers',
    inspect: (school, own) => exceeds(school, own.aboveRequiredDegree, own.teachers, 'person'),
  },
  {
    code: 'backbone-exceeds-teachers',
    inspect: (school, own) => exceeds(school, own.backbone, own.teachers, 'person'),
  },
  {
    code: 'sports-arts-exceeds-teachers',
    inspect: (school, own) => exceeds(school, own.sportsArts, own.teachers, 'person'),
  },
  {
    code: 'students-without-classes',
    inspect: (school, own) => {
      const actual = school.amount(own.students);
      if (actual === null || actual <= 0 || school.amount(own.classes) !== 0) return null;
      return { at: own.classes, details: { actual, unit: 'student' } };
    },
  },
  {
    code: 'class-mean-exceeds-largest',
    inspect: (school, own) => {
      const students = school.amount(own.students);
      const classes = school.amount(own.classes);
      const required = school.amount(own.largestClass);
      if (students === null || classes === null || required === null) return null;
      // Whole numbers: the product is exact where the quotient would be rounded.
      if (classes <= 0 || students <= classes * required) return null;
      return {
        at: own.largestClass,
        details: { actual: students / classes, required, unit: 'student' },
      };
    },
  },
  {
    code: 'large-classes-exceed-classes',
    inspect: (school, own) => exceeds(school, own.largeClasses, own.classes, 'class'),
  },
];

const ROW_RULES: readonly RowRule[] = [
  {
    code: 'indoor-sports-exceeds-area',
    inspect: (school) => exceeds(school, 'indoorSportsArea', 'teachingArea', 'squareMetre'),
  },
];

/** 表内审核: what contradicts itself within one row, as it is written. All warnings. */
export function rowChecks(school: School): Finding[] {
  const findings: Finding[] = [];
  for (const stage of STAGES) {
    for (const { code, inspect } of STAGE_RULES) {
      const found = inspect(school, STAGE_QUANTITIES[stage], stage);
      if (found !== null) {
        findings.push(finding(code, { ...at(school, found.at), stage, ...found.details }));
      }
    }
  }
  for (const { code, inspect } of ROW_RULES) {
    const found = inspect(school);
    if (found !== null) findings.push(finding(code, { ...at(school, found.at), ...found.details }));
  }
  return findings;
}
