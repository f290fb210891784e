import { columnLetters } from '../assessment/school';
import type { SchoolField } from '../assessment/school';
import type { PlannedCell, PlannedRow, SheetPlan, ValidationPlan } from '../plans/sheet-plan';
import type { Standard } from '../standard/standard';
import { headingWithUnit, isRequired, SCHOOL_COLUMNS } from '../workbook/columns';
import type { SchoolColumn } from '../workbook/columns';
import { INPUT_SHEETS, INSTRUCTIONS_SHEET } from '../workbook/sheet-names';
import { TABLE_1_ITEMS } from '../workbook/table-1-items';
import { inputHeading } from '../workbook/input-columns';
import { SheetDraft } from './sheet-draft';
import { STYLES } from './styles';
import { planTemplateInputs, templateInputs } from './template-inputs';
import { lineHeight, wrappedLines } from './text-width';

/** How many rows below the headings are prepared for typing. */
const PREPARED_ROWS = 1000;
/** Rows for schools that are still to come, below those that are known. */
const SPARE_ROWS = 200;

const REQUIRED_HEADING = { ...STYLES.heading, fill: '1F4E8C', fontColor: 'FFFFFF' } as const;
const CODE_STYLE = { numberFormat: 'text' } as const;
const HEADING_WIDTH = 13;
const HELP_WIDTH = 66;

const INSTRUCTIONS = [
  '“学校数据”一行填一所学校；深色表头为必填列，浅色表头为选填列。列的顺序可以调整，也可以增加自己的列。',
  '学校没有的学段，该学段的各列留空；确实没有的人数、面积、教室数填 0，不要填“无”或“—”。',
  '面积单位为平方米，教学仪器设备值和经费单位为万元；人数、班数、间数填整数。',
  '完全中学、十二年一贯制学校必须填高中在校生数，共用的用房、场馆、设备和多媒体教室据此分摊。',
  '可以有合计行和“注：”开头的说明行，校验时会跳过。',
  '只判定资源配置时，填“学校数据”即可；其余工作表填了哪张就判定哪一部分，没有填的条目会逐项提示，不会代为推断。',
] as const;

/**
 * The blank workbook to fill in: 学校数据 with the columns that the standard needs marked by colour,
 * the sheets of the other parts, 县域信息, and 填写说明. The sheets are the person's own and carry no mark of this program.
 */
export function planTemplate(standard: Standard): readonly SheetPlan[] {
  return [
    planSchoolSheet(standard),
    ...planTemplateInputs(standard),
    planCounty(),
    planInstructions(standard),
  ];
}

/** What stands in the columns of one row of 学校数据. */
export type SchoolSheetRow = Readonly<Partial<Record<SchoolField, string | number>>>;

/** 学校数据 as a person fills it in, with the rows that are known already and room for more. */
export function planSchoolSheet(
  standard: Standard,
  known: readonly SchoolSheetRow[] = [],
): SheetPlan {
  const lastRow = Math.max(PREPARED_ROWS, known.length + SPARE_ROWS) + 1;
  const headings: PlannedRow = {
    number: 1,
    height: 45,
    cells: SCHOOL_COLUMNS.map((column, index) => ({
      column: index,
      value: headingWithUnit(column),
      style: isRequired(column, standard) ? REQUIRED_HEADING : STYLES.heading,
    })),
  };
  const rows = Array.from({ length: lastRow - 1 }, (_, index): PlannedRow => ({
    number: index + 2,
    cells: SCHOOL_COLUMNS.flatMap(({ field, kind }, column): PlannedCell[] => {
      const value = known[index]?.[field];
      if (kind === 'code') return [{ column, value: value ?? null, style: CODE_STYLE }];
      return value === undefined ? [] : [{ column, value }];
    }),
  }));
  const nameColumn = SCHOOL_COLUMNS.findIndex(({ field }) => field === 'name');
  return {
    key: null,
    name: INPUT_SHEETS.schools,
    columnWidths: SCHOOL_COLUMNS.map(({ field }) => WIDE_COLUMNS.get(field) ?? HEADING_WIDTH),
    rows: [headings, ...rows],
    merges: [],
    freeze: { rows: 1, columns: nameColumn + 1 },
    print: { orientation: 'landscape', repeatRows: [1, 1] },
    charts: [],
    validations: SCHOOL_COLUMNS.flatMap((column, index) => validationOf(column, index, lastRow)),
    tabColor: '1F4E8C',
  };
}

/** Columns that hold longer texts than a number. */
const WIDE_COLUMNS: ReadonlyMap<SchoolField, number> = new Map<SchoolField, number>([
  ['code', 14],
  ['name', 26],
  ['type', 18],
  ['ownership', 16],
  ['group', 18],
  ['mergedInto', 18],
  ['remark', 24],
]);

function validationOf(column: SchoolColumn, index: number, lastRow: number): ValidationPlan[] {
  const letters = columnLetters(index);
  const range = `${letters}2:${letters}${lastRow}`;
  const prompt = { title: column.heading, text: column.help.zh };
  switch (column.kind) {
    case 'choice':
      return [
        {
          range,
          rule: { kind: 'list', values: column.choices },
          prompt,
          onError: {
            style: 'warning',
            title: column.heading,
            text: '不在下拉列表的名称之列，仍要填入吗？',
          },
        },
      ];
    case 'count':
      return [
        {
          range,
          rule: { kind: 'whole', minimum: 0 },
          prompt,
          onError: { style: 'stop', title: column.heading, text: '请填不小于 0 的整数。' },
        },
      ];
    case 'area':
    case 'money':
      return [
        {
          range,
          rule: { kind: 'decimal', minimum: 0 },
          prompt,
          onError: { style: 'stop', title: column.heading, text: '请填不小于 0 的数字。' },
        },
      ];
    case 'code':
    case 'text':
      return [];
  }
}

function planCounty(): SheetPlan {
  const draft = new SheetDraft();
  draft.put(1, 0, '项目', { style: REQUIRED_HEADING });
  draft.put(1, 1, '内容', { style: REQUIRED_HEADING });
  const items = [
    '县名',
    '年度',
    '填报单位',
    ...TABLE_1_ITEMS.map(({ code, heading, unit }) => `${code} ${heading}（${unit}）`),
  ];
  items.forEach((item, index) => {
    draft.put(index + 2, 0, item, { style: STYLES.text });
    draft.put(index + 2, 1, null, { style: STYLES.text });
  });
  return {
    key: null,
    name: INPUT_SHEETS.county,
    columnWidths: [46, 30],
    rows: draft.rows,
    merges: [],
    freeze: { rows: 1, columns: 0 },
    print: { orientation: 'portrait' },
    charts: [],
  };
}

function planInstructions(standard: Standard): SheetPlan {
  const draft = new SheetDraft();
  const lastColumn = 4;
  const width = 24 + 8 + 8 + HELP_WIDTH + 18;
  draft.putAcross(1, 0, lastColumn, INSTRUCTIONS_SHEET, { style: STYLES.title });
  draft.height(1, 26);
  draft.putAcross(2, 0, lastColumn, `适用标准：${standard.name.zh}（${standard.document}）`, {
    style: STYLES.paragraph,
  });
  INSTRUCTIONS.forEach((text, index) => {
    const row = index + 3;
    const line = `${index + 1}. ${text}`;
    draft.putAcross(row, 0, lastColumn, line, { style: STYLES.paragraph });
    draft.height(row, lineHeight(wrappedLines(line, width)));
  });
  const headingRow = INSTRUCTIONS.length + 4;
  ['列名', '单位', '必填', '填写要求', '示例'].forEach((heading, column) => {
    draft.put(headingRow, column, heading, { style: STYLES.heading });
  });
  SCHOOL_COLUMNS.forEach((column, index) => {
    const row = headingRow + 1 + index;
    draft.put(row, 0, headingWithUnit(column), { style: STYLES.text });
    draft.put(row, 1, column.unit, { style: STYLES.centered });
    draft.put(row, 2, isRequired(column, standard) ? '是' : null, { style: STYLES.centered });
    draft.put(row, 3, column.help.zh, { style: STYLES.text });
    draft.put(row, 4, column.example === '' ? null : String(column.example), {
      style: { ...STYLES.centered, numberFormat: 'text' },
    });
    draft.height(row, lineHeight(wrappedLines(column.help.zh, HELP_WIDTH)));
  });
  let row = headingRow + SCHOOL_COLUMNS.length;
  for (const { name, columns } of templateInputs(standard)) {
    row += 2;
    draft.putAcross(row, 0, lastColumn, `工作表“${name}”`, { style: STYLES.section });
    for (const column of columns) {
      row += 1;
      draft.put(row, 0, inputHeading(column), { style: STYLES.text });
      draft.put(row, 1, column.unit, { style: STYLES.centered });
      draft.put(row, 2, column.required ? '是' : null, { style: STYLES.centered });
      draft.put(row, 3, column.help.zh, { style: STYLES.text });
      draft.put(row, 4, column.example === '' ? null : String(column.example), {
        style: { ...STYLES.centered, numberFormat: 'text' },
      });
      draft.height(row, lineHeight(wrappedLines(column.help.zh, HELP_WIDTH)));
    }
  }
  return {
    key: null,
    name: INSTRUCTIONS_SHEET,
    columnWidths: [24, 8, 8, HELP_WIDTH, 18],
    rows: draft.rows,
    merges: draft.merges,
    print: { orientation: 'landscape', repeatRows: [headingRow, headingRow] },
    charts: [],
    showGridLines: false,
  };
}
