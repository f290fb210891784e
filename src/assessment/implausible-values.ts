import type { Standard } from '../standard/standard';
import type { SchoolStage } from './assessment';
import type { Finding } from './finding';
import { finding } from './finding-codes';
import { at } from './school-cell';

/** No school has this many times what the standard asks for; the smallest reach some twentyfold. */
const MOST_THRESHOLDS = 50;

/**
 * Values that no school can have: below 0, or above fifty thresholds.
 *
 * @param explained cells that are already suspected of a slipped unit: `sheet!cell`
 */
export function implausibleValues(
  stage: SchoolStage,
  standard: Standard,
  explained: ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = [];
  let index = -1;
  for (const indicator of standard.indicators) {
    index += 1;
    const value = stage.indicators[index]?.value ?? null;
    const threshold = indicator.threshold?.[stage.stage] ?? Number.POSITIVE_INFINITY;
    if (value === null || (value >= 0 && value <= MOST_THRESHOLDS * threshold)) continue;
    const places = indicator.numerator[stage.stage].map(({ quantity }) =>
      at(stage.school, quantity),
    );
    if (places.some(({ sheet, cell }) => explained.has(`${sheet ?? ''}!${cell ?? ''}`))) continue;
    findings.push(
      finding('value-implausible', {
        ...(places[0] ?? { school: stage.school.name }),
        stage: stage.stage,
        indicator: indicator.id,
        actual: value,
        citation: indicator.citation,
      }),
    );
  }
  return findings;
}
