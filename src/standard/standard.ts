import type { Quantity } from './quantities';
import type { SchoolType } from './school-type';
import type { Stage } from './stage';

/** A text in both interface languages. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

/** One signed term of a numerator: `sign × quantity`. */
export interface NumeratorTerm {
  readonly quantity: Quantity;
  readonly sign: 1 | -1;
}

/** What a shortfall of an indicator is counted in; people and rooms are whole. */
export type ShortfallUnit = 'person' | 'squareMetre' | 'yuan' | 'room' | 'computer' | 'book';

/** L1…L7 of the 2017 standard, M1…M8 of the 2012 standard. */
export type IndicatorId = string;

/** One resource indicator of a standard, as the standard defines it. */
export interface Indicator {
  readonly id: IndicatorId;
  /** Full name, as in the standard: 每百名学生拥有高于规定学历教师数. */
  readonly name: BilingualText;
  /** The short name of the tables: 高于规定学历教师数. */
  readonly shortName: BilingualText;
  /** Unit of the value: 人/百生, ㎡/生, 元/生, 间/百生 … */
  readonly unit: BilingualText;
  /** What a shortfall is counted in. */
  readonly shortfallUnit: ShortfallUnit;
  /** The school's amount in each stage, before `multiplier`. */
  readonly numerator: Readonly<Record<Stage, readonly NumeratorTerm[]>>;
  /** Value = amount × multiplier ÷ pupils: 100 (per hundred pupils), 10000 (万元 to 元) or 1. */
  readonly multiplier: number;
  /** Whether it is a shared asset, split between the stages of a multi-stage school. */
  readonly shared: boolean;
  /** Lowest value that reaches the standard (inclusive); null where the standard sets none. */
  readonly threshold: Readonly<Record<Stage, number>> | null;
  readonly citation: Citation;
}

/** Where a rule comes from: the standard's id, its part and the item within it. */
export interface Citation {
  readonly standard: string;
  readonly part: string;
  readonly item: string;
}

/** The school rule (综合达标): enough indicators met, every other at least `floorRatio` of its threshold. */
export interface SchoolRule {
  readonly requiredMet: number;
  readonly floorRatio: number;
  readonly citation: Citation;
}

/** Which schools a standard judges. */
export interface Scope {
  readonly excludedTypes: readonly SchoolType[];
  /** Teaching points with fewer pupils than this are out (exactly this many are in). */
  readonly teachingPointMinimum: number;
  readonly excludesPrivate: boolean;
  readonly citation: Citation;
}

/** Limits of the coefficient of variation between schools (校际差异系数), inclusive. */
export interface CoefficientLimits {
  /** For each indicator separately; null where the standard sets none. */
  readonly each: Readonly<Record<Stage, number>> | null;
  /** For the composite (综合差异系数, the mean of all); null where the standard sets none. */
  readonly composite: Readonly<Record<Stage, number>> | null;
  readonly citation: Citation;
}

/** Weights by which shared assets of a multi-stage school are divided over its pupils. */
export interface SplitWeights {
  readonly primary: number;
  readonly junior: number;
  readonly senior: number;
  readonly citation: Citation;
}

/** Choices that the standard leaves open, and the temporary relaxations of the 2019 规程. */
export interface StandardSwitches {
  /** 表Ⅳ item 3: one music and one art room each per 12 classes, or one of either kind in all. */
  readonly artRooms: 'each' | 'inAll';
  /** 2010/2016 and earlier buildings: music rooms from 73 ㎡, art rooms from 67 ㎡. */
  readonly relaxOldRooms: boolean;
  /** Dense city centres: schools up to 2400 pupils, multi-stage up to 3000. */
  readonly relaxSchoolSize: boolean;
  /** 54㎡/61㎡ rooms where the largest class is under 30. */
  readonly relaxSmallClassRooms: boolean;
  /** Rural schools of 50–99 pupils may count part-time arts teachers. */
  readonly relaxPartTimeArts: boolean;
}

/** One national standard, or a bureau's stricter extension of one. */
export interface Standard {
  /** `cn-2017`, `cn-2012`, or a bureau's own id. */
  readonly id: string;
  /** The national standard this is, or extends. */
  readonly base: 'cn-2017' | 'cn-2012';
  readonly name: BilingualText;
  /** Document number: 教督〔2017〕6号. */
  readonly document: string;
  /** Date of issue, ISO. */
  readonly effective: string;
  readonly indicators: readonly Indicator[];
  readonly schoolRule: SchoolRule | null;
  readonly coefficients: CoefficientLimits;
  readonly scope: Scope;
  readonly split: SplitWeights;
  readonly switches: StandardSwitches;
}
