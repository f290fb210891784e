import type { SurveyField } from '../assessment/judge-survey';
import type { BilingualText } from '../standard/standard';
import type { SpendingSeries } from '../standard/spending-rules';
import type { HeadingStage } from './heading';

/** What a column of an input sheet holds. */
export type InputKind = 'text' | 'choice' | 'year' | 'count' | 'percent' | 'money' | 'value';

/** One column of an input sheet: recognition, reading, template and help all come from this. */
export interface InputColumn<Field extends string> {
  readonly field: Field;
  /** The name that is written, without its unit. */
  readonly heading: string;
  /** What findings call it in English, where they name it. */
  readonly headingEn?: string;
  readonly unit: string | null;
  readonly aliases: readonly string[];
  readonly stage: HeadingStage | null;
  readonly kind: InputKind;
  readonly required: boolean;
  readonly choices: readonly string[];
  readonly help: BilingualText;
  readonly example: string | number;
}

type Parts<Field extends string> = Pick<
  InputColumn<Field>,
  'field' | 'heading' | 'kind' | 'help' | 'example'
> &
  Partial<InputColumn<Field>>;

function column<Field extends string>(parts: Parts<Field>): InputColumn<Field> {
  return { unit: null, aliases: [], stage: null, required: false, choices: [], ...parts };
}

/** The columns of 教育经费: one row a year. */
export const FINANCE_COLUMNS: readonly InputColumn<'year' | SpendingSeries>[] = [
  column({
    field: 'year',
    heading: '年份',
    kind: 'year',
    required: true,
    aliases: ['年度', '年'],
    help: { zh: '四位年份，一行一年，逐年连续；三年增长需要四年数据。', en: 'One row a year.' },
    example: 2024,
  }),
  column({
    field: 'education',
    heading: '一般公共预算教育经费',
    unit: '万元',
    kind: 'money',
    required: true,
    aliases: [
      '一般公共预算教育支出',
      '一般公共预算教育经费支出',
      '地方公共财政教育支出',
      '公共财政教育支出',
      '教育经费',
      '教育支出',
    ],
    help: { zh: '当年一般公共预算教育经费，万元。', en: 'Education spending, 10 000 yuan.' },
    example: 106100,
  }),
  column({
    field: 'revenue',
    heading: '财政经常性收入',
    unit: '万元',
    kind: 'money',
    required: true,
    aliases: ['地方财政经常性收入'],
    help: {
      zh: '当年财政经常性收入，万元；不是一般公共预算收入。',
      en: 'Regular revenue, 10 000 yuan; not general public revenue.',
    },
    example: 88400,
  }),
  ...stages(
    'primaryExpense',
    'juniorExpense',
    '生均教育事业费',
    [12800, 16900],
    [
      '生均教育事业费支出',
      '生均预算内教育事业费',
      '生均预算内教育事业费支出',
      '生均一般公共预算教育事业费',
    ],
  ),
  ...stages(
    'primaryPublicFunds',
    'juniorPublicFunds',
    '生均公用经费',
    [1500, 1800],
    [
      '生均公用经费支出',
      '生均预算内公用经费',
      '生均预算内公用经费支出',
      '生均一般公共预算公用经费',
    ],
  ),
  column({
    field: 'wage',
    heading: '教师年平均工资',
    unit: '元',
    kind: 'money',
    aliases: ['教师年平均工资收入', '教师平均工资', '教师工资'],
    help: { zh: '当年教师年平均工资，元。', en: 'Mean yearly wage of teachers, yuan.' },
    example: 92000,
  }),
  column({
    field: 'pupils',
    heading: '在校学生总数',
    unit: '人',
    kind: 'count',
    aliases: ['在校生总数', '在校学生数', '在校生数', '学生总数'],
    help: {
      zh: '当年各级各类在校学生总数，用于判断按在校学生人数平均的教育支出。',
      en: 'Pupils of all levels.',
    },
    example: 48000,
  }),
];

function stages(
  primary: SpendingSeries,
  junior: SpendingSeries,
  heading: string,
  [primaryExample, juniorExample]: readonly [number, number],
  aliases: readonly string[],
): InputColumn<SpendingSeries>[] {
  const shared = { unit: '元', kind: 'money', aliases } as const;
  return [
    column({
      ...shared,
      field: primary,
      heading: `小学${heading}`,
      stage: 'primary',
      help: { zh: `当年小学${heading}，元。`, en: 'Primary stage, yuan.' },
      example: primaryExample,
    }),
    column({
      ...shared,
      field: junior,
      heading: `初中${heading}`,
      stage: 'junior',
      help: { zh: `当年初中${heading}，元。`, en: 'Junior stage, yuan.' },
      example: juniorExample,
    }),
  ];
}

/** The columns of 政府保障 and 教育质量: one row a blank of the form's sentence. */
export const ITEM_COLUMNS: readonly InputColumn<
  'item' | 'name' | 'blank' | 'value' | 'unit' | 'note'
>[] = [
  column({
    field: 'item',
    heading: '条目',
    kind: 'text',
    required: true,
    aliases: ['序号', '条目号', '条目序号', '编号', '项次'],
    help: { zh: '条目序号；同一条目的各行可以只填第一行。', en: 'Number of the item.' },
    example: 7,
  }),
  column({
    field: 'name',
    heading: '指标',
    kind: 'text',
    aliases: ['名称', '指标名称', '条目名称'],
    help: { zh: '条目的名称。', en: 'Name of the item.' },
    example: '特殊教育学校生均公用经费',
  }),
  column({
    field: 'blank',
    heading: '填报项',
    kind: 'text',
    required: true,
    aliases: ['填报项目', '项目', '填报内容'],
    help: { zh: '该条目的一个填报项。', en: 'One blank of the item.' },
    example: '特殊教育学生数',
  }),
  column({
    field: 'value',
    heading: '填报值',
    kind: 'value',
    required: true,
    aliases: ['指标值', '数值', '值', '填报数', '指标值或简要结论', '结论'],
    help: {
      zh: '数字、百分比（95、0.95、95% 均可）、等级（Ⅲ级），或结论“达标”“不达标”。',
      en: 'A number, a percentage, a level, or 达标 / 不达标.',
    },
    example: 120,
  }),
  column({
    field: 'unit',
    heading: '单位',
    kind: 'text',
    aliases: ['计量单位'],
    help: { zh: '填报值的单位；金额写元、万元或亿元，会自动换算。', en: 'Unit of the value.' },
    example: '人',
  }),
  column({
    field: 'note',
    heading: '说明',
    kind: 'text',
    aliases: ['备注'],
    help: { zh: '可不填。', en: 'Optional.' },
    example: '',
  }),
];

/** The columns of 社会认可度: one row a group asked. */
export const SURVEY_COLUMNS: readonly InputColumn<'group' | SurveyField>[] = [
  column({
    field: 'group',
    heading: '群体',
    kind: 'text',
    required: true,
    aliases: ['调查群体', '调查对象', '对象', '类别'],
    help: { zh: '“计”为全体，“其中家长”为家长；也可逐个群体填报。', en: 'Group asked.' },
    example: '计',
  }),
  survey(
    'issued',
    ['发放问卷', 'Questionnaires issued'],
    '份',
    1200,
    ['问卷总数', '发放问卷数', '发出问卷'],
    '发放的问卷数',
  ),
  survey(
    'valid',
    ['有效问卷', 'Valid questionnaires'],
    '份',
    1100,
    ['回收有效问卷数', '有效问卷数', '回收有效问卷'],
    '回收的有效问卷数，不多于发放数',
  ),
  survey(
    'satisfied',
    ['满意问卷', 'Satisfied questionnaires'],
    '份',
    1050,
    ['满意问卷数'],
    '满意的问卷数，不多于有效问卷',
  ),
  survey('visited', ['走访人数', 'Persons visited'], '人', 200, ['实地走访人数'], '实地走访的人数'),
  survey(
    'visitedSatisfied',
    ['走访满意人数', 'Satisfied persons visited'],
    '人',
    192,
    ['满意人数', '实地走访满意人数'],
    '走访中满意的人数，不多于走访人数',
  ),
  column({
    field: 'satisfaction',
    heading: '问卷综合满意度',
    headingEn: 'Satisfaction by questionnaire',
    unit: '%',
    kind: 'percent',
    aliases: ['满意度', '问卷满意度', '综合满意度'],
    help: {
      zh: '可不填：由满意问卷和有效问卷算出；只知道满意度时填在这里。',
      en: 'Only where the counts are not known.',
    },
    example: '',
  }),
  column({
    field: 'visitedSatisfaction',
    heading: '实地走访满意度',
    headingEn: 'Satisfaction by visit',
    unit: '%',
    kind: 'percent',
    aliases: ['走访满意度'],
    help: {
      zh: '可不填：由走访满意人数和走访人数算出。',
      en: 'Only where the counts are not known.',
    },
    example: '',
  }),
];

function survey(
  field: SurveyField,
  [heading, headingEn]: readonly [zh: string, en: string],
  unit: string,
  example: number,
  aliases: readonly string[],
  help: string,
): InputColumn<SurveyField> {
  return column({
    field,
    heading,
    headingEn,
    unit,
    kind: 'count',
    aliases,
    help: { zh: `${help}。`, en: 'A whole number.' },
    example,
  });
}

/** The columns of 一票否决: one row a matter. */
export const VETO_COLUMNS: readonly InputColumn<'matter' | 'exists' | 'note'>[] = [
  column({
    field: 'matter',
    heading: '事项',
    kind: 'text',
    required: true,
    aliases: ['一票否决事项', '否决事项', '内容'],
    help: { zh: '一票否决的事项。', en: 'The matter.' },
    example: '违规择校',
  }),
  column({
    field: 'exists',
    heading: '是否存在',
    kind: 'choice',
    required: true,
    aliases: ['有无', '是否发生', '是否有'],
    choices: ['是', '否'],
    help: { zh: '存在该情形填“是”，否则填“否”。', en: 'Whether it exists.' },
    example: '否',
  }),
  column({
    field: 'note',
    heading: '说明',
    kind: 'text',
    aliases: ['备注', '情况说明'],
    help: { zh: '可不填。', en: 'Optional.' },
    example: '',
  }),
];

/** The heading as the template writes it: 财政经常性收入(万元). */
export function inputHeading(declared: InputColumn<string>): string {
  const { heading, unit, kind } = declared;
  return unit !== null && (kind === 'money' || kind === 'percent')
    ? `${heading}(${unit})`
    : heading;
}
