import type { GeneratedSchool } from './generated-school';
import { generateSchools } from './generate-schools';
import type { PlantedProblem } from './planted-problem';

/** Schools written by hand, each of a kind that a county has few of. */
const RARE_SCHOOLS: readonly GeneratedSchool[] = [
  teachingPoint('2141000901', '后沟教学点', 49),
  teachingPoint('2141000902', '前沟教学点', 50),
  { ...teachingPoint('2141000903', '河湾教学点', 32), mergedInto: '' },
  {
    code: '2141000904',
    name: '云岭县特殊教育学校',
    type: '特殊教育学校',
    ownership: '县级教育部门',
    locality: '城区',
    primaryStudents: 86,
    juniorStudents: 24,
    primaryTeachers: 31,
    juniorTeachers: 9,
  },
  {
    code: '2141000905',
    name: '云岭县第一实验小学',
    type: '小学',
    ownership: '县级教育部门',
    locality: '城区',
    group: '第一教育集团',
    boarding: '否',
    primaryStudents: 2000,
    primaryGrades: 6,
    primaryClasses: 45,
    primaryLargestClass: 45,
    primaryClassesOver45: 0,
    primaryTeachers: 118,
    primaryAboveRequiredDegree: 110,
    primaryBackboneTeachers: 26,
    primarySportsArtsTeachers: 18,
    teachingArea: 12400.5,
    indoorSportsArea: 900.5,
    sportsGroundArea: 17100,
    equipmentValue: 520,
    multimediaRooms: 52,
    musicRooms: 4,
    artRooms: 4,
    certifiedTeachers: 118,
    trained360Teachers: 118,
    publicFundsBudget: 144,
    trainingBudget: 7.5,
    computers: 300,
    books: 46000,
    primaryIntermediateTitles: 55,
  },
];

function teachingPoint(code: string, name: string, students: number): GeneratedSchool {
  return {
    code,
    name,
    type: '教学点',
    ownership: '县级教育部门',
    locality: '乡村',
    boarding: '否',
    primaryStudents: students,
    primaryGrades: 3,
    primaryClasses: 3,
    primaryLargestClass: Math.ceil(students / 3),
    primaryClassesOver45: 0,
    primaryTeachers: 5,
    primaryAboveRequiredDegree: 4,
    primaryBackboneTeachers: 1,
    primarySportsArtsTeachers: 1,
    teachingArea: 320,
    indoorSportsArea: 0,
    sportsGroundArea: 520,
    equipmentValue: 14.2,
    multimediaRooms: 2,
    musicRooms: 1,
    artRooms: 1,
    certifiedTeachers: 5,
    trained360Teachers: 5,
    publicFundsBudget: 7.2,
    trainingBudget: 0.4,
    computers: 8,
    books: 1200,
    primaryIntermediateTitles: 2,
  };
}

function amountOf(school: GeneratedSchool, field: keyof GeneratedSchool): number {
  return Number(school[field] ?? 0);
}

/** The problems of the sample county, planted in schools chosen by what they are. */
function plantedProblems(schools: readonly GeneratedSchool[]): PlantedProblem[] {
  const used = new Set<string>();
  const choose = (fits: (school: GeneratedSchool) => boolean): string => {
    const chosen = schools.find((school) => !used.has(String(school.name)) && fits(school));
    if (chosen === undefined) throw new Error('The county has no school of the kind looked for.');
    used.add(String(chosen.name));
    return String(chosen.name);
  };
  const plainPrimary = (school: GeneratedSchool): boolean =>
    school.type === '小学' &&
    school.ownership === '县级教育部门' &&
    amountOf(school, 'primaryStudents') >= 200 &&
    school.name !== '云岭县第一实验小学';
  const plainJunior = (school: GeneratedSchool): boolean => school.type === '初级中学';

  return [
    {
      description: '两项低于标准的 85%（体育艺术教师、网络多媒体教室），学校综合不达标',
      finding: 'school-fails',
      school: choose(plainPrimary),
      plant: (school) => {
        school.primarySportsArtsTeachers = Math.floor(amountOf(school, 'primaryStudents') * 0.004);
        school.multimediaRooms = Math.floor(amountOf(school, 'primaryStudents') * 0.012);
      },
    },
    {
      description: '没有体育艺术教师：0 是真实的数，照常参与差异系数，该项不达标',
      finding: 'indicator-below',
      school: choose(plainPrimary),
      plant: (school) => {
        school.primarySportsArtsTeachers = 0;
      },
    },
    {
      description: '教学及辅助用房恰为标准的 85%，学校仍可综合达标',
      finding: 'indicator-near',
      school: choose(plainPrimary),
      plant: (school) => {
        school.indoorSportsArea = 0;
        school.teachingArea = (amountOf(school, 'primaryStudents') * 4.5 * 85) / 100;
        school.sportsGroundArea = amountOf(school, 'primaryStudents') * 9;
      },
    },
    {
      description: '两项在 85%—100% 之间（用房、场馆），超过允许的一项，学校综合不达标',
      finding: 'school-fails',
      school: choose(plainJunior),
      plant: (school) => {
        school.indoorSportsArea = 0;
        school.teachingArea = Math.round(amountOf(school, 'juniorStudents') * 5.8 * 0.9);
        school.sportsGroundArea = Math.round(amountOf(school, 'juniorStudents') * 10.2 * 0.93);
      },
    },
    {
      description: '网络多媒体教室数写成“待报”，这一项无法判定',
      finding: 'not-a-number',
      school: choose(plainPrimary),
      plant: (school) => {
        school.multimediaRooms = '待报';
      },
    },
    {
      description: '完全中学没有填高中在校生数，共用资源无法在学段间分摊',
      finding: 'senior-students-missing',
      school: choose((school) => school.type === '完全中学'),
      plant: (school) => {
        delete school.seniorStudents;
      },
    },
    {
      description: '骨干教师数存成了文本，已按数字使用',
      finding: 'number-as-text',
      school: choose(plainPrimary),
      plant: (school) => {
        school.primaryBackboneTeachers = String(school.primaryBackboneTeachers);
      },
    },
    {
      description: '网络多媒体教室数写成全角数字加“间”，已按数字使用',
      finding: 'full-width-number',
      school: choose(plainJunior),
      plant: (school) => {
        const wide = String(school.multimediaRooms).replace(/\d/g, (digit) =>
          String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
        );
        school.multimediaRooms = `${wide} 间`;
      },
    },
    {
      description: '教学仪器设备值的小数点错了一位，是同类学校的十倍',
      finding: 'unit-slip',
      school: '前沟教学点',
      plant: (school) => {
        school.equipmentValue = amountOf(school, 'equipmentValue') * 10;
      },
    },
    {
      description: '标识码只有 9 位',
      finding: 'code-malformed',
      school: choose(plainPrimary),
      plant: (school) => {
        school.code = String(school.code).slice(0, 9);
      },
    },
    {
      description: '高于规定学历教师多于专任教师',
      finding: 'degree-exceeds-teachers',
      school: choose(plainJunior),
      plant: (school) => {
        school.juniorTeachers = amountOf(school, 'juniorAboveRequiredDegree') - 2;
      },
    },
    {
      description: '小学里有初中附设班，按实际学段分别判定',
      finding: 'stage-against-type',
      school: choose(plainPrimary),
      plant: (school) => {
        school.juniorStudents = 40;
        school.juniorClasses = 1;
        school.juniorGrades = 1;
        school.juniorLargestClass = 40;
        school.juniorClassesOver50 = 0;
        school.juniorTeachers = 4;
        school.juniorAboveRequiredDegree = 3;
        school.juniorBackboneTeachers = 1;
        school.juniorSportsArtsTeachers = 1;
      },
    },
    {
      description: '教学点 49 人，不在评估范围（同村前沟教学点恰好 50 人，在范围内）',
      finding: 'out-of-scope-teaching-point',
      school: '后沟教学点',
      plant: () => undefined,
    },
    {
      description: '特殊教育学校，不在评估范围',
      finding: 'out-of-scope-type',
      school: '云岭县特殊教育学校',
      plant: () => undefined,
    },
    {
      description: '教学点填写了“并入学校”，与中心校合并计算',
      finding: 'merged-into',
      school: '河湾教学点',
      plant: (school) => {
        school.mergedInto = '云岭县第一实验小学';
      },
    },
    {
      description:
        '体育艺术教师 18 人、学生 2000 人，恰好 0.9 人/百生，算达标（普通浮点会判成不达标）',
      finding: null,
      school: '云岭县第一实验小学',
      plant: (school) => {
        // The merged teaching point brings 32 pupils and one teacher; keep the sum at the line.
        school.primaryStudents = 1968;
        school.primarySportsArtsTeachers = 17;
      },
    },
  ];
}

/** The schools of the sample county before problems are planted. */
export function soundSchools(): GeneratedSchool[] {
  return [
    ...generateSchools({
      seed: 20260901,
      schools: 55,
      abundance: 1.18,
      spread: 0.05,
      everySchoolPasses: true,
    }),
    ...RARE_SCHOOLS.map((school) => ({ ...school })),
  ];
}

/** The schools of the sample county, problems planted, in the order of the sheet. */
export function sampleCountySchools(): {
  readonly schools: readonly GeneratedSchool[];
  readonly problems: readonly PlantedProblem[];
} {
  const schools = soundSchools();
  const problems = plantedProblems(schools);
  for (const { school: name, plant } of problems) {
    const school = schools.find((candidate) => candidate.name === name);
    if (school !== undefined) plant(school);
  }
  concentrateBackboneTeachers(schools);
  return { schools, problems };
}

/** The town's schools hold most 骨干教师, so that the primary coefficient of L2 goes over its limit. */
function concentrateBackboneTeachers(schools: readonly GeneratedSchool[]): void {
  for (const school of schools) {
    const { primaryBackboneTeachers: now, locality, type } = school;
    if (typeof now === 'number' && type === '小学' && locality === '城区') {
      school.primaryBackboneTeachers = Math.min(
        Math.round(now * 3.4),
        amountOf(school, 'primaryTeachers'),
      );
    }
  }
}

/** A county in which everything meets the standard. */
export function passingCountySchools(): GeneratedSchool[] {
  return generateSchools({
    seed: 7,
    schools: 40,
    abundance: 1.15,
    spread: 0.05,
    everySchoolPasses: true,
  }).filter(({ type, primaryStudents }) => type !== '教学点' || Number(primaryStudents) >= 50);
}
