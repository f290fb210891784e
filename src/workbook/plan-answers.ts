import type { SurveyField } from '../assessment/judge-survey';
import { columnLetters } from '../assessment/school';
import type { CellReference } from '../assessment/school';
import { blanksOf } from '../standard/form-item';
import type { FormBlank, FormItem, FormPart } from '../standard/form-item';
import { formItemsOf } from '../standard/form-items';
import type { Standard } from '../standard/standard';
import { VETO_ITEMS } from '../standard/veto-items';
import { cellText, isBlank } from './cell-text';
import { inputHeading, ITEM_COLUMNS, SURVEY_COLUMNS, VETO_COLUMNS } from './input-columns';
import type { InputColumn } from './input-columns';
import { inputSheet, readInputTable } from './input-table';
import type { InputTable } from './input-table';
import { shiftDecimal, shiftToTenThousandYuan } from './money-unit';
import { moneyUnitNamed } from './money-unit';
import { blankRows } from './read-form-items';
import { surveyGroup } from './read-survey';
import { vetoMatter } from './read-veto';
import { isNoteLabel } from './row-labels';
import { INPUT_SHEETS } from './sheet-names';
import type { CellContent, SheetHead, WorkbookSource } from './source';

/** What an answer is to: a blank of an item, a number of the survey, or a veto matter. */
export type AnswerTarget =
  | {
      readonly kind: 'item';
      readonly part: FormPart;
      readonly item: number;
      /** The key of the blank. */
      readonly blank: string;
    }
  | {
      readonly kind: 'survey';
      readonly group: 'total' | 'parents';
      readonly field: SurveyField;
    }
  | { readonly kind: 'veto'; readonly matter: number };

/**
 * An answer that is to stand in an input sheet. Money is in the unit of the form's blank,
 * percentages are of a hundred; conclusions, levels and 是/否 are text.
 */
export interface FormAnswer {
  readonly target: AnswerTarget;
  readonly content: string | number;
}

/** A cell that holds something else than is to be written there. */
export interface Overwrite extends CellReference {
  /** As it is shown. */
  readonly before: string;
  readonly after: string;
}

/** A cell and what is to stand in it. */
interface AnsweredCell extends CellReference {
  readonly content: string | number;
}

/** Where answers go. */
export interface AnswerPlan {
  readonly edits: readonly AnsweredCell[];
  /** Cells among the edits whose content would be replaced. */
  readonly overwrites: readonly Overwrite[];
  /** Input sheets that the workbook does not have; their answers are not among the edits. */
  readonly missingSheets: readonly string[];
  /** Input sheets whose headings are missing or doubled, so that nothing can be found in them. */
  readonly unusableSheets: readonly string[];
}

/**
 * Finds the cell of each answer. Where a sheet has no row for one, a row is added below all that the
 * sheet holds; a column of the survey that is not there is added to the right. Cells that hold the
 * answer already are left out.
 */
export async function planAnswers(
  source: WorkbookSource,
  standard: Standard,
  answers: readonly FormAnswer[],
): Promise<AnswerPlan> {
  const heads = await source.heads();
  const plan = new PlannedAnswers();
  for (const part of ['government', 'quality'] as const) {
    const wanted = answers.flatMap(({ target, content }) =>
      target.kind === 'item' && target.part === part ? [{ target, content }] : [],
    );
    const table = await tableOf(source, heads, INPUT_SHEETS[part], ITEM_COLUMNS, wanted, plan);
    if (table !== null) planItems(table, formItemsOf(standard, part), wanted, plan);
  }
  const survey = answers.flatMap(({ target, content }) =>
    target.kind === 'survey' ? [{ target, content }] : [],
  );
  const groups = await tableOf(
    source,
    heads,
    INPUT_SHEETS.recognition,
    SURVEY_COLUMNS,
    survey,
    plan,
  );
  if (groups !== null) planSurvey(groups, survey, plan);
  const veto = answers.flatMap(({ target, content }) =>
    target.kind === 'veto' ? [{ target, content }] : [],
  );
  const matters = await tableOf(source, heads, INPUT_SHEETS.veto, VETO_COLUMNS, veto, plan);
  if (matters !== null) planVeto(matters, veto, plan);
  return plan;
}

type Wanted<Kind extends AnswerTarget['kind']> = readonly {
  readonly target: Extract<AnswerTarget, { kind: Kind }>;
  readonly content: string | number;
}[];

class PlannedAnswers implements AnswerPlan {
  readonly edits: AnsweredCell[] = [];
  readonly overwrites: Overwrite[] = [];
  readonly missingSheets: string[] = [];
  readonly unusableSheets: string[] = [];

  put(cell: CellReference, held: CellContent, content: string | number): void {
    const [before, after] = [cellText(held), cellText(content)];
    if (before === after && typeof held === typeof content) return;
    this.edits.push({ ...cell, content });
    if (!isBlank(held)) this.overwrites.push({ ...cell, before, after });
  }
}

/** Rows and columns that are added to a sheet, beyond all that it holds. */
class SheetEnd<Field extends string> {
  readonly #table: InputTable<Field>;
  readonly #columns: readonly InputColumn<Field>[];
  readonly #plan: PlannedAnswers;
  readonly #added = new Map<Field, number>();
  #lastRow: number;
  #lastColumn: number;

  constructor(
    table: InputTable<Field>,
    columns: readonly InputColumn<Field>[],
    plan: PlannedAnswers,
  ) {
    this.#table = table;
    this.#columns = columns;
    this.#plan = plan;
    this.#lastRow = table.extent.lastRow;
    this.#lastColumn = table.extent.lastColumn;
  }

  newRow(): number {
    this.#lastRow += 1;
    return this.#lastRow;
  }

  /** Writes into a new row, where the sheet has the column. */
  label(row: number, field: Field, content: string | number): void {
    const column = this.#table.columns.get(field);
    if (column !== undefined) this.#plan.put(this.#cell(row, column), null, content);
  }

  /** The cell of a field in a row; a heading is added for a column that is not there. */
  cell(row: number, field: Field): CellReference {
    const column = this.#table.columns.get(field) ?? this.#added.get(field);
    if (column !== undefined) return this.#cell(row, column);
    this.#lastColumn += 1;
    this.#added.set(field, this.#lastColumn);
    const declared = this.#columns.find((one) => one.field === field);
    this.#plan.put(
      this.#cell(this.#table.headingRow, this.#lastColumn),
      null,
      declared === undefined ? field : inputHeading(declared),
    );
    return this.#cell(row, this.#lastColumn);
  }

  #cell(row: number, column: number): CellReference {
    return { sheet: this.#table.sheet, cell: `${columnLetters(column)}${row}` };
  }
}

async function tableOf<Field extends string>(
  source: WorkbookSource,
  heads: readonly SheetHead[],
  name: string,
  columns: readonly InputColumn<Field>[],
  wanted: readonly unknown[],
  plan: PlannedAnswers,
): Promise<InputTable<Field> | null> {
  if (wanted.length === 0) return null;
  const head = inputSheet(heads, name);
  if (head === null) {
    plan.missingSheets.push(name);
    return null;
  }
  const table = await readInputTable(source, head, columns);
  if (!table.unusable) return table;
  plan.unusableSheets.push(head.name);
  return null;
}

/** An amount of a blank, in the unit that the sheet names beside it. */
function inUnitOf(blank: FormBlank, content: string | number, written: string): string | number {
  const kept = moneyUnitNamed(blank.unit ?? '');
  const unit = moneyUnitNamed(written);
  if (typeof content !== 'number' || blank.kind !== 'amount' || kept === null || unit === null) {
    return content;
  }
  return shiftDecimal(content, shiftToTenThousandYuan(kept) - shiftToTenThousandYuan(unit));
}

function planItems(
  table: InputTable<(typeof ITEM_COLUMNS)[number]['field']>,
  items: readonly FormItem[],
  wanted: Wanted<'item'>,
  plan: PlannedAnswers,
): void {
  const rows = blankRows(table.rows, items);
  const end = new SheetEnd(table, ITEM_COLUMNS, plan);
  for (const { target, content } of wanted) {
    const item = items.find(({ number }) => number === target.item);
    const blank = item && blanksOf(item).find(({ key }) => key === target.blank);
    if (item === undefined || blank === undefined) continue;
    const own = rows.filter((one) => one.item === item && one.blank?.key === blank.key);
    const row = (own.find((one) => !isBlank(one.row.cell('value'))) ?? own[0])?.row;
    const place = row?.place('value');
    if (row !== undefined && place != null) {
      const shown = inUnitOf(blank, content, cellText(row.cell('unit')));
      plan.put(place, row.cell('value'), shown);
      continue;
    }
    const added = end.newRow();
    end.label(added, 'item', item.number);
    end.label(added, 'name', item.name.zh);
    end.label(added, 'blank', blank.label.zh);
    plan.put(end.cell(added, 'value'), null, content);
    if (blank.unit !== null) end.label(added, 'unit', blank.unit);
  }
}

/** The names of the groups as the template writes them. */
const GROUPS = { total: '计', parents: '其中家长' } as const;

function planSurvey(
  table: InputTable<(typeof SURVEY_COLUMNS)[number]['field']>,
  wanted: Wanted<'survey'>,
  plan: PlannedAnswers,
): void {
  const end = new SheetEnd(table, SURVEY_COLUMNS, plan);
  const added = new Map<'total' | 'parents', number>();
  for (const { target, content } of wanted) {
    const { group, field } = target;
    const row = table.rows.find((one) => {
      const name = cellText(one.cell('group'));
      return name !== '' && !isNoteLabel(name) && surveyGroup(name) === group;
    });
    if (row !== undefined) {
      plan.put(end.cell(row.number, field), row.cell(field), content);
      continue;
    }
    let number = added.get(group);
    if (number === undefined) {
      number = end.newRow();
      added.set(group, number);
      end.label(number, 'group', GROUPS[group]);
    }
    plan.put(end.cell(number, field), null, content);
  }
}

function planVeto(
  table: InputTable<(typeof VETO_COLUMNS)[number]['field']>,
  wanted: Wanted<'veto'>,
  plan: PlannedAnswers,
): void {
  const end = new SheetEnd(table, VETO_COLUMNS, plan);
  for (const { target, content } of wanted) {
    const item = VETO_ITEMS.find(({ number }) => number === target.matter);
    if (item === undefined) continue;
    const own = table.rows.filter((row) => {
      const name = cellText(row.cell('matter'));
      return !isNoteLabel(name) && vetoMatter(VETO_ITEMS, name) === item;
    });
    const row = own.find((one) => !isBlank(one.cell('exists'))) ?? own[0];
    const place = row?.place('exists');
    if (row !== undefined && place != null) {
      plan.put(place, row.cell('exists'), content);
      continue;
    }
    const number = end.newRow();
    end.label(number, 'matter', item.name.zh);
    plan.put(end.cell(number, 'exists'), null, content);
  }
}
