import type { GeneratedSchool } from './generated-school';
import { Random } from './random';

/** What kind of county is made up. */
export interface CountyRecipe {
  readonly seed: number;
  readonly schools: number;
  /** How far schools stand above the thresholds on average: 1.3 is 30 % above. */
  readonly abundance: number;
  /** How unlike schools are: 0.1 alike, 0.4 very unlike. */
  readonly spread: number;
  /** Fill in no amount below its threshold. */
  readonly everySchoolPasses: boolean;
}

type TypeName = '小学' | '教学点' | '初级中学' | '九年一贯制学校' | '十二年一贯制学校' | '完全中学';

/** How often each type occurs, in 100 schools. */
const TYPES: readonly (readonly [TypeName, number])[] = [
  ['小学', 56],
  ['教学点', 10],
  ['初级中学', 17],
  ['九年一贯制学校', 11],
  ['完全中学', 4],
  ['十二年一贯制学校', 2],
];

const PLACES = [
  '云溪',
  '石桥',
  '柳林',
  '青山',
  '白沙',
  '龙泉',
  '双河',
  '金水',
  '东湖',
  '西岭',
  '南坪',
  '北关',
  '清潭',
  '松岗',
  '桃源',
  '杏花',
  '梅峰',
  '竹园',
  '枫林',
  '梧桐',
  '红旗',
  '新华',
  '和平',
  '朝阳',
  '文昌',
  '育才',
  '崇德',
  '明德',
  '弘文',
  '启明',
] as const;

const SUFFIX: Readonly<Record<TypeName, string>> = {
  小学: '小学',
  教学点: '教学点',
  初级中学: '初级中学',
  九年一贯制学校: '九年一贯制学校',
  十二年一贯制学校: '实验学校',
  完全中学: '中学',
};

function typeOf(random: Random): TypeName {
  let rest = random.next() * 100;
  for (const [type, share] of TYPES) {
    rest -= share;
    if (rest < 0) return type;
  }
  return '小学';
}

function studentsOf(random: Random, type: TypeName, locality: string): [number, number, number] {
  const size = { 城区: 1.6, 镇区: 1, 乡村: 0.45 }[locality] ?? 1;
  const primary = Math.round(random.between(280, 900) * size);
  const junior = Math.round(random.between(300, 900) * size);
  const senior = Math.round(random.between(600, 1500));
  switch (type) {
    case '小学':
      return [Math.max(60, primary), 0, 0];
    case '教学点':
      return [random.whole(18, 90), 0, 0];
    case '初级中学':
      return [0, Math.max(120, junior), 0];
    case '九年一贯制学校':
      return [Math.max(80, Math.round(primary * 0.7)), Math.max(80, Math.round(junior * 0.6)), 0];
    case '十二年一贯制学校':
      return [primary, junior, senior];
    case '完全中学':
      return [0, junior, senior];
  }
}

/** One decimal, as areas and money are reported. */
function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

function ceilingOneDecimal(value: number): number {
  return Math.ceil(value * 10 - 1e-9) / 10;
}

/**
 * Makes up the schools of a county: every type, 城区/镇区/乡村, groups, private schools. Rows come in
 * the order of a county's own list: by locality, then as they fall.
 */
export function generateSchools(recipe: CountyRecipe): GeneratedSchool[] {
  const random = new Random(recipe.seed);
  const names = new Map<string, number>();
  return Array.from({ length: recipe.schools }, (_, index) => {
    const locality = random.pick(['城区', '镇区', '镇区', '乡村', '乡村'] as const);
    return generateSchool(recipe, random, index, locality, names);
  });
}

function generateSchool(
  recipe: CountyRecipe,
  random: Random,
  index: number,
  locality: string,
  names: Map<string, number>,
): GeneratedSchool {
  const type = typeOf(random);
  const isTeachingPoint = type === '教学点';
  const [primary, junior, senior] = studentsOf(random, type, isTeachingPoint ? '乡村' : locality);
  const base = `${random.pick(PLACES)}${SUFFIX[type]}`;
  const times = (names.get(base) ?? 0) + 1;
  names.set(base, times);
  const isPrivate = !isTeachingPoint && random.next() < 0.05;
  const wealth = recipe.abundance * random.around(recipe.spread);

  const school: GeneratedSchool = {
    code: String(2_141_000_001 + index),
    name: times === 1 ? base : `${base}（${times}）`,
    type,
    ownership: isPrivate ? '民办' : '县级教育部门',
    locality: isTeachingPoint ? '乡村' : locality,
    boarding: type === '初级中学' && locality !== '城区' ? '是' : '否',
  };
  if (random.next() < 0.3)
    school.group = `${random.pick(['第一', '第二', '第三', '第四'])}教育集团`;

  /** A count per hundred pupils around `perHundred`; never below it where every school passes. */
  const count = (students: number, perHundred: number, spread: number): number => {
    const wanted = (students * perHundred * wealth * random.around(spread)) / 100;
    const least = Math.ceil((students * perHundred) / 100 - 1e-9);
    return recipe.everySchoolPasses ? Math.max(least, Math.round(wanted)) : Math.round(wanted);
  };
  if (primary > 0) {
    school.primaryStudents = primary;
    school.primaryGrades = isTeachingPoint ? 3 : 6;
    school.primaryClasses = Math.max(isTeachingPoint ? 3 : 6, Math.ceil(primary / 40));
    school.primaryLargestClass = Math.ceil(primary / school.primaryClasses) + random.whole(0, 4);
    school.primaryClassesOver45 = school.primaryLargestClass > 45 ? 1 : 0;
    school.primaryAboveRequiredDegree = count(primary, 4.2, 0.15);
    school.primaryBackboneTeachers = count(primary, 1, 0.2);
    school.primarySportsArtsTeachers = count(primary, 0.9, 0.2);
    school.primaryTeachers =
      Math.max(
        Math.ceil(primary / 17),
        school.primaryAboveRequiredDegree,
        school.primaryBackboneTeachers,
        school.primarySportsArtsTeachers,
      ) + random.whole(0, 3);
    school.primaryIntermediateTitles = Math.round(school.primaryTeachers * 0.4);
  }
  if (junior > 0) {
    school.juniorStudents = junior;
    school.juniorGrades = 3;
    school.juniorClasses = Math.max(3, Math.ceil(junior / 45));
    school.juniorLargestClass = Math.ceil(junior / school.juniorClasses) + random.whole(0, 4);
    school.juniorClassesOver50 = school.juniorLargestClass > 50 ? 1 : 0;
    school.juniorAboveRequiredDegree = count(junior, 5.3, 0.12);
    school.juniorBackboneTeachers = count(junior, 1, 0.2);
    school.juniorSportsArtsTeachers = count(junior, 0.9, 0.18);
    school.juniorTeachers =
      Math.max(
        Math.ceil(junior / 12.5),
        school.juniorAboveRequiredDegree,
        school.juniorBackboneTeachers,
        school.juniorSportsArtsTeachers,
      ) + random.whole(0, 3);
    school.juniorIntermediateTitles = Math.round(school.juniorTeachers * 0.45);
  }
  if (senior > 0) school.seniorStudents = senior;

  // Shared assets: enough weighted pupils' worth that the stage with the higher threshold is served.
  const weighted = primary + 1.1 * junior + 1.32 * senior;
  const perWeighted = (atPrimary: number, atJunior: number): number =>
    junior > 0 ? Math.max(primary > 0 ? atPrimary : 0, atJunior / 1.1) : atPrimary;
  const asset = (atPrimary: number, atJunior: number, spread: number): number => {
    // A junior stage alone is unsplit: its pupils weigh 1.
    const alone = primary === 0 && senior === 0;
    const least = alone ? junior * atJunior : weighted * perWeighted(atPrimary, atJunior);
    const wanted = least * wealth * random.around(spread);
    return recipe.everySchoolPasses ? Math.max(least, wanted) : wanted;
  };
  school.indoorSportsArea =
    !isTeachingPoint && (locality === '城区' || junior > 0)
      ? oneDecimal(random.between(200, 900))
      : 0;
  school.teachingArea = ceilingOneDecimal(asset(4.5, 5.8, 0.14) + school.indoorSportsArea);
  school.sportsGroundArea = Math.max(
    0,
    ceilingOneDecimal(asset(7.5, 10.2, 0.16) - school.indoorSportsArea),
  );
  school.equipmentValue = Math.ceil((asset(2000, 2500, 0.15) / 10000) * 100) / 100;
  school.multimediaRooms = recipe.everySchoolPasses
    ? Math.ceil(asset(2.3, 2.4, 0.12) / 100)
    : Math.max(1, Math.round(asset(2.3, 2.4, 0.12) / 100));

  const allClasses = Number(school.primaryClasses ?? 0) + Number(school.juniorClasses ?? 0);
  school.musicRooms = Math.max(1, Math.ceil(allClasses / 12));
  school.artRooms = Math.max(1, Math.ceil(allClasses / 12));
  const teachers = Number(school.primaryTeachers ?? 0) + Number(school.juniorTeachers ?? 0);
  school.certifiedTeachers = teachers;
  school.trained360Teachers = teachers;
  school.publicFundsBudget = oneDecimal((primary * 720 + junior * 940 + senior * 1200) / 10000);
  school.trainingBudget = Math.ceil(school.publicFundsBudget * 0.052 * 100) / 100;
  school.computers = Math.round((primary + junior + senior) * 0.14 * random.around(0.15));
  school.books = Math.round((primary * 22 + junior * 32 + senior * 36) * random.around(0.15));
  return school;
}
