import {
  GROWTH_RULES,
  NEVER_DROPS_CITATION,
  REVENUE_RULE_CITATION,
  UNIT_JUMP,
} from '../standard/spending-rules';
import type { SpendingSeries } from '../standard/spending-rules';
import { exceedsGrowth, growthGapPoints, growthRate } from '../statistics/growth';
import { Rational } from '../statistics/rational';
import type { Finding, FindingDetails } from './finding';
import { finding } from './finding-codes';
import type { FindingCode } from './finding-codes';
import type { GrowthYear } from './growth-year';
import type { CellReference } from './school';

/** One level of one year; `value` null: blank, or unusable and reported. */
export interface SpendingLevel {
  readonly value: number | null;
  readonly usable: boolean;
  readonly cell: CellReference;
}

/** One row of 教育经费: a year and its levels, those of a column that is there. */
export interface SpendingYear {
  readonly year: number;
  readonly cell: CellReference;
  readonly levels: ReadonlyMap<SpendingSeries, SpendingLevel>;
}

/** The judgement of 教育经费; it changes no verdict. */
export interface SpendingJudgement {
  /** One for each year from the second on. */
  readonly years: readonly GrowthYear[];
  readonly findings: readonly Finding[];
}

/** Three growth years need four years of levels. */
const ENOUGH_YEARS = 4;

type Held = boolean | null;

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
    report('finance-years-unsorted', { ...unsorted.cell, actual: unsorted.year });
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
  const growths = years.slice(1).map((now, index): GrowthYear => {
    const last = years[index];
    const none = { educationGrowth: null, revenueGrowth: null, gap: null, passes: null };
    if (last === undefined) return { year: now.year, ...none };
    if (now.year !== last.year + 1) {
      const gap = { from: String(last.year), to: String(now.year) };
      report('finance-year-missing', { ...now.cell, parameters: gap });
      return { year: now.year, ...none };
    }
    if (doubled.has(now.year) || doubled.has(last.year)) return { year: now.year, ...none };
    return new YearPair(last, now, report).judge();
  });
  return { years: growths, findings };
}

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

  judge(): GrowthYear {
    const education = this.#pair('education');
    const revenue = this.#pair('revenue');
    this.#warnOfJumps();
    if (revenue !== null && revenue[1] < revenue[0]) {
      this.#say('finance-revenue-shrinks', 'revenue', { actual: growth(revenue) * 100 });
    }
    const held: Held[] = [this.#exceeds(education, revenue)];
    for (const rule of GROWTH_RULES) {
      if (this.#has(rule.series)) held.push(this.#grows(rule.series, rule.citation));
    }
    held.push(this.#neverDrops(education));
    if (this.#has('pupils')) held.push(this.#neverDropsPerPupil(education));
    return {
      year: this.#now.year,
      educationGrowth: education === null ? null : growth(education),
      revenueGrowth: revenue === null ? null : growth(revenue),
      gap:
        education === null || revenue === null ? null : growthGapPoints(...education, ...revenue),
      passes: held.includes(false) ? false : held.includes(null) ? null : true,
    };
  }

  #has(series: SpendingSeries): boolean {
    return this.#now.levels.has(series) || this.#last.levels.has(series);
  }

  /** Last year's and this year's level; null where one is missing or not above 0. */
  #pair(series: SpendingSeries): readonly [number, number] | null {
    const last = this.#last.levels.get(series)?.value ?? null;
    const now = this.#now.levels.get(series)?.value ?? null;
    return last === null || now === null || last <= 0 || now <= 0 ? null : [last, now];
  }

  #exceeds(
    education: readonly [number, number] | null,
    revenue: readonly [number, number] | null,
  ): Held {
    if (education === null || revenue === null) return null;
    if (exceedsGrowth(...education, ...revenue)) return true;
    this.#say('finance-growth-not-met', 'education', {
      actual: growth(education) * 100,
      required: growth(revenue) * 100,
      citation: REVENUE_RULE_CITATION,
    });
    return false;
  }

  #grows(series: SpendingSeries, citation: FindingDetails['citation']): Held {
    const pair = this.#pair(series);
    if (pair === null) return null;
    if (Rational.fromShown(pair[1]).compare(Rational.fromShown(pair[0])) > 0) return true;
    const actual = growth(pair) * 100;
    this.#say('finance-growth-not-met', series, {
      actual,
      required: 0,
      citation: citation ?? null,
    });
    return false;
  }

  #neverDrops(education: readonly [number, number] | null): Held {
    if (education === null) return null;
    const [last, now] = education.map((level) => Rational.fromShown(level));
    return last === undefined || now === undefined ? null : this.#dropped('education', now, last);
  }

  #neverDropsPerPupil(education: readonly [number, number] | null): Held {
    const pupils = this.#pair('pupils');
    if (education === null || pupils === null) return null;
    const perPupil = ([money, heads]: readonly [number, number]): Rational =>
      Rational.fromShown(money).over(Rational.fromShown(heads));
    return this.#dropped(
      'pupils',
      perPupil([education[1], pupils[1]]),
      perPupil([education[0], pupils[0]]),
    );
  }

  /** Whether a level did not drop; equal passes with a warning. */
  #dropped(series: 'education' | 'pupils', now: Rational, last: Rational): boolean {
    const compared = now.compare(last);
    const details = {
      actual: now.toNumber(),
      required: last.toNumber(),
      citation: NEVER_DROPS_CITATION,
    };
    const measure = series === 'pupils' ? 'perPupil' : 'level';
    if (compared < 0) this.#say('finance-dropped', series, details, measure);
    if (compared === 0) this.#say('finance-unchanged', series, details, measure);
    return compared >= 0;
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

function growth(pair: readonly [number, number]): number {
  return growthRate(pair)[0] ?? 0;
}
