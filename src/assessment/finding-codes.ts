import type { Finding, FindingDetails, FindingParameters } from './finding';

/** How grave a finding is. */
export type Severity = 'error' | 'fail' | 'near' | 'warning' | 'info';

/** From gravest to mildest, the order in which findings are listed. */
export const SEVERITIES = ['error', 'fail', 'near', 'warning', 'info'] as const;

/**
 * Every code a check can report, with its severity. Codes are a contract: scripts match on them, so
 * a code is added but never renamed. Cause and mending of each are worded in the locales.
 */
export const FINDING_SEVERITY = {
  // The file itself: nothing can be judged.
  'file-unreadable': 'error',
  'no-school-sheet': 'error',
  'column-missing': 'error',
  'column-doubled': 'error',
  'no-schools': 'error',

  // Reading a cell or row.
  'formula-error': 'error',
  'formula-not-calculated': 'error',
  'not-a-number': 'error',
  'date-for-number': 'error',
  'negative-number': 'error',
  'fraction-for-count': 'error',
  'code-doubled': 'error',
  'name-missing': 'warning',
  'number-as-text': 'warning',
  'full-width-number': 'warning',
  'name-doubled': 'warning',
  'code-malformed': 'warning',
  'type-unknown': 'warning',
  'ownership-unknown': 'warning',
  'locality-unknown': 'warning',
  'boarding-unknown': 'warning',
  'rows-hidden': 'warning',
  'sheet-hidden': 'warning',
  'stage-sheets-disagree': 'warning',
  'sheet-assumed': 'info',
  'columns-unknown': 'info',
  'rows-skipped': 'info',

  // Missing data that the judgement needs.
  'students-missing': 'error',
  'senior-students-missing': 'error',
  'value-missing': 'error',

  // Within a row (表内审核).
  'stage-against-type': 'warning',
  'students-zero': 'warning',
  'staff-without-students': 'warning',
  'degree-exceeds-teachers': 'warning',
  'backbone-exceeds-teachers': 'warning',
  'sports-arts-exceeds-teachers': 'warning',
  'indoor-sports-exceeds-area': 'warning',
  'students-without-classes': 'warning',
  'class-mean-exceeds-largest': 'warning',
  'large-classes-exceed-classes': 'warning',
  'unit-slip': 'warning',
  'value-implausible': 'warning',
  'merge-target-unknown': 'warning',
  'merge-circular': 'warning',

  // Between sheets (表间审核): stated against recomputed.
  'inputs-rounded': 'warning',
  'stated-mean-differs': 'warning',
  'stated-coefficient-differs': 'warning',
  'stated-count-differs': 'warning',
  'stated-value-differs': 'warning',
  'stated-attainment-differs': 'warning',
  'stated-total-differs': 'warning',

  // The sheets of the whole standard: 教育经费, 政府保障, 教育质量, 社会认可度, 一票否决.
  'item-missing': 'error',
  'entry-unclear': 'error',
  'entry-doubled': 'error',
  'ratio-above-one': 'error',
  'part-exceeds-whole': 'error',
  'entry-unknown': 'warning',
  'percent-ambiguous': 'warning',
  'stated-share-differs': 'warning',
  'stated-item-differs': 'warning',
  'largest-class-contradicts': 'warning',
  'percent-understood': 'info',
  'unit-converted': 'info',
  'share-alone': 'info',
  'art-room-readings': 'info',
  'input-sheet-blank': 'info',
  'item-not-met': 'fail',
  'school-item-not-met': 'fail',
  'veto-exists': 'fail',
  'finance-year-doubled': 'error',
  'finance-level-missing': 'error',
  'finance-level-not-positive': 'error',
  'finance-growth-not-met': 'fail',
  'finance-dropped': 'fail',
  'finance-unchanged': 'warning',
  'finance-years-unsorted': 'warning',
  'finance-year-missing': 'warning',
  'finance-too-few-years': 'warning',
  'finance-revenue-shrinks': 'warning',
  'finance-unit-jump': 'warning',

  // Against last year's workbook.
  'year-unreadable': 'warning',
  'year-columns-missing': 'warning',
  'year-no-schools': 'warning',
  'year-none-matched': 'warning',
  'year-key-doubled': 'warning',
  'year-unchanged': 'warning',
  'year-unit-slip': 'warning',
  'year-unit-slip-county': 'warning',
  'year-pupils-jump': 'warning',
  'year-area-jump': 'warning',
  'year-change-outlying': 'warning',
  'year-compared': 'info',
  'year-school-new': 'info',
  'year-school-closed': 'info',
  'year-school-merged': 'info',
  'year-coefficient-changed': 'info',

  // Against the standard.
  'indicator-below': 'fail',
  'indicator-near': 'near',
  'school-fails': 'fail',
  'coefficient-over-limit': 'fail',
  'coefficient-undefined': 'fail',
  'composite-over-limit': 'fail',
  'rounding-turns-judgement': 'warning',

  // Scope.
  'out-of-scope-type': 'info',
  'out-of-scope-teaching-point': 'info',
  'out-of-scope-private': 'info',
  'out-of-scope-no-stage': 'info',
  'merged-into': 'info',
} as const satisfies Record<string, Severity>;

/** The code of a finding. */
export type FindingCode = keyof typeof FINDING_SEVERITY;

const NO_PARAMETERS: FindingParameters = {};

/** Makes a finding of a code: the severity follows from the code, absent details are null. */
export function finding(code: FindingCode, details: FindingDetails): Finding {
  // Written out rather than spread: a province makes hundreds of thousands of them.
  const made = {
    code,
    severity: FINDING_SEVERITY[code],
    sheet: details.sheet ?? null,
    cell: details.cell ?? null,
    school: details.school ?? null,
    stage: details.stage ?? null,
    indicator: details.indicator ?? null,
    actual: details.actual ?? null,
    required: details.required ?? null,
    shortfall: details.shortfall ?? null,
    unit: details.unit ?? null,
    citation: details.citation ?? null,
    parameters: details.parameters ?? NO_PARAMETERS,
  };
  return details.accepted === undefined ? made : { ...made, accepted: details.accepted };
}
