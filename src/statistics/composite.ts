import { DoubleDouble } from './double-double';
import { StatisticsError } from './statistics-error';

/**
 * 综合差异系数: the arithmetic mean of the indicators' coefficients, a ratio, to within one unit in
 * the last place (教督〔2012〕3号; 表Ⅲ L8 of 教督〔2017〕6号, where it has no limit).
 *
 * @throws StatisticsError `empty`, `non-finite`
 */
export function compositeCoefficient(coefficients: ArrayLike<number>): number {
  const { length } = coefficients;
  if (length === 0) throw new StatisticsError('empty');
  const sum = new DoubleDouble();
  for (let index = 0; index < length; index += 1) {
    const coefficient = coefficients[index] ?? Number.NaN;
    if (!Number.isFinite(coefficient)) throw new StatisticsError('non-finite');
    sum.addNumber(coefficient);
  }
  sum.divide(new DoubleDouble(length));
  return sum.value;
}
