import type { Language } from '../locales/language';
import type { SheetPlan } from '../plans/sheet-plan';
import type { WorkbookCheck } from '../workbook/workbook-check';
import { planFinance } from './finance';
import { planFindings } from './findings';
import { planOverview } from './overview';
import { judgedContext, reportContext } from './report-context';
import { SHEET_KEYS } from './sheet-keys';
import type { SheetKey } from './sheet-keys';
import { planTable21 } from './table-2-1';
import { planTable22 } from './table-2-2';
import { planTable3 } from './table-3';

/** Which sheets to plan, and in which language. */
export interface SummaryOptions {
  /** All when absent. 表Ⅱ-1 and 表Ⅲ count over 表Ⅱ-2 and bring it with them. */
  readonly keys?: readonly SheetKey[];
  readonly language: Language;
}

/**
 * Plans the summary sheets of a check, in the order of SHEET_KEYS. The same check gives the same
 * plans. Where nothing could be judged only 评估总览 and 问题清单 are planned.
 */
export function planSummary(check: WorkbookCheck, options: SummaryOptions): readonly SheetPlan[] {
  const keys = new Set<SheetKey>(options.keys ?? SHEET_KEYS);
  if (keys.has('table_2_1') || keys.has('table_3')) keys.add('table_2_2');
  const context = reportContext(check, options.language);
  const judged = judgedContext(context);
  return SHEET_KEYS.filter((key) => keys.has(key)).flatMap((key) => {
    switch (key) {
      case 'overview':
        return [planOverview(context, judged, keys)];
      case 'findings':
        return [planFindings(context)];
      case 'table_2_1':
        return judged === null ? [] : [planTable21(judged)];
      case 'table_2_2':
        return judged === null ? [] : [planTable22(judged)];
      case 'table_3':
        return judged === null ? [] : [planTable3(judged)];
      case 'finance':
        return planFinance(context) ?? [];
    }
  });
}
