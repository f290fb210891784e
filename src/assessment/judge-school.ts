import type { Indicator, Standard } from '../standard/standard';
import type { Stage } from '../standard/stage';
import type { Attainment, IndicatorValue, SchoolStage } from './assessment';
import { AttainmentRule } from './attainment';
import type { Finding, FindingParameters } from './finding';
import { finding } from './finding-codes';
import { at } from './school-cell';
import { passesSchoolRule } from './school-rule';
import { shortfallTo } from './shortfall';
import { roundShown } from './shown-rounding';
import type { StageRow } from './stage-row';

/** Decimals of a school's value in the official tables. */
const SHOWN_PLACES = 2;

const UNKNOWN: IndicatorValue = { value: null, status: null };

/** The bars of every indicator of a standard, made once for a whole county. */
export class AttainmentRules {
  readonly #rules: Readonly<Record<Stage, readonly (AttainmentRule | null)[]>>;

  constructor(standard: Standard) {
    const of = (stage: Stage): (AttainmentRule | null)[] =>
      standard.indicators.map((indicator) => AttainmentRule.of(standard, indicator, stage));
    this.#rules = { primary: of('primary'), junior: of('junior') };
  }

  rule(stage: Stage, index: number): AttainmentRule | null {
    return this.#rules[stage][index] ?? null;
  }
}

/** One school judged in its stages, with what the standard has to say about it. */
export interface SchoolJudgement {
  readonly stages: readonly SchoolStage[];
  readonly findings: readonly Finding[];
}

/** The largest need for a shared asset among the stages of a school that fall short of it. */
function largestShortfall(
  rows: readonly StageRow[],
  indicator: Indicator,
  own: StageRow,
): number | null {
  if (indicator.threshold === null) return null;
  let largest = 0;
  for (const row of indicator.shared ? rows : [own]) {
    const shortfall = shortfallTo(indicator.threshold[row.stage], indicator, {
      amount: row.amount(indicator),
      divisor: row.divisor(indicator),
      exact: () => [row.exactAmount(indicator), row.exactDivisor(indicator)],
    });
    largest = Math.max(largest, shortfall);
  }
  return largest;
}

function attainmentFinding(
  rows: readonly StageRow[],
  row: StageRow,
  indicator: Indicator,
  value: number,
  status: 'near' | 'below',
): Finding {
  const { school } = row.counted;
  const [own] = indicator.numerator[row.stage];
  const place = own === undefined ? null : school.cell(own.quantity);
  return finding(status === 'near' ? 'indicator-near' : 'indicator-below', {
    sheet: place?.sheet ?? school.sheet,
    cell: place?.cell ?? null,
    school: school.name,
    stage: row.stage,
    indicator: indicator.id,
    actual: value,
    required: indicator.threshold?.[row.stage] ?? null,
    shortfall: largestShortfall(rows, indicator, row),
    unit: indicator.shortfallUnit,
    citation: indicator.citation,
  });
}

/** Warns where the value as the tables show it would be judged otherwise than the value itself. */
function roundingFinding(
  row: StageRow,
  indicator: Indicator,
  value: number,
  status: Attainment,
  rule: AttainmentRule,
): Finding | null {
  const rounded = roundShown(value, SHOWN_PLACES);
  const shown = rule.judgeShown(rounded);
  if (shown === status) return null;
  const { school } = row.counted;
  const [own] = indicator.numerator[row.stage];
  const turnsAtThreshold = shown === 'met' || status === 'met';
  return finding('rounding-turns-judgement', {
    ...(own === undefined ? { school: school.name } : at(school, own.quantity)),
    stage: row.stage,
    indicator: indicator.id,
    actual: value,
    required: turnsAtThreshold ? rule.threshold : rule.floor,
    citation: indicator.citation,
    parameters: { rounded, places: SHOWN_PLACES },
  });
}

/** Whether rounding to the shown decimals can matter at all: the value lies that close to a bar. */
function mayTurn(value: number, rule: AttainmentRule): boolean {
  const reach = 10 ** -SHOWN_PLACES;
  return Math.abs(value - rule.threshold) <= reach || Math.abs(value - rule.floor) <= reach;
}

/** A way to fail: how many indicators are met, and as parameters which are not. */
interface Failure {
  readonly met: number;
  readonly parameters: FindingParameters;
}

/** The schools of a province fail in no more than some hundred ways: each is kept once. */
const FAILURES = new WeakMap<Standard, Map<string, Failure>>();

function failureOf(standard: Standard, indicators: readonly IndicatorValue[]): Failure {
  let known = FAILURES.get(standard);
  if (known === undefined) {
    known = new Map();
    FAILURES.set(standard, known);
  }
  let pattern = '';
  for (const { status } of indicators) pattern += status?.[0] ?? '-';
  let failure = known.get(pattern);
  if (failure === undefined) {
    const idsOf = (...wanted: readonly Attainment[]): string[] =>
      standard.indicators.flatMap(({ id }, index) =>
        wanted.some((status) => status === indicators[index]?.status) ? [id] : [],
      );
    const met = indicators.filter(({ status }) => status === 'met').length;
    const missing = idsOf('near', 'below').join(' ');
    failure = { met, parameters: { met, missing, below: idsOf('below').join(' ') } };
    known.set(pattern, failure);
  }
  return failure;
}

/** 综合不达标: how many indicators were met, and which were not. */
export function schoolFails(standard: Standard, stage: SchoolStage): Finding {
  const failure = failureOf(standard, stage.indicators);
  const { sheet, cell, school } = at(stage.school, 'name');
  return finding('school-fails', {
    sheet,
    cell,
    school,
    stage: stage.stage,
    actual: failure.met,
    required: standard.schoolRule?.requiredMet ?? null,
    citation: standard.schoolRule?.citation ?? null,
    parameters: failure.parameters,
  });
}

/**
 * Judges the stages of one school: value and attainment of each indicator, 综合达标, and a finding
 * for everything that falls short.
 *
 * @param rows the school's stages
 * @param standard the standard in force
 * @param rules its bars
 * @param unjudgeable whether the school's rows contradict each other, so that nothing is judged
 */
export function judgeSchool(
  rows: readonly StageRow[],
  standard: Standard,
  rules: AttainmentRules,
  unjudgeable: boolean,
): SchoolJudgement {
  const findings: Finding[] = [];
  const stages = rows.map((row) => {
    const indicators = standard.indicators.map((indicator, index): IndicatorValue => {
      const value = unjudgeable ? Number.NaN : row.value(indicator);
      if (!Number.isFinite(value)) return UNKNOWN;
      const rule = rules.rule(row.stage, index);
      if (rule === null) return { value, status: null };
      const status = rule.judge(value, () => row.exactValue(indicator));
      if (status !== 'met') {
        findings.push(attainmentFinding(rows, row, indicator, value, status));
      }
      if (mayTurn(value, rule)) {
        const turned = roundingFinding(row, indicator, value, status, rule);
        if (turned !== null) findings.push(turned);
      }
      return { value, status };
    });
    const { school, members } = row.counted;
    const passes = passesSchoolRule(
      standard,
      indicators.map(({ status }) => status),
    );
    const { stage, students } = row;
    const judged = { school, stage, members, students, indicators, passes };
    if (passes === false) findings.push(schoolFails(standard, judged));
    return judged;
  });
  return { stages, findings };
}
