import type { StageSummary, Verdict } from '../assessment/assessment';
import type { Finding } from '../assessment/finding';
import { SEVERITIES } from '../assessment/finding-codes';
import type { FindingCode } from '../assessment/finding-codes';
import type { Trend } from '../assessment/year-on-year';
import { cliTexts } from '../locales/cli-texts';
import { describeFinding } from '../locales/describe-finding';
import { domainTexts } from '../locales/domain-texts';
import { fill } from '../locales/fill';
import { formatCompared, formatDecimal } from '../locales/format-number';
import type { Language } from '../locales/language';
import type { Standard } from '../standard/standard';
import { STAGES } from '../standard/stage';
import { worstGaps } from '../reports/worst-gaps';
import { PARTS } from '../workbook/workbook-check';
import type { WorkbookCheck } from '../workbook/workbook-check';
import { textTable } from './text-table';

/** How many gaps, and how many data errors, are shown unless all are asked for. */
const WORST = 5;
const ERRORS_SHOWN = 10;

/** Last year's workbook could not be used. */
const REFUSED_YEARS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'year-unreadable',
  'year-columns-missing',
  'year-no-schools',
]);

/** Changes since last year that look like mistakes. */
const JUMPS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'year-unit-slip',
  'year-unit-slip-county',
  'year-pupils-jump',
  'year-area-jump',
  'year-change-outlying',
]);

/** The result of a check as lines for a terminal. */
export function textReport(check: WorkbookCheck, language: Language, all: boolean): string[] {
  const texts = cliTexts(language);
  const { standard } = check;
  const lines = [
    fill(texts.standardLine, {
      file: check.file,
      county: check.county === null ? '' : countyName(check.county, language),
      standard: standard.name[language === 'zh-CN' ? 'zh' : 'en'],
      document: standard.document,
    }),
    fill(texts.verdictLine, { verdict: domainTexts(language).verdicts[check.verdict] }) +
      (check.verdict === 'unjudged' && check.assessment !== null ? texts.unjudgedWhy : ''),
  ];
  for (const stage of STAGES) {
    const summary = check.assessment?.stages[stage];
    if (summary !== undefined) lines.push('', ...stageLines(summary, standard, language));
  }
  const blocks = [
    partLines(check, language),
    financeLines(check, language),
    yearLines(check, language),
  ];
  for (const block of blocks) {
    if (block.length > 0) lines.push('', ...block);
  }
  lines.push('', ...(all ? allFindings(check, language) : urgentFindings(check, language)));
  const counts = Object.fromEntries(
    SEVERITIES.map((severity) => [
      severity,
      check.findings.filter((finding) => finding.severity === severity).length,
    ]),
  );
  lines.push('', fill(texts.totals, counts));
  if (!all) lines.push(texts.allHint);
  return lines;
}

/** The four parts and the veto, where the workbook holds any sheet beyond 学校数据 that was judged. */
function partLines({ parts, form, overall }: WorkbookCheck, language: Language): string[] {
  if (Object.values(form).every((part) => part === null)) return [];
  const texts = cliTexts(language);
  const { verdicts, parts: names, overall: overallName } = domainTexts(language);
  const line = (part: string, verdict: Verdict): string =>
    fill(texts.partLine, { part, verdict: verdicts[verdict] });
  return [
    texts.partsHeading,
    ...PARTS.map((part) => line(names[part], parts[part])),
    line(overallName, overall),
  ];
}

/** One line for each year of growth, where there is a sheet 教育经费. */
function financeLines({ finance }: WorkbookCheck, language: Language): string[] {
  if (finance.length === 0) return [];
  const texts = cliTexts(language);
  const share = (growth: number | null): string =>
    growth === null ? texts.financeUnknown : `${formatDecimal(100 * growth, 2)}%`;
  return [
    texts.financeHeading,
    ...finance.map(({ year, educationGrowth, revenueGrowth, gap, passes }) =>
      fill(texts.financeLine, {
        year: String(year),
        education: share(educationGrowth),
        revenue: share(revenueGrowth),
        gap: gap === null ? texts.financeUnknown : formatDecimal(gap, 2),
        verdict:
          passes === null
            ? domainTexts(language).verdicts.unjudged
            : passes
              ? texts.financePasses
              : texts.financeFails,
      }),
    ),
  ];
}

/** What changed since last year, in a few lines; only where a workbook of last year was given. */
function yearLines({ lastYear, findings, standard }: WorkbookCheck, language: Language): string[] {
  const texts = cliTexts(language);
  if (lastYear === null) {
    return findings
      .filter(({ code }) => REFUSED_YEARS.has(code))
      .map((finding) => describeFinding(finding, standard, language));
  }
  const { schools, coefficients } = lastYear;
  const trends = (trend: Trend): number =>
    coefficients.filter((one) => one.trend === trend && one.indicator !== null).length;
  const jumps = findings.filter(({ code }) => JUMPS.has(code));
  return [
    fill(texts.yearHeading, { file: lastYear.file }),
    fill(texts.yearSchools, {
      both: schools.pairs.length,
      opened: schools.opened.length,
      closed: schools.closed.length,
      merged: schools.merged.length,
    }),
    fill(texts.yearCoefficients, {
      improved: trends('improved'),
      worse: trends('worse'),
      same: trends('same'),
    }),
    fill(texts.yearJumps, { jumps: jumps.length }),
  ];
}

function countyName(county: string, language: Language): string {
  return language === 'zh-CN' ? `（${county}）` : ` (${county})`;
}

function stageLines(summary: StageSummary, standard: Standard, language: Language): string[] {
  const texts = cliTexts(language);
  const { passing, schools } = summary;
  const heading = fill(passing === null ? texts.stageLineNoRule : texts.stageLine, {
    stage: domainTexts(language).stages[summary.stage],
    schools,
    students: formatDecimal(summary.students, 0),
    passing: passing ?? '',
    ratio: schools === 0 || passing === null ? '' : formatDecimal((100 * passing) / schools, 1),
  });
  const judged = (passes: boolean | null, limit: number | null): string => {
    if (limit === null) return texts.noLimit;
    if (passes === null) return domainTexts(language).verdicts.unjudged;
    return passes ? texts.within : texts.over;
  };
  const coefficient = (cv: number | null, limit: number | null): string =>
    cv === null ? texts.noLimit : formatCompared(cv, limit, 'ratio');
  const rows = summary.indicators.map((indicator, index) => {
    const definition = standard.indicators[index];
    const name = definition?.shortName[language === 'zh-CN' ? 'zh' : 'en'] ?? '';
    const { schoolsMet, schoolsNear, schoolsBelow } = indicator;
    return [
      `  ${definition?.id ?? ''} ${name}`,
      indicator.mean === null ? texts.noLimit : formatDecimal(indicator.mean, 2),
      coefficient(indicator.cv, indicator.cvLimit),
      indicator.cvLimit === null ? texts.noLimit : formatDecimal(indicator.cvLimit, 2),
      judged(indicator.cvPasses, indicator.cvLimit),
      schoolsMet === null
        ? texts.noLimit
        : [schoolsMet, schoolsNear, schoolsBelow].map((count) => String(count ?? '')).join('/'),
    ];
  });
  const { cv, cvLimit, cvPasses } = summary.composite;
  rows.push([
    `  ${texts.composite}`,
    texts.noLimit,
    coefficient(cv, cvLimit),
    cvLimit === null ? texts.noLimit : formatDecimal(cvLimit, 2),
    judged(cvPasses, cvLimit),
    texts.noLimit,
  ]);
  const { columns } = texts;
  const head = [
    `  ${columns.indicator}`,
    columns.mean,
    columns.coefficient,
    columns.limit,
    columns.verdict,
    columns.counts,
  ];
  return [
    heading,
    ...textTable([head, ...rows], ['left', 'right', 'right', 'right', 'left', 'right']),
  ];
}

function urgentFindings(check: WorkbookCheck, language: Language): string[] {
  const texts = cliTexts(language);
  const lines: string[] = [];
  const errors = check.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    lines.push(texts.errorsHeading, ...numbered(errors.slice(0, ERRORS_SHOWN), check, language));
    if (errors.length > ERRORS_SHOWN) {
      lines.push(`  ${fill(texts.moreNotShown, { count: errors.length - ERRORS_SHOWN })}`);
    }
  }
  const worst = worstGaps(check.findings, WORST);
  if (worst.length > 0) {
    if (lines.length > 0) lines.push('');
    lines.push(fill(texts.worstGaps, { count: worst.length }), ...numbered(worst, check, language));
  }
  return lines;
}

function allFindings(check: WorkbookCheck, language: Language): string[] {
  const { severities } = domainTexts(language);
  return SEVERITIES.flatMap((severity) => {
    const findings = check.findings.filter((finding) => finding.severity === severity);
    if (findings.length === 0) return [];
    return [`${severities[severity]} ${findings.length}`, ...numbered(findings, check, language)];
  });
}

function numbered(
  findings: readonly Finding[],
  check: WorkbookCheck,
  language: Language,
): string[] {
  return findings.map(
    (finding, index) => `  ${index + 1}. ${describeFinding(finding, check.standard, language)}`,
  );
}
