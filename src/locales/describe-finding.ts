import type { Finding, FindingUnit } from '../assessment/finding';
import type { SchoolType } from '../standard/school-type';
import { SCHOOL_TYPES } from '../standard/school-type';
import { QUANTITIES } from '../standard/quantities';
import type { Standard } from '../standard/standard';
import { headingOf } from '../workbook/columns';
import { formValues } from './describe-form';
import { yearValues } from './describe-year';
import { domainTexts } from './domain-texts';
import { fill } from './fill';
import { formatCompared, formatShortfall } from './format-number';
import type { Language } from './language';
import type { Texts } from './texts';

/** A finding's sentence in a language, every number shown with as many decimals as it needs. */
export function describeFinding(finding: Finding, standard: Standard, language: Language): string {
  const texts = domainTexts(language);
  const values: Record<string, string | number> = {
    ...finding.parameters,
    sheet: finding.sheet ?? '',
    cell: finding.cell ?? '',
    place: placeOf(finding, language),
    school: finding.school ?? '',
    stage: finding.stage === null ? '' : texts.stages[finding.stage],
    indicator: indicatorName(finding, standard, language),
    unit: unitOfValue(finding, standard, language),
    actual: shown(finding.actual, finding.required, finding),
    required: shown(finding.required, finding.actual, finding),
    shortfall:
      finding.shortfall === null
        ? ''
        : `${formatShortfall(finding.shortfall, finding.unit)}${texts.units[finding.unit ?? 'ratio']}`,
  };
  const { type, quantity, indicators, missing, measure, factor } = finding.parameters;
  if (isSchoolType(type)) values['type'] = texts.schoolTypes[type];
  const named = QUANTITIES.find((one) => one === quantity);
  if (named !== undefined) values['heading'] = headingOf(named);
  if (typeof indicators === 'string') {
    values['indicator'] = indicatorNames(indicators, standard, language);
  }
  if (typeof missing === 'string') values['missing'] = indicatorNames(missing, standard, language);
  if (isMeasure(measure, texts)) values['measure'] = texts.measures[measure];
  if (typeof factor === 'number') values['factor'] = shownFactor(factor);
  Object.assign(values, formValues(finding, standard, texts, language, values));
  Object.assign(values, yearValues(finding, texts, values));
  if (finding.code === 'rounding-turns-judgement') {
    values['subject'] = subjectOf(finding, language);
  }
  return fill(texts.findings[finding.code].message, values);
}

function isMeasure(
  measure: string | number | undefined,
  texts: Texts,
): measure is keyof Texts['measures'] {
  return typeof measure === 'string' && measure in texts.measures;
}

/** 0.0001 is told as 1/10000. */
function shownFactor(factor: number): string {
  return factor >= 1 ? String(Math.round(factor)) : `1/${Math.round(1 / factor)}`;
}

/** Whose value it is: a school's or, for a coefficient, the county's; and of which stage. */
function subjectOf(finding: Finding, language: Language): string {
  const stage = finding.stage === null ? '' : domainTexts(language).stages[finding.stage];
  if (language === 'zh-CN') {
    return finding.school === null ? `全县${stage}差异系数 ` : `“${finding.school}”${stage}`;
  }
  return finding.school === null
    ? `The county’s ${stage} coefficient `
    : `“${finding.school}” ${stage} `;
}

/** Names of indicators given by their ids, as a list. */
function indicatorNames(ids: string, standard: Standard, language: Language): string {
  return ids
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => nameOf(id, standard, language))
    .join(language === 'zh-CN' ? '、' : ', ');
}

function isSchoolType(value: string | number | undefined): value is SchoolType {
  return SCHOOL_TYPES.some((type) => type === value);
}

function placeOf(finding: Finding, language: Language): string {
  if (finding.sheet === null || finding.cell === null) return '';
  return language === 'zh-CN'
    ? `工作表“${finding.sheet}”${finding.cell} `
    : `${finding.sheet}!${finding.cell} `;
}

function indicatorName(finding: Finding, standard: Standard, language: Language): string {
  return finding.indicator === null ? '' : nameOf(finding.indicator, standard, language);
}

function nameOf(id: string, standard: Standard, language: Language): string {
  const indicator = standard.indicators.find((one) => one.id === id);
  if (indicator === undefined) return id;
  return `${indicator.id} ${indicator.shortName[language === 'zh-CN' ? 'zh' : 'en']}`;
}

/** The unit of an indicator's value, where the finding is about one school's value. */
function unitOfValue(finding: Finding, standard: Standard, language: Language): string {
  const indicator = standard.indicators.find(({ id }) => id === finding.indicator);
  if (indicator === undefined) return '';
  return language === 'zh-CN' ? indicator.unit.zh : ` ${indicator.unit.en}`;
}

/** Units of whole things describe a shortfall; the value beside it is then per pupil. */
const SHORTFALL_ONLY = new Set(['person', 'squareMetre', 'yuan', 'room', 'computer', 'book']);

/** The unit whose decimals `actual` and `required` are shown with. */
function unitShown({ unit, shortfall, parameters }: Finding): FindingUnit | null {
  if (parameters['measure'] === 'coefficient') return 'ratio';
  return shortfall !== null && unit !== null && SHORTFALL_ONLY.has(unit) ? 'perPupilYuan' : unit;
}

function shown(
  value: number | string | null,
  other: number | string | null,
  finding: Finding,
): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return formatCompared(value, typeof other === 'number' ? other : null, unitShown(finding));
}
