import type { SurveyField } from '../../src/assessment/judge-survey';
import type { PlannedCell, SheetPlan } from '../../src/plans/sheet-plan';
import { planTemplate } from '../../src/reports/template-plan';
import { CN_2017 } from '../../src/standard/cn-2017';
import { blanksOf } from '../../src/standard/form-item';
import type { FormPart } from '../../src/standard/form-item';
import { formItemsOf } from '../../src/standard/form-items';
import type { SpendingSeries } from '../../src/standard/spending-rules';
import { VETO_ITEMS } from '../../src/standard/veto-items';
import { FINANCE_COLUMNS, SURVEY_COLUMNS } from '../../src/workbook/input-columns';
import { INPUT_SHEETS } from '../../src/workbook/sheet-names';
import { TABLE_1_ITEMS } from '../../src/workbook/table-1-items';

type Filled = string | number;

/** The blanks of a part that are filled in: by item, then by the blank's key. */
export type FilledItems = Readonly<Record<number, Readonly<Record<string, Filled>>>>;

/** What a county fills in beside 学校数据. */
export interface CountyForm {
  readonly county: string;
  readonly year: string;
  /** 表Ⅰ, by its code (L1 … L24). */
  readonly table1: Readonly<Record<string, number>>;
  readonly finance: readonly Readonly<Record<'year' | SpendingSeries, number>>[];
  readonly government: FilledItems;
  readonly quality: FilledItems;
  /** 计, then 其中家长. */
  readonly survey: readonly Partial<Readonly<Record<SurveyField, number>>>[];
  /** 是 or 否, by the number of the matter. */
  readonly veto: Readonly<Record<number, string>>;
}

/** The template's sheets beside 学校数据 and 填写说明, filled in: every blank keeps its list, rule and help. */
export function formSheets(form: CountyForm): SheetPlan[] {
  const blank = new Map(planTemplate(CN_2017).map((plan) => [plan.name, plan]));
  const filled = (name: string, values: readonly (readonly Filled[])[], from: [number, number]) => {
    const plan = blank.get(name);
    if (plan === undefined) throw new Error(`The template has no sheet ${name}.`);
    return fill(plan, values, from);
  };
  return [
    filled(
      INPUT_SHEETS.finance,
      form.finance.map((year) => FINANCE_COLUMNS.map(({ field }) => year[field])),
      [2, 0],
    ),
    filled(INPUT_SHEETS.government, itemValues('government', form.government), [2, 3]),
    filled(INPUT_SHEETS.quality, itemValues('quality', form.quality), [2, 3]),
    filled(
      INPUT_SHEETS.recognition,
      form.survey.map((group) =>
        SURVEY_COLUMNS.flatMap(({ field }) => (field === 'group' ? [] : [group[field] ?? ''])),
      ),
      [2, 1],
    ),
    filled(
      INPUT_SHEETS.veto,
      VETO_ITEMS.map(({ number }) => [form.veto[number] ?? '']),
      [2, 1],
    ),
    filled(
      INPUT_SHEETS.county,
      [
        [form.county],
        [form.year],
        [`${form.county}教育局`],
        ...TABLE_1_ITEMS.map(({ code }) => [form.table1[code] ?? '']),
      ],
      [2, 1],
    ),
  ];
}

function itemValues(part: FormPart, filled: FilledItems): Filled[][] {
  return formItemsOf(CN_2017, part).flatMap((item) => {
    const blanks = blanksOf(item);
    const values = filled[item.number] ?? {};
    const stray = Object.keys(values).find((key) => !blanks.some((blank) => blank.key === key));
    if (stray !== undefined) throw new Error(`${part} ${item.number} has no blank ${stray}.`);
    return blanks.map(({ key }) => [values[key] ?? '']);
  });
}

/** Writes a block of values into a planned sheet's cells, from a row and a column on; '' leaves one blank. */
function fill(
  plan: SheetPlan,
  values: readonly (readonly Filled[])[],
  [fromRow, fromColumn]: readonly [number, number],
): SheetPlan {
  const rows = plan.rows.map((row) => {
    const written = values[row.number - fromRow];
    if (written === undefined) return row;
    const cells = row.cells.map((cell): PlannedCell => {
      const value = written[cell.column - fromColumn];
      return value === undefined || value === '' ? cell : { ...cell, value };
    });
    return { ...row, cells };
  });
  return { ...plan, rows };
}
