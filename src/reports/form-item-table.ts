import { judgeItems } from '../assessment/judge-items';
import { fill } from '../locales/fill';
import { formTexts } from '../locales/form-texts';
import type { SheetPlan } from '../plans/sheet-plan';
import type { FormPart } from '../standard/form-item';
import { formItemsOf } from '../standard/form-items';
import { INPUT_SHEETS } from '../workbook/sheet-names';
import { FORM_HEADING_ROW, planFormFoot, planFormHead } from './form-frame';
import { FormItemRow, ITEM_TABLE_COLUMNS, LAST_WORKING } from './form-item-row';
import type { FormTableFacts } from './form-table-facts';
import { inLanguage, sheetName } from './report-context';
import type { ReportContext } from './report-context';
import { SheetDraft } from './sheet-draft';
import { fixedColumn, quotedSheet } from './sheet-reference';
import { STYLES } from './styles';
import { lineHeight, wrappedLines } from './text-width';

const WIDTHS = [32, 48, 10] as const;
const FRAME = { lastColumn: 2, rightColumn: 1, characters: 90 } as const;
const FIRST_ITEM_ROW = FORM_HEADING_ROW + 1;
const KEYS = { government: 'table_4', quality: 'table_5' } as const;

/**
 * 表Ⅳ or 表Ⅴ: each item with its sentence filled in and whether it is met, live over 政府保障 or 教育质量
 * and, where an item follows from it, over 学校数据. What nobody answered is left to be written in.
 * @param facts what 学校数据 gives, the same for both tables
 */
export function planFormItems(
  context: ReportContext,
  facts: FormTableFacts,
  part: FormPart,
): SheetPlan {
  const { check, language } = context;
  const { standard } = check;
  const { items: texts } = formTexts(language);
  const items = formItemsOf(standard, part);
  const nothing = {
    sheet: INPUT_SHEETS[part],
    values: new Map(),
    places: check.formPlaces[part],
  };
  const judgements =
    check.form[part] ?? judgeItems(items, nothing, facts.computed, standard.switches).detail;
  const draft = new SheetDraft();
  planFormHead(draft, context, texts[part], FRAME);
  [texts.name, texts.value, texts.passes].forEach((heading, column) => {
    draft.put(FORM_HEADING_ROW, column, heading, { style: STYLES.heading });
  });
  draft.height(FORM_HEADING_ROW, 22);
  let row = FIRST_ITEM_ROW;
  for (const judgement of judgements) {
    const name = `${judgement.item.number}. ${inLanguage(judgement.item.name, language)}`;
    draft.put(row, ITEM_TABLE_COLUMNS.name, name, { style: STYLES.text });
    const sentence = new FormItemRow(context, judgement, facts, draft, row).plan();
    const lines = Math.max(
      wrappedLines(name, WIDTHS[0] - 1.5),
      wrappedLines(sentence, WIDTHS[1] - 1.5),
    );
    draft.height(row, lineHeight(lines) + 4);
    row += 1;
  }
  const note = part === 'government' ? texts.noteGovernment : texts.noteQuality;
  planFormFoot(draft, context, row, fill(note, { count: items.length }), FRAME);
  const first = WIDTHS.length;
  return {
    key: KEYS[part],
    name: sheetName(KEYS[part], context),
    columnWidths: WIDTHS,
    hiddenColumns: Array.from({ length: LAST_WORKING - first + 1 }, (_, index) => first + index),
    rows: draft.rows,
    merges: draft.merges,
    freeze: { rows: FORM_HEADING_ROW, columns: 0 },
    print: { orientation: 'portrait', repeatRows: [FORM_HEADING_ROW, FORM_HEADING_ROW] },
    charts: [],
    showGridLines: false,
  };
}

/** The cells of 表Ⅳ or 表Ⅴ that say of each item whether it is met, as another sheet refers to them. */
export function itemVerdictCells(context: ReportContext, part: FormPart): string {
  const last = FIRST_ITEM_ROW + formItemsOf(context.check.standard, part).length - 1;
  const cells = fixedColumn(ITEM_TABLE_COLUMNS.passes, FIRST_ITEM_ROW, last);
  return `${quotedSheet(sheetName(KEYS[part], context))}!${cells}`;
}
