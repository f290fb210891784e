import type { Finding } from '../assessment/finding';
import { describeFinding } from '../locales/describe-finding';
import { domainTexts } from '../locales/domain-texts';
import { fill } from '../locales/fill';
import type { Language } from '../locales/language';
import { paneTexts } from '../locales/pane-texts';
import type { Standard } from '../standard/standard';

/**
 * A finding's sentence as the pane says it. The domain's own words for a workbook without schools
 * name options of the command line, which the pane has not.
 */
export function describePaneFinding(
  finding: Finding,
  standard: Standard,
  language: Language,
): string {
  return finding.code === 'no-school-sheet'
    ? fill(paneTexts(language).findings.noSchoolSheet.message, finding.parameters)
    : describeFinding(finding, standard, language);
}

/** What to do about a finding, as the pane says it. */
export function describeMending({ code }: Finding, language: Language): string {
  return code === 'no-school-sheet'
    ? paneTexts(language).findings.noSchoolSheet.mending
    : domainTexts(language).findings[code].mending;
}
