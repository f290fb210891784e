import { fill } from '../../locales/fill';
import type { Language } from '../../locales/language';
import { domainTexts } from '../../locales/domain-texts';
import { reportTexts } from '../../locales/report-texts';
import { STAGES } from '../../standard/stage';
import type { WorkbookCheck } from '../../workbook/workbook-check';

/** Why the verdict is what it is, one plain sentence a reason, in the words of 评估总览. */
export function verdictReasons(check: WorkbookCheck, language: Language): readonly string[] {
  const words = reportTexts(language);
  const { overview } = words;
  const { stages } = domainTexts(language);
  if (check.verdict === 'pass') return [capitalised(overview.reasonAll)];
  const reasons: string[] = [];
  for (const stage of STAGES) {
    const summary = check.assessment?.stages[stage];
    if (check.assessment === null || summary === undefined) continue;
    const { schools, standard } = check.assessment;
    const failing = schools.filter((row) => row.stage === stage && row.passes === false).length;
    if (failing > 0) {
      reasons.push(
        fill(overview.reasonSchools, { stage: stages[stage], schools: summary.schools, failing }),
      );
    }
    const over = standard.indicators.filter(
      (_, index) => summary.indicators[index]?.cvPasses === false,
    );
    if (over.length > 0) {
      const indicators = over.map(({ id }) => id).join(words.listSeparator);
      reasons.push(
        fill(overview.reasonCoefficients, {
          stage: stages[stage],
          count: over.length,
          indicators,
        }),
      );
    }
    if (summary.composite.cvPasses === false) {
      reasons.push(fill(overview.reasonComposite, { stage: stages[stage] }));
    }
  }
  const errors = check.findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) reasons.push(fill(overview.reasonErrors, { count: errors }));
  return reasons.map(capitalised);
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
