import type { Indicator, Standard } from '../standard/standard';
import { STAGES } from '../standard/stage';
import type { Stage } from '../standard/stage';
import { Rational } from '../statistics/rational';
import type {
  Assessment,
  Attainment,
  IndicatorValue,
  SchoolStage,
  StageSummary,
  StatedRow,
} from './assessment';
import { summarizeStage } from './county';
import type { ExactColumn } from './county';
import { countyFindings } from './county-findings';
import type { Finding, FindingDetails } from './finding';
import { finding } from './finding-codes';
import { AttainmentRules, schoolFails } from './judge-school';
import { at } from './school-cell';
import { passesSchoolRule } from './school-rule';
import { shortfallTo } from './shortfall';
import { STAGE_QUANTITIES } from './stage-quantities';
import { verdictOf } from './verdict';

/** The exact amounts behind one indicator's stated values, and the pupils. */
function exactColumn(rows: readonly SchoolStage[], index: number): ExactColumn {
  const students = rows.map((row) => Rational.fromShown(row.students ?? Number.NaN));
  const amounts = rows.map(({ indicators }, row) =>
    Rational.fromShown(indicators[index]?.value ?? Number.NaN).times(students[row] ?? Rational.ONE),
  );
  return { amounts, students };
}

function placeOf(row: StatedRow, index: number): FindingDetails {
  const cell = row.cells[index] ?? null;
  return {
    sheet: cell?.sheet ?? row.school.sheet,
    cell: cell?.cell ?? null,
    school: row.school.name,
  };
}

/** How much a stage lacks, from its stated value: the stage's own gap, as no amounts are stated. */
function statedShortfall(indicator: Indicator, row: StatedRow, value: number): number | null {
  if (indicator.threshold === null || row.students === null) return null;
  const { students } = row;
  return shortfallTo(indicator.threshold[row.stage], indicator, {
    amount: (value * students) / indicator.multiplier,
    divisor: students,
    exact: () => {
      const pupils = Rational.fromShown(students);
      const amount = Rational.fromShown(value).times(pupils);
      return [amount.over(Rational.fromShown(indicator.multiplier)), pupils];
    },
  });
}

function judgeRow(
  row: StatedRow,
  standard: Standard,
  rules: AttainmentRules,
  findings: Finding[],
): SchoolStage {
  const { school, stage, students } = row;
  const studentsField = STAGE_QUANTITIES[stage].students;
  if (students === null && !school.isFaulty(studentsField)) {
    findings.push(finding('students-missing', { ...at(school, studentsField), stage }));
  }
  const indicators = standard.indicators.map((indicator, index): IndicatorValue => {
    const value = row.values[index] ?? null;
    const about = {
      ...placeOf(row, index),
      stage,
      indicator: indicator.id,
      citation: indicator.citation,
    };
    const [own] = indicator.numerator[stage];
    if (value === null) {
      if (own === undefined || !school.isFaulty(own.quantity)) {
        findings.push(
          finding('value-missing', {
            ...about,
            parameters: { quantity: own?.quantity ?? '', indicators: indicator.id },
          }),
        );
      }
      return { value: null, status: null };
    }
    const status: Attainment | null = rules.rule(stage, index)?.judgeShown(value) ?? null;
    if (status === 'near' || status === 'below') {
      findings.push(
        finding(status === 'near' ? 'indicator-near' : 'indicator-below', {
          ...about,
          actual: value,
          required: indicator.threshold?.[stage] ?? null,
          shortfall: statedShortfall(indicator, row, value),
          unit: indicator.shortfallUnit,
        }),
      );
    }
    return { value, status };
  });
  const passes = passesSchoolRule(
    standard,
    indicators.map(({ status }) => status),
  );
  const judged: SchoolStage = { school, stage, members: [], students, indicators, passes };
  if (passes === false) findings.push(schoolFails(standard, judged));
  return judged;
}

/**
 * Judges a county from a filled-in 表Ⅱ-2: the values per pupil as they are stated, the coefficients
 * recomputed from them. Such values were rounded before they were written, which one warning says.
 *
 * A stated cell that cannot be used is null in its row; where the reading has reported it, the
 * row's school is faulty in the indicator's own quantity (or in the stage's pupils), and it is not
 * reported again.
 *
 * @param rows one a school and stage
 * @param standard the standard in force
 */
export function assessStated(rows: readonly StatedRow[], standard: Standard): Assessment {
  const findings: Finding[] = [];
  const [first] = rows;
  if (first !== undefined) findings.push(finding('inputs-rounded', { sheet: first.school.sheet }));
  const rules = new AttainmentRules(standard);
  const stages: Partial<Record<Stage, StageSummary>> = {};
  const judged: SchoolStage[] = [];
  for (const stage of STAGES) {
    const list: SchoolStage[] = [];
    for (const row of rows) {
      if (row.stage !== stage) continue;
      if (row.students === 0) {
        const place = at(row.school, STAGE_QUANTITIES[stage].students);
        findings.push(finding('students-zero', { ...place, stage, actual: 0, unit: 'student' }));
      } else {
        list.push(judgeRow(row, standard, rules, findings));
      }
    }
    if (list.length === 0) continue;
    const summary = summarizeStage(standard, stage, list, (_, index) => exactColumn(list, index));
    stages[stage] = summary;
    for (const found of countyFindings(standard, summary)) findings.push(found);
    for (const row of list) judged.push(row);
  }
  return {
    standard,
    verdict: verdictOf(standard, Object.values(stages), judged),
    stages,
    schools: judged,
    findings,
  };
}
