import type { Finding } from '../assessment/finding';
import type { SchoolType } from '../standard/school-type';
import { SCHOOL_TYPES } from '../standard/school-type';
import type { Standard } from '../standard/standard';
import { domainTexts } from './domain-texts';
import { fill } from './fill';
import { formatCompared, formatNumber } from './format-number';
import type { Language } from './language';

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
        : `${formatNumber(finding.shortfall, finding.unit)}${texts.units[finding.unit ?? 'ratio']}`,
  };
  const type = finding.parameters['type'];
  if (isSchoolType(type)) values['type'] = texts.schoolTypes[type];
  if (finding.code === 'rounding-turns-judgement') {
    values['subject'] = finding.school === null ? '' : `“${finding.school}”`;
  }
  return fill(texts.findings[finding.code].message, values);
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
  if (finding.indicator === null) return '';
  const indicator = standard.indicators.find(({ id }) => id === finding.indicator);
  if (indicator === undefined) return finding.indicator;
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

function shown(
  value: number | string | null,
  other: number | string | null,
  finding: Finding,
): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  const { unit } = finding;
  const perPupil = finding.shortfall !== null && unit !== null && SHORTFALL_ONLY.has(unit);
  return formatCompared(
    value,
    typeof other === 'number' ? other : null,
    perPupil ? 'perPupilYuan' : unit,
  );
}
