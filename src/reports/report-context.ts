import type { Assessment } from '../assessment/assessment';
import { domainTexts } from '../locales/domain-texts';
import type { Language } from '../locales/language';
import { reportTexts } from '../locales/report-texts';
import type { ReportSheet, ReportTexts } from '../locales/report-texts';
import type { Texts } from '../locales/texts';
import type { BilingualText, Indicator, Standard } from '../standard/standard';
import type { Stage } from '../standard/stage';
import type { WorkbookCheck } from '../workbook/workbook-check';
import { SchoolLookup } from './school-lookup';
import { SchoolTable } from './school-table';

/** What every summary sheet is made from: the check, its words, and where 表Ⅱ-2 keeps the schools. */
export interface ReportContext {
  readonly check: WorkbookCheck;
  readonly language: Language;
  readonly words: ReportTexts;
  readonly texts: Texts;
}

/** The same where something could be judged. */
export interface JudgedContext extends ReportContext {
  readonly assessment: Assessment;
  readonly table: SchoolTable;
  /** Null where the schools' values are constants, taken from a filled-in 表Ⅱ-2. */
  readonly lookup: SchoolLookup | null;
}

/** The words in which a check is reported. */
export function reportContext(check: WorkbookCheck, language: Language): ReportContext {
  return { check, language, words: reportTexts(language), texts: domainTexts(language) };
}

/** Adds what only a judged check has; null where nothing was judged. */
export function judgedContext(context: ReportContext): JudgedContext | null {
  const { assessment, basis, reading } = context.check;
  if (assessment === null || assessment.schools.length === 0) return null;
  const lookup =
    basis === 'schools' && reading !== null
      ? new SchoolLookup(reading, context.check.findings)
      : null;
  const table = new SchoolTable(
    sheetName('table_2_2', context),
    assessment,
    lookup?.layouts.length ?? 0,
  );
  return { ...context, assessment, table, lookup };
}

/**
 * The name a summary sheet is written under. Where the workbook was judged by a 表Ⅱ-2, or told its
 * totals in a 表Ⅰ, that somebody filled in, the tables made here stand beside it, not in its place.
 */
export function sheetName(key: ReportSheet, { check, words }: ReportContext): string {
  const name = words.sheetNames[key];
  const isBeside =
    (check.basis === 'stated' && key.startsWith('table')) ||
    (key === 'table_1' && check.countyInformation.totals.some(({ cell }) => cell.sheet === name));
  return isBeside ? name + words.recomputedSuffix : name;
}

/** A bilingual text in the report's language. */
export function inLanguage(text: BilingualText, language: Language): string {
  return language === 'zh-CN' ? text.zh : text.en;
}

/** An indicator's name with its unit, as a heading: 生均教学仪器设备值（元/生）. */
export function indicatorHeading(indicator: Indicator, language: Language): string {
  const name = inLanguage(indicator.name, language);
  const unit = inLanguage(indicator.unit, language);
  return language === 'zh-CN' ? `${name}（${unit}）` : name;
}

/** A stage's name, with a capital in English. */
export function stageName(stage: Stage, { texts }: ReportContext): string {
  const name = texts.stages[stage];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The code of the overall row that follows the indicators: L8 after L1–L7; none where codes are not L's. */
export function overallCode({ indicators }: Standard): string {
  return indicators[0]?.id === 'L1' ? `L${indicators.length + 1}` : '';
}

/** Whether an indicator counts people a pupil (师生比): two decimals would leave nothing to tell schools apart by. */
export function isSmallRatio(indicator: Indicator | undefined): boolean {
  return indicator?.multiplier === 1 && indicator.shortfallUnit === 'person';
}
