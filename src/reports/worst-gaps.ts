import type { Finding } from '../assessment/finding';

/**
 * The findings that are farthest from the standard: schools' indicators below 85 % or below the
 * threshold, by the share of the threshold they reach, the lowest first.
 */
export function worstGaps(findings: readonly Finding[], count: number): Finding[] {
  return findings
    .flatMap((finding) => {
      const { code, actual, required } = finding;
      const isGap = code === 'indicator-below' || code === 'indicator-near';
      if (!isGap || typeof actual !== 'number' || typeof required !== 'number') return [];
      return [{ finding, reached: actual / required }];
    })
    .sort((a, b) => a.reached - b.reached)
    .slice(0, count)
    .map(({ finding }) => finding);
}
