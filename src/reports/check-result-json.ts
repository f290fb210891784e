import type { IndicatorValue, SchoolStage, StageSummary } from '../assessment/assessment';
import type { Finding } from '../assessment/finding';
import { describeFinding } from '../locales/describe-finding';
import { domainTexts } from '../locales/domain-texts';
import type { Language } from '../locales/language';
import type { Standard } from '../standard/standard';
import type { Stage } from '../standard/stage';
import { STAGES } from '../standard/stage';
import type { WorkbookCheck } from '../workbook/workbook-check';

/** How many schools or findings are turned into text at a time. */
const BATCH = 1000;

function byIndicator<Value, Result>(
  standard: Standard,
  values: readonly Value[],
  show: (value: Value) => Result,
): Record<string, Result> {
  const result: Record<string, Result> = {};
  standard.indicators.forEach((indicator, index) => {
    const value = values[index];
    if (value !== undefined) result[indicator.id] = show(value);
  });
  return result;
}

function stageJson(standard: Standard, summary: StageSummary): object {
  return {
    schools: summary.schools,
    students: summary.students,
    passing: summary.passing,
    indicators: byIndicator(standard, summary.indicators, (indicator) => ({
      mean: indicator.mean,
      cv: indicator.cv,
      cvLimit: indicator.cvLimit,
      cvPasses: indicator.cvPasses,
      schoolsMet: indicator.schoolsMet,
      schoolsNear: indicator.schoolsNear,
      schoolsBelow: indicator.schoolsBelow,
    })),
    composite: {
      cv: summary.composite.cv,
      cvLimit: summary.composite.cvLimit,
      cvPasses: summary.composite.cvPasses,
    },
  };
}

function schoolJson(standard: Standard, judged: SchoolStage): object {
  const { school } = judged;
  return {
    name: school.name,
    code: school.description.code === '' ? null : school.description.code,
    type: school.description.typeText,
    stage: judged.stage,
    row: school.row,
    students: judged.students,
    passes: judged.passes,
    indicators: byIndicator(standard, judged.indicators, ({ value, status }: IndicatorValue) => ({
      value,
      status,
    })),
  };
}

function findingJson(standard: Standard, language: Language, finding: Finding): object {
  const unit = finding.unit === null ? '' : domainTexts(language).units[finding.unit].trim();
  return {
    code: finding.code,
    severity: finding.severity,
    sheet: finding.sheet,
    cell: finding.cell,
    school: finding.school,
    stage: finding.stage,
    indicator: finding.indicator,
    actual: finding.actual,
    required: finding.required,
    shortfall: finding.shortfall,
    unit: unit === '' ? null : unit,
    citation: finding.citation,
    message: describeFinding(finding, standard, language),
    ...(finding.accepted === undefined ? {} : { accepted: finding.accepted }),
  };
}

function* listJson<Item>(
  items: readonly Item[],
  show: (item: Item) => object,
): Generator<string, void> {
  for (let start = 0; start < items.length; start += BATCH) {
    const batch = items.slice(start, start + BATCH).map((item) => JSON.stringify(show(item)));
    yield `${start === 0 ? '' : ','}${batch.join(',')}`;
  }
}

/**
 * The result of a check as one line of JSON (without its line break), in pieces, so that a province
 * of schools never has to be one string.
 */
export function* checkResultJson(
  check: WorkbookCheck,
  language: Language,
): Generator<string, void> {
  const { standard, assessment } = check;
  const stages: Partial<Record<Stage, object>> = {};
  for (const stage of STAGES) {
    const summary = assessment?.stages[stage];
    if (summary !== undefined) stages[stage] = stageJson(standard, summary);
  }
  const head = JSON.stringify({
    file: check.file,
    standard: standard.id,
    county: check.county,
    verdict: check.verdict,
    parts: check.parts,
    overall: check.overall,
    stages,
  });
  yield `${head.slice(0, -1)},"schools":[`;
  yield* listJson(assessment?.schools ?? [], (school) => schoolJson(standard, school));
  yield '],"findings":[';
  yield* listJson(check.findings, (finding) => findingJson(standard, language, finding));
  yield `],"finance":${JSON.stringify(check.finance)}}`;
}
