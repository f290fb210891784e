import { fill } from '../../locales/fill';
import { severityCounts } from '../findings';
import { inLanguage } from '../report-context';
import { COLORS, STYLES } from '../styles';
import { verdictReasons } from '../verdict-reasons';
import type { OverviewPage } from './overview-page';

/** Title, county, verdict and its reasons. */
export function planHeading(page: OverviewPage): void {
  const { check, words, language } = page.context;
  const { overview } = words;
  page.draft.height(page.row, 28);
  page.across(overview.title, STYLES.title);
  const county = fill(words.countyLine, { county: check.county ?? words.countyUnknown });
  const source = fill(words.standardLine, {
    standard: inLanguage(check.standard.name, language),
    document: check.standard.document,
  });
  page.across(county, STYLES.subtitle);
  page.across(source, STYLES.subtitle);
  page.draft.height(page.row, 24);
  page.across(overview.verdict[check.verdict], {
    ...STYLES.verdict,
    fontColor: check.verdict === 'pass' ? COLORS.good : COLORS.bad,
  });
  const reasons = verdictReasons(check, language);
  if (reasons.length > 0) {
    page.paragraph(
      fill(overview.generated, { reasons: reasons.join(words.clauseSeparator) }),
      STYLES.paragraph,
    );
  }
  if (check.findings.length > 0) {
    const counts = severityCounts(check.findings, page.context);
    page.paragraph(fill(overview.findingCounts, { counts }), STYLES.paragraph);
  }
}
