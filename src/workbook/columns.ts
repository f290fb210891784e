import type { SchoolField } from '../assessment/school';
import { QUANTITIES } from '../standard/quantities';
import type { Quantity } from '../standard/quantities';
import type { BilingualText, Standard } from '../standard/standard';
import { LOCALITY_NAMES } from './locality-names';
import { OWNERSHIP_NAMES } from './ownership-names';
import { SCHOOL_TYPE_NAMES } from './school-type-names';

/** What a column of 学校数据 holds. Counts are whole; areas ㎡; money 万元. */
export type ColumnKind = 'code' | 'text' | 'choice' | 'count' | 'area' | 'money';

/** One column of 学校数据: recognition, reading, template and documentation all come from this. */
export interface SchoolColumn {
  readonly field: SchoolField;
  /** The name that is written, without its unit. */
  readonly heading: string;
  /** The unit written in brackets behind the name, or null for texts. */
  readonly unit: string | null;
  /** Other headings with the same meaning; the stage word is left out where `stage` names it. */
  readonly aliases: readonly string[];
  readonly kind: ColumnKind;
  /** The stage whose figure it is; null where it is the whole school's. */
  readonly stage: 'primary' | 'junior' | 'senior' | null;
  /** Allowed values of a choice, as the template lists them. */
  readonly choices: readonly string[];
  /** Whether every standard needs it (what only some need follows from their indicators). */
  readonly always: boolean;
  readonly help: BilingualText;
  readonly example: string | number;
}

type StagePair = readonly [primary: Quantity, junior: Quantity];

const STUDENTS = [
  '在校生',
  '在校学生数',
  '在校学生',
  '在校生人数',
  '在校学生人数',
  '在校学生总数',
  '在校生总数',
  '在校人数',
  '学生数',
  '学生人数',
  '学生总数',
];

function text(
  field: SchoolField,
  heading: string,
  example: string,
  help: BilingualText,
  aliases: readonly string[],
  more: Partial<Pick<SchoolColumn, 'kind' | 'choices' | 'always'>> = {},
): SchoolColumn {
  return {
    field,
    heading,
    unit: null,
    aliases,
    kind: 'text',
    stage: null,
    choices: [],
    always: false,
    help,
    example,
    ...more,
  };
}

function amount(
  field: Quantity,
  heading: string,
  kind: 'count' | 'area' | 'money',
  unit: string,
  example: number,
  help: BilingualText,
  aliases: readonly string[],
): SchoolColumn {
  return {
    field,
    heading,
    unit,
    aliases,
    kind,
    stage: null,
    choices: [],
    always: false,
    help,
    example,
  };
}

/** The same count of each compulsory stage: 小学…, 初中…. */
function byStage(
  [primary, junior]: StagePair,
  heading: readonly [string, string],
  unit: string,
  examples: readonly [number, number],
  help: readonly [BilingualText, BilingualText],
  aliases: readonly string[],
  own: readonly [readonly string[], readonly string[]] = [[], []],
  always = false,
): [SchoolColumn, SchoolColumn] {
  const shared = { unit, kind: 'count', choices: [], always } as const;
  return [
    {
      ...shared,
      field: primary,
      heading: heading[0],
      stage: 'primary',
      aliases: [...aliases, ...own[0]],
      help: help[0],
      example: examples[0],
    },
    {
      ...shared,
      field: junior,
      heading: heading[1],
      stage: 'junior',
      aliases: [...aliases, ...own[1]],
      help: help[1],
      example: examples[1],
    },
  ];
}

function both(zh: string, en: string): readonly [BilingualText, BilingualText] {
  return [
    { zh: `小学${zh}；没有小学部的学校留空。`, en: `Primary stage: ${en}; blank if none.` },
    { zh: `初中${zh}；没有初中部的学校留空。`, en: `Junior stage: ${en}; blank if none.` },
  ];
}

const YES_NO = ['是', '否'];

const students = byStage(
  ['primaryStudents', 'juniorStudents'],
  ['小学在校生数', '初中在校生数'],
  '人',
  [450, 300],
  both('在校生数，整数', 'pupils, a whole number'),
  STUDENTS,
  [[], []],
  true,
);
const grades = byStage(
  ['primaryGrades', 'juniorGrades'],
  ['小学年级数', '初中年级数'],
  '个',
  [6, 3],
  both('年级数', 'number of grades'),
  ['年级个数'],
);
const classes = byStage(
  ['primaryClasses', 'juniorClasses'],
  ['小学班级数', '初中班级数'],
  '个',
  [12, 8],
  both('班级数', 'number of classes'),
  ['班数', '教学班数', '教学班', '教学班个数', '班级个数', '班级总数'],
);
const largest = byStage(
  ['primaryLargestClass', 'juniorLargestClass'],
  ['小学最大班额', '初中最大班额'],
  '人',
  [44, 48],
  both('人数最多的班的人数', 'pupils in the largest class'),
  ['最大班额人数', '最大班人数', '最大班额数'],
);
const degrees = byStage(
  ['primaryAboveRequiredDegree', 'juniorAboveRequiredDegree'],
  ['小学高于规定学历教师数', '初中高于规定学历教师数'],
  '人',
  [24, 26],
  [
    {
      zh: '小学专任教师中专科及以上学历的人数；没有小学部的学校留空。',
      en: 'Primary teachers with a three-year college degree or above; blank if none.',
    },
    {
      zh: '初中专任教师中本科及以上学历的人数；没有初中部的学校留空。',
      en: 'Junior teachers with a bachelor degree or above; blank if none.',
    },
  ],
  [
    '高于规定学历教师',
    '高于规定学历',
    '高于规定学历人数',
    '高于规定学历教师人数',
    '高于规定学历的教师数',
    '高于规定学历专任教师数',
    '高于规定学历专任教师',
  ],
  [
    ['专科及以上学历教师数', '专科及以上学历专任教师数', '大专及以上学历教师数'],
    ['本科及以上学历教师数', '本科及以上学历专任教师数', '大学本科及以上学历教师数'],
  ],
);
const teachers = byStage(
  ['primaryTeachers', 'juniorTeachers'],
  ['小学专任教师数', '初中专任教师数'],
  '人',
  [30, 28],
  both('专任教师数', 'full-time teachers'),
  ['专任教师', '专任教师人数', '专任教师总数'],
);
const backbone = byStage(
  ['primaryBackboneTeachers', 'juniorBackboneTeachers'],
  ['小学骨干教师数', '初中骨干教师数'],
  '人',
  [6, 5],
  both('县级及以上骨干教师数', 'backbone teachers of county level and above'),
  [
    '骨干教师',
    '骨干教师人数',
    '县级以上骨干教师',
    '县级以上骨干教师数',
    '县级以上骨干教师人数',
    '县级及以上骨干教师',
    '县级及以上骨干教师数',
    '县级及以上骨干教师人数',
  ],
);
const sportsArts = byStage(
  ['primarySportsArtsTeachers', 'juniorSportsArtsTeachers'],
  ['小学体育艺术教师数', '初中体育艺术教师数'],
  '人',
  [5, 4],
  both('体育、音乐、美术、艺术专任教师数之和', 'full-time teachers of sports, music and art'),
  [
    '体育艺术教师',
    '体育艺术教师人数',
    '体育艺术专任教师',
    '体育艺术专任教师数',
    '体育、艺术(美术、音乐)专任教师数',
    '体育音乐美术教师数',
    '体育音乐美术专任教师数',
    '体音美教师数',
    '音体美教师数',
    '体音美专任教师数',
    '音体美专任教师数',
    '体艺教师数',
    '体艺专任教师数',
  ],
);
const titles = byStage(
  ['primaryIntermediateTitles', 'juniorIntermediateTitles'],
  ['小学中级及以上职称教师数', '初中中级及以上职称教师数'],
  '人',
  [15, 14],
  both('中级及以上专业技术职务的专任教师数', 'teachers of intermediate title and above'),
  [
    '中级及以上职称教师',
    '中级以上职称教师数',
    '中级及以上职称专任教师数',
    '中级及以上专业技术职务教师数',
    '中级及以上专业技术职务专任教师数',
    '中级以上专业技术职务教师数',
  ],
);

/** Every column of 学校数据, in the order of the template. */
export const SCHOOL_COLUMNS: readonly SchoolColumn[] = [
  text(
    'code',
    '学校标识码',
    '3141000001',
    {
      zh: '10 位学校标识码，按文本填写，保留开头的 0。',
      en: 'The school’s ten-digit code, kept as text.',
    },
    ['标识码', '学校代码', '学校机构标识码', '机构标识码', '学校机构代码', '学校编码'],
    { kind: 'code' },
  ),
  text(
    'name',
    '学校名称',
    '城关镇第一小学',
    { zh: '学校全称，一行一所学校。', en: 'Full name; one row a school.' },
    ['学校机构名称', '机构名称', '学校', '校名', '单位名称', '学校全称'],
    { always: true },
  ),
  text(
    'type',
    '办学类型',
    '小学',
    {
      zh: '统计口径的办学类型；教学点单列。',
      en: 'Type of school as in the national statistics.',
    },
    ['学校类型', '学校办学类型', '机构办学类型', '学校机构办学类型', '学校类别', '学段'],
    { kind: 'choice', choices: Object.values(SCHOOL_TYPE_NAMES), always: true },
  ),
  text(
    'ownership',
    '举办者类型',
    '县级教育部门',
    { zh: '举办者类型的名称或代码 1—10；10 为民办。', en: 'Who runs it: name or code 1–10.' },
    ['举办者', '学校举办者', '学校机构举办者', '举办者类别', '学校举办者类型'],
    { kind: 'choice', choices: [...OWNERSHIP_NAMES.values()] },
  ),
  text(
    'locality',
    '城乡分类',
    '镇区',
    { zh: '城区、镇区或乡村。', en: 'Urban, town or rural.' },
    [
      '城乡类型',
      '城乡',
      '城乡属性',
      '驻地城乡类型',
      '学校驻地城乡类型',
      '学校机构驻地城乡类型',
      '所在地城乡类型',
      '所在地城乡分类',
    ],
    { kind: 'choice', choices: Object.values(LOCALITY_NAMES) },
  ),
  text(
    'group',
    '所属集团',
    '城关教育集团',
    { zh: '教育集团或学校发展共同体的名称，没有则留空。', en: 'School group, blank if none.' },
    ['教育集团', '所属教育集团', '集团', '集团名称', '共同体', '所属共同体', '学校发展共同体'],
  ),
  text(
    'boarding',
    '寄宿制',
    '否',
    { zh: '是否寄宿制学校：是或否。', en: 'Whether it is a boarding school: 是 or 否.' },
    ['是否寄宿制', '是否寄宿制学校', '寄宿制学校', '是否寄宿'],
    { kind: 'choice', choices: YES_NO },
  ),
  text(
    'mergedInto',
    '并入学校',
    '',
    {
      zh: '把本行并入另一所学校计算时，填那所学校的标识码或全称；一般留空。',
      en: 'Code or name of the school this row is counted with; normally blank.',
    },
    ['并入', '并入的学校'],
  ),
  ...students,
  {
    ...amount(
      'seniorStudents',
      '高中在校生数',
      'count',
      '人',
      0,
      {
        zh: '高中在校生数；完全中学和十二年一贯制学校必填，共用资源按各学段人数加权分摊。',
        en: 'Senior pupils; needed for complete secondary and twelve-year schools.',
      },
      STUDENTS,
    ),
    stage: 'senior',
  },
  ...grades,
  ...classes,
  ...largest,
  {
    ...amount(
      'primaryClassesOver45',
      '超45人小学班数',
      'count',
      '个',
      0,
      { zh: '小学超过 45 人的班级数。', en: 'Primary classes of more than 45 pupils.' },
      ['超45人班级数', '超过45人班数', '超过45人班级数', '超过45人的班级', '超过45人的班级数'],
    ),
    stage: 'primary',
  },
  {
    ...amount(
      'juniorClassesOver50',
      '超50人初中班数',
      'count',
      '个',
      0,
      { zh: '初中超过 50 人的班级数。', en: 'Junior classes of more than 50 pupils.' },
      ['超50人班级数', '超过50人班数', '超过50人班级数', '超过50人的班级', '超过50人的班级数'],
    ),
    stage: 'junior',
  },
  ...teachers,
  ...degrees,
  ...backbone,
  ...sportsArts,
  amount(
    'teachingArea',
    '教学及辅助用房面积',
    'area',
    '㎡',
    2600,
    {
      zh: '教学及辅助用房面积（含室内体育用房），平方米。',
      en: 'Teaching and auxiliary floor area, indoor sports included, ㎡.',
    },
    ['教学及辅助用房', '教学及辅助用房总面积', '教学及教学辅助用房面积', '教学及辅助用房建筑面积'],
  ),
  amount(
    'indoorSportsArea',
    '室内体育用房面积',
    'area',
    '㎡',
    0,
    {
      zh: '室内体育用房（体育馆）面积，平方米；没有填 0。',
      en: 'Indoor sports (gymnasium) floor area, ㎡; 0 if none.',
    },
    ['室内体育用房', '室内体育用房总面积', '室内体育用房(体育馆)面积'],
  ),
  amount(
    'sportsGroundArea',
    '运动场地面积',
    'area',
    '㎡',
    4200,
    { zh: '室外运动场地面积，平方米。', en: 'Outdoor sports grounds, ㎡.' },
    ['运动场地', '体育运动场地面积', '运动场地总面积', '室外运动场地面积'],
  ),
  amount(
    'equipmentValue',
    '教学仪器设备值',
    'money',
    '万元',
    128.5,
    {
      zh: '教学仪器设备资产值（账面原值），万元；表头写明“(元)”时按元读取。',
      en: 'Book value of teaching equipment, in 10 000 yuan.',
    },
    [
      '教学仪器设备资产值',
      '教学仪器设备总值',
      '教学仪器设备资产总值',
      '教学仪器设备资产',
      '教学、实习仪器设备资产值',
      '教学仪器设备价值',
    ],
  ),
  amount(
    'multimediaRooms',
    '网络多媒体教室数',
    'count',
    '间',
    14,
    { zh: '网络多媒体教室间数。', en: 'Networked multimedia classrooms.' },
    ['网络多媒体教室', '网络多媒体教室间数', '网络多媒体教室总数'],
  ),
  amount(
    'musicRooms',
    '达标音乐教室数',
    'count',
    '间',
    1,
    { zh: '单间面积不小于 96㎡ 的音乐教室间数。', en: 'Music rooms of at least 96 ㎡.' },
    [
      '达标音乐教室',
      '达标音乐教室间数',
      '达标音乐专用教室数',
      '单间面积≥96㎡的音乐教室间数',
      '单间面积≥96㎡音乐教室间数',
    ],
  ),
  amount(
    'artRooms',
    '达标美术教室数',
    'count',
    '间',
    1,
    { zh: '单间面积不小于 90㎡ 的美术教室间数。', en: 'Art rooms of at least 90 ㎡.' },
    [
      '达标美术教室',
      '达标美术教室间数',
      '达标美术专用教室数',
      '单间面积≥90㎡的美术教室间数',
      '单间面积≥90㎡美术教室间数',
    ],
  ),
  amount(
    'certifiedTeachers',
    '持证专任教师数',
    'count',
    '人',
    30,
    { zh: '持有教师资格证的专任教师数。', en: 'Full-time teachers with a teaching certificate.' },
    [
      '持有教师资格证的专任教师',
      '持有教师资格证的专任教师数',
      '持有教师资格证的专任教师人数',
      '持证教师数',
      '持证专任教师',
    ],
  ),
  amount(
    'trained360Teachers',
    '完成360学时教师数',
    'count',
    '人',
    30,
    {
      zh: '近 5 年完成 360 学时培训的专任教师数。',
      en: 'Teachers who completed 360 hours of training in five years.',
    },
    [
      '近5年培训满360学时专任教师人数',
      '近5年培训满360学时专任教师数',
      '完成360学时培训的教师',
      '完成360学时培训教师数',
      '完成360学时培训的教师数',
    ],
  ),
  amount(
    'publicFundsBudget',
    '公用经费预算',
    'money',
    '万元',
    45,
    { zh: '上一年度公用经费预算总额，万元。', en: 'Last year’s public funds budget, 10 000 yuan.' },
    ['公用经费预算总额', '上一年度公用经费预算总额', '上年度公用经费预算总额', '公用经费预算数'],
  ),
  amount(
    'trainingBudget',
    '教师培训经费预算',
    'money',
    '万元',
    2.5,
    {
      zh: '上一年度教师培训经费预算总额，万元。',
      en: 'Last year’s teacher training budget, 10 000 yuan.',
    },
    [
      '教师培训经费预算总额',
      '上一年度教师培训经费预算总额',
      '上年度教师培训经费预算总额',
      '教师培训经费预算数',
      '教师培训经费',
    ],
  ),
  amount(
    'computers',
    '计算机台数',
    'count',
    '台',
    80,
    { zh: '教学用计算机台数（2012 年标准）。', en: 'Computers for teaching (2012 standard).' },
    ['计算机', '计算机数', '教学用计算机台数', '教学用计算机', '教学用计算机数'],
  ),
  amount(
    'books',
    '图书册数',
    'count',
    '册',
    13500,
    { zh: '图书册数（2012 年标准）。', en: 'Books (2012 standard).' },
    ['图书', '图书数', '图书数量', '图书总册数', '图书藏量', '纸质图书'],
  ),
  ...titles,
  text('remark', '备注', '', { zh: '可不填。', en: 'Optional.' }, []),
];

const BY_FIELD: ReadonlyMap<SchoolField, SchoolColumn> = new Map(
  SCHOOL_COLUMNS.map((column) => [column.field, column]),
);

/** The declared column of a field, or null where none is declared. */
export function columnOf(field: SchoolField): SchoolColumn | null {
  return BY_FIELD.get(field) ?? null;
}

/** The name of a field as headings and findings write it: 小学在校生数. */
export function headingOf(field: SchoolField): string {
  return BY_FIELD.get(field)?.heading ?? field;
}

/** The heading as the template writes it, with its unit where it matters: 教学仪器设备值(万元). */
export function headingWithUnit(column: SchoolColumn): string {
  return column.kind === 'money' && column.unit !== null
    ? `${column.heading}(${column.unit})`
    : column.heading;
}

/**
 * Whether a standard cannot be judged without the column: name, type and pupils always, beside them
 * every quantity that one of the standard's indicators is made of.
 */
export function isRequired(column: SchoolColumn, standard: Standard): boolean {
  if (column.always) return true;
  return standard.indicators.some(({ numerator }) =>
    [...numerator.primary, ...numerator.junior].some(({ quantity }) => quantity === column.field),
  );
}

const QUANTITY_NAMES: ReadonlySet<string> = new Set(QUANTITIES);

/** Whether a field of a school is a number rather than a text. */
export function isQuantity(field: SchoolField): field is Quantity {
  return QUANTITY_NAMES.has(field);
}

/** One row of the documentation of 学校数据. */
export interface ColumnDocumentation {
  readonly heading: string;
  readonly unit: string;
  /** Ids of the standards that need the column. */
  readonly requiredBy: readonly string[];
  readonly aliases: readonly string[];
  readonly help: BilingualText;
  readonly example: string;
}

const STAGE_WORDS = { primary: '小学', junior: '初中', senior: '高中' } as const;

/** The documentation of every column, in the order of the template, for the standards given. */
export function columnDocumentation(standards: readonly Standard[]): ColumnDocumentation[] {
  return SCHOOL_COLUMNS.map((column) => ({
    heading: headingWithUnit(column),
    unit: column.unit ?? '',
    requiredBy: standards.filter((standard) => isRequired(column, standard)).map(({ id }) => id),
    aliases: column.aliases.map((alias) =>
      column.stage === null ? alias : `${STAGE_WORDS[column.stage]}${alias}`,
    ),
    help: column.help,
    example: String(column.example),
  }));
}
