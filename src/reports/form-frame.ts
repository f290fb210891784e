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

/** Title, county, year, who reports and the standard, as every table of the form begins. */
export function planFormHead(
  draft: SheetDraft,
  { check, words, language }: ReportContext,
  title: string,
  { lastColumn }: FormWidth,
): void {
  const { yearLine, reporterLine } = formTexts(language);
  const { year, reporter } = check.countyInformation;
  draft.putAcross(1, 0, lastColumn, title, { style: STYLES.title });
  draft.height(1, 26);
  const about = [
    fill(words.countyLine, { county: check.county ?? words.countyUnknown }),
    fill(yearLine, { year: year ?? '' }),
    fill(reporterLine, { reporter: reporter ?? '' }),
  ];
  draft.putAcross(2, 0, lastColumn, about.join('        '), { style: STYLES.subtitle });
  const standard = fill(words.standardLine, {
    standard: inLanguage(check.standard.name, language),
    document: check.standard.document,
  });
  draft.putAcross(3, 0, lastColumn, standard, { style: STYLES.subtitle });
}

/** The note under a table and the lines to seal, sign and date it; gives the row after them. */
export function planFormFoot(
  draft: SheetDraft,
  { language }: ReportContext,
  firstRow: number,
  note: string,
  { lastColumn, rightColumn, characters }: FormWidth,
): number {
  let row = firstRow;
  draft.putAcross(row, 0, lastColumn, note, { style: STYLES.note });
  draft.height(row, lineHeight(wrappedLines(note, characters)));
  row += 1;
  for (const [left = '', right = ''] of formTexts(language).signatures) {
    draft.height(row, 30);
    draft.putAcross(row, 0, rightColumn - 1, left, { style: STYLES.signature });
    draft.putAcross(row, rightColumn, lastColumn, right, { style: STYLES.signature });
    row += 1;
  }
  return row;
}
