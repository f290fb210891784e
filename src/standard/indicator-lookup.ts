import { STAGE_NAMES } from './stage-names';
import { STAGES } from './stage';
import type { Stage } from './stage';
import type { Indicator, Standard } from './standard';

/** Full-width forms, spaces, case and punctuation make no difference to a name. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');
}

/**
 * The indicator that a text means: its id (`L1`), or its full or short name in either language, in
 * any width and spacing. Null where the standard has none such.
 */
export function findIndicator(standard: Standard, text: string): Indicator | null {
  const wanted = plain(text);
  return (
    standard.indicators.find(({ id, name, shortName }) =>
      [id, name.zh, shortName.zh, name.en, shortName.en].some((known) => plain(known) === wanted),
    ) ?? null
  );
}

/** The stage that a text means: 小学 or 初中, `primary` or `junior`. Null where it is neither. */
export function findStage(text: string): Stage | null {
  const wanted = plain(text);
  return (
    STAGES.find((stage) =>
      [STAGE_NAMES[stage].zh, STAGE_NAMES[stage].en].some((known) => plain(known) === wanted),
    ) ?? null
  );
}
