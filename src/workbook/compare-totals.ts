import { finding } from '../assessment/finding-codes';
import type { Finding } from '../assessment/finding';
import type { School } from '../assessment/school';
import type { StatedTotal } from './county-information';
import { TABLE_1_ITEMS } from './table-1-items';
import { TABLE_1_TOTALS } from './table-1-totals';

/** Compares the totals that 表Ⅰ (or 县域信息) states with sums over 学校数据. */
export function compareTotals(
  totals: readonly StatedTotal[],
  schools: readonly School[],
): Finding[] {
  return totals.flatMap(({ code, value, cell }) => {
    const total = TABLE_1_TOTALS.find((one) => one.code === code);
    const computed = total?.compute(schools) ?? null;
    const [first] = computed ?? [];
    if (total === undefined || first === undefined || computed?.includes(value) === true) return [];
    const item = TABLE_1_ITEMS.find((one) => one.code === code);
    return [
      finding('stated-total-differs', {
        ...cell,
        actual: value,
        required: first,
        parameters: { heading: `${code} ${item?.heading ?? ''}`, code },
      }),
    ];
  });
}
