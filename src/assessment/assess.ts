import type { Indicator, Standard } from '../standard/standard';
import { STAGES } from '../standard/stage';
import type { Stage } from '../standard/stage';
import { Rational } from '../statistics/rational';
import type { Assessment, SchoolStage, StageSummary } from './assessment';
import { rowsOf } from './counted-school';
import type { CountedSchool } from './counted-school';
import { summarizeStage } from './county';
import type { ExactColumn } from './county';
import { countyFindings } from './county-findings';
import type { Finding } from './finding';
import { implausibleValues } from './implausible-values';
import { AttainmentRules, judgeSchool } from './judge-school';
import { mergeSchools } from './merge-schools';
import { rowChecks } from './row-checks';
import type { School } from './school';
import { outOfScope } from './scope';
import { emptyStageFindings, stageRows } from './stage-rows';
import { unitSlips } from './unit-slips';
import { verdictOf } from './verdict';

/** What the reading knows about the schools beyond their rows. */
export interface AssessmentOptions {
  /** Schools whose rows contradict each other (a doubled 标识码): nothing of them is judged. */
  readonly unjudgeable?: ReadonlySet<School>;
}

/** The rows of one stage: each judged school, and what it was judged from. */
class StageList {
  readonly stage: Stage;
  readonly counted: CountedSchool[] = [];
  readonly judged: SchoolStage[] = [];

  constructor(stage: Stage) {
    this.stage = stage;
  }

  /**
   * The exact amounts and pupils behind one indicator. They are taken from the schools anew: hardly
   * any county needs them, and a province's rows would fill the memory.
   */
  exactColumn(indicator: Indicator, standard: Standard): ExactColumn {
    const rows = this.counted.flatMap((counted) =>
      stageRows(counted, standard).rows.filter(({ stage }) => stage === this.stage),
    );
    return {
      amounts: rows.map((row) => row.exactStageAmount(indicator)),
      students: rows.map(({ students }) => Rational.fromShown(students ?? Number.NaN)),
    };
  }
}

/**
 * Judges part 1 (资源配置) of a county: which schools count, each school's stages against every
 * threshold, the school rule, the coefficients between schools, and the verdict. All findings are
 * collected, but for those of the reading.
 *
 * Judging is exact on the decimals that the cells show; the values reported are within 1e-12.
 *
 * @param schools in the order of the sheet
 * @param standard the standard in force
 */
export function assess(
  schools: readonly School[],
  standard: Standard,
  { unjudgeable = new Set() }: AssessmentOptions = {},
): Assessment {
  const merged = mergeSchools(schools);
  const findings: Finding[] = [...merged.findings];
  const rules = new AttainmentRules(standard);
  const lists: Readonly<Record<Stage, StageList>> = {
    primary: new StageList('primary'),
    junior: new StageList('junior'),
  };
  const examined: School[] = [];
  for (const counted of merged.counted) {
    const excluded = outOfScope(counted, standard);
    if (excluded !== null) findings.push(excluded);
    if (excluded === null || excluded.code === 'out-of-scope-no-stage') {
      findings.push(...emptyStageFindings(counted));
    }
    if (excluded !== null) continue;
    const own = rowsOf(counted);
    examined.push(...own);
    for (const row of own) findings.push(...rowChecks(row));
    const { rows, findings: missing } = stageRows(counted, standard);
    findings.push(...missing);
    const judgement = judgeSchool(
      rows,
      standard,
      rules,
      own.some((row) => unjudgeable.has(row)),
    );
    findings.push(...judgement.findings);
    for (const [index, row] of rows.entries()) {
      const judged = judgement.stages[index];
      if (judged === undefined) continue;
      lists[row.stage].counted.push(counted);
      lists[row.stage].judged.push(judged);
    }
  }
  const judged = STAGES.flatMap((stage) => lists[stage].judged);
  const slips = unitSlips(examined, standard);
  const slipped = new Set(slips.map(({ sheet, cell }) => `${sheet ?? ''}!${cell ?? ''}`));
  for (const slip of slips) findings.push(slip);
  for (const stage of judged) {
    for (const found of implausibleValues(stage, standard, slipped)) findings.push(found);
  }
  const stages: Partial<Record<Stage, StageSummary>> = {};
  for (const stage of STAGES) {
    const list = lists[stage];
    if (list.judged.length === 0) continue;
    const summary = summarizeStage(standard, stage, list.judged, (indicator) =>
      list.exactColumn(indicator, standard),
    );
    stages[stage] = summary;
    findings.push(...countyFindings(standard, summary));
  }
  return {
    standard,
    verdict: verdictOf(standard, Object.values(stages), judged),
    stages,
    schools: judged,
    findings,
  };
}
