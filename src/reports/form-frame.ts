import { fill } from '../locales/fill';
import { formTexts } from '../locales/form-texts';
import { inLanguage } from './report-context';
import type { ReportContext } from './report-context';
import type { SheetDraft } from './sheet-draft';
import { STYLES } from './styles';
import { lineHeight, wrappedLines } from './text-width';

/** The row of a form's table that follows its title, county and standard. */
export const FORM_HEADING_ROW = 4;

/** Columns over which the head and the foot of a form's table stretch, and where the foot is divided. */
export interface FormWidth {
  readonly lastColumn: number;
  /** First column of the right half. */
  readonly rightColumn: number;
  /** Width of the table in characters. */
  readonly characters: number;
}

/** The county and the year, as each table of the form names them; what is not known is left to be written in. */
export function countyAndYear({ check, words, language }: ReportContext): string {
  const county = fill(words.countyLine, { county: check.county ?? words.countyUnknown });
  const { year } = check.countyInformation;
  return year === null ? county : `${county}${GAP}${fill(formTexts(language).yearLine, { year })}`;
}

const GAP = '        ';

/** Title, county, year, who reports and the standard, as 表Ⅰ and 表Ⅳ to 表Ⅵ begin. */
export function planFormHead(
  draft: SheetDraft,
  context: ReportContext,
  title: string,
  { lastColumn }: FormWidth,
): void {
  const { check, words, language } = context;
  const { reporter } = check.countyInformation;
  draft.putAcross(1, 0, lastColumn, title, { style: STYLES.title });
  draft.height(1, 26);
  const reporterLine = fill(formTexts(language).reporterLine, { reporter: reporter ?? '' });
  const about = `${countyAndYear(context)}${GAP}${reporterLine}`;
  draft.putAcross(2, 0, lastColumn, about, { style: STYLES.subtitle });
  const standard = fill(words.standardLine, {
    standard: inLanguage(check.standard.name, language),
    document: check.standard.document,
  });
  draft.putAcross(3, 0, lastColumn, standard, { style: STYLES.subtitle });
}

/** The note under a table of the form and the lines to seal, sign and date it. */
export function planFormFoot(
  draft: SheetDraft,
  context: ReportContext,
  row: number,
  note: string,
  width: FormWidth,
): void {
  draft.putAcross(row, 0, width.lastColumn, note, { style: STYLES.note });
  draft.height(row, lineHeight(wrappedLines(note, width.characters)));
  planSignatures(draft, context, row + 1, width);
}

/** The lines to seal, sign and date a table of the form. */
export function planSignatures(
  draft: SheetDraft,
  { language }: ReportContext,
  firstRow: number,
  { lastColumn, rightColumn }: Omit<FormWidth, 'characters'>,
): void {
  formTexts(language).signatures.forEach(([left = '', right = ''], index) => {
    const row = firstRow + index;
    draft.height(row, 30);
    draft.putAcross(row, 0, rightColumn - 1, left, { style: STYLES.signature });
    draft.putAcross(row, rightColumn, lastColumn, right, { style: STYLES.signature });
  });
}
