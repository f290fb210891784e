import type { GrowthYear } from '../../assessment/growth-year';

/** A point of a line, in the picture's own units. */
export interface GrowthPoint {
  readonly x: number;
  readonly y: number;
}

/** The picture of growth, year by year. */
export interface GrowthLines {
  readonly years: readonly { readonly year: number; readonly x: number }[];
  /** Lines of growth; a year that is not known parts a line in two. */
  readonly education: readonly (readonly GrowthPoint[])[];
  readonly revenue: readonly (readonly GrowthPoint[])[];
  /** Values of growth (ratios) that are written at the side, with their height. */
  readonly levels: readonly { readonly value: number; readonly y: number }[];
}

/** The size of the picture, and the room around the lines. */
export const GROWTH_PICTURE = {
  width: 280,
  height: 128,
  left: 40,
  right: 14,
  top: 10,
  bottom: 22,
} as const;

/** Steps between the values at the side, as ratios. */
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] as const;
const MOST_LEVELS = 5;

/** Lays out the growth of education spending and regular revenue; null where nothing is known. */
export function growthLines(years: readonly GrowthYear[]): GrowthLines | null {
  const known = years.flatMap(({ educationGrowth, revenueGrowth }) =>
    [educationGrowth, revenueGrowth].filter((growth) => growth !== null),
  );
  if (known.length === 0) return null;
  const [least, most] = [Math.min(0, ...known), Math.max(0, ...known)];
  const span = Math.max(most - least, 0.01);
  const step = STEPS.find((one) => span / one <= MOST_LEVELS - 1) ?? span;
  const [bottom, top] = [Math.floor(least / step) * step, Math.ceil(most / step) * step];
  const { width, height, left, right } = GROWTH_PICTURE;
  const inner = height - GROWTH_PICTURE.top - GROWTH_PICTURE.bottom;
  const y = (value: number): number =>
    GROWTH_PICTURE.top + (inner * (top - value)) / Math.max(top - bottom, step);
  const x = (index: number): number =>
    years.length === 1
      ? (left + width - right) / 2
      : left + ((width - left - right) * index) / (years.length - 1);
  const line = (growthOf: (year: GrowthYear) => number | null): readonly GrowthPoint[][] => {
    const runs: GrowthPoint[][] = [[]];
    years.forEach((year, index) => {
      const growth = growthOf(year);
      if (growth === null) runs.push([]);
      else runs[runs.length - 1]?.push({ x: x(index), y: y(growth) });
    });
    return runs.filter((run) => run.length > 0);
  };
  const count = Math.max(1, Math.round((top - bottom) / step));
  return {
    years: years.map(({ year }, index) => ({ year, x: x(index) })),
    education: line(({ educationGrowth }) => educationGrowth),
    revenue: line(({ revenueGrowth }) => revenueGrowth),
    levels: Array.from({ length: count + 1 }, (_, index) => {
      const value = bottom + index * step;
      return { value, y: y(value) };
    }),
  };
}
