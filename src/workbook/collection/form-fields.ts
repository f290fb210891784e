import type { SchoolField } from '../../assessment/school';
import type { BilingualText } from '../../standard/standard';

/** The ids of the collection form's 68 fields, in the form's order. */
export const FORM_FIELD_IDS = [
  'name',
  'type',
  'code',
  'foundedYear',
  'builtBy2010',
  'builtBy2016',
  'denseCityCentre',
  'smallRuralSchool',
  'smallClassRuralSchool',
  'primaryStudents',
  'juniorStudents',
  'migrantStudents',
  'primaryInDistrict',
  'juniorInDistrict',
  'classes',
  'classesTo25',
  'classes26To30',
  'classes31To35',
  'classes36To40',
  'classes41To45',
  'classes46To50',
  'classes51To55',
  'classes56To60',
  'classes61To65',
  'classesFrom66',
  'teachers',
  'primaryCollege',
  'primaryBachelor',
  'juniorBachelor',
  'primaryMaster',
  'juniorMaster',
  'primaryDoctor',
  'juniorDoctor',
  'backboneTeachers',
  'certifiedTeachers',
  'trained360Teachers',
  'sportsTeachers',
  'musicTeachers',
  'fineArtsTeachers',
  'artsTeachers',
  'sharedSportsTeachers',
  'sharedMusicTeachers',
  'sharedFineArtsTeachers',
  'sharedArtsTeachers',
  'teachingArea',
  'indoorSportsArea',
  'gymnasiumArea',
  'sportsGroundArea',
  'rentedSportsArea',
  'otherSportsArea',
  'equipmentValue',
  'multimediaRooms',
  'allMusicRooms',
  'musicRooms',
  'musicRooms73To96',
  'musicRooms61To73',
  'allArtRooms',
  'artRooms',
  'artRooms67To90',
  'artRooms61To67',
  'publicFundsBudget',
  'publicFundsSpent',
  'trainingBudget',
  'graduates',
  'enrolledAtStart',
  'transferredIn',
  'transferredOut',
  'deaths',
] as const;

/** The id of one of the 68 fields. */
export type FormFieldId = (typeof FORM_FIELD_IDS)[number];

/** What an answer is. Counts are whole; areas ㎡; money 万元. */
export type AnswerKind = 'text' | 'code' | 'choice' | 'yesNo' | 'year' | 'count' | 'area' | 'money';

/** One field of the collection form. */
export interface FormField {
  readonly id: FormFieldId;
  /** 序号, 1–68. */
  readonly number: number;
  /** 类别. */
  readonly category: string;
  /** 填报项目, by which it is found. */
  readonly label: string;
  /** 单位, or null. */
  readonly unit: string | null;
  readonly options: readonly string[];
  readonly kind: AnswerKind;
  /** Whether every school that has the stage must fill it in. */
  readonly required: boolean;
  /** The stage without which the field does not concern a school; null for all schools. */
  readonly stage: 'primary' | 'junior' | null;
  /** 条件: which schools fill it in, as the form says it; null for all. */
  readonly condition: string | null;
  /** The columns of 学校数据 that it feeds, alone or together with others. */
  readonly feeds: readonly SchoolField[];
  /** How it feeds them, or why it feeds none. */
  readonly mapping: BilingualText;
  readonly example: string | number;
}

const YES_NO = ['是', '否'];
const SMALL_RURAL = '仅50-100人乡村小规模学校填写';
const DENSE_CENTRE = '仅人口密度过高的中心城区学校填写';

type Details = Partial<Pick<FormField, 'options' | 'required' | 'stage' | 'condition'>> & {
  readonly unit?: string;
};
type Declared = Omit<FormField, 'number' | 'category'>;

function field(
  id: FormFieldId,
  label: string,
  kind: AnswerKind,
  example: string | number,
  feeds: readonly SchoolField[],
  zh: string,
  en: string,
  details: Details = {},
): Declared {
  return {
    id,
    label,
    kind,
    example,
    feeds,
    mapping: { zh, en },
    options: [],
    required: true,
    stage: null,
    condition: null,
    ...details,
    unit: details.unit ?? UNITS[kind],
  };
}

const UNITS: Readonly<Record<AnswerKind, string | null>> = {
  text: null,
  code: null,
  choice: null,
  yesNo: null,
  year: '年',
  count: '人',
  area: '平方米',
  money: '万元',
};

/** A field that is copied into the column of 学校数据 with the same id. */
function copied(
  id: FormFieldId & SchoolField,
  label: string,
  kind: AnswerKind,
  example: string | number,
  details: Details = {},
): Declared {
  return field(id, label, kind, example, [id], '直接写入', 'copied', details);
}

/** A field that 学校数据 has no column for; it stays in 收集明细 and in the checks of the form. */
function kept(
  id: FormFieldId,
  label: string,
  kind: AnswerKind,
  example: string | number,
  zh: string,
  en: string,
  details: Details = {},
): Declared {
  return field(id, label, kind, example, [], zh, en, details);
}

function band(id: FormFieldId, label: string, example: number): Declared {
  return field(
    id,
    label,
    'count',
    example,
    ['primaryLargestClass', 'juniorLargestClass', 'primaryClassesOver45', 'juniorClassesOver50'],
    '46 人以上各段之和为超45人小学班数，51 人以上各段之和为超50人初中班数；有班的最高一段的上限为最大班额（66人以上记 66）。多学段学校的班额不分学段，只有不超限时才能推出',
    'Bands above 45 and above 50 add up to the oversized classes; the upper end of the highest band that has classes is the largest class (66 for the open one). In schools of several stages this follows only while no class is over the limit',
    { unit: '个' },
  );
}

function degree(
  id: FormFieldId,
  label: string,
  example: number,
  stage: 'primary' | 'junior',
): Declared {
  const primary = stage === 'primary';
  return field(
    id,
    label,
    'count',
    example,
    [primary ? 'primaryAboveRequiredDegree' : 'juniorAboveRequiredDegree'],
    primary ? '专科、本科、硕士、博士（小学）四项相加' : '本科、硕士、博士（初中）三项相加',
    primary
      ? 'college, bachelor, master and doctor (primary) added up'
      : 'bachelor, master and doctor (junior) added up',
    { stage },
  );
}

function subject(id: FormFieldId, label: string, example: number): Declared {
  return field(
    id,
    label,
    'count',
    example,
    ['primarySportsArtsTeachers', 'juniorSportsArtsTeachers'],
    '体育、音乐、美术、艺术四项相加；多学段学校不分学段，要另填分学段人数',
    'sports, music, fine arts and arts added up; schools of several stages state each stage apart',
  );
}

function shared(id: FormFieldId, label: string): Declared {
  return kept(
    id,
    label,
    'count',
    0,
    '不写入：2019 规程的过渡口径，默认不采用',
    'not used: a temporary relaxation that is off by default',
    { required: false, condition: SMALL_RURAL },
  );
}

function smallerRoom(id: FormFieldId, label: string): Declared {
  return kept(
    id,
    label,
    'count',
    0,
    '不写入：低于标准面积，只用来核对总间数',
    'not used: below the required size; only compared with the total',
    { unit: '间' },
  );
}

function retention(id: FormFieldId, label: string, example: number): Declared {
  return kept(
    id,
    label,
    'count',
    example,
    '不写入学校数据：全县合计列在收集情况，供教育质量第 1 条（初中三年巩固率）填写',
    'no column; its county total is for item 1 of 表Ⅴ (three-year retention)',
    { stage: 'junior', condition: '初中填写' },
  );
}

const CATEGORIES: readonly (readonly [category: string, fields: readonly Declared[]])[] = [
  [
    '基本信息',
    [
      copied('name', '学校名称', 'text', '城关镇第一小学'),
      field(
        'type',
        '学校类型',
        'choice',
        '小学',
        ['type'],
        '写为统计口径的办学类型（初中→初级中学，九年一贯制→九年一贯制学校……）；教学点也可以直接填“教学点”',
        'written as the type of the national statistics; 教学点 may be written too',
        { options: ['小学', '初中', '九年一贯制', '十二年一贯制', '完全中学'] },
      ),
      field(
        'code',
        '学校代码',
        'code',
        '3141000001',
        ['code'],
        '写入学校标识码，按文本保留',
        'written to 学校标识码, kept as text',
      ),
      kept(
        'foundedYear',
        '建校时间',
        'year',
        1986,
        '不写入：只用来核对第 5、6 项',
        'not used; compared with fields 5 and 6',
      ),
      kept(
        'builtBy2010',
        '是否2010年及之前规划并建成',
        'yesNo',
        '是',
        '不写入：过渡口径的条件',
        'not used: a condition of the relaxations',
        { options: YES_NO },
      ),
      kept(
        'builtBy2016',
        '是否2016年及之前规划并建成',
        'yesNo',
        '是',
        '不写入：过渡口径的条件',
        'not used: a condition of the relaxations',
        { options: YES_NO },
      ),
      kept(
        'denseCityCentre',
        '是否人口密度过高的大城市中心城区学校',
        'yesNo',
        '否',
        '不写入：过渡口径的条件，推不出城乡分类',
        'not used: a condition of the relaxations',
        { options: YES_NO },
      ),
      kept(
        'smallRuralSchool',
        '是否50人及以上但不足100人的乡村小规模学校和教学点',
        'yesNo',
        '否',
        '不写入：只用来核对学生数；分不清学校和教学点，办学类型以第 2 项为准',
        'not used; compared with the pupils',
        { options: YES_NO },
      ),
      kept(
        'smallClassRuralSchool',
        '是否最大班额低于30人的农村小规模学校',
        'yesNo',
        '否',
        '不写入：只用来核对班额分段',
        'not used; compared with the class bands',
        { options: YES_NO },
      ),
    ],
  ],
  [
    '学生信息',
    [
      copied('primaryStudents', '小学学生人数', 'count', 450, { stage: 'primary' }),
      copied('juniorStudents', '初中学生人数', 'count', 0, { stage: 'junior' }),
      kept(
        'migrantStudents',
        '进城务工人员随迁子女在校生人数',
        'count',
        12,
        '不写入学校数据：全县合计列在收集情况，供政府保障第 15 条参考',
        'no column; its county total is for item 15 of 表Ⅳ',
      ),
      kept(
        'primaryInDistrict',
        '家庭住址在划片范围内的在校学生人数（小学）',
        'count',
        450,
        '不写入学校数据：全县合计列在收集情况，供政府保障第 13 条参考',
        'no column; its county total is for item 13 of 表Ⅳ',
        { stage: 'primary' },
      ),
      kept(
        'juniorInDistrict',
        '家庭住址在划片范围内的在校学生人数（初中）',
        'count',
        0,
        '不写入学校数据：全县合计列在收集情况，供政府保障第 13 条参考',
        'no column; its county total is for item 13 of 表Ⅳ',
        { stage: 'junior' },
      ),
    ],
  ],
  [
    '班级信息',
    [
      field(
        'classes',
        '班级总数',
        'count',
        12,
        ['primaryClasses', 'juniorClasses'],
        '只有一个学段的学校写入该学段班级数；多学段学校要另填分学段班级数',
        'the stage’s classes in schools of one stage; others state each stage apart',
        { unit: '个' },
      ),
      band('classesTo25', '每班25人以下班级个数', 0),
      band('classes26To30', '每班26-30人班级个数', 1),
      band('classes31To35', '每班31-35人班级个数', 3),
      band('classes36To40', '每班36-40人班级个数', 5),
      band('classes41To45', '每班41-45人班级个数', 3),
      band('classes46To50', '每班46-50人班级个数', 0),
      band('classes51To55', '每班51-55人班级个数', 0),
      band('classes56To60', '每班56-60人班级个数', 0),
      band('classes61To65', '每班61-65人班级个数', 0),
      band('classesFrom66', '每班66人以上班级个数', 0),
    ],
  ],
  [
    '教师学历信息',
    [
      field(
        'teachers',
        '专任教师总人数',
        'count',
        30,
        ['primaryTeachers', 'juniorTeachers'],
        '只有一个学段的学校写入该学段专任教师数；多学段学校要另填分学段人数',
        'the stage’s teachers in schools of one stage; others state each stage apart',
      ),
      degree('primaryCollege', '专科学历教师人数（小学）', 9, 'primary'),
      degree('primaryBachelor', '本科学历教师人数（小学）', 18, 'primary'),
      degree('juniorBachelor', '本科学历教师人数（初中）', 0, 'junior'),
      degree('primaryMaster', '硕士学历教师人数（小学）', 1, 'primary'),
      degree('juniorMaster', '硕士学历教师人数（初中）', 0, 'junior'),
      degree('primaryDoctor', '博士研究生学历教师人数（小学）', 0, 'primary'),
      degree('juniorDoctor', '博士研究生学历教师人数（初中）', 0, 'junior'),
      field(
        'backboneTeachers',
        '县级及以上骨干教师数',
        'count',
        6,
        ['primaryBackboneTeachers', 'juniorBackboneTeachers'],
        '只有一个学段的学校写入该学段骨干教师数；多学段学校要另填分学段人数',
        'the stage’s backbone teachers in schools of one stage; others state each stage apart',
      ),
      copied('certifiedTeachers', '持有教师资格证的专任教师人数', 'count', 30),
      copied('trained360Teachers', '近5年培训满360学时专任教师人数', 'count', 30),
    ],
  ],
  [
    '体育艺术教师',
    [
      subject('sportsTeachers', '体育专任教师人数', 2),
      subject('musicTeachers', '音乐专任教师人数', 2),
      subject('fineArtsTeachers', '美术专任教师人数', 1),
      subject('artsTeachers', '艺术专任教师人数', 0),
      shared('sharedSportsTeachers', '体育交流轮岗/兼职/走教教师人数'),
      shared('sharedMusicTeachers', '音乐交流轮岗/兼职/走教教师人数'),
      shared('sharedFineArtsTeachers', '美术交流轮岗/兼职/走教教师人数'),
      shared('sharedArtsTeachers', '艺术交流轮岗/兼职/走教教师人数'),
    ],
  ],
  [
    '教学用房面积',
    [
      copied('teachingArea', '教学及辅助用房总面积', 'area', 2600),
      copied('indoorSportsArea', '室内体育用房面积', 'area', 0),
    ],
  ],
  [
    '体育场馆面积',
    [
      kept(
        'gymnasiumArea',
        '学校体育馆面积',
        'area',
        0,
        '不写入：体育馆已计入室内体育用房，只用来核对',
        'not used: part of the indoor sports area, compared with it',
      ),
      copied('sportsGroundArea', '校内体育场面积', 'area', 4200),
      kept(
        'rentedSportsArea',
        '校外租赁场馆面积',
        'area',
        0,
        '不写入：过渡口径，默认不采用',
        'not used: a temporary relaxation that is off by default',
        { required: false, condition: DENSE_CENTRE },
      ),
      kept(
        'otherSportsArea',
        '校内其他体育场面积',
        'area',
        0,
        '不写入：过渡口径，默认不采用',
        'not used: a temporary relaxation that is off by default',
        { required: false, condition: DENSE_CENTRE },
      ),
    ],
  ],
  [
    '教学设备',
    [
      copied('equipmentValue', '教学仪器设备资产值（账面原值）', 'money', 128.5),
      copied('multimediaRooms', '网络多媒体教室间数', 'count', 14, { unit: '间' }),
    ],
  ],
  [
    '音乐美术教室',
    [
      kept(
        'allMusicRooms',
        '音乐教室总间数',
        'count',
        1,
        '不写入：只用来核对各面积段',
        'not used; compared with its parts',
        { unit: '间' },
      ),
      copied('musicRooms', '单间面积≥96㎡的音乐教室间数', 'count', 1, { unit: '间' }),
      smallerRoom('musicRooms73To96', '73㎡≤单间面积＜96㎡的音乐教室间数'),
      smallerRoom('musicRooms61To73', '61㎡≤单间面积＜73㎡的音乐教室间数'),
      kept(
        'allArtRooms',
        '美术教室总间数',
        'count',
        1,
        '不写入：只用来核对各面积段',
        'not used; compared with its parts',
        { unit: '间' },
      ),
      copied('artRooms', '单间面积≥90㎡的美术教室间数', 'count', 1, { unit: '间' }),
      smallerRoom('artRooms67To90', '67㎡≤单间面积＜90㎡的美术教室间数'),
      smallerRoom('artRooms61To67', '61㎡≤单间面积＜67㎡的美术教室间数'),
    ],
  ],
  [
    '经费信息',
    [
      copied('publicFundsBudget', '上一年度公用经费预算总额', 'money', 45),
      kept(
        'publicFundsSpent',
        '上一年度公用经费决算总额',
        'money',
        44.6,
        '不写入：培训经费占比按预算计算',
        'not used: the training share is of the budget',
      ),
      copied('trainingBudget', '上一年度教师培训经费预算总额', 'money', 2.5),
    ],
  ],
  [
    '巩固率数据',
    [
      retention('graduates', '本届毕业学生人数', 98),
      retention('enrolledAtStart', '毕业年级初一时在校学生数', 100),
      retention('transferredIn', '毕业年级三年转入学生数', 1),
      retention('transferredOut', '毕业年级三年转出学生数', 2),
      retention('deaths', '毕业年级三年死亡学生数', 0),
    ],
  ],
];

/**
 * The 68 fields that a school fills in, in the form's order: the collection form that bureaus use
 * for the 申报表 of the 2017 standard.
 */
export const FORM_FIELDS: readonly FormField[] = CATEGORIES.flatMap(([category, fields]) =>
  fields.map((declared) => ({ ...declared, category })),
).map((declared, index) => ({ ...declared, number: index + 1 }));

/** The bands of class sizes: pupils of the smallest and the largest class that a band counts. */
export const CLASS_BANDS = [
  { id: 'classesTo25', smallest: 1, largest: 25 },
  { id: 'classes26To30', smallest: 26, largest: 30 },
  { id: 'classes31To35', smallest: 31, largest: 35 },
  { id: 'classes36To40', smallest: 36, largest: 40 },
  { id: 'classes41To45', smallest: 41, largest: 45 },
  { id: 'classes46To50', smallest: 46, largest: 50 },
  { id: 'classes51To55', smallest: 51, largest: 55 },
  { id: 'classes56To60', smallest: 56, largest: 60 },
  { id: 'classes61To65', smallest: 61, largest: 65 },
  { id: 'classesFrom66', smallest: 66, largest: null },
] as const satisfies readonly {
  readonly id: FormFieldId;
  readonly smallest: number;
  /** Null where the band is open. */
  readonly largest: number | null;
}[];
