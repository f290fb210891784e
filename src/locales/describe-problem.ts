import type { Finding } from '../assessment/finding';
import type { Indicator, Standard } from '../standard/standard';
import type { LedgerProblem } from '../workbook/ledger-problems';
import { describeFinding } from './describe-finding';
import { domainTexts } from './domain-texts';
import { fill } from './fill';
import { formatCompared, formatShortfall } from './format-number';
import type { Language } from './language';
import { ledgerTexts } from './ledger-texts';
import { reportTexts } from './report-texts';

/**
 * A problem as 整改台账 words it: what there is, what is required and how much is missing, each stage
 * once. The school and the cell stand in columns of their own.
 */
export function describeProblem(
  problem: LedgerProblem,
  standard: Standard,
  language: Language,
): string {
  const { clauseSeparator } = reportTexts(language);
  const [first] = problem.findings;
  const indicator = standard.indicators.find(({ id }) => id === first?.indicator);
  if (problem.school !== null && indicator !== undefined) {
    return describeIndicator(problem.findings, indicator, language);
  }
  const sentences = problem.findings.map((one) =>
    describeFinding({ ...one, sheet: null, cell: null }, standard, language),
  );
  return sentences.length === 1
    ? (sentences[0] ?? '')
    : sentences.map((one) => one.replace(/[。.]$/, '')).join(clauseSeparator);
}

function describeIndicator(
  findings: readonly Finding[],
  indicator: Indicator,
  language: Language,
): string {
  const { clauseSeparator } = reportTexts(language);
  const ledger = ledgerTexts(language);
  const { stages } = domainTexts(language);
  const [first] = findings;
  const isSame = findings.every(({ shortfall }) => shortfall === first?.shortfall);
  // What a shared asset lacks, the whole school lacks: it is said once.
  const together = findings.length > 1 && indicator.shared && isSame;
  const clauses = findings.map((one) => {
    const text = fill(ledger.stageValue, {
      stage: one.stage === null ? '' : stages[one.stage],
      actual: shown(one.actual, one.required),
      required: shown(one.required, one.actual),
      unit: unitOf(indicator, language),
    });
    return together ? text : [text, ...missing(one, language)].join(ledger.shortfallSeparator);
  });
  const whole = together && first !== undefined ? missing(first, language) : [];
  return fill(ledger.indicatorProblem, {
    indicator: `${indicator.id} ${indicator.shortName[language === 'zh-CN' ? 'zh' : 'en']}`,
    values: [...clauses, ...whole].join(clauseSeparator),
  });
}

function missing({ shortfall, unit }: Finding, language: Language): string[] {
  if (shortfall === null || shortfall === 0) return [];
  return [
    fill(ledgerTexts(language).shortfall, {
      shortfall: formatShortfall(shortfall, unit),
      unit: domainTexts(language).units[unit ?? 'ratio'],
    }),
  ];
}

function unitOf(indicator: Indicator, language: Language): string {
  return language === 'zh-CN' ? indicator.unit.zh : ` ${indicator.unit.en}`;
}

function shown(value: number | string | null, other: number | string | null): string {
  if (typeof value !== 'number') return value ?? '';
  return formatCompared(value, typeof other === 'number' ? other : null, 'perPupilYuan');
}
