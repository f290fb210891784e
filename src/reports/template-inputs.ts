import { columnLetters } from '../assessment/school';
import type { SheetPlan, ValidationPlan } from '../plans/sheet-plan';
import { blanksOf } from '../standard/form-item';
import type { FormBlank, FormItem, FormPart } from '../standard/form-item';
import { formItemsOf, hasFormParts } from '../standard/form-items';
import type { Standard } from '../standard/standard';
import { VETO_ITEMS } from '../standard/veto-items';
import {
  FINANCE_COLUMNS,
  inputHeading,
  ITEM_COLUMNS,
  SURVEY_COLUMNS,
  VETO_COLUMNS,
} from '../workbook/input-columns';
import type { InputColumn } from '../workbook/input-columns';
import { INPUT_SHEETS } from '../workbook/sheet-names';
import { SheetDraft } from './sheet-draft';
import { STYLES } from './styles';
import { lineHeight, wrappedLines } from './text-width';

/** How many years are prepared for typing. */
const PREPARED_YEARS = 10;
const GROUPS = ['计', '其中家长'] as const;
const REQUIRED_HEADING = { ...STYLES.heading, fill: '1F4E8C', fontColor: 'FFFFFF' } as const;
const NAME_WIDTH = 44;
const LONGEST_TITLE = 32;

/** One input sheet of the template with the declaration of its columns. */
export interface TemplateInput {
  readonly name: string;
  readonly columns: readonly InputColumn<string>[];
}

/** The input sheets beside 学校数据 and 县域信息 that a standard asks for, in the order of the workbook. */
export function templateInputs(standard: Standard): readonly TemplateInput[] {
  const finance = { name: INPUT_SHEETS.finance, columns: FINANCE_COLUMNS };
  if (!hasFormParts(standard)) return [finance];
  return [
    finance,
    { name: INPUT_SHEETS.government, columns: ITEM_COLUMNS },
    { name: INPUT_SHEETS.quality, columns: ITEM_COLUMNS },
    { name: INPUT_SHEETS.recognition, columns: SURVEY_COLUMNS },
    { name: INPUT_SHEETS.veto, columns: VETO_COLUMNS },
  ];
}

/** Those sheets, blank: lists and rules on every cell to fill in, each with a help text and an example. */
export function planTemplateInputs(standard: Standard): readonly SheetPlan[] {
  const finance = planFinance();
  if (!hasFormParts(standard)) return [finance];
  return [
    finance,
    planItems(standard, 'government'),
    planItems(standard, 'quality'),
    planSurvey(),
    planVeto(),
  ];
}

function headings(draft: SheetDraft, columns: readonly InputColumn<string>[]): void {
  columns.forEach((column, index) => {
    draft.put(1, index, inputHeading(column), {
      style: column.required ? REQUIRED_HEADING : STYLES.heading,
    });
  });
  draft.height(1, 32);
}

function sheet(
  name: string,
  draft: SheetDraft,
  columnWidths: readonly number[],
  validations: readonly ValidationPlan[],
  orientation: 'portrait' | 'landscape',
): SheetPlan {
  return {
    key: null,
    name,
    columnWidths,
    rows: draft.rows,
    merges: [],
    freeze: { rows: 1, columns: 1 },
    print: { orientation, repeatRows: [1, 1] },
    charts: [],
    validations,
  };
}

function planFinance(): SheetPlan {
  const draft = new SheetDraft();
  headings(draft, FINANCE_COLUMNS);
  const lastRow = PREPARED_YEARS + 1;
  for (let row = 2; row <= lastRow; row += 1) {
    FINANCE_COLUMNS.forEach((_, column) => {
      draft.put(row, column, null, { style: column === 0 ? STYLES.centered : STYLES.general });
    });
  }
  const validations = FINANCE_COLUMNS.map((column, index): ValidationPlan => {
    const letters = columnLetters(index);
    return {
      range: `${letters}2:${letters}${lastRow}`,
      rule:
        column.kind === 'year'
          ? { kind: 'whole', minimum: 1990, maximum: 2100 }
          : { kind: column.kind === 'count' ? 'whole' : 'decimal', minimum: 0 },
      ...helped(column),
    };
  });
  const widths = FINANCE_COLUMNS.map((_, index) => (index === 0 ? 10 : 16));
  return sheet(INPUT_SHEETS.finance, draft, widths, validations, 'landscape');
}

function planItems(standard: Standard, part: FormPart): SheetPlan {
  const draft = new SheetDraft();
  headings(draft, ITEM_COLUMNS);
  const valueColumn = ITEM_COLUMNS.findIndex(({ field }) => field === 'value');
  const validations: ValidationPlan[] = [];
  let row = 1;
  for (const item of formItemsOf(standard, part)) {
    for (const [index, blank] of blanksOf(item).entries()) {
      row += 1;
      draft.put(row, 0, item.number, { style: STYLES.centered });
      draft.put(row, 1, index === 0 ? item.name.zh : null, { style: STYLES.text });
      draft.put(row, 2, blank.label.zh, { style: STYLES.text });
      draft.put(row, valueColumn, null, { style: STYLES.general });
      draft.put(row, 4, blank.unit, { style: STYLES.centered });
      draft.put(row, 5, null, { style: STYLES.text });
      if (index === 0) draft.height(row, lineHeight(wrappedLines(item.name.zh, NAME_WIDTH)));
      const cell = `${columnLetters(valueColumn)}${row}`;
      validations.push(validationOf(item, blank, cell));
    }
  }
  const widths = [8, NAME_WIDTH, 34, 14, 8, 24];
  return sheet(INPUT_SHEETS[part], draft, widths, validations, 'portrait');
}

const LEVELS = ['Ⅰ级', 'Ⅱ级', 'Ⅲ级', 'Ⅳ级', '未监测'];
const CONCLUSIONS = ['达标', '不达标'];

function validationOf(item: FormItem, blank: FormBlank, range: string): ValidationPlan {
  const title = blank.label.zh.slice(0, LONGEST_TITLE);
  const follows = item.kind === 'fromSchools' || blank.sumOf.length > 0;
  const text = [
    HELP[blank.kind],
    follows ? '学校数据填齐时可以不填，由学校数据算出。' : '',
    item.supporting.includes(blank) ? '官方表格没有这一空，判定时需要：填数或填结论。' : '',
    `示例：${String(blank.example)}${blank.unit ?? ''}`,
  ].join('');
  const onError = { style: 'warning', title, text: '与要求不符，仍要填入吗？' } as const;
  return { range, rule: ruleOf(blank), prompt: { title, text }, onError };
}

const HELP: Readonly<Record<FormBlank['kind'], string>> = {
  conclusion: '由填报单位得出结论，填“达标”或“不达标”。',
  count: '填不小于 0 的整数。',
  amount: '填不小于 0 的数，单位见“单位”列。',
  percent: '填百分比，95、0.95、95% 均可。',
  ratio: '填监测给出的比值（不大于 1），例如 0.12；未监测的学科留空，等级填“未监测”。',
  level: '选择监测达到的等级；未监测的学科选“未监测”。',
};

function ruleOf(blank: FormBlank): ValidationPlan['rule'] {
  switch (blank.kind) {
    case 'conclusion':
      return { kind: 'list', values: CONCLUSIONS };
    case 'level':
      return { kind: 'list', values: LEVELS };
    case 'count':
      return { kind: 'whole', minimum: 0 };
    case 'amount':
      return { kind: 'decimal', minimum: 0 };
    case 'percent':
      return { kind: 'decimal', minimum: 0, maximum: 100 };
    case 'ratio':
      return { kind: 'decimal', minimum: 0, maximum: 1 };
  }
}

function planSurvey(): SheetPlan {
  const draft = new SheetDraft();
  headings(draft, SURVEY_COLUMNS);
  GROUPS.forEach((group, index) => {
    SURVEY_COLUMNS.forEach((_, column) => {
      draft.put(index + 2, column, column === 0 ? group : null, {
        style: column === 0 ? STYLES.text : STYLES.general,
      });
    });
  });
  const lastRow = GROUPS.length + 1;
  const validations = SURVEY_COLUMNS.flatMap((column, index): ValidationPlan[] => {
    if (column.field === 'group') return [];
    const letters = columnLetters(index);
    const rule: ValidationPlan['rule'] =
      column.kind === 'percent'
        ? { kind: 'decimal', minimum: 0, maximum: 100 }
        : { kind: 'whole', minimum: 0 };
    return [{ range: `${letters}2:${letters}${lastRow}`, rule, ...helped(column) }];
  });
  const widths = SURVEY_COLUMNS.map((_, index) => (index === 0 ? 16 : 14));
  return sheet(INPUT_SHEETS.recognition, draft, widths, validations, 'landscape');
}

function planVeto(): SheetPlan {
  const draft = new SheetDraft();
  headings(draft, VETO_COLUMNS);
  VETO_ITEMS.forEach(({ name }, index) => {
    draft.put(index + 2, 0, name.zh, { style: STYLES.text });
    draft.put(index + 2, 1, null, { style: STYLES.centered });
    draft.put(index + 2, 2, null, { style: STYLES.text });
  });
  const validations = VETO_COLUMNS.flatMap((column, index): ValidationPlan[] => {
    if (column.kind !== 'choice') return [];
    const letters = columnLetters(index);
    const rule = { kind: 'list', values: column.choices } as const;
    return [{ range: `${letters}2:${letters}${VETO_ITEMS.length + 1}`, rule, ...helped(column) }];
  });
  return sheet(INPUT_SHEETS.veto, draft, [44, 14, 36], validations, 'portrait');
}

/** The help text of a column with its example, and what is said when something else is typed. */
function helped({
  heading,
  help,
  example,
}: InputColumn<string>): Pick<ValidationPlan, 'prompt' | 'onError'> {
  const shown = example === '' ? '' : `示例：${String(example)}`;
  return {
    prompt: { title: heading, text: `${help.zh}${shown}` },
    onError: { style: 'warning', title: heading, text: '与要求不符，仍要填入吗？' },
  };
}
