import type { Verdict } from '../../assessment/assessment';
import { formTexts } from '../../locales/form-texts';
import type { CellStyle } from '../../plans/sheet-plan';
import { hasFormParts } from '../../standard/form-items';
import { PARTS } from '../../workbook/workbook-check';
import type { Part } from '../../workbook/workbook-check';
import { itemVerdictCells } from '../form-item-table';
import type { ReportContext } from '../report-context';
import { cellAddress, quotedText } from '../sheet-reference';
import { COLORS, STYLES } from '../styles';
import { surveyVerdictCell, vetoAnswerCells } from '../table-6';
import { lineHeight, wrappedLines } from '../text-width';
import { columnRange, LAST_COLUMN, WIDTHS } from './overview-page';
import type { OverviewPage } from './overview-page';

/** Columns: the part (two), its conclusion (two), then how many items there are, met, not met, open. */
const CONCLUSION_COLUMN = 2;
const ITEMS_COLUMN = 4;
/** The items of a part, and how the sheets written together with this one show them. */
interface PartItems {
  readonly verdicts: readonly Verdict[];
  /** The cells that show each item's outcome, one below the other; null where there are none. */
  readonly cells: string | null;
  readonly met: string;
  readonly notMet: string;
}

/**
 * The four parts, the veto and what follows from all of them. Gives the row of part 1, whose
 * conclusion `linkResources` ties to the stages below; null where the standard has only resources.
 */
export function planParts(page: OverviewPage): number | null {
  const { check, words, texts } = page.context;
  if (!hasFormParts(check.standard)) return null;
  planHeadings(page);
  const firstRow = page.row;
  for (const part of PARTS) {
    const items = itemsOf(page, part);
    page.draft.putAcross(page.row, 0, 1, texts.parts[part], { style: STYLES.text });
    putConclusion(page, check.parts[part], conclusionFormula(page, part, items));
    for (let column = ITEMS_COLUMN; column <= LAST_COLUMN; column += 1) {
      page.draft.put(page.row, column, words.notApplicable, { style: STYLES.centered });
    }
    if (items !== null) planCounts(page, items);
    page.row += 1;
  }
  page.draft.putAcross(page.row, 0, 1, texts.overall, { style: STYLES.block });
  const conclusions = columnRange(CONCLUSION_COLUMN, firstRow, PARTS.length);
  putConclusion(page, check.overall, worstOf(page.context, conclusions));
  for (let column = ITEMS_COLUMN; column <= LAST_COLUMN; column += 1) {
    page.draft.put(page.row, column, null, { style: STYLES.block });
  }
  page.row += 2;
  return firstRow;
}

/**
 * Makes the conclusion of part 1 follow from those of the stages.
 * @param row what `planParts` gave
 * @param conclusions the cells that hold them; null where they are no live formulas
 */
export function linkResources(page: OverviewPage, row: number, conclusions: string | null): void {
  if (conclusions === null) return;
  const { check, texts } = page.context;
  page.draft.put(row, CONCLUSION_COLUMN, texts.verdicts[check.verdict], {
    style: conclusionStyle(check.verdict),
    formula: worstOf(page.context, conclusions),
  });
}

function planHeadings(page: OverviewPage): void {
  const { overview } = page.context.words;
  const style = STYLES.heading;
  page.sectionTitle(overview.parts);
  page.draft.putAcross(page.row, 0, 1, overview.part, { style });
  page.draft.putAcross(page.row, CONCLUSION_COLUMN, ITEMS_COLUMN - 1, overview.conclusion, {
    style,
  });
  const headings = [overview.items, overview.itemsMet, overview.itemsFailed, overview.itemsOpen];
  headings.forEach((heading, index) => {
    page.draft.put(page.row, ITEMS_COLUMN + index, heading, { style });
  });
  const lines = headings.map((heading) => wrappedLines(heading, WIDTHS[ITEMS_COLUMN] - 1.5));
  page.draft.height(page.row, lineHeight(Math.max(...lines)));
  page.row += 1;
}

/** Null where a part is not made of items, or nothing was filled in. */
function itemsOf(page: OverviewPage, part: Part): PartItems | null {
  const { check, language } = page.context;
  const { met, notMet, survey } = formTexts(language);
  if (part === 'government' || part === 'quality') {
    const judgements = check.form[part];
    if (judgements === null) return null;
    const isLinked = page.links(part === 'government' ? 'table_4' : 'table_5');
    return {
      verdicts: judgements.map(({ verdict }) => verdict),
      cells: isLinked ? itemVerdictCells(page.context, part) : null,
      met,
      notMet,
    };
  }
  if (part !== 'veto' || check.form.veto === null) return null;
  return {
    verdicts: check.form.veto.map(({ exists }) =>
      exists === null ? 'unjudged' : exists ? 'fail' : 'pass',
    ),
    cells: page.links('table_6') ? vetoAnswerCells(page.context) : null,
    met: survey.no,
    notMet: survey.yes,
  };
}

function planCounts(page: OverviewPage, { verdicts, cells, met, notMet }: PartItems): void {
  const total = verdicts.length;
  const counted = (word: string): string => `COUNTIF(${cells ?? ''},${quotedText(word)})`;
  const [metCell, failedCell] = [1, 2].map((offset) =>
    cellAddress(ITEMS_COLUMN + offset, page.row),
  );
  const counts = [
    { verdict: 'pass', formula: counted(met) },
    { verdict: 'fail', formula: counted(notMet) },
    { verdict: 'unjudged', formula: `${total}-${metCell ?? ''}-${failedCell ?? ''}` },
  ] as const;
  page.draft.put(page.row, ITEMS_COLUMN, total, { style: STYLES.integer });
  counts.forEach(({ verdict, formula }, index) => {
    const value = verdicts.filter((one) => one === verdict).length;
    const column = ITEMS_COLUMN + 1 + index;
    page.live(page.row, column, { value, formula }, STYLES.integer, cells !== null);
  });
}

/** Null where the conclusion does not follow from cells. */
function conclusionFormula(page: OverviewPage, part: Part, items: PartItems | null): string | null {
  const { context } = page;
  const { pass, fail, unjudged } = context.texts.verdicts;
  if (part === 'recognition') {
    if (context.check.form.recognition === null || !page.links('table_6')) return null;
    const { met, notMet } = formTexts(context.language);
    const cell = surveyVerdictCell(context);
    return `IF(${cell}=${quotedText(met)},${quotedText(pass)},IF(${cell}=${quotedText(notMet)},${quotedText(fail)},${quotedText(unjudged)}))`;
  }
  if (items?.cells == null) return null;
  const failed = cellAddress(ITEMS_COLUMN + 2, page.row);
  const open = cellAddress(ITEMS_COLUMN + 3, page.row);
  return `IF(${failed}>0,${quotedText(fail)},IF(${open}>0,${quotedText(unjudged)},${quotedText(pass)}))`;
}

function putConclusion(page: OverviewPage, verdict: Verdict, formula: string | null): void {
  const style = conclusionStyle(verdict);
  page.draft.putAcross(
    page.row,
    CONCLUSION_COLUMN,
    ITEMS_COLUMN - 1,
    page.context.texts.verdicts[verdict],
    formula === null ? { style } : { style, formula },
  );
}

function conclusionStyle(verdict: Verdict): CellStyle {
  return {
    ...STYLES.centered,
    bold: true,
    ...(verdict === 'pass' ? {} : { fontColor: COLORS.bad }),
  };
}

/** The worst of several conclusions: one that fails outranks one that is open. */
function worstOf({ texts }: ReportContext, cells: string): string {
  const { pass, fail, unjudged } = texts.verdicts;
  const any = (word: string): string => `COUNTIF(${cells},${quotedText(word)})>0`;
  return `IF(${any(fail)},${quotedText(fail)},IF(${any(unjudged)},${quotedText(unjudged)},${quotedText(pass)}))`;
}
