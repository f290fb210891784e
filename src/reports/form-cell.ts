import type { FormValue } from '../assessment/form-entry';
import type { SurveyNumber } from '../assessment/judge-survey';
import type { CellReference } from '../assessment/school';
import type { FormBlank } from '../standard/form-item';
import { shownDecimal } from '../workbook/cell-number';
import { CONCLUSION_ENDS, CONCLUSION_WORDS } from '../workbook/conclusion';
import { EXISTENCE_WORDS } from '../workbook/read-veto';
import { COMPARED_DECIMALS } from './formula';
import { FAULT } from './school-slots';
import { quotedSheet, quotedText } from './sheet-reference';

/** What a working cell says of a subject that was not tested (未监测). */
export const UNTESTED = 'n';

/** What a filled-in cell comes to: a number (1 and 0 for a conclusion), '' for a blank one, FAULT or UNTESTED. */
export type FormCellValue = number | '' | typeof FAULT | typeof UNTESTED;

/** A filled-in cell with the formula that reads it; no formula where the sheet has no such cell. */
export interface FormCell {
  readonly value: FormCellValue;
  readonly formula: string | null;
}

/** A cell as another sheet's formula names it. */
export function placeReference({ sheet, cell }: CellReference): string {
  return `${quotedSheet(sheet)}!${cell}`;
}

/** The longest text that a formula may hold (255 characters), with room to spare. */
const LONGEST_LITERAL = 200;

/** What a blank's cell comes to now. */
function blankValue(blank: FormBlank, value: FormValue | undefined): FormCellValue {
  if (value === undefined) return '';
  if (value.untested) return blank.kind === 'level' ? UNTESTED : '';
  if (!value.usable) return FAULT;
  if (blank.kind === 'conclusion') return value.holds === null ? FAULT : value.holds ? 1 : 0;
  return value.number ?? '';
}

/**
 * Reads the cell of a blank as the check reads it: numbers by their kind, levels, conclusions. Text
 * that only the check can understand is known by its wording; other text typed over it later gives
 * FAULT until the workbook is checked again.
 */
export function readBlank(
  blank: FormBlank,
  value: FormValue | undefined,
  place: CellReference | undefined,
): FormCell {
  const read = blankValue(blank, value);
  if (place === undefined) return { value: read, formula: null };
  const cell = placeReference(place);
  const written = value?.written ?? null;
  const fault = quotedText(FAULT);
  if (blank.kind === 'conclusion') {
    const understood = typeof written !== 'string' || understands(written, read);
    const otherwise = understood ? fault : asWritten(cell, written, read);
    return { value: read, formula: `IFERROR(${conclusionFormula(cell, otherwise)},${fault})` };
  }
  if (blank.kind === 'level') {
    const levels = `MATCH(TRIM(${cell}),{"Ⅰ级","Ⅱ级","Ⅲ级","Ⅳ级"},0)`;
    const level = `IFERROR(${levels},${asWritten(cell, written, read)})`;
    return {
      value: read,
      formula: `IFERROR(IF(TRIM(${cell})="","",IF(TRIM(${cell})="未监测","${UNTESTED}",${level})),${fault})`,
    };
  }
  const factor = unitFactor(blank, value);
  return { value: read, formula: numberCellFormula(blank.kind, cell, written, read, factor) };
}

/** Reads the cell of a number of the survey as the check reads it. */
export function readSurveyNumber(kind: 'count' | 'percent', number: SurveyNumber): FormCell {
  const value = number.usable ? (number.value ?? '') : FAULT;
  const cell = placeReference(number.cell);
  return { value, formula: numberCellFormula(kind, cell, number.written, value, 1) };
}

function numberCellFormula(
  kind: FormBlank['kind'],
  cell: string,
  written: string | number | null,
  read: FormCellValue,
  factor: number,
): string {
  const text = `IF(TRIM(${cell})="","",${asWritten(cell, typeof written === 'string' ? written : null, read)})`;
  return `IFERROR(IF(ISNUMBER(${cell}),${numberFormula(kind, cell, factor)},${text}),${quotedText(FAULT)})`;
}

/** What a cell with this wording comes to; FAULT for any other. */
function asWritten(cell: string, written: string | number | null, read: FormCellValue): string {
  const fault = quotedText(FAULT);
  if (written === null || read === FAULT) return fault;
  return `IF(${isText(cell, String(written))},${literal(read)},${fault})`;
}

/** A number as a kind of blank takes it; the cell is known to hold one. */
function numberFormula(kind: FormBlank['kind'], cell: string, factor: number): string {
  const fault = quotedText(FAULT);
  switch (kind) {
    case 'count':
      return `IF(OR(${cell}<0,${cell}<>INT(${cell})),${fault},${cell})`;
    case 'percent':
      return `IF(${cell}<0,${fault},IF(AND(${cell}>0,${cell}<=1),ROUND(${cell}*100,${COMPARED_DECIMALS}),${cell}))`;
    case 'ratio':
      return `IF(OR(${cell}<0,${cell}>1),${fault},${cell})`;
    case 'amount':
    case 'conclusion':
    case 'level':
      return `IF(${cell}<0,${fault},${scaled(cell, factor)})`;
  }
}

/** The power of ten between the unit that was written and the blank's own (元 for 万元: 0.0001). */
function unitFactor({ kind }: FormBlank, value: FormValue | undefined): number {
  if (kind !== 'amount' || typeof value?.written !== 'number') return 1;
  if (value.number === null || value.number === 0) return 1;
  return 10 ** Math.round(Math.log10(value.number / value.written));
}

function scaled(cell: string, factor: number): string {
  if (factor === 1) return cell;
  return factor < 1 ? `${cell}/${Math.round(1 / factor)}` : `${cell}*${factor}`;
}

const ENDS = [...CONCLUSION_ENDS, '，', '；', '：', '！'];

/** 1 or 0 by the word that a conclusion begins with; `otherwise` for any other word. */
function conclusionFormula(cell: string, otherwise: string): string {
  const list = (words: readonly string[]): string => quotedText(`|${words.join('|')}|`);
  const text = `TRIM(${cell})`;
  const [end = ',', ...others] = ENDS;
  const ended = others.reduce(
    (known, sign) => `SUBSTITUTE(${known},${quotedText(sign)},${quotedText(end)})`,
    text,
  );
  const first = `LEFT(${ended},FIND(${quotedText(end)},${ended}&${quotedText(end)})-1)`;
  const word = `"|"&UPPER(TRIM(${first}))&"|"`;
  return `IF(${text}="","",IF(ISNUMBER(FIND(${word},${list(CONCLUSION_WORDS.holds)})),1,IF(ISNUMBER(FIND(${word},${list(CONCLUSION_WORDS.fails)})),0,${otherwise})))`;
}

/** Whether {@link conclusionFormula} makes of a text what the check made of it. */
function understands(written: string, read: FormCellValue): boolean {
  const ends = ENDS.map((sign) => written.indexOf(sign)).filter((at) => at >= 0);
  const word = written
    .slice(0, Math.min(written.length, ...ends))
    .trim()
    .toUpperCase();
  if (CONCLUSION_WORDS.holds.includes(word)) return read === 1;
  return CONCLUSION_WORDS.fails.includes(word) ? read === 0 : read === FAULT;
}

/** 1 where a veto matter exists, 0 where it does not, '' for a blank and for anything else. */
export function existenceFormula(cell: string): string {
  const list = (words: readonly string[]): string => quotedText(`|${words.join('|')}|`);
  const word = `"|"&UPPER(TRIM(${cell}))&"|"`;
  return `IFERROR(IF(ISNUMBER(FIND(${word},${list(EXISTENCE_WORDS.yes)})),1,IF(ISNUMBER(FIND(${word},${list(EXISTENCE_WORDS.no)})),0,"")),"")`;
}

/** Whether a cell holds just this text, of any length. */
function isText(cell: string, text: string): string {
  if (text.length <= LONGEST_LITERAL) return `${cell}&""=${quotedText(text)}`;
  const start = text.slice(0, LONGEST_LITERAL);
  return `AND(LEN(${cell})=${text.length},LEFT(${cell},${LONGEST_LITERAL})=${quotedText(start)})`;
}

function literal(value: FormCellValue): string {
  return typeof value === 'number' ? String(shownDecimal(value)) : quotedText(value);
}
