import { compositeCoefficient } from '../statistics/composite';
import type { CustomFunction } from './custom-function';
import { readRange, refuseNegative } from './read-range';
import { statistic } from './statistic';

/** `EDU.COMPOSITE`: 综合差异系数. */
export const COMPOSITE: CustomFunction = {
  name: 'COMPOSITE',
  description: {
    zh: '综合差异系数：各指标差异系数的算术平均数',
    en: 'Composite coefficient: the arithmetic mean of the indicators’ coefficients',
  },
  parameters: [
    {
      name: 'coefficients',
      type: 'any',
      dimension: 'matrix',
      presence: 'required',
      description: {
        zh: '各指标的差异系数；空白按 0 计',
        en: 'The coefficients of the indicators; blank is 0',
      },
    },
  ],
  returns: {
    type: 'number',
    dimension: 'scalar',
    description: { zh: '综合差异系数', en: 'The composite coefficient' },
  },
  examples: [
    {
      about: { zh: '八项指标的差异系数', en: 'Coefficients of eight indicators' },
      arguments: [[[0.5, 0.25, 0.75, 0.5, 0.5, 0.25, 0.75, 0.5]]],
      result: 0.5,
    },
  ],
  call: ([coefficients]) => {
    const range = readRange(coefficients, 'coefficients');
    refuseNegative(range);
    return statistic(() => compositeCoefficient(range.cells));
  },
};
