import { CN_2012 } from './cn-2012';
import { CN_2017 } from './cn-2017';
import type { Standard } from './standard';

/** The national standards, the one applied by default first. */
export const STANDARDS: readonly Standard[] = [CN_2017, CN_2012];

/** The standard applied where none is named. */
export const DEFAULT_STANDARD: Standard = CN_2017;

/** The national standard of an id (`cn-2017`, `cn-2012`), or null where there is none. */
export function standardById(id: string): Standard | null {
  return STANDARDS.find((standard) => standard.id === id) ?? null;
}
