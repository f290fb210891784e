import type { CellModel, CellValue } from './workbook-model';
import { isErrorText } from './workbook-json';

/** Days from 1899-12-30 to a date: Excel's number for it. */
function serialDate(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000) : undefined;
}

function dateInput(text: string): number | undefined {
  const full = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(text);
  if (full !== null) return serialDate(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (short === null) return undefined;
  return serialDate(new Date().getFullYear(), Number(short[1]), Number(short[2]));
}

/**
 * What a cell becomes when a program gives it a value: Excel reads a text as if it had been typed, so
 * `"0012"` becomes 12 unless the cell's format is text (`@`), and `=`, `+` and `-` begin a formula.
 */
export function cellFromInput(value: CellValue, numberFormat: string | undefined): CellModel {
  const keep = numberFormat === undefined ? {} : { numberFormat };
  if (typeof value !== 'string') return { value, ...keep };
  if (value === '') return { value: null, ...keep };
  if (numberFormat === '@') return { value, ...keep };
  if (value.startsWith("'")) return { value: value.slice(1), ...keep };
  const text = value.trim();
  const number = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?([eE][+-]?\d+)?(%?)$/.exec(text);
  if (number !== null && /\d/.test(text)) {
    const percent = number[5] === '%';
    const parsed = Number(text.replaceAll(',', '').replace('%', ''));
    if (Number.isFinite(parsed)) {
      const format = percent && numberFormat === undefined ? { numberFormat: '0%' } : keep;
      return { value: percent ? parsed / 100 : parsed, ...format };
    }
  }
  if (/^[=+-]./s.test(text)) {
    return { value: 0, formula: text.startsWith('=') ? text : `=${text}`, ...keep };
  }
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true', ...keep };
  if (isErrorText(text)) return { value: text, isError: true, ...keep };
  const date = dateInput(text);
  if (date !== undefined) return { value: date, numberFormat: numberFormat ?? 'yyyy/m/d' };
  return { value, ...keep };
}
