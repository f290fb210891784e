import type { SchoolField } from '../../src/assessment/school';
import { completeForm } from './complete-form';
import type { CountyForm } from './county-form';
import type { GeneratedSchool } from './generated-school';
import { Random } from './random';
import { soundSchools } from './sample-county';
import { SAMPLE_FORM } from './sample-form';

/** What sets last year's workbook of the sample county apart from this year's, on purpose. */
export interface PlantedChange {
  readonly school: string;
  readonly description: string;
}

const CHANGES: readonly PlantedChange[] = [
  { school: '育才小学', description: '今年新建，去年没有' },
  { school: '旧寨小学', description: '去年有，今年撤销' },
  { school: '后沟教学点', description: '去年 50 人，在评估范围内；今年 49 人，不在范围内' },
  { school: '河湾教学点', description: '去年单独办学，今年填写了“并入学校”' },
  { school: '文昌小学', description: '去年叫文昌街小学，按标识码对上' },
  { school: '东湖小学（3）', description: '今年的标识码少一位，按名称对上' },
  { school: '梅峰小学', description: '一部分学生去年底迁往他校，在校生少了四成多，需要核实' },
  { school: '前沟教学点', description: '教学仪器设备值是去年的十倍，需要核实' },
];

/** Whole numbers that grow with the county's means: teachers of a kind, rooms, things. */
const GROWING: readonly SchoolField[] = [
  'primaryAboveRequiredDegree',
  'primaryBackboneTeachers',
  'primarySportsArtsTeachers',
  'juniorAboveRequiredDegree',
  'juniorBackboneTeachers',
  'juniorSportsArtsTeachers',
  'multimediaRooms',
  'computers',
  'books',
];
/** What goes with the pupils where part of a school has moved away. */
const MOVING: readonly SchoolField[] = [
  ...GROWING,
  'primaryTeachers',
  'certifiedTeachers',
  'trained360Teachers',
  'primaryIntermediateTitles',
  'teachingArea',
  'indoorSportsArea',
  'sportsGroundArea',
];
/** The school that has sent nearly half of its pupils to another campus since. */
const DIVIDED = '梅峰小学';
/** A school just within the largest size: it never was above it. */
const LARGEST = '云岭县第一实验小学';

/** The year before those that this year's workbook holds. */
const EARLIEST_YEAR: CountyForm['finance'][number] = {
  year: 2021,
  education: 66900,
  revenue: 168300,
  primaryExpense: 11980,
  juniorExpense: 16240,
  primaryPublicFunds: 1340,
  juniorPublicFunds: 1590,
  wage: 81900,
  pupils: 41590,
};

/** The schools of the sample county as they were a year ago. */
export function lastYearSchools(): {
  readonly schools: readonly GeneratedSchool[];
  readonly changes: readonly PlantedChange[];
} {
  const random = new Random(20250901);
  const schools = soundSchools()
    .filter(({ name }) => name !== '育才小学')
    .map((school) => aYearAgo(school, random));
  const closed = schools.find(({ name }) => name === '西岭小学（2）');
  schools.push({ ...closed, code: '2141000906', name: '旧寨小学' });
  return { schools, changes: CHANGES };
}

function aYearAgo(now: GeneratedSchool, random: Random): GeneratedSchool {
  const last: GeneratedSchool = { ...now };
  delete last.mergedInto;
  if (now.name === '文昌小学') last.name = '文昌街小学';
  const divided = now.name === DIVIDED ? 1.79 : 1;
  const pupils = now.name === LARGEST ? 0.98 : divided * random.between(0.985, 1.035);
  const wealth = random.between(0.94, 1);
  for (const field of ['primaryStudents', 'juniorStudents', 'seniorStudents'] as const) {
    const students = now[field];
    if (typeof students === 'number') last[field] = Math.round(students * pupils);
  }
  for (const field of GROWING) {
    const amount = now[field];
    if (typeof amount === 'number') last[field] = Math.round(amount * wealth);
  }
  if (typeof now.equipmentValue === 'number') {
    last.equipmentValue = Math.round(now.equipmentValue * wealth * divided * 100) / 100;
  }
  if (divided !== 1) {
    for (const field of MOVING) {
      const amount = last[field];
      if (typeof amount === 'number') last[field] = Math.round(amount * divided);
    }
  }
  for (const [students, classes, largest, size] of [
    ['primaryStudents', 'primaryClasses', 'primaryLargestClass', 45],
    ['juniorStudents', 'juniorClasses', 'juniorLargestClass', 50],
  ] as const) {
    const count = last[classes];
    if (typeof count !== 'number') continue;
    last[classes] = Math.max(count, Math.ceil(Number(last[students]) / size));
    last[largest] = Math.min(size, Math.ceil(Number(last[students]) / last[classes]) + 2);
  }
  return last;
}

/** What the sample county filled in a year ago: its levels of spending up to that year, nothing left out. */
export function lastYearForm(schools: readonly GeneratedSchool[]): CountyForm {
  return completeForm(
    {
      ...SAMPLE_FORM,
      year: '2025',
      finance: [EARLIEST_YEAR, ...SAMPLE_FORM.finance.slice(0, -1)],
      government: { ...SAMPLE_FORM.government, 10: { conclusion: '达标' } },
      quality: { ...SAMPLE_FORM.quality, 5: { conclusion: '达标' } },
    },
    schools,
    700,
  );
}
