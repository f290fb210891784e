/**
 * A number rounded half up to a few decimals, as the official tables show it, starting from the
 * decimal that the number itself shows.
 *
 * @param places 2 for school values, 3 for 差异系数
 */
export function roundShown(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.round(Number((value * scale).toPrecision(15))) / scale;
}
