import { columnLetters } from '../../assessment/school';
import { parseTextNumber } from '../cell-number';
import { isBlank, isData, isWords } from '../cell-text';
import type { MoneyUnit } from '../money-unit';
import { normaliseText } from '../normalise-text';
import type { KeptRow } from '../sheet-cells';
import type { CellContent } from '../source';
import { FORM_FIELD_IDS } from './form-fields';
import { formLabel } from './form-labels';
import type { AnswerId } from './form-labels';
import { unitNamed } from './unit-named';

/** An answer where it stands, not read yet. */
export interface FoundAnswer {
  readonly id: AnswerId;
  readonly cell: string;
  readonly content: CellContent;
  /** The unit of money beside or in the label, if any. */
  readonly unit: MoneyUnit | null;
}

interface Hit {
  readonly id: AnswerId;
  readonly row: KeptRow;
  readonly column: number;
  readonly unit: MoneyUnit | null;
}

/** So many of the 68 labels, each on a row of its own, make a sheet a form. */
const FEWEST_LABELS = 10;
/** So many labels below each other make a column of labels. */
const FEWEST_IN_COLUMN = 3;
/** An answer stands at most so many columns right of its label. */
const WIDEST = 12;

/** No heading is longer, and no more texts are remembered from form to form. */
const LONGEST_HEADING = 16;
const MOST_KNOWN = 20_000;

const FORM_IDS: ReadonlySet<AnswerId> = new Set<AnswerId>(FORM_FIELD_IDS);
const VALUE_HEADING =
  /^(?:(?:学校)?(?:填报|填写|上报)(?:内容|值|数据?|情况|项|栏)?|数据|数值|值|内容|答案|填报处|学校填(?:报|写))$/;
const OTHER_HEADING =
  /^(?:序号|编号|类别|分类|填报项目|项目|指标|指标名称|单位|单位或选项|计量单位|选项|必填|是否必填|条件|填写条件|示例|例|说明|填写说明|填报说明|填写要求|备注)$/;

/**
 * Finds the answers of a form by its labels, wherever they stand: the answer is right of the label,
 * in the column headed 填报内容 or the like, else in the column that holds the answers. Null where
 * the sheet is no form: its labels are too few, or stand side by side as in a table of schools.
 */
export function findAnswers(rows: readonly KeptRow[]): readonly FoundAnswer[] | null {
  const hits: Hit[] = [];
  const inOneCell: FoundAnswer[] = [];
  for (const row of rows) {
    for (const [column, content] of row.cells.entries()) {
      if (!isWords(content)) continue;
      const label = formLabel(content);
      if (label !== null) hits.push({ ...label, row, column });
      else inOneCell.push(...answerInOneCell(content, row, column));
    }
  }
  const ofForm = hits.filter(({ id }) => FORM_IDS.has(id));
  if (
    new Set(ofForm.map(({ id }) => id)).size < FEWEST_LABELS ||
    new Set(ofForm.map(({ row }) => row.number)).size < FEWEST_LABELS
  ) {
    return null;
  }

  const byColumn = new Map<number, Hit[]>();
  for (const hit of hits) byColumn.set(hit.column, [...(byColumn.get(hit.column) ?? []), hit]);
  const columns = [...byColumn.keys()]
    .filter((column) => (byColumn.get(column)?.length ?? 0) >= FEWEST_IN_COLUMN)
    .sort((a, b) => a - b);
  const headings = headingsOf(rows);
  const found: FoundAnswer[] = [];
  columns.forEach((column, index) => {
    const own = byColumn.get(column) ?? [];
    const end = Math.min(columns[index + 1] ?? Infinity, column + WIDEST + 1);
    const at = answerColumn(own, column, end, headings);
    for (const hit of own) found.push(answerAt(hit, at, end));
  });
  const covered = new Set(found.map(({ id }) => id));
  for (const [column, own] of byColumn) {
    if (columns.includes(column)) continue;
    for (const hit of own) {
      if (covered.has(hit.id)) continue;
      found.push(answerAt(hit, nextAnswer(hit, column), column + WIDEST + 1));
    }
  }
  const labelled = new Set(found.map(({ id }) => id));
  return [...found, ...inOneCell.filter(({ id }) => !labelled.has(id))];
}

/** `学校名称：城关镇第一小学` in one cell. */
function answerInOneCell(text: string, row: KeptRow, column: number): FoundAnswer[] {
  const parts = /^([^:：]{2,12})[:：]\s*(\S.*)$/su.exec(text.trim());
  if (parts?.[1] === undefined || parts[2] === undefined) return [];
  const label = formLabel(parts[1]);
  if (label === null || !['name', 'code', 'type'].includes(label.id)) return [];
  return [{ ...label, cell: address(row, column), content: parts[2] }];
}

function address(row: KeptRow, column: number): string {
  return `${columnLetters(column)}${row.number}`;
}

/** The columns whose heading says that they hold the answers, and those whose says they do not. */
function headingsOf(rows: readonly KeptRow[]): {
  readonly values: ReadonlySet<number>;
  readonly others: ReadonlySet<number>;
} {
  const values = new Set<number>();
  const others = new Set<number>();
  for (const { cells } of rows) {
    const headings = cells.flatMap((cell, column) => {
      const heading = typeof cell === 'string' ? headingNamed(cell) : null;
      return heading === null ? [] : [{ heading, column }];
    });
    if (headings.length < 2) continue;
    for (const { heading, column } of headings) {
      (heading === 'value' ? values : others).add(column);
    }
  }
  return { values, others };
}

const knownHeadings = new Map<string, 'value' | 'other' | null>();

function headingNamed(written: string): 'value' | 'other' | null {
  if (written.length > LONGEST_HEADING) return null;
  const known = knownHeadings.get(written);
  if (known !== undefined) return known;
  const text = normaliseText(written);
  const heading = VALUE_HEADING.test(text) ? 'value' : OTHER_HEADING.test(text) ? 'other' : null;
  if (knownHeadings.size < MOST_KNOWN) knownHeadings.set(written, heading);
  return heading;
}

function answerColumn(
  hits: readonly Hit[],
  label: number,
  end: number,
  { values, others }: ReturnType<typeof headingsOf>,
): number {
  let best = { column: label + 1, answers: 0 };
  let firstFree: number | null = null;
  const widest = Math.max(...hits.map(({ row }) => row.cells.length));
  for (let column = label + 1; column < end; column += 1) {
    if (values.has(column)) return column;
    if (others.has(column)) continue;
    let answers = 0;
    let taken = 0;
    for (const { row } of hits) {
      const content = row.cells[column];
      if (isBlank(content)) continue;
      taken += 1;
      if (isData(content) || (isWords(content) && parseTextNumber(content) !== null)) answers += 1;
    }
    if (taken === 0) firstFree ??= column;
    if (answers > best.answers) best = { column, answers };
    if (column > widest) break;
  }
  return best.answers > 0 ? best.column : (firstFree ?? label + 1);
}

/** The first cell right of a label standing alone that holds something, else the next one. */
function nextAnswer({ row }: Hit, label: number): number {
  for (let column = label + 1; column <= label + WIDEST; column += 1) {
    const content = row.cells[column];
    if (isBlank(content)) continue;
    if (isWords(content)) {
      if (formLabel(content) !== null) break;
      if (unitNamed(content) !== 'none') continue;
    }
    return column;
  }
  return label + 1;
}

function answerAt({ id, row, column, unit }: Hit, at: number, end: number): FoundAnswer {
  let money = unit;
  for (let beside = column + 1; money === null && beside < end; beside += 1) {
    const content = row.cells[beside];
    if (beside === at || !isWords(content)) continue;
    const named = unitNamed(content);
    if (named !== 'none' && named !== 'other') money = named;
  }
  return { id, cell: address(row, at), content: row.cells[at], unit: money };
}
