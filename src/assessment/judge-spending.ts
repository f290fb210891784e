import { SPENDING_RULES, spendingCitation, UNIT_JUMP } from '../standard/spending-rules';
import type { SpendingRule, SpendingSeries } from '../standard/spending-rules';
import { exceedsGrowth, growthGapPoints, growthRate } from '../statistics/growth';
import { Rational } from '../statistics/rational';
import type { Finding, FindingDetails } from './finding';
import { finding } from './finding-codes';
import type { FindingCode } from './finding-codes';
import type { GrowthYear } from './growth-year';
import type { CellReference } from './school';

/** How a level stands in its cell, for formulas that read it there. */
export type WrittenLevel =
  /** A number, or nothing; the power of ten brings it to the unit that levels are kept in. */
  | { readonly kind: 'number'; readonly shift: number }
  /** A text that was understood as the level. */
  | { readonly kind: 'text'; readonly text: string }
  /** Something that no formula takes for the level, such as a date. */
  | { readonly kind: 'other' };

/** One level of one year; `value` null: blank, or unusable and reported. */
export interface SpendingLevel {
  readonly value: number | null;
  readonly usable: boolean;
  readonly cell: CellReference;
  readonly written: WrittenLevel;
}

/** One row of 教育经费: a year and its levels, those of a column that is there. */
export interface SpendingYear {
  readonly year: number;
  readonly cell: CellReference;
  /** The year's text where the cell holds one: 2022年. */
  readonly writtenYear: string | null;
  readonly levels: ReadonlyMap<SpendingSeries, SpendingLevel>;
}

/** One rule in one year. */
export interface SpendingRuleJudgement {
  readonly rule: SpendingRule;
  /** Null: cannot be judged. */
  readonly holds: boolean | null;
  /** Whether a level that must not drop is exactly last year's. */
  readonly unchanged: boolean;
}

/** A year from the second on, every rule that applies to it judged. */
export interface SpendingYearJudgement {
  readonly growth: GrowthYear;
  /** Growth of every series that has both levels, as a ratio. */
  readonly rates: ReadonlyMap<SpendingSeries, number>;
  /** In the order of SPENDING_RULES; without those whose column is not there. */
  readonly rules: readonly SpendingRuleJudgement[];
}

/** The judgement of 教育经费; it changes no verdict. */
export interface SpendingJudgement {
  /** One for each year from the second on. */
  readonly years: readonly SpendingYearJudgement[];
  readonly findings: readonly Finding[];
}

/** Three growth years need four years of levels. */
const ENOUGH_YEARS = 4;

/** Spending per pupil is told in 元, and kept in 万元. */
const YUAN = Rational.of(10_000n);

/**
 * Judges 三个增长 and 两个只增不减 year by year, exactly on the decimals shown: education spending
 * grows faster than regular revenue, strictly; every other series grows, strictly; education
 * spending, in all and per pupil, never drops (equal passes with a warning). Levels of one series are
 * in one unit.
 */
export function judgeSpending(rows: readonly SpendingYear[], sheet: string): SpendingJudgement {
  const findings: Finding[] = [];
  const report = (code: FindingCode, details: FindingDetails): void => {
    findings.push(finding(code, { sheet, ...details }));
  };
  const unsorted = rows.find(({ year }, index) => year < (rows[index - 1]?.year ?? year));
  if (unsorted !== undefined) {
    report('finance-years-unsorted', {
      ...unsorted.cell,
      actual: unsorted.year,
      parameters: { year: String(unsorted.year) },
    });
  }
  const byYear = new Map<number, SpendingYear>();
  const doubled = new Set<number>();
  for (const row of rows) {
    if (byYear.has(row.year)) {
      doubled.add(row.year);
      report('finance-year-doubled', { ...row.cell, parameters: { year: String(row.year) } });
    } else byYear.set(row.year, row);
  }
  const years = [...byYear.values()].sort((a, b) => a.year - b.year);
  if (years.length > 0 && years.length < ENOUGH_YEARS) {
    report('finance-too-few-years', { actual: years.length, required: ENOUGH_YEARS });
  }
  for (const row of years) {
    for (const [series, { value, usable, cell }] of row.levels) {
      const about = { ...cell, parameters: { series, year: String(row.year) } };
      if (value === null && usable) report('finance-level-missing', about);
      else if (value !== null && value <= 0) {
        report('finance-level-not-positive', { ...about, actual: value });
      }
    }
  }
  const judged = years.slice(1).flatMap((now, index): SpendingYearJudgement[] => {
    const last = years[index];
    if (last === undefined) return [];
    const pair = new YearPair(last, now, report);
    if (now.year !== last.year + 1) {
      const gap = { from: String(last.year), to: String(now.year) };
      report('finance-year-missing', { ...now.cell, parameters: gap });
      return [pair.unjudged()];
    }
    return [doubled.has(now.year) || doubled.has(last.year) ? pair.unjudged() : pair.judge()];
  });
  return { years: judged, findings };
}

type Pair = readonly [last: number, now: number];

class YearPair {
  readonly #last: SpendingYear;
  readonly #now: SpendingYear;
  readonly #report: (code: FindingCode, details: FindingDetails) => void;

  constructor(
    last: SpendingYear,
    now: SpendingYear,
    report: (code: FindingCode, details: FindingDetails) => void,
  ) {
    this.#last = last;
    this.#now = now;
    this.#report = report;
  }

  /** The year where it stands beside no year before it. */
  unjudged(): SpendingYearJudgement {
    return {
      growth: {
        year: this.#now.year,
        educationGrowth: null,
        revenueGrowth: null,
        gap: null,
        passes: null,
      },
      rates: new Map(),
      rules: this.#rules().map((rule) => ({ rule, holds: null, unchanged: false })),
    };
  }

  judge(): SpendingYearJudgement {
    const education = this.#pair('education');
    const revenue = this.#pair('revenue');
    this.#warnOfJumps();
    if (revenue !== null && revenue[1] < revenue[0]) {
      this.#say('finance-revenue-shrinks', 'revenue', { actual: growth(revenue) * 100 });
    }
    const rules = this.#rules().map((rule) => this.#judge(rule));
    const held = rules.map(({ holds }) => holds);
    const rates = new Map<SpendingSeries, number>();
    for (const series of this.#now.levels.keys()) {
      const pair = this.#pair(series);
      if (pair !== null) rates.set(series, growth(pair));
    }
    return {
      growth: {
        year: this.#now.year,
        educationGrowth: rates.get('education') ?? null,
        revenueGrowth: rates.get('revenue') ?? null,
        gap:
          education === null || revenue === null ? null : growthGapPoints(...education, ...revenue),
        passes: held.includes(false) ? false : held.includes(null) ? null : true,
      },
      rates,
      rules,
    };
  }

  /** The rules whose series the sheet has. */
  #rules(): readonly SpendingRule[] {
    return SPENDING_RULES.filter(
      ({ series }) => series === 'education' || this.#now.levels.has(series),
    );
  }

  #judge(rule: SpendingRule): SpendingRuleJudgement {
    const education = this.#pair('education');
    const pair = this.#pair(rule.series);
    switch (rule.comparison) {
      case 'outgrowsRevenue':
        return { rule, holds: this.#exceeds(rule, pair, this.#pair('revenue')), unchanged: false };
      case 'grows':
        return { rule, holds: this.#grows(rule, pair), unchanged: false };
      case 'neverDrops':
        return this.#neverDrops(
          rule,
          pair === null ? null : pair.map((n) => Rational.fromShown(n)),
        );
      case 'neverDropsPerPupil':
        return this.#neverDrops(
          rule,
          education === null || pair === null
            ? null
            : [0, 1].map((at) =>
                Rational.fromShown(education[at] ?? 0)
                  .times(YUAN)
                  .over(Rational.fromShown(pair[at] ?? 1)),
              ),
        );
    }
  }

  /** Last year's and this year's level; null where one is missing or not above 0. */
  #pair(series: SpendingSeries): Pair | null {
    const last = this.#last.levels.get(series)?.value ?? null;
    const now = this.#now.levels.get(series)?.value ?? null;
    return last === null || now === null || last <= 0 || now <= 0 ? null : [last, now];
  }

  #exceeds(rule: SpendingRule, education: Pair | null, revenue: Pair | null): boolean | null {
    if (education === null || revenue === null) return null;
    if (exceedsGrowth(...education, ...revenue)) return true;
    this.#say('finance-growth-not-met', rule.series, {
      actual: growth(education) * 100,
      required: growth(revenue) * 100,
      citation: spendingCitation(rule, this.#now.year),
    });
    return false;
  }

  #grows(rule: SpendingRule, pair: Pair | null): boolean | null {
    if (pair === null) return null;
    if (Rational.fromShown(pair[1]).compare(Rational.fromShown(pair[0])) > 0) return true;
    this.#say('finance-growth-not-met', rule.series, {
      actual: growth(pair) * 100,
      required: 0,
      citation: spendingCitation(rule, this.#now.year),
    });
    return false;
  }

  /** Whether a level did not drop; equal passes with a warning. */
  #neverDrops(rule: SpendingRule, levels: readonly Rational[] | null): SpendingRuleJudgement {
    const [last, now] = levels ?? [];
    if (last === undefined || now === undefined) return { rule, holds: null, unchanged: false };
    const compared = now.compare(last);
    if (compared <= 0) {
      this.#say(
        compared < 0 ? 'finance-dropped' : 'finance-unchanged',
        rule.series,
        {
          actual: now.toNumber(),
          required: last.toNumber(),
          citation: spendingCitation(rule, this.#now.year),
        },
        rule.comparison === 'neverDropsPerPupil' ? 'perPupil' : 'level',
      );
    }
    return { rule, holds: compared >= 0, unchanged: compared === 0 };
  }

  #warnOfJumps(): void {
    for (const series of this.#now.levels.keys()) {
      const pair = this.#pair(series);
      if (pair === null) continue;
      const factor = pair[1] / pair[0];
      const size = factor < 1 ? 1 / factor : factor;
      if (size < UNIT_JUMP.from || size > UNIT_JUMP.to) continue;
      this.#say('finance-unit-jump', series, { actual: pair[1], required: pair[0] });
    }
  }

  #say(
    code: FindingCode,
    series: SpendingSeries,
    details: FindingDetails,
    of: 'level' | 'perPupil' = 'level',
  ): void {
    this.#report(code, {
      ...(this.#now.levels.get(series)?.cell ?? this.#now.cell),
      ...details,
      parameters: { series, of, year: String(this.#now.year) },
    });
  }
}

function growth(pair: Pair): number {
  return growthRate(pair)[0] ?? 0;
}
