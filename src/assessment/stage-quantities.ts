import type { Quantity } from '../standard/quantities';
import type { Stage } from '../standard/stage';

/** The columns that belong to one stage alone. */
export interface StageQuantities {
  readonly students: Quantity;
  readonly grades: Quantity;
  readonly classes: Quantity;
  readonly largestClass: Quantity;
  /** Classes above the standard size: over 45 (小学), over 50 (初中). */
  readonly largeClasses: Quantity;
  readonly teachers: Quantity;
  readonly aboveRequiredDegree: Quantity;
  readonly backbone: Quantity;
  readonly sportsArts: Quantity;
  readonly intermediateTitles: Quantity;
}

/** Where each stage keeps its own numbers. */
export const STAGE_QUANTITIES: Readonly<Record<Stage, StageQuantities>> = {
  primary: {
    students: 'primaryStudents',
    grades: 'primaryGrades',
    classes: 'primaryClasses',
    largestClass: 'primaryLargestClass',
    largeClasses: 'primaryClassesOver45',
    teachers: 'primaryTeachers',
    aboveRequiredDegree: 'primaryAboveRequiredDegree',
    backbone: 'primaryBackboneTeachers',
    sportsArts: 'primarySportsArtsTeachers',
    intermediateTitles: 'primaryIntermediateTitles',
  },
  junior: {
    students: 'juniorStudents',
    grades: 'juniorGrades',
    classes: 'juniorClasses',
    largestClass: 'juniorLargestClass',
    largeClasses: 'juniorClassesOver50',
    teachers: 'juniorTeachers',
    aboveRequiredDegree: 'juniorAboveRequiredDegree',
    backbone: 'juniorBackboneTeachers',
    sportsArts: 'juniorSportsArtsTeachers',
    intermediateTitles: 'juniorIntermediateTitles',
  },
};

/** The columns that count the teachers of a stage, all of them and by kind. */
export function staffQuantities(stage: Stage): readonly Quantity[] {
  const own = STAGE_QUANTITIES[stage];
  return [
    own.teachers,
    own.aboveRequiredDegree,
    own.backbone,
    own.sportsArts,
    own.intermediateTitles,
  ];
}
