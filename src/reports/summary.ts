import type { Language } from '../locales/language';
import type { SheetPlan } from '../plans/sheet-plan';
import { hasFormParts } from '../standard/form-items';
import type { DueDays } from '../workbook/ledger-dates';
import type { LedgerReading } from '../workbook/read-ledger';
import type { WorkbookCheck } from '../workbook/workbook-check';
import { planFormItems } from './form-item-table';
import { FormTableFacts } from './form-table-facts';
import { planFinance } from './finance';
import { planFindings } from './findings';
import { planLedger } from './ledger';
import { planOverview } from './overview/overview';
import { judgedContext, reportContext } from './report-context';
import { SHEET_KEYS } from './sheet-keys';
import type { SheetKey } from './sheet-keys';
import { planTable1 } from './table-1';
import { planTable21 } from './table-2-1';
import { planTable22 } from './table-2-2';
import { planTable3 } from './table-3';
import { planTable6 } from './table-6';
import { planYearOnYear } from './year-on-year';

/** What every summary sheet is made with. */
interface AnySummaryOptions {
  readonly language: Language;
}

/** Sheets without 整改台账, which need to know nothing but the check. */
interface PlainSummaryOptions extends AnySummaryOptions {
  readonly keys: readonly Exclude<SheetKey, 'ledger'>[];
  readonly ledger?: never;
  readonly today?: never;
  readonly dueDays?: never;
}

/** Sheets with 整改台账, which is never written without what people wrote into the one before. */
interface LedgerSummaryOptions extends AnySummaryOptions {
  /** All when absent. */
  readonly keys?: readonly SheetKey[];
  /**
   * What the workbook's 整改台账 holds (`readLedger`), read immediately before the sheets are
   * written; null where `readLedger` found none.
   */
  readonly ledger: LedgerReading | null;
  /** The day of the run, ISO (`2026-03-05`): the same day gives the same sheets. */
  readonly today: string;
  /** How the days of 13710 are counted; calendar days when absent. */
  readonly dueDays?: DueDays;
}

/**
 * Which sheets to plan, and in which language. 表Ⅱ-1, 表Ⅲ, 表Ⅳ and 表Ⅴ count over 表Ⅱ-2 and
 * bring it with them.
 */
export type SummaryOptions = PlainSummaryOptions | LedgerSummaryOptions;

/** The sheets whose formulas count over 表Ⅱ-2. */
const COUNTED_OVER_SCHOOLS: readonly SheetKey[] = ['table_2_1', 'table_3', 'table_4', 'table_5'];

/**
 * Plans the summary sheets of a check, in the order of SHEET_KEYS. The same check gives the same
 * plans. Where nothing could be judged 表Ⅰ, 表Ⅱ and 表Ⅲ are left out.
 */
export function planSummary(check: WorkbookCheck, options: SummaryOptions): readonly SheetPlan[] {
  const keys = new Set<SheetKey>(options.keys ?? SHEET_KEYS);
  if (COUNTED_OVER_SCHOOLS.some((key) => keys.has(key))) keys.add('table_2_2');
  const context = reportContext(check, options.language);
  const judged = judgedContext(context);
  const hasParts = hasFormParts(check.standard);
  const formFacts =
    hasParts && (keys.has('table_4') || keys.has('table_5'))
      ? new FormTableFacts(context, judged)
      : null;
  return SHEET_KEYS.filter((key) => keys.has(key)).flatMap((key) => {
    switch (key) {
      case 'overview':
        return [planOverview(context, judged, keys)];
      case 'findings':
        return [planFindings(context)];
      case 'table_1':
        return judged === null ? [] : [planTable1(judged)];
      case 'table_2_1':
        return judged === null ? [] : [planTable21(judged)];
      case 'table_2_2':
        return judged === null ? [] : [planTable22(judged)];
      case 'table_3':
        return judged === null ? [] : [planTable3(judged)];
      case 'table_4':
        return formFacts === null ? [] : [planFormItems(context, formFacts, 'government')];
      case 'table_5':
        return formFacts === null ? [] : [planFormItems(context, formFacts, 'quality')];
      case 'table_6':
        return hasParts ? [planTable6(context)] : [];
      case 'finance':
        return planFinance(context) ?? [];
      case 'year_on_year':
        return judged === null || check.lastYear === null
          ? []
          : [planYearOnYear(judged, check.lastYear, keys)];
      case 'ledger':
        return options.ledger === undefined
          ? []
          : [planLedger(context, { dueDays: 'calendar', ...options })];
    }
  });
}
