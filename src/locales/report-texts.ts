import type { Language } from './language';
import { reportTextsEnUS } from './report-texts.en-US';
import { reportTextsZhCN } from './report-texts.zh-CN';

/** The summary sheets that have a name of their own. */
export type ReportSheet =
  | 'overview'
  | 'table_1'
  | 'table_4'
  | 'table_5'
  | 'table_6'
  | 'table_2_1'
  | 'table_2_2'
  | 'table_3'
  | 'finance'
  | 'year_on_year'
  | 'findings'
  | 'ledger';

/** Words of the summary sheets in one language; `{placeholders}` are filled by the reports. */
export interface ReportTexts {
  readonly sheetNames: Readonly<Record<ReportSheet, string>>;
  /** Follows a sheet's name where the workbook already holds a table of that name that somebody filled in. */
  readonly recomputedSuffix: string;
  readonly yes: string;
  readonly no: string;
  readonly unjudged: string;
  readonly notApplicable: string;
  readonly countyLine: string;
  readonly countyUnknown: string;
  readonly standardLine: string;
  readonly listSeparator: string;
  /** Between the clauses of a sentence that is put together. */
  readonly clauseSeparator: string;
  /** Numbers of a report's sections, in order. */
  readonly sectionNumbers: readonly string[];
  /** 举办者类型 by code 1–10. */
  readonly ownerships: readonly string[];
  readonly other: string;
  readonly table22: {
    readonly title: string;
    readonly number: string;
    readonly school: string;
    readonly ownership: string;
    readonly students: string;
    readonly grades: string;
    readonly classes: string;
    readonly passes: string;
    readonly remark: string;
    readonly block: string;
    readonly met: string;
    readonly near: string;
    readonly below: string;
    readonly allMet: string;
    readonly note: string;
    readonly noteTypes: string;
    /** A part of a multi-stage school: 九年一贯制学校小学部. */
    readonly noteDepartment: string;
    readonly noteTeachingPoint: string;
    readonly noteCount: string;
    readonly noteMerged: string;
    readonly legend: string;
    readonly legendNoRule: string;
    readonly ownershipLegend: string;
    readonly workings: {
      readonly key: string;
      readonly row: string;
      readonly status: string;
      readonly locality: string;
      readonly group: string;
      readonly member: string;
    };
  };
  readonly table21: {
    readonly title: string;
    readonly indicator: string;
    readonly schools: string;
    readonly metSchools: string;
    readonly ratio: string;
    readonly overall: string;
    readonly note: string;
    /** Where the standard sets no threshold for a school. */
    readonly noteNoRule: string;
  };
  readonly table3: {
    readonly title: string;
    readonly stage: string;
    readonly item: string;
    readonly mean: string;
    readonly undefinedCoefficient: string;
    readonly deviation: string;
    readonly coefficient: string;
    readonly limit: string;
    readonly passes: string;
    readonly composite: string;
    readonly note: string;
  };
  readonly overview: {
    readonly title: string;
    readonly verdict: Readonly<Record<'pass' | 'fail' | 'unjudged', string>>;
    readonly reasonSchools: string;
    readonly reasonCoefficients: string;
    readonly reasonComposite: string;
    readonly reasonErrors: string;
    readonly reasonAll: string;
    /** Where the standard limits the composite alone. */
    readonly reasonAllComposite: string;
    readonly stages: string;
    readonly stage: string;
    readonly schools: string;
    readonly students: string;
    readonly passing: string;
    readonly passingRatio: string;
    readonly failing: string;
    readonly conclusion: string;
    readonly parts: string;
    readonly part: string;
    readonly items: string;
    readonly itemsMet: string;
    readonly itemsFailed: string;
    readonly itemsOpen: string;
    readonly coefficients: string;
    readonly indicator: string;
    readonly coefficient: string;
    readonly limit: string;
    readonly passes: string;
    readonly composite: string;
    readonly attainment: string;
    readonly metShort: string;
    readonly nearShort: string;
    readonly belowShort: string;
    readonly coefficientChart: string;
    /** Where the standard limits the composite alone. */
    readonly coefficientChartAlone: string;
    readonly attainmentChart: string;
    readonly groups: string;
    readonly dimension: string;
    readonly dimensions: Readonly<Record<'locality' | 'group' | 'ownership', string>>;
    readonly failingSchools: string;
    readonly noFailingSchools: string;
    readonly missing: string;
    readonly missingItem: string;
    readonly missingUnjudged: string;
    readonly moreFailing: string;
    readonly highlights: string;
    readonly marks: Readonly<Record<'below' | 'near' | 'fault', string>>;
    readonly nameMark: string;
    readonly method: string;
    readonly methodText: string;
    readonly methodStated: string;
    readonly generated: string;
    readonly accepted: string;
    readonly acceptedLine: string;
    readonly noAccepted: string;
    readonly findingCounts: string;
  };
  readonly findings: {
    readonly title: string;
    readonly counts: string;
    readonly none: string;
    readonly number: string;
    readonly severity: string;
    readonly school: string;
    readonly stage: string;
    readonly indicator: string;
    readonly place: string;
    readonly message: string;
    readonly actual: string;
    readonly required: string;
    readonly shortfall: string;
    readonly unit: string;
    readonly citation: string;
    readonly accepted: string;
  };
}

const TEXTS: Readonly<Record<Language, ReportTexts>> = {
  'zh-CN': reportTextsZhCN,
  'en-US': reportTextsEnUS,
};

/** The words of the summary sheets in a language. */
export function reportTexts(language: Language): ReportTexts {
  return TEXTS[language];
}
