import { domainTexts } from '../locales/domain-texts';
import { fill } from '../locales/fill';
import type { Language } from '../locales/language';
import { reportTexts } from '../locales/report-texts';
import { STAGES } from '../standard/stage';
import type { WorkbookCheck } from '../workbook/workbook-check';

/**
 * Why the verdict of part 1 is what it is, one plain clause a reason: schools that fail, 差异系数
 * over their limits, data errors. 评估总览 and the pane say the same.
 */
export function verdictReasons(check: WorkbookCheck, language: Language): readonly string[] {
  const { overview, listSeparator } = reportTexts(language);
  if (check.verdict === 'pass') {
    return [check.standard.schoolRule === null ? overview.reasonAllComposite : overview.reasonAll];
  }
  const reasons: string[] = [];
  for (const stageId of STAGES) {
    const summary = check.assessment?.stages[stageId];
    if (check.assessment === null || summary === undefined) continue;
    const stage = domainTexts(language).stages[stageId];
    const { schools, standard } = check.assessment;
    const failing = schools.filter((row) => row.stage === stageId && row.passes === false).length;
    if (failing > 0) {
      reasons.push(fill(overview.reasonSchools, { stage, schools: summary.schools, failing }));
    }
    const over = standard.indicators.filter(
      (_, index) => summary.indicators[index]?.cvPasses === false,
    );
    if (over.length > 0) {
      const indicators = over.map(({ id }) => id).join(listSeparator);
      reasons.push(fill(overview.reasonCoefficients, { stage, count: over.length, indicators }));
    }
    if (summary.composite.cvPasses === false) {
      reasons.push(fill(overview.reasonComposite, { stage }));
    }
  }
  const errors = check.findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) reasons.push(fill(overview.reasonErrors, { count: errors }));
  return reasons;
}
