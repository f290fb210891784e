/** One year's growth against revenue (教育经费). */
export interface GrowthYear {
  readonly year: number;
  readonly educationGrowth: number | null;
  readonly revenueGrowth: number | null;
  /** Percentage points. */
  readonly gap: number | null;
  readonly passes: boolean | null;
}
