import type { Standard } from '../standard/standard';
import type { SchoolStage, StageSummary, Verdict } from './assessment';

/**
 * The verdict on part 1 (资源配置). Anything that fails outranks anything that cannot be judged; a
 * county without schools cannot be judged.
 */
export function verdictOf(
  standard: Standard,
  stages: readonly StageSummary[],
  schools: readonly SchoolStage[],
): Verdict {
  const judgements: (boolean | null)[] = [];
  if (standard.schoolRule !== null) judgements.push(...new Set(schools.map((row) => row.passes)));
  for (const { indicators, composite } of stages) {
    if (standard.coefficients.each !== null) {
      judgements.push(...indicators.map(({ cvPasses }) => cvPasses));
    }
    if (standard.coefficients.composite !== null) judgements.push(composite.cvPasses);
  }
  if (judgements.includes(false)) return 'fail';
  return schools.length === 0 || judgements.includes(null) ? 'unjudged' : 'pass';
}
