import { loadStandard } from '../../standard/extend-standard';
import type { Standard } from '../../standard/standard';
import { StandardError } from '../../standard/standard-error';
import { DEFAULT_STANDARD, standardById } from '../../standard/standards';
import type { WorkbookPreferences } from './preferences';
import type { Notice } from './session';

/** What a notice says about a standard that cannot be used. */
export type StandardFault = Extract<Notice['content'], { readonly kind: 'standard-error' }>;

/** A standard, or why there is none. */
export type StandardReading =
  { readonly kind: 'standard'; readonly standard: Standard } | StandardFault;

function fault(
  path: string,
  detail: StandardFault['detail'],
  bound: number | null = null,
): StandardFault {
  return { kind: 'standard-error', path, detail, bound };
}

/** Reads a bureau's own standard from its JSON text. */
export function readOwnStandard(text: string): StandardReading {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fault('$', 'not-json');
  }
  try {
    return { kind: 'standard', standard: loadStandard(json) };
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    return fault(error.path, error.code, error.bound);
  }
}

/** The standard that preferences choose: the bureau's own where there is one, with the switches. */
export function standardInForce(
  preferences: Pick<WorkbookPreferences, 'standard' | 'ownStandard' | 'switches'>,
): StandardReading {
  const { ownStandard, switches } = preferences;
  const base =
    ownStandard === null ? nationalStandard(preferences.standard) : readOwnStandard(ownStandard);
  if (base.kind !== 'standard') return base;
  const { standard } = base;
  return {
    kind: 'standard',
    standard: { ...standard, switches: { ...standard.switches, ...switches } },
  };
}

function nationalStandard(id: string): StandardReading {
  const standard = standardById(id);
  return standard === null ? fault('$.extends', 'unknown-base') : { kind: 'standard', standard };
}

/** The standard that is applied while the chosen one cannot be. */
export function fallbackStandard(id: string): Standard {
  return standardById(id) ?? DEFAULT_STANDARD;
}
