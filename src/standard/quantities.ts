/**
 * What the statistics record of one school, as numbers. These ids are what a standard's numerators
 * are built from; the headings under which a workbook keeps them are declared in `workbook/columns`.
 *
 * Units: pupils, teachers, classes and rooms are whole counts; areas ㎡; money 万元.
 */
export const QUANTITIES = [
  'primaryStudents',
  'juniorStudents',
  'seniorStudents',
  'primaryGrades',
  'juniorGrades',
  'primaryClasses',
  'juniorClasses',
  'primaryLargestClass',
  'juniorLargestClass',
  'primaryClassesOver45',
  'juniorClassesOver50',
  'primaryTeachers',
  'juniorTeachers',
  'primaryAboveRequiredDegree',
  'juniorAboveRequiredDegree',
  'primaryBackboneTeachers',
  'juniorBackboneTeachers',
  'primarySportsArtsTeachers',
  'juniorSportsArtsTeachers',
  'teachingArea',
  'indoorSportsArea',
  'sportsGroundArea',
  'equipmentValue',
  'multimediaRooms',
  'musicRooms',
  'artRooms',
  'certifiedTeachers',
  'trained360Teachers',
  'publicFundsBudget',
  'trainingBudget',
  'computers',
  'books',
  'primaryIntermediateTitles',
  'juniorIntermediateTitles',
] as const;

/** The id of one number that the statistics record of a school. */
export type Quantity = (typeof QUANTITIES)[number];

const MEASURED: ReadonlySet<Quantity> = new Set<Quantity>([
  'teachingArea',
  'indoorSportsArea',
  'sportsGroundArea',
  'equipmentValue',
  'publicFundsBudget',
  'trainingBudget',
]);

/** Whether a quantity is a count of whole people, classes, rooms or things (not an area or money). */
export function isCount(quantity: Quantity): boolean {
  return !MEASURED.has(quantity);
}
