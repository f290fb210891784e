import type { SchoolType } from '../standard/school-type';
import { normaliseText } from './normalise-text';

/** 办学类型 as the statistics name them. */
export const SCHOOL_TYPE_NAMES: Readonly<Record<SchoolType, string>> = {
  primary: '小学',
  teachingPoint: '教学点',
  junior: '初级中学',
  nineYear: '九年一贯制学校',
  twelveYear: '十二年一贯制学校',
  completeSecondary: '完全中学',
  special: '特殊教育学校',
  vocational: '职业学校',
  senior: '高级中学',
  kindergarten: '幼儿园',
};

/** Other names in use, and the codes of GB/T 33782-2017 table 4. */
const ALIASES: Readonly<Record<SchoolType, readonly string[]>> = {
  primary: [
    '211',
    '普通小学',
    '完全小学',
    '完小',
    '初小',
    '小学校',
    '独立小学',
    '中心小学',
    '村小',
  ],
  teachingPoint: ['218', '小学教学点', '教学点(小学)'],
  junior: ['311', '初中', '普通初中', '初级中学校', '独立初中', '普通初级中学'],
  nineYear: ['312', '九年一贯制', '九年制', '九年制学校', '九年一贯', '九年一贯制中学'],
  twelveYear: ['345', '十二年一贯制', '十二年制', '十二年制学校', '十二年一贯'],
  completeSecondary: ['341', '完中', '完全中学校'],
  special: [
    '514',
    '特殊教育',
    '特教学校',
    '特教',
    '特校',
    '其他特教学校',
    '其他特殊教育学校',
    '盲人学校',
    '聋人学校',
    '培智学校',
    '弱智学校',
  ],
  vocational: [
    '321',
    '361',
    '362',
    '363',
    '364',
    '365',
    '366',
    '职业初中',
    '职业高中',
    '职业高中学校',
    '职业中学',
    '中等职业学校',
    '调整后中等职业学校',
    '中等技术学校',
    '中等师范学校',
    '技工学校',
    '中专',
    '职高',
  ],
  senior: ['342', '高中', '普通高中', '高级中学校', '独立高中'],
  kindergarten: ['111', '幼儿园(独立)', '附属幼儿园'],
};

/** Every way in which a type may be written: its name first, then other names and codes. */
export function schoolTypeSpellings(type: SchoolType): readonly string[] {
  return [SCHOOL_TYPE_NAMES[type], ...ALIASES[type]];
}

const TYPES: ReadonlyMap<string, SchoolType> = new Map(
  entries().flatMap(([type, names]) => names.map((name) => [normaliseText(name), type] as const)),
);

function entries(): [SchoolType, readonly string[]][] {
  return typeList().map((type) => [type, [SCHOOL_TYPE_NAMES[type], ...ALIASES[type]]]);
}

function typeList(): SchoolType[] {
  return [
    'primary',
    'teachingPoint',
    'junior',
    'nineYear',
    'twelveYear',
    'completeSecondary',
    'special',
    'vocational',
    'senior',
    'kindergarten',
  ];
}

/** The type that a text names (name, common variant, statistics code, or `211 小学`); null if none. */
export function parseSchoolType(written: string): SchoolType | null {
  const text = normaliseText(written);
  const named = TYPES.get(text);
  if (named !== undefined) return named;
  const coded = /^(\d{3})[-.、:_]?(.+)$/.exec(text);
  if (coded?.[1] === undefined || coded[2] === undefined) return null;
  const byName = TYPES.get(coded[2]);
  return byName !== undefined && byName === TYPES.get(coded[1]) ? byName : null;
}
