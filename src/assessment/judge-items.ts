import type { FormItem, ItemRule, QuotientRule } from '../standard/form-item';
import { blanksOf } from '../standard/form-item';
import type { StandardSwitches } from '../standard/standard';
import { Rational } from '../statistics/rational';
import type { Finding, FindingDetails } from './finding';
import { finding } from './finding-codes';
import type { FindingCode } from './finding-codes';
import type { FormEntries, FormValue } from './form-entry';
import type { FormFacts, SchoolShort, SchoolsFact } from './form-facts';
import { worstVerdict } from './form-judgement';
import type { ItemJudgement, PartJudgement } from './form-judgement';
import type { CellReference } from './school';
import { at } from './school-cell';

/** Whether a rule holds; null where it cannot be judged. */
type Outcome = boolean | null;

const NO_VALUES: ReadonlyMap<string, FormValue> = new Map();
const NO_PLACES: ReadonlyMap<string, CellReference> = new Map();

/**
 * Judges the items of 表Ⅳ or 表Ⅴ, exactly on the decimals shown. What 学校数据 already holds is
 * computed from it and compared with what was filled in: an item fails where either says so. What
 * nobody filled in is asked for, never assumed.
 *
 * @param facts what 学校数据 gives; null where there is none
 */
export function judgeItems(
  items: readonly FormItem[],
  entries: FormEntries,
  facts: FormFacts | null,
  switches: StandardSwitches,
): PartJudgement<readonly ItemJudgement[]> {
  const findings: Finding[] = [];
  const detail = items.map((item) => {
    const judge = new ItemJudge(item, entries, facts, switches);
    const judgement = judge.judge();
    for (const one of judge.findings) findings.push(one);
    return judgement;
  });
  return { verdict: worstVerdict(detail.map(({ verdict }) => verdict)), detail, findings };
}

class ItemJudge {
  readonly findings: Finding[] = [];
  readonly #item: FormItem;
  readonly #sheet: string;
  readonly #entries: FormEntries;
  readonly #values: ReadonlyMap<string, FormValue>;
  readonly #sums: ReadonlyMap<string, number>;
  readonly #computed = new Map<string, number>();
  readonly #facts: FormFacts | null;
  readonly #switches: StandardSwitches;
  readonly #missing = new Set<string>();

  constructor(
    item: FormItem,
    entries: FormEntries,
    facts: FormFacts | null,
    switches: StandardSwitches,
  ) {
    this.#item = item;
    this.#sheet = entries.sheet;
    this.#entries = entries;
    this.#values = entries.values.get(item.number) ?? NO_VALUES;
    this.#facts = facts;
    this.#switches = switches;
    this.#sums = facts?.sums(item) ?? new Map<string, number>();
    for (const [key, sum] of this.#sums) this.#computed.set(key, sum);
  }

  judge(): ItemJudgement {
    for (const [key, sum] of this.#sums) this.#compareStated(key, sum);
    this.#compareTotals();
    const outcomes = this.#item.rules.map((rule) => this.#judgeRule(rule));
    if (this.#missing.size > 0) {
      const blanks = blanksOf(this.#item).filter(({ key }) => this.#missing.has(key));
      const place = blanks
        .map(({ key }) => this.#entries.places.get(this.#item.number)?.get(key))
        .find((cell) => cell !== undefined);
      this.#report('item-missing', {
        cell: place?.cell ?? null,
        parameters: { blanks: blanks.map(({ key }) => key).join(' ') },
      });
    }
    const verdict = outcomes.includes(false)
      ? 'fail'
      : outcomes.includes(null)
        ? 'unjudged'
        : 'pass';
    return {
      item: this.#item,
      verdict,
      outcomes,
      values: this.#values,
      computed: this.#computed,
      places: this.#entries.places.get(this.#item.number) ?? NO_PLACES,
    };
  }

  #judgeRule(rule: ItemRule): Outcome {
    switch (rule.kind) {
      case 'conclusion':
        return this.#conclusion(rule.blank, true);
      case 'quotient':
        return this.#quotient(rule);
      case 'percent':
        return this.#percent(rule.blank, rule.atLeast);
      case 'notBelow':
        return this.#notBelow(rule.blank, rule.other);
      case 'smallSchools':
        return this.#smallSchools(rule);
      case 'monitoring':
        return this.#monitoring(rule);
      case 'artRooms':
        return this.#artRooms(rule);
      case 'trainingBudget':
        return this.#everySchool(rule.blank, this.#facts?.trainingBudget(rule) ?? null);
      case 'schoolSize': {
        const size = this.#facts?.schoolSize(rule) ?? null;
        const blanks = [rule.primary, rule.junior, rule.multiStage];
        // The form counts schools above the full limit: where it is relaxed, its counts prove nothing.
        const relaxed = this.#switches.relaxSchoolSize;
        const counts = relaxed ? null : (size?.counts ?? null);
        return this.#none(blanks, size?.fact ?? null, counts ?? new Map(), relaxed);
      }
      case 'classSize': {
        const size = this.#facts?.classSize(rule) ?? null;
        for (const short of size?.contradictions ?? []) {
          this.#reportSchool('largest-class-contradicts', short);
        }
        const blanks = [rule.primary, rule.junior];
        return this.#none(blanks, size?.fact ?? null, size?.counts ?? new Map());
      }
    }
  }

  /** What a person concluded; asked for where nobody did and `needed`. */
  #conclusion(blank: string, needed: boolean): Outcome {
    const value = this.#values.get(blank);
    if (value === undefined) {
      if (needed) this.#missing.add(blank);
      return null;
    }
    if (value.holds === false) this.#notMet(blank, null, null, '');
    return value.holds;
  }

  /** The number in a blank: typed, else the sum of its terms, else computed from 学校数据. */
  #number(blank: string): Rational | null {
    const total = this.#item.totals.find((one) => one.blank === blank);
    if (total !== undefined) {
      const terms = total.of.map((one) => this.#typed(one));
      const known = terms.filter((term) => term !== null);
      if (known.length === terms.length) return Rational.sum(known);
    }
    const typed = this.#typed(blank);
    if (typed !== null || this.#values.get(blank)?.usable === false) return typed;
    const sum = this.#sums.get(blank);
    return sum === undefined ? null : Rational.fromShown(sum);
  }

  #typed(blank: string): Rational | null {
    const number = this.#values.get(blank)?.number ?? null;
    return number === null ? null : Rational.fromShown(number);
  }

  /** The number in a blank; where there is none it is asked for. */
  #needed(blank: string): Rational | null {
    const number = this.#number(blank);
    if (number === null && this.#values.get(blank)?.usable !== false) this.#ask(blank);
    return number;
  }

  #ask(blank: string): void {
    const total = this.#item.totals.find((one) => one.blank === blank);
    const open = (total?.of ?? [blank]).filter(
      (one) => this.#typed(one) === null && this.#values.get(one)?.usable !== false,
    );
    for (const one of open) this.#missing.add(one);
  }

  #quotient(rule: QuotientRule): Outcome {
    const terms = [...rule.part, ...rule.whole];
    const known = new Map(terms.map(({ blank }) => [blank, this.#number(blank)]));
    const stated = this.#typed(rule.stated);
    if ([...known.values()].includes(null)) {
      if (stated === null || terms.some(({ blank }) => this.#values.get(blank)?.usable === false)) {
        if (rule.atLeast === null) return true;
        for (const { blank } of terms) if (known.get(blank) === null) this.#needed(blank);
        return null;
      }
      return this.#judgeStated(rule, stated);
    }
    const sum = (all: QuotientRule['part']): Rational =>
      Rational.sum(
        all.map(({ blank, sign }) =>
          (known.get(blank) ?? Rational.ZERO).times(Rational.of(BigInt(sign))),
        ),
      );
    const [part, whole] = [sum(rule.part), sum(rule.whole)];
    const held = this.#judgeQuotient(rule, part, whole);
    if (held === null) return null;
    this.#compareShare(rule, part, whole);
    return this.#judgeSums(rule, part, whole) && held;
  }

  #judgeQuotient(rule: QuotientRule, part: Rational, whole: Rational): Outcome {
    const multiplier = Rational.of(BigInt(rule.multiplier));
    const first = rule.part[0]?.blank ?? rule.stated;
    const impossible =
      (rule.multiplier === 100 && part.compare(whole) > 0) || part.sign < 0 || whole.sign < 0;
    if (impossible || (whole.isZero && !part.isZero)) {
      this.#report('part-exceeds-whole', {
        ...this.#place(first),
        actual: part.toNumber(),
        required: whole.toNumber(),
        parameters: { blank: first },
      });
      return null;
    }
    if (!whole.isZero) {
      this.#computed.set(rule.stated, part.times(multiplier).over(whole).toNumber());
    }
    if (rule.atLeast === null) return true;
    const bound = Rational.fromShown(rule.atLeast);
    if (part.times(multiplier).compare(bound.times(whole)) >= 0) return true;
    this.#notMet(
      this.#values.has(rule.stated) ? rule.stated : first,
      part.times(multiplier).over(whole).toNumber(),
      rule.atLeast,
      rule.multiplier === 100 ? '%' : '元',
    );
    return false;
  }

  /** Where 学校数据 gives both sides and other numbers than those typed, its quotient must hold too. */
  #judgeSums(rule: QuotientRule, typedPart: Rational, typedWhole: Rational): boolean {
    const [part, whole] = [rule.part, rule.whole].map((terms) => {
      const [only, more] = terms;
      const sum = only === undefined || more !== undefined ? undefined : this.#sums.get(only.blank);
      return sum === undefined ? null : Rational.fromShown(sum);
    });
    if (part === null || part === undefined || whole === null || whole === undefined) return true;
    if (part.compare(typedPart) === 0 && whole.compare(typedWhole) === 0) return true;
    return this.#judgeQuotient(rule, part, whole) !== false;
  }

  /** Only the percentage was filled in: it is judged as it is stated. */
  #judgeStated(rule: QuotientRule, stated: Rational): Outcome {
    if (this.#beyondHundred(rule, stated)) return null;
    if (rule.atLeast === null) return true;
    this.#report('share-alone', {
      ...this.#place(rule.stated),
      actual: stated.toNumber(),
      parameters: { blank: rule.stated, sign: rule.multiplier === 100 ? '%' : '元' },
    });
    return this.#compareBound(rule.stated, stated, rule.atLeast, signOf(rule));
  }

  #beyondHundred(rule: Pick<QuotientRule, 'multiplier' | 'stated'>, stated: Rational): boolean {
    if (rule.multiplier !== 100 || stated.compare(Rational.of(100n)) <= 0) return false;
    this.#report('part-exceeds-whole', {
      ...this.#place(rule.stated),
      actual: stated.toNumber(),
      required: 100,
      parameters: { blank: rule.stated },
    });
    return true;
  }

  #compareBound(blank: string, value: Rational, atLeast: number, sign: string): boolean {
    if (value.compare(Rational.fromShown(atLeast)) >= 0) return true;
    this.#notMet(blank, value.toNumber(), atLeast, sign);
    return false;
  }

  #percent(blank: string, atLeast: number): Outcome {
    const value = this.#needed(blank);
    if (value === null || this.#beyondHundred({ multiplier: 100, stated: blank }, value)) {
      return null;
    }
    return this.#compareBound(blank, value, atLeast, '%');
  }

  #notBelow(blank: string, other: string): Outcome {
    const [value, bound] = [this.#needed(blank), this.#needed(other)];
    if (value === null || bound === null) return null;
    return this.#compareBound(blank, value, bound.toNumber(), '元');
  }

  #smallSchools(rule: Extract<ItemRule, { kind: 'smallSchools' }>): Outcome {
    const concluded = this.#conclusion(rule.conclusion, false);
    const pupils = this.#number(rule.pupils);
    if (pupils?.isZero === true) return concluded ?? true;
    const funding = this.#number(rule.funding);
    const schools = this.#number(rule.schools);
    const quota = this.#number(rule.quota);
    if (pupils === null || funding === null || schools === null || quota === null) {
      if (concluded !== null) return concluded;
      for (const blank of [rule.pupils, rule.funding, rule.schools, rule.quota]) {
        this.#needed(blank);
      }
      return null;
    }
    const counted = schools.times(Rational.of(BigInt(rule.pupilsCounted)));
    if (pupils.compare(counted) >= 0) {
      this.#report('part-exceeds-whole', {
        ...this.#place(rule.pupils),
        actual: pupils.toNumber(),
        required: counted.toNumber(),
        parameters: { blank: rule.pupils },
      });
      return null;
    }
    const needed = counted.times(quota).toNumber();
    return this.#compareBound(rule.funding, funding, needed, '元') && concluded !== false;
  }

  #monitoring(rule: Extract<ItemRule, { kind: 'monitoring' }>): Outcome {
    const outcomes: Outcome[] = [];
    let tested = 0;
    for (const { level, ratio } of rule.subjects) {
      if (this.#values.get(level)?.untested === true && this.#typed(ratio) === null) continue;
      tested += 1;
      const [reached, spread] = [this.#needed(level), this.#needed(ratio)];
      if (reached === null) outcomes.push(null);
      else outcomes.push(this.#compareBound(level, reached, rule.levelAtLeast, '级'));
      if (spread === null) outcomes.push(null);
      else if (spread.compare(Rational.fromShown(rule.ratioBelow)) < 0) outcomes.push(true);
      else {
        this.#notMet(ratio, spread.toNumber(), rule.ratioBelow, '', 'below');
        outcomes.push(false);
      }
    }
    if (tested === 0) for (const { level } of rule.subjects) this.#missing.add(level);
    if (outcomes.includes(false)) return false;
    return tested === 0 || outcomes.includes(null) ? null : true;
  }

  #artRooms(rule: Extract<ItemRule, { kind: 'artRooms' }>): Outcome {
    const facts = this.#facts?.artRooms(rule) ?? null;
    if (facts === null) return this.#everySchool(rule.blank, null);
    const [each, inAll] = [facts.each, facts.inAll].map(
      ({ failing }) => new Set(failing.map(({ school }) => school)).size,
    );
    if (each !== inAll) {
      this.#report('art-room-readings', {
        parameters: { each: each ?? 0, inAll: inAll ?? 0, reading: this.#switches.artRooms },
      });
    }
    return this.#everySchool(rule.blank, facts[this.#switches.artRooms]);
  }

  /** An item that holds when it holds in every school; `blank` is what somebody concluded. */
  #everySchool(blank: string, fact: SchoolsFact | null): Outcome {
    const computed = outcomeOf(fact);
    const concluded = this.#conclusion(blank, computed === null);
    this.#reportFailing(fact);
    if (computed !== null && concluded !== null && computed !== concluded) {
      this.#report('stated-item-differs', {
        ...this.#place(blank),
        actual: concluded ? '达标' : '不达标',
        required: computed ? '达标' : '不达标',
        parameters: { blank },
      });
    }
    if (computed === false && concluded !== false) {
      this.#notMet(blank, schoolsIn(fact), 0, '', 'schools');
    }
    if (computed === false || concluded === false) return false;
    return computed ?? concluded;
  }

  /** An item that holds when no school (or class) is counted in any of its blanks. */
  #none(
    blanks: readonly string[],
    fact: SchoolsFact | null,
    counts: ReadonlyMap<string, number | null>,
    relaxed = false,
  ): Outcome {
    this.#reportFailing(fact);
    const computed = outcomeOf(fact);
    const outcomes = blanks.map((blank): Outcome => {
      const count = counts.get(blank) ?? null;
      if (count !== null) {
        this.#computed.set(blank, count);
        this.#compareStated(blank, count);
      }
      const typed = this.#typed(blank);
      if (typed !== null && !typed.isZero && !(relaxed && computed === true)) {
        this.#notMet(blank, typed.toNumber(), 0, '', 'atMost');
        return false;
      }
      if (typed !== null || this.#values.get(blank)?.usable === false) {
        return typed === null ? null : true;
      }
      if (computed === null) this.#missing.add(blank);
      return computed;
    });
    if (
      computed === false &&
      !outcomes.some((held, index) => held === false && this.#typed(blanks[index] ?? '') !== null)
    ) {
      this.#notMet(blanks[0] ?? '', schoolsIn(fact), 0, '', 'schools');
    }
    if (computed === false || outcomes.includes(false)) return false;
    return outcomes.includes(null) ? null : true;
  }

  #reportFailing(fact: SchoolsFact | null): void {
    for (const short of fact?.failing ?? []) this.#reportSchool('school-item-not-met', short);
  }

  #reportSchool(code: FindingCode, { school, at: field, actual, required }: SchoolShort): void {
    this.findings.push(
      finding(code, {
        ...at(school, field),
        actual,
        required,
        citation: this.#item.citation,
        parameters: { form: this.#item.part, item: this.#item.number, quantity: field },
      }),
    );
  }

  /** 表间审核: what was typed against what 学校数据 gives. */
  #compareStated(blank: string, computed: number): void {
    const typed = this.#typed(blank);
    if (typed === null || typed.compare(Rational.fromShown(computed)) === 0) return;
    this.#report('stated-item-differs', {
      ...this.#place(blank),
      actual: typed.toNumber(),
      required: computed,
      parameters: { blank },
    });
  }

  #compareTotals(): void {
    for (const { blank, of } of this.#item.totals) {
      const terms = of.map((one) => this.#typed(one));
      const known = terms.filter((term) => term !== null);
      if (known.length !== terms.length) continue;
      this.#compareStatedSum(blank, Rational.sum(known));
    }
  }

  #compareStatedSum(blank: string, sum: Rational): void {
    const typed = this.#typed(blank);
    if (typed === null || typed.compare(sum) === 0) return;
    this.#report('stated-share-differs', {
      ...this.#place(blank),
      actual: typed.toNumber(),
      required: sum.toNumber(),
      parameters: { blank },
    });
  }

  /** A stated quotient may be rounded to the decimals it shows, and no further off. */
  #compareShare(rule: QuotientRule, part: Rational, whole: Rational): void {
    const stated = this.#typed(rule.stated);
    if (stated === null || whole.isZero) return;
    const exact = part.times(Rational.of(BigInt(rule.multiplier))).over(whole);
    const away = stated.minus(exact);
    const tolerance = halfUnit(stated.toNumber());
    const negative = Rational.ZERO.minus(tolerance);
    if (away.compare(tolerance) <= 0 && away.compare(negative) >= 0) return;
    this.#report('stated-share-differs', {
      ...this.#place(rule.stated),
      actual: stated.toNumber(),
      required: exact.toNumber(),
      parameters: { blank: rule.stated },
    });
  }

  #notMet(
    blank: string,
    actual: number | null,
    required: number | null,
    sign: string,
    bound: 'atLeast' | 'below' | 'atMost' | 'schools' = 'atLeast',
  ): void {
    this.#report('item-not-met', {
      ...this.#place(blank),
      actual,
      required,
      parameters: { blank, sign, bound: actual === null ? 'concluded' : bound },
    });
  }

  #place(blank: string): Pick<FindingDetails, 'sheet' | 'cell'> {
    const place =
      this.#values.get(blank)?.cell ?? this.#entries.places.get(this.#item.number)?.get(blank);
    return { sheet: place?.sheet ?? this.#sheet, cell: place?.cell ?? null };
  }

  #report(code: FindingCode, details: FindingDetails): void {
    const { part, number, citation } = this.#item;
    this.findings.push(
      finding(code, {
        sheet: this.#sheet,
        citation,
        ...details,
        parameters: { form: part, item: number, ...details.parameters },
      }),
    );
  }
}

function signOf(rule: QuotientRule): string {
  return rule.multiplier === 100 ? '%' : '元';
}

/** How many schools do not hold to an item. */
function schoolsIn(fact: SchoolsFact | null): number {
  return new Set(fact?.failing.map(({ school }) => school)).size;
}

/** Whether an item holds in every school; null where some lack a number and none fails. */
function outcomeOf(fact: SchoolsFact | null): Outcome {
  if (fact === null) return null;
  if (fact.failing.length > 0) return false;
  return fact.unknown > 0 ? null : true;
}

/** The most decimals that a rounded number is taken to show. */
const MOST_PLACES = 6;

function halfUnit(stated: number): Rational {
  const [, fraction = ''] = String(Number(stated.toPrecision(15))).split('.');
  const places = Math.min(fraction.length, MOST_PLACES);
  return Rational.of(1n, 2n * 10n ** BigInt(places));
}
