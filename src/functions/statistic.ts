import type { BilingualText } from '../standard/standard';
import { StatisticsError } from '../statistics/statistics-error';
import type { StatisticsErrorCode } from '../statistics/statistics-error';
import { FunctionFault } from './function-fault';
import type { FaultKind } from './function-fault';

const FAULTS: Readonly<Record<StatisticsErrorCode, readonly [FaultKind, BilingualText]>> = {
  empty: ['div0', { zh: '没有可计算的数据', en: 'There is nothing to compute from' }],
  'length-mismatch': [
    'value',
    { zh: '两个区域的单元格个数不同', en: 'The ranges have different numbers of cells' },
  ],
  'non-finite': ['value', { zh: '有单元格不是数字', en: 'A cell is not a number' }],
  'zero-students': ['div0', { zh: '在校生数为 0', en: 'There are no pupils' }],
  'negative-students': ['value', { zh: '在校生数小于 0', en: 'The number of pupils is below 0' }],
  'zero-mean': [
    'div0',
    {
      zh: '全县平均值为 0，差异系数没有意义',
      en: 'The county’s mean is 0, so the coefficient is undefined',
    },
  ],
  'non-positive-level': [
    'value',
    { zh: '有年份的数值不大于 0，无法计算增长', en: 'A level is not above 0, so it has no growth' },
  ],
  'zero-denominator': ['div0', { zh: '除数为 0', en: 'The divisor is 0' }],
  'out-of-range': ['value', { zh: '结果超出可表示的范围', en: 'The result is too large' }],
};

/**
 * Runs a computation, turning the errors of statistics into what a cell shows.
 *
 * @throws {FunctionFault} where the statistic is undefined for its input
 */
export function statistic<Result>(compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof StatisticsError)) throw error;
    const [kind, texts] = FAULTS[error.code];
    throw new FunctionFault(kind, texts);
  }
}
