import type { Verdict } from '../assessment/assessment';
import type { Finding } from '../assessment/finding';
import type { Severity } from '../assessment/finding-codes';
import { describeFinding } from '../locales/describe-finding';
import { domainTexts } from '../locales/domain-texts';
import type { Language } from '../locales/language';
import { STAGES } from '../standard/stage';
import type { Stage } from '../standard/stage';
import type { PartVerdicts, WorkbookCheck } from '../workbook/workbook-check';
import { inLanguage } from './report-context';

/** The severities that a report over several counties lists one by one. */
const LISTED = ['error', 'fail'] as const satisfies readonly Severity[];

/** Something below the standard, or a data error, as the report over several counties lists it. */
export interface BatchFailure {
  readonly severity: (typeof LISTED)[number];
  readonly school: string | null;
  readonly stage: Stage | null;
  /** With its id, in the report's language. */
  readonly indicator: string | null;
  /** Sheet and cell: 学校数据!AF12. */
  readonly place: string;
  readonly message: string;
  readonly actual: number | string | null;
  readonly required: number | string | null;
  readonly shortfall: number | null;
  readonly unit: string | null;
}

/** The largest 差异系数 of a county. */
interface LargestCoefficient {
  readonly value: number;
  readonly stage: Stage;
  /** With its id, in the report's language. */
  readonly indicator: string;
}

/**
 * One county of a report over several: plain data in one language, which threads may pass on, and
 * small beside the check it comes from.
 */
export interface BatchCounty {
  readonly file: string;
  readonly county: string | null;
  readonly verdict: Verdict;
  readonly overall: Verdict;
  readonly parts: PartVerdicts;
  /** Schools and those passing 综合达标, by stage; only stages that have schools. */
  readonly stages: Readonly<
    Partial<Record<Stage, { readonly schools: number; readonly passing: number | null }>>
  >;
  /** Null where no coefficient could be judged. */
  readonly largest: LargestCoefficient | null;
  /** How many 差异系数 are over their limit. */
  readonly overLimit: number;
  readonly errors: number;
  readonly failures: readonly BatchFailure[];
  /** Why the file could not be read, in a sentence; null where it could. */
  readonly fault: string | null;
}

/** A county for the report, out of its check. */
export function batchCounty(check: WorkbookCheck, language: Language): BatchCounty {
  const { file, county, verdict, overall, parts, assessment, findings, standard } = check;
  const named = (id: string | null): string | null => {
    const indicator = standard.indicators.find((one) => one.id === id);
    return indicator === undefined
      ? id
      : `${indicator.id} ${inLanguage(indicator.shortName, language)}`;
  };
  const stages: Partial<Record<Stage, { schools: number; passing: number | null }>> = {};
  let largest: LargestCoefficient | null = null;
  let overLimit = 0;
  for (const stage of STAGES) {
    const summary = assessment?.stages[stage];
    if (summary === undefined) continue;
    stages[stage] = { schools: summary.schools, passing: summary.passing };
    for (const [index, { cv, cvPasses }] of summary.indicators.entries()) {
      if (cvPasses === false) overLimit += 1;
      if (cv === null || (largest !== null && largest.value >= cv)) continue;
      largest = {
        value: cv,
        stage,
        indicator: named(standard.indicators[index]?.id ?? null) ?? '',
      };
    }
  }
  return {
    file,
    county,
    verdict,
    overall,
    parts,
    stages,
    largest,
    overLimit,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    failures: LISTED.flatMap((severity) =>
      findings
        .filter((one) => one.severity === severity)
        .map((one) => failureOf(one, severity, check, named(one.indicator), language)),
    ),
    fault: null,
  };
}

/** A file that could not be read, for the report. */
export function unreadableCounty(file: string, fault: string): BatchCounty {
  return {
    file,
    county: null,
    verdict: 'unjudged',
    overall: 'unjudged',
    parts: {
      resources: 'unjudged',
      government: 'unjudged',
      quality: 'unjudged',
      recognition: 'unjudged',
      veto: 'unjudged',
    },
    stages: {},
    largest: null,
    overLimit: 0,
    errors: 0,
    failures: [],
    fault,
  };
}

function failureOf(
  finding: Finding,
  severity: BatchFailure['severity'],
  { standard }: WorkbookCheck,
  indicator: string | null,
  language: Language,
): BatchFailure {
  const { school, stage, sheet, cell, actual, required, shortfall, unit } = finding;
  return {
    severity,
    school,
    stage,
    indicator,
    place: [sheet, cell].filter((part) => part !== null).join('!'),
    message: describeFinding(finding, standard, language),
    actual,
    required,
    shortfall,
    unit: unit === null ? null : domainTexts(language).units[unit],
  };
}
