import type { Quantity } from './quantities';
import type { BilingualText, Citation } from './standard';

/** The parts of recognition that are filled in item by item: 表Ⅳ and 表Ⅴ. */
export type FormPart = 'government' | 'quality';

/**
 * What a blank holds: whether something holds (conclusion), whole people, classes or schools (count),
 * money (amount), a share of a hundred (percent), a ratio below 1, or a level Ⅰ, Ⅱ, Ⅲ … .
 */
export type BlankKind = 'conclusion' | 'count' | 'amount' | 'percent' | 'ratio' | 'level';

/** One blank (填报项) of an item's sentence. */
export interface FormBlank {
  /** Unique within its item; the sentence names it as `{key}`. */
  readonly key: string;
  /** As the form writes it, without the unit. */
  readonly label: BilingualText;
  /** 人, 名, 所, 个, 元, 万元, %, or null for conclusions, levels and ratios. */
  readonly unit: string | null;
  readonly kind: BlankKind;
  /** Other labels with the same meaning. */
  readonly aliases: readonly string[];
  readonly example: string | number;
  /** The quantities of 学校数据 whose sum over all schools it is; none where it follows from none. */
  readonly sumOf: readonly Quantity[];
}

/** One signed term of a sum over blanks. */
export interface BlankTerm {
  readonly blank: string;
  readonly sign: 1 | -1;
}

/** A total that the form states beside its terms. */
export interface BlankTotal {
  readonly blank: string;
  readonly of: readonly string[];
}

/** Part × multiplier ÷ whole, stated in a blank of its own, at least a bound (null: only reported). */
export interface QuotientRule {
  readonly kind: 'quotient';
  readonly part: readonly BlankTerm[];
  readonly whole: readonly BlankTerm[];
  /** 100 for a percentage; 10000 for 元 a head out of 万元. */
  readonly multiplier: 100 | 10000;
  /** The blank that states the quotient. */
  readonly stated: string;
  readonly atLeast: number | null;
}

/** One subject of 国家义务教育质量监测. */
export interface MonitoredSubject {
  readonly name: BilingualText;
  readonly level: string;
  readonly ratio: string;
}

/** How an item is judged; every rule of an item must hold. */
export type ItemRule =
  | { readonly kind: 'conclusion'; readonly blank: string }
  | QuotientRule
  | { readonly kind: 'percent'; readonly blank: string; readonly atLeast: number }
  | { readonly kind: 'notBelow'; readonly blank: string; readonly other: string }
  /** Funding of small schools: at least 100 pupils × schools × the local quota. */
  | {
      readonly kind: 'smallSchools';
      readonly pupils: string;
      readonly funding: string;
      readonly schools: string;
      readonly quota: string;
      readonly conclusion: string;
      readonly pupilsCounted: number;
    }
  /** Every tested subject: at least this level, and a ratio strictly below the bound. */
  | {
      readonly kind: 'monitoring';
      readonly subjects: readonly MonitoredSubject[];
      readonly levelAtLeast: number;
      readonly ratioBelow: number;
    }
  /** Rooms of each kind for every so many classes, rounded up. */
  | { readonly kind: 'artRooms'; readonly blank: string; readonly classesPerRoom: number }
  /** No school above the size; multi-stage schools in their compulsory stages. */
  | {
      readonly kind: 'schoolSize';
      readonly primary: string;
      readonly junior: string;
      readonly multiStage: string;
      readonly limit: number;
      readonly multiStageLimit: number;
      readonly relaxedLimit: number;
      readonly relaxedMultiStageLimit: number;
    }
  /** No class above the size. */
  | {
      readonly kind: 'classSize';
      readonly primary: string;
      readonly junior: string;
      readonly primaryLimit: number;
      readonly juniorLimit: number;
    }
  /** In every school this share of 公用经费 goes into training teachers. */
  | { readonly kind: 'trainingBudget'; readonly blank: string; readonly percent: number };

/** One item of 表Ⅳ or 表Ⅴ. */
export interface FormItem {
  readonly part: FormPart;
  /** 1 … 15, 1 … 9. */
  readonly number: number;
  readonly name: BilingualText;
  /** Who answers it: a person concludes, numbers are filled in, or 学校数据 already holds it. */
  readonly kind: 'conclusion' | 'numbers' | 'fromSchools';
  /** In the order of the form. */
  readonly blanks: readonly FormBlank[];
  /** What the judgement needs beyond the form's own blanks. */
  readonly supporting: readonly FormBlank[];
  readonly totals: readonly BlankTotal[];
  /** The form's sentence, each `{key}` standing for a blank. */
  readonly sentence: string;
  readonly rules: readonly ItemRule[];
  readonly citation: Citation;
}

/** Every blank of an item, the form's first. */
export function blanksOf(item: FormItem): readonly FormBlank[] {
  return [...item.blanks, ...item.supporting];
}
