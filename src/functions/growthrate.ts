import { growthRate } from '../statistics/growth';
import type { CustomFunction } from './custom-function';
import { readRange } from './read-range';
import { readLevels } from './read-scalar';
import { SERIES } from './shared-parameters';
import { statistic } from './statistic';

/** `EDU.GROWTHRATE`: year-on-year growth. */
export const GROWTHRATE: CustomFunction = {
  name: 'GROWTHRATE',
  description: {
    zh: '逐年增长率：本年 ÷ 上年 − 1',
    en: 'Year-on-year growth: this year ÷ last year − 1',
  },
  parameters: [SERIES],
  returns: {
    type: 'number',
    dimension: 'matrix',
    description: {
      zh: '从第二年起每年一个增长率（比值），方向同 series',
      en: 'One growth a year from the second on, as ratios, in the direction of series',
    },
  },
  examples: [
    {
      about: { zh: '三年的经费', en: 'Three years of spending' },
      arguments: [[[100], [110], [99]]],
      result: [[0.1], [-0.1]],
    },
  ],
  call: ([series]) => {
    const levels = readLevels(series, 'series');
    const rates = statistic(() => growthRate(levels));
    return readRange(series, 'series').rows === 1 ? [rates] : rates.map((rate) => [rate]);
  },
};
