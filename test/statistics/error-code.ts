import { StatisticsError } from '../../src/statistics/statistics-error';

/** The code of the StatisticsError that a computation throws; anything else fails the test. */
export function errorCode(compute: () => unknown): string {
  try {
    compute();
  } catch (error) {
    if (error instanceof StatisticsError) return error.code;
    throw error;
  }
  return 'none';
}
