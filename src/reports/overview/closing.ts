import { describeFinding } from '../../locales/describe-finding';
import { fill } from '../../locales/fill';
import { HIGHLIGHT_STYLES } from '../highlight-styles';
import { STYLES } from '../styles';
import { LAST_COLUMN } from './overview-page';
import type { OverviewPage } from './overview-page';

/** What the marks in the user's sheets mean; written here and nowhere else. */
export function planLegend(page: OverviewPage): void {
  const { overview } = page.context.words;
  page.sectionTitle(overview.highlights);
  for (const mark of ['below', 'near', 'fault'] as const) {
    const { fill: color, fontColor, bold } = HIGHLIGHT_STYLES[mark];
    page.draft.put(page.row, 0, '123', {
      style: { ...STYLES.centered, fill: color, fontColor, bold },
    });
    page.draft.putAcross(page.row, 1, LAST_COLUMN, overview.marks[mark], {
      style: STYLES.paragraph,
    });
    page.row += 1;
  }
  page.paragraph(overview.nameMark, STYLES.paragraph);
  page.row += 1;
}

/** How the numbers were computed. */
export function planMethod(page: OverviewPage): void {
  const { check, words } = page.context;
  page.sectionTitle(words.overview.method);
  page.paragraph(
    check.basis === 'stated' ? words.overview.methodStated : words.overview.methodText,
    STYLES.paragraph,
  );
  page.row += 1;
}

/** Warnings that somebody lets stand, with the reason. */
export function planAccepted(page: OverviewPage): void {
  const { check, words, language } = page.context;
  page.sectionTitle(words.overview.accepted);
  const accepted = check.findings.filter((finding) => finding.accepted !== undefined);
  if (accepted.length === 0) page.paragraph(words.overview.noAccepted, STYLES.paragraph);
  for (const finding of accepted) {
    const line = fill(words.overview.acceptedLine, {
      school: '',
      message: describeFinding(finding, check.standard, language),
      reason: finding.accepted?.reason ?? '',
    });
    page.paragraph(line, STYLES.paragraph);
  }
}
