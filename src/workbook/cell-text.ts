import { CellDate, CellFault, UncalculatedFormula } from './source';
import type { CellContent } from './source';

/** Milliseconds from 1899-12-30, the spreadsheet's day zero, to 1970-01-01. */
const EPOCH_DAYS = 25569;
const DAY = 86_400_000;

/** A date's serial number as `2024-09-01`, with the time of day where it has one. */
export function dateText(serial: number): string {
  const time = new Date(Math.round((serial - EPOCH_DAYS) * DAY));
  if (Number.isNaN(time.getTime())) return String(serial);
  const iso = time.toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
}

/** What a cell says as trimmed text; '' for a blank one. */
export function cellText(content: CellContent): string {
  if (typeof content === 'string') return content.trim();
  if (content === null || content === undefined) return '';
  if (typeof content === 'number') return String(Number(content.toPrecision(15)));
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  if (content instanceof CellFault) return content.error;
  if (content instanceof CellDate) return dateText(content.serial);
  return `=${content.formula.replace(/^=/, '')}`;
}

/** Whether a cell holds nothing that anybody can see. */
export function isBlank(content: CellContent): boolean {
  return (
    content === null ||
    content === undefined ||
    (typeof content === 'string' && (content === '' || content.trim() === ''))
  );
}

/** Whether a cell holds words: not a number, date, error or formula without a result. */
export function isWords(content: CellContent): content is string {
  return typeof content === 'string' && content.trim() !== '';
}

/** Whether a cell holds something that can only be data: a number, a date, an error or the like. */
export function isData(content: CellContent): boolean {
  return (
    typeof content === 'number' ||
    typeof content === 'boolean' ||
    content instanceof CellFault ||
    content instanceof CellDate ||
    content instanceof UncalculatedFormula
  );
}
