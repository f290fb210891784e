import type { CustomFunction } from '../../functions/custom-function';
import { signature } from '../../functions/function-text';

/** The functions in whose name, parameters or descriptions (of either language) every word occurs. */
export function searchFunctions(
  functions: readonly CustomFunction[],
  search: string,
): readonly CustomFunction[] {
  const words = search
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return functions.filter((one) => {
    const text = [signature(one), one.description.zh, one.description.en].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
