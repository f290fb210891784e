import type { Standard } from '../standard/standard';
import type { StageSummary } from './assessment';
import type { Finding } from './finding';
import { finding } from './finding-codes';
import { roundShown } from './shown-rounding';

/** Decimals to which 差异系数 are shown: three by the form, two in many bureaus' own tables. */
const SHOWN_PLACES = [3, 2] as const;

/** The decimals to which rounding would turn the judgement of a coefficient, or null. */
function turningPlaces(cv: number, limit: number, passes: boolean): 2 | 3 | null {
  return SHOWN_PLACES.find((places) => roundShown(cv, places) <= limit !== passes) ?? null;
}

/** What the standard has to say about a county's coefficients in one stage. */
export function countyFindings(standard: Standard, summary: StageSummary): Finding[] {
  const { stage } = summary;
  const { citation } = standard.coefficients;
  const findings: Finding[] = [];
  const judge = (
    indicator: string | null,
    cv: number | null,
    required: number | null,
    passes: boolean | null,
  ): void => {
    if (cv === null || required === null || passes === null) return;
    const about = { stage, indicator, actual: cv, required, unit: 'ratio', citation } as const;
    if (!passes) {
      findings.push(
        finding(indicator === null ? 'composite-over-limit' : 'coefficient-over-limit', about),
      );
    }
    const places = turningPlaces(cv, required, passes);
    if (places !== null) {
      findings.push(
        finding('rounding-turns-judgement', {
          ...about,
          parameters: { rounded: roundShown(cv, places), places },
        }),
      );
    }
  };
  for (const [index, { id }] of standard.indicators.entries()) {
    const indicator = summary.indicators[index];
    if (indicator === undefined) continue;
    if (indicator.mean !== null && indicator.cv === null) {
      findings.push(
        finding('coefficient-undefined', {
          stage,
          indicator: id,
          actual: indicator.mean,
          citation,
        }),
      );
    }
    judge(id, indicator.cv, indicator.cvLimit, indicator.cvPasses);
  }
  const { cv, cvLimit, cvPasses } = summary.composite;
  judge(null, cv, cvLimit, cvPasses);
  return findings;
}
