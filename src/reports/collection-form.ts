import type { PrintSetup, SheetPlan, ValidationPlan } from '../plans/sheet-plan';
import type { Standard } from '../standard/standard';
import { extraColumns, isForSeveralStages } from '../workbook/collection/extra-columns';
import { FORM_FIELDS } from '../workbook/collection/form-fields';
import type { AnswerKind, FormField } from '../workbook/collection/form-fields';
import { headingOf, headingWithUnit } from '../workbook/columns';
import type { SchoolColumn } from '../workbook/columns';
import { INSTRUCTIONS_SHEET } from '../workbook/sheet-names';
import { SheetDraft } from './sheet-draft';
import { cellAddress } from './sheet-reference';
import { COLORS, STYLES } from './styles';
import { lineHeight, wrappedLines } from './text-width';

/** The sheet of the form. */
export const FORM_SHEET = '学校采集表';

const EXTRA_CATEGORY = '补充信息';
const HEADINGS = ['序号', '类别', '填报项目', '单位', '填报内容', '填写说明', '示例'] as const;
const WIDTHS = [6, 12, 42, 8, 22, 34, 14];
/** Points: room to write in by hand. */
const LEAST_HEIGHT = 22;
const LABEL = 2;
const ANSWER = 4;
const NOTE = 5;
const LAST = HEADINGS.length - 1;
const HEADING_ROW = 3;
const LONGEST_TITLE = 32;

const REQUIRED_LABEL = { ...STYLES.text, bold: true } as const;
const ANSWER_STYLE = { ...STYLES.centered, fill: 'FFFBE6' } as const;
const EXAMPLE_STYLE = {
  ...STYLES.centered,
  fontColor: COLORS.muted,
  numberFormat: 'text',
} as const;

const NOTE_STYLE = { ...STYLES.text, fontSize: 9, fontColor: COLORS.muted } as const;

const INTRODUCTION =
  '一所学校填一份，只填黄色的一列；加粗的为必填项。没有的学段留空，确实没有的人数、面积、间数填 0。多学段学校（九年一贯制、十二年一贯制、完全中学）还要填补充信息。可以增加自己的行，请不要改动填报项目的文字。';

/** One line of the form. */
interface Line {
  readonly number: string;
  readonly category: string;
  readonly label: string;
  readonly unit: string | null;
  readonly kind: AnswerKind;
  readonly options: readonly string[];
  /** Whether other texts than the options are refused. */
  readonly strict: boolean;
  readonly required: boolean;
  readonly note: string;
  readonly example: string;
}

/**
 * The blank collection form of one school: the 68 fields down the page, then what 学校数据 needs
 * beside them, with lists, help and examples, on A4; and 填写说明 with where each answer goes.
 *
 * @param standard whose columns the lines behind the 68 fields are for
 */
export function planCollectionForm(standard: Standard): readonly SheetPlan[] {
  const extras = extraColumns(standard);
  const lines = [...FORM_FIELDS.map(lineOfField), ...extras.map(lineOfColumn)];
  return [planForm(lines), planInstructions(extras)];
}

const KIND_NOTES: Readonly<Record<AnswerKind, string>> = {
  text: '填学校全称',
  code: '10 位学校标识码，保留开头的 0',
  choice: '从下拉列表选择',
  yesNo: '从下拉列表选择',
  year: '填四位年份',
  count: '整数，没有填 0',
  area: '平方米，没有填 0',
  money: '万元，没有填 0',
};

function lineOfField(field: FormField): Line {
  const { number, category, label, unit, kind, options, required, stage, condition } = field;
  const notes = [field.id === 'type' ? '从下拉列表选择；教学点填“教学点”' : KIND_NOTES[kind]];
  if (condition !== null) notes.push(condition);
  else if (stage !== null) notes.push(`没有${stage === 'primary' ? '小学' : '初中'}学段的留空`);
  return {
    number: String(number),
    category,
    label,
    unit,
    kind,
    options,
    strict: kind === 'yesNo',
    required,
    note: notes.join('；'),
    example: String(field.example),
  };
}

function lineOfColumn(column: SchoolColumn, index: number): Line {
  return {
    number: `补${index + 1}`,
    category: EXTRA_CATEGORY,
    label: headingWithUnit(column),
    unit: column.unit,
    kind: column.kind,
    options: column.choices,
    strict: false,
    required: false,
    note: isForSeveralStages(column)
      ? OPTIONAL.has(column.field)
        ? '多学段学校有大班额时填写'
        : '多学段学校必填，其他学校不填'
      : column.help.zh,
    example: String(column.example),
  };
}

/** Columns that follow from the bands of class sizes while no class is too large. */
const OPTIONAL: ReadonlySet<string> = new Set([
  'primaryLargestClass',
  'juniorLargestClass',
  'primaryClassesOver45',
  'juniorClassesOver50',
]);

function planForm(lines: readonly Line[]): SheetPlan {
  const draft = new SheetDraft();
  draft.putAcross(1, 0, LAST, '义务教育优质均衡发展 学校数据采集表', { style: STYLES.title });
  draft.height(1, 30);
  draft.putAcross(2, 0, LAST, INTRODUCTION, { style: STYLES.paragraph });
  const width = WIDTHS.reduce((sum, one) => sum + one, 0);
  draft.height(2, lineHeight(wrappedLines(INTRODUCTION, width)) + 4);
  HEADINGS.forEach((heading, column) => {
    draft.put(HEADING_ROW, column, heading, { style: STYLES.heading });
  });
  draft.height(HEADING_ROW, 24);

  const validations: ValidationPlan[] = [];
  lines.forEach((line, index) => {
    const row = HEADING_ROW + 1 + index;
    draft.put(row, 0, line.number, { style: STYLES.centered });
    draft.put(row, LABEL, line.label, { style: line.required ? REQUIRED_LABEL : STYLES.text });
    draft.put(row, 3, line.unit, { style: STYLES.centered });
    const isText = line.kind === 'text' || line.kind === 'code';
    draft.put(row, ANSWER, null, {
      style: isText ? { ...ANSWER_STYLE, numberFormat: 'text' } : ANSWER_STYLE,
    });
    draft.put(row, NOTE, line.note, { style: NOTE_STYLE });
    draft.put(row, LAST, line.example, { style: EXAMPLE_STYLE });
    draft.height(
      row,
      Math.max(
        LEAST_HEIGHT,
        lineHeight(
          Math.max(
            wrappedLines(line.label, WIDTHS[LABEL] ?? 1),
            wrappedLines(line.note, WIDTHS[NOTE] ?? 1),
          ),
        ),
      ),
    );
    validations.push(...validationOf(line, cellAddress(ANSWER, row)));
  });
  let first = 0;
  for (let index = 1; index <= lines.length; index += 1) {
    const category = lines[first]?.category ?? '';
    if (lines[index]?.category === category) continue;
    const from = HEADING_ROW + 1 + first;
    draft.putAcross(from, 1, 1, category, { style: CATEGORY }, HEADING_ROW + index);
    first = index;
  }
  const print: PrintSetup = {
    orientation: 'portrait',
    repeatRows: [HEADING_ROW, HEADING_ROW],
    breaksAfterRows: [HEADING_ROW + rowsOnFirstPage(lines)],
  };
  return {
    key: null,
    name: FORM_SHEET,
    columnWidths: WIDTHS,
    rows: draft.rows,
    merges: draft.merges,
    freeze: { rows: HEADING_ROW, columns: LABEL + 1 },
    print,
    charts: [],
    validations,
    tabColor: '1F4E8C',
    showGridLines: false,
  };
}

const CATEGORY = { ...STYLES.centered, bold: true, fill: COLORS.block } as const;

/** The first page ends where a category does: before 体育艺术教师. */
function rowsOnFirstPage(lines: readonly Line[]): number {
  return lines.findIndex(({ category }) => category === '体育艺术教师');
}

/** Texts take anything: only lists and numbers have a rule, and with it a help text on the cell. */
function validationOf(line: Line, range: string): readonly ValidationPlan[] {
  const rule = ruleOf(line);
  if (rule === null) return [];
  const title = line.label.slice(0, LONGEST_TITLE);
  const isLoose = rule.kind === 'list' && !line.strict;
  return [
    {
      range,
      rule,
      prompt: { title, text: `${line.note}。示例：${line.example}` },
      onError: isLoose
        ? { style: 'warning', title, text: '不在下拉列表之列，仍要填入吗？' }
        : { style: 'stop', title, text: REFUSALS[line.kind] },
    },
  ];
}

const REFUSALS: Readonly<Record<AnswerKind, string>> = {
  text: '',
  code: '',
  choice: '请从下拉列表选择。',
  yesNo: '请从下拉列表选择。',
  year: '请填四位年份。',
  count: '请填不小于 0 的整数。',
  area: '请填不小于 0 的数字。',
  money: '请填不小于 0 的数字。',
};

function ruleOf({ kind, options }: Line): ValidationPlan['rule'] | null {
  if (options.length > 0) return { kind: 'list', values: options };
  switch (kind) {
    case 'count':
      return { kind: 'whole', minimum: 0 };
    case 'area':
    case 'money':
      return { kind: 'decimal', minimum: 0 };
    case 'year':
      return { kind: 'whole', minimum: 1800, maximum: 2100 };
    case 'text':
    case 'code':
    case 'choice':
    case 'yesNo':
      return null;
  }
}

const RULES = [
  '每所学校一份，文件名随意；多所学校可以放在同一工作簿的几张工作表里。',
  '收集时按“填报项目”的文字查找，行的位置和增加的行不影响；请不要改动项目的文字。',
  '九年一贯制、十二年一贯制、完全中学的教师、班级、骨干和体育艺术教师要在“补充信息”中分学段填写：68 项里不分学段，不会代为推算。',
  '人数、班数、间数填整数，面积填平方米，金额填万元；没有的填 0，不要填“无”或“—”。',
  '收集全部学校的表：junheng collect 文件夹 -o 县.xlsx，缺项、重复和矛盾列在“收集情况”里。',
] as const;

function planInstructions(extras: readonly SchoolColumn[]): SheetPlan {
  const widths = [6, 40, 34, 60];
  const draft = new SheetDraft();
  const width = widths.reduce((sum, one) => sum + one, 0);
  draft.putAcross(1, 0, 3, INSTRUCTIONS_SHEET, { style: STYLES.title });
  draft.height(1, 26);
  RULES.forEach((rule, index) => {
    const text = `${index + 1}. ${rule}`;
    draft.putAcross(index + 2, 0, 3, text, { style: STYLES.paragraph });
    draft.height(index + 2, lineHeight(wrappedLines(text, width)));
  });
  const heading = RULES.length + 3;
  ['序号', '填报项目', '写入学校数据的列', '怎样写入'].forEach((text, column) => {
    draft.put(heading, column, text, { style: STYLES.heading });
  });
  const put = (row: number, texts: readonly string[]): void => {
    texts.forEach((text, column) => {
      draft.put(row, column, text, { style: column === 0 ? STYLES.centered : STYLES.text });
    });
    const lines = texts.map((text, column) => wrappedLines(text, widths[column] ?? 1));
    draft.height(row, lineHeight(Math.max(...lines)));
  };
  FORM_FIELDS.forEach(({ number, label, feeds, mapping }, index) => {
    const columns = feeds.length === 0 ? '—' : feeds.map(headingOf).join('、');
    put(heading + 1 + index, [String(number), label, columns, mapping.zh]);
  });
  extras.forEach((column, index) => {
    put(heading + 1 + FORM_FIELDS.length + index, [
      `补${index + 1}`,
      headingWithUnit(column),
      column.heading,
      isForSeveralStages(column) ? '直接写入；填了就以它为准' : '直接写入；68 项里没有',
    ]);
  });
  return {
    key: null,
    name: INSTRUCTIONS_SHEET,
    columnWidths: widths,
    rows: draft.rows,
    merges: draft.merges,
    print: { orientation: 'landscape', repeatRows: [heading, heading] },
    charts: [],
    showGridLines: false,
  };
}
