import { neverDrops } from '../statistics/growth';
import type { CustomFunction } from './custom-function';
import { readLevels } from './read-scalar';
import { SERIES } from './shared-parameters';
import { statistic } from './statistic';

/** `EDU.NEVERDROPS`: 只增不减. */
export const NEVERDROPS: CustomFunction = {
  name: 'NEVERDROPS',
  description: {
    zh: '只增不减：每一年都不低于上一年（持平也算）',
    en: 'Whether no year is below the one before (equal counts)',
  },
  parameters: [SERIES],
  returns: {
    type: 'boolean',
    dimension: 'scalar',
    description: { zh: 'TRUE 或 FALSE', en: 'TRUE or FALSE' },
  },
  examples: [
    {
      about: { zh: '第三年持平', en: 'The third year is equal' },
      arguments: [[[100, 105, 105]]],
      result: true,
    },
  ],
  call: ([series]) => {
    const levels = readLevels(series, 'series');
    return statistic(() => neverDrops(levels));
  },
};
