import type { SchoolStage } from '../../assessment/assessment';
import type { Finding } from '../../assessment/finding';
import { fill } from '../../locales/fill';
import { formatShortfall } from '../../locales/format-number';
import { inLanguage, stageName } from '../report-context';
import type { JudgedContext } from '../report-context';
import { STYLES } from '../styles';
import { lineHeight, wrappedLines } from '../text-width';
import { LAST_COLUMN, PAGE_WIDTH, WIDTHS } from './overview-page';
import type { OverviewPage } from './overview-page';

/** Most schools listed here; 问题清单 has all. */
const LISTED_SCHOOLS = 200;

/** Each school that fails or cannot be judged, with what is missing of every indicator. */
export function planFailingSchools(page: OverviewPage, judged: JudgedContext): void {
  const { overview } = page.context.words;
  const failing = judged.assessment.schools.filter(({ passes }) => passes !== true);
  page.sectionTitle(overview.failingSchools);
  if (failing.length === 0) {
    page.paragraph(overview.noFailingSchools, STYLES.paragraph);
    page.row += 1;
    return;
  }
  page.draft.putAcross(page.row, 0, 1, page.context.words.table22.school, {
    style: STYLES.heading,
  });
  page.draft.put(page.row, 2, overview.stage, { style: STYLES.heading });
  page.draft.putAcross(page.row, 3, LAST_COLUMN, overview.missing, { style: STYLES.heading });
  page.row += 1;
  const shortfalls = new Map<string, Finding>();
  for (const finding of judged.assessment.findings) {
    if (finding.shortfall !== null) shortfalls.set(findingKey(finding), finding);
  }
  const missingWidth = PAGE_WIDTH - WIDTHS[0] - WIDTHS[1] - WIDTHS[2] - 1;
  for (const row of failing.slice(0, LISTED_SCHOOLS)) {
    const missing = missingOf(judged, row, shortfalls);
    page.draft.putAcross(page.row, 0, 1, row.school.name, { style: STYLES.text });
    page.draft.put(page.row, 2, stageName(row.stage, judged), { style: STYLES.centered });
    page.draft.putAcross(page.row, 3, LAST_COLUMN, missing, { style: STYLES.text });
    page.draft.height(
      page.row,
      lineHeight(
        Math.max(
          wrappedLines(missing, missingWidth),
          wrappedLines(row.school.name, WIDTHS[0] + WIDTHS[1] - 1),
        ),
      ),
    );
    page.row += 1;
  }
  if (failing.length > LISTED_SCHOOLS) {
    const count = failing.length - LISTED_SCHOOLS;
    page.paragraph(fill(overview.moreFailing, { count }), STYLES.note);
  }
  page.row += 1;
}

function missingOf(
  judged: JudgedContext,
  row: SchoolStage,
  shortfalls: ReadonlyMap<string, Finding>,
): string {
  const { words, texts, language } = judged;
  const { overview } = words;
  return judged.assessment.standard.indicators
    .flatMap(({ id, shortName }, index) => {
      const status = row.indicators[index]?.status ?? null;
      if (status === 'met') return [];
      const indicator = `${id} ${inLanguage(shortName, language)}`;
      if (status === null) return [fill(overview.missingUnjudged, { indicator })];
      const found = shortfalls.get(
        findingKey({ school: row.school.name, stage: row.stage, indicator: id }),
      );
      if (found?.shortfall == null) return [indicator];
      const unit = found.unit === null ? '' : texts.units[found.unit];
      const shortfall = `${formatShortfall(found.shortfall, found.unit)} ${unit.trim()}`;
      return [fill(overview.missingItem, { indicator, shortfall })];
    })
    .join(words.clauseSeparator);
}

function findingKey({
  school,
  stage,
  indicator,
}: Pick<Finding, 'school' | 'stage' | 'indicator'>): string {
  return [school, stage, indicator].join('\u0000');
}
