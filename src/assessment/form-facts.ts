import type { FormItem, ItemRule } from '../standard/form-item';
import type { Quantity } from '../standard/quantities';
import type { Standard } from '../standard/standard';
import { STAGES } from '../standard/stage';
import { Rational } from '../statistics/rational';
import { rowsOf } from './counted-school';
import type { CountedSchool } from './counted-school';
import { mergeSchools } from './merge-schools';
import type { School } from './school';
import { outOfScope } from './scope';
import { STAGE_QUANTITIES } from './stage-quantities';

/** A school that does not hold to an item, and the number that shows it. */
export interface SchoolShort {
  readonly school: School;
  readonly at: Quantity;
  readonly actual: number;
  readonly required: number;
}

/** How an item stands over all schools. */
export interface SchoolsFact {
  readonly failing: readonly SchoolShort[];
  /** Schools that lack a number the item needs. */
  readonly unknown: number;
}

/** The two ways of reading item 3 of 表Ⅳ. */
export interface ArtRoomFacts {
  readonly each: SchoolsFact;
  readonly inAll: SchoolsFact;
}

/** Schools or classes above the size, by the blank that counts them. */
export interface SizeFacts {
  readonly fact: SchoolsFact;
  /** Null where a school's number is missing. */
  readonly counts: ReadonlyMap<string, number | null>;
  /** Schools whose largest class contradicts the number of classes above the size. */
  readonly contradictions: readonly SchoolShort[];
}

type RuleOf<Kind extends ItemRule['kind']> = Extract<ItemRule, { kind: Kind }>;

/** What 学校数据 says about the items of 表Ⅳ and 表Ⅴ that follow from it. */
export class FormFacts {
  readonly #rows: readonly School[];
  readonly #counted: readonly CountedSchool[];
  readonly #standard: Standard;

  /** @param schools every row of 学校数据; those out of scope count only in sums over the county */
  constructor(schools: readonly School[], standard: Standard) {
    this.#counted = mergeSchools(schools).counted.filter(
      (counted) => outOfScope(counted, standard) === null,
    );
    this.#rows = schools;
    this.#standard = standard;
  }

  /** Sums over all schools of the blanks that are such sums; blanks that cannot be added are left out. */
  sums(item: FormItem): ReadonlyMap<string, number> {
    const sums = new Map<string, number>();
    for (const { key, sumOf } of item.blanks) {
      const sum = sumOf.length === 0 ? null : this.#sum(sumOf);
      if (sum !== null) sums.set(key, sum);
    }
    return sums;
  }

  /** Item 3 of 表Ⅳ: music and art rooms for every so many compulsory classes, in both readings. */
  artRooms({ classesPerRoom }: RuleOf<'artRooms'>): ArtRoomFacts {
    const each: SchoolShort[] = [];
    const inAll: SchoolShort[] = [];
    let unknown = 0;
    for (const { school, record } of this.#counted) {
      const classes = compulsory(record, 'classes');
      const music = record.amount('musicRooms');
      const art = record.amount('artRooms');
      if (classes === null || music === null || art === null) {
        unknown += 1;
        continue;
      }
      const required = Math.ceil(classes / classesPerRoom);
      if (music < required) each.push({ school, at: 'musicRooms', actual: music, required });
      if (art < required) each.push({ school, at: 'artRooms', actual: art, required });
      if (music + art < required) {
        inAll.push({ school, at: 'musicRooms', actual: music + art, required });
      }
    }
    return { each: { failing: each, unknown }, inAll: { failing: inAll, unknown } };
  }

  /** Item 4 of 表Ⅳ: schools above the size, in their compulsory stages. */
  schoolSize(rule: RuleOf<'schoolSize'>): SizeFacts {
    const relaxed = this.#standard.switches.relaxSchoolSize;
    const limit = relaxed ? rule.relaxedLimit : rule.limit;
    const multiStageLimit = relaxed ? rule.relaxedMultiStageLimit : rule.multiStageLimit;
    const failing: SchoolShort[] = [];
    const counts = new Map([
      [rule.primary, 0],
      [rule.junior, 0],
      [rule.multiStage, 0],
    ]);
    let unknown = 0;
    for (const school of this.#ownRows()) {
      if (school.isFaulty('primaryStudents') || school.isFaulty('juniorStudents')) {
        unknown += 1;
        continue;
      }
      const primary = school.amount('primaryStudents') ?? 0;
      const junior = school.amount('juniorStudents') ?? 0;
      const multiStage = primary > 0 && junior > 0;
      const required = multiStage ? multiStageLimit : limit;
      const actual = primary + junior;
      if (actual <= required) continue;
      const blank = multiStage ? rule.multiStage : primary > 0 ? rule.primary : rule.junior;
      counts.set(blank, (counts.get(blank) ?? 0) + 1);
      failing.push({
        school,
        at: primary > 0 ? 'primaryStudents' : 'juniorStudents',
        actual,
        required,
      });
    }
    return {
      fact: { failing, unknown },
      counts: new Map([...counts].map(([blank, n]) => [blank, unknown > 0 ? null : n])),
      contradictions: [],
    };
  }

  /** Item 5 of 表Ⅳ: classes above the size, by their number, else by the largest class. */
  classSize(rule: RuleOf<'classSize'>): SizeFacts {
    const failing: SchoolShort[] = [];
    const contradictions: SchoolShort[] = [];
    const counts = new Map<string, number | null>();
    let unknown = 0;
    for (const stage of STAGES) {
      const own = STAGE_QUANTITIES[stage];
      const limit = stage === 'primary' ? rule.primaryLimit : rule.juniorLimit;
      const blank = stage === 'primary' ? rule.primary : rule.junior;
      let total: number | null = 0;
      for (const school of this.#ownRows()) {
        if ((school.amount(own.students) ?? 0) === 0 && !school.isFaulty(own.students)) continue;
        const large = school.amount(own.largeClasses);
        const largest = school.amount(own.largestClass);
        if (large === null && largest === null) {
          unknown += 1;
          total = null;
        } else if ((large ?? 0) > 0) {
          failing.push({ school, at: own.largeClasses, actual: large ?? 0, required: 0 });
          if (total !== null) total += large ?? 0;
        } else if (largest !== null && largest > limit) {
          const short = { school, at: own.largestClass, actual: largest, required: limit };
          failing.push(short);
          if (large === 0) contradictions.push(short);
          total = null;
        }
      }
      counts.set(blank, total);
    }
    return { fact: { failing, unknown }, counts, contradictions };
  }

  /** Item 4 of 表Ⅴ: the share of 公用经费 that goes into training, school by school. */
  trainingBudget({ percent }: RuleOf<'trainingBudget'>): SchoolsFact {
    const failing: SchoolShort[] = [];
    let unknown = 0;
    for (const { school, record } of this.#counted) {
      const budget = record.amount('publicFundsBudget');
      const training = record.amount('trainingBudget');
      if (budget === null || training === null) {
        unknown += 1;
        continue;
      }
      const needed = Rational.fromShown(budget)
        .times(Rational.of(BigInt(percent)))
        .over(Rational.of(100n));
      if (Rational.fromShown(training).compare(needed) >= 0) continue;
      failing.push({
        school,
        at: 'trainingBudget',
        actual: training,
        required: needed.toNumber(),
      });
    }
    return { failing, unknown };
  }

  #ownRows(): readonly School[] {
    return this.#counted.flatMap(rowsOf);
  }

  #sum(quantities: readonly Quantity[]): number | null {
    const terms: Rational[] = [];
    for (const school of this.#rows) {
      const known = quantities.map((quantity) => school.amount(quantity));
      if (quantities.some((quantity) => school.isFaulty(quantity))) return null;
      const amounts = known.filter((amount) => amount !== null);
      if (amounts.length === 0 || lacksStage(school, quantities)) return null;
      terms.push(...amounts.map((amount) => Rational.fromShown(amount)));
    }
    return terms.length === 0 ? null : Rational.sum(terms).toNumber();
  }
}

/** Whether a stage that has pupils lacks its teachers, so that a sum would be too small. */
function lacksStage(school: School, quantities: readonly Quantity[]): boolean {
  return STAGES.some((stage) => {
    const { students, teachers } = STAGE_QUANTITIES[stage];
    return (
      quantities.includes(teachers) &&
      (school.amount(students) ?? 0) > 0 &&
      school.amount(teachers) === null
    );
  });
}

/** A number of both compulsory stages together; null where a stage with pupils lacks it. */
function compulsory(record: School, of: 'classes'): number | null {
  let sum = 0;
  for (const stage of STAGES) {
    const own = STAGE_QUANTITIES[stage];
    const amount = record.amount(own[of]);
    if (amount !== null) sum += amount;
    else if ((record.amount(own.students) ?? 0) > 0 || record.isFaulty(own[of])) return null;
  }
  return sum;
}
