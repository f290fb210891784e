import type { Stage } from './stage';
import type { BilingualText } from './standard';

/** What each stage is called: 小学, 初中. */
export const STAGE_NAMES: Readonly<Record<Stage, BilingualText>> = {
  primary: { zh: '小学', en: 'primary' },
  junior: { zh: '初中', en: 'junior' },
};
