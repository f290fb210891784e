import { CellValueType, type ICellData } from '@univerjs/core';
import { CellDate, CellFault, UncalculatedFormula, type CellContent } from '../../workbook/source';

const ERROR = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)$/;

/**
 * A cell of a workbook in the grid's own terms.
 * @param formula without `=`, undefined when it has none
 */
export function gridCell(content: CellContent, formula: string | undefined): ICellData {
  const typed = formula === undefined ? {} : { f: `=${formula}` };
  if (content === null || content === undefined) return typed;
  if (content instanceof UncalculatedFormula) {
    return content.formula === '' ? typed : { f: `=${content.formula}` };
  }
  if (content instanceof CellFault) return { v: content.error, t: CellValueType.STRING, ...typed };
  if (content instanceof CellDate) return { v: content.serial, t: CellValueType.NUMBER, ...typed };
  if (typeof content === 'number') return { v: content, t: CellValueType.NUMBER, ...typed };
  if (typeof content === 'boolean')
    return { v: content ? 1 : 0, t: CellValueType.BOOLEAN, ...typed };
  // Text that looks like an error must not be taken for one when it is read again.
  return {
    v: content,
    t: ERROR.test(content) ? CellValueType.FORCE_STRING : CellValueType.STRING,
    ...typed,
  };
}

/**
 * What a cell of the grid holds.
 * @param isDate whether the cell's number format shows a date
 */
export function cellContent(cell: ICellData | null | undefined, isDate: boolean): CellContent {
  if (!cell) return undefined;
  const value = cell.v;
  if (value === null || value === undefined) {
    const text = cell.p?.body?.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n');
    if (text !== undefined && text !== '') return text;
    const formula = cell.f;
    return formula === null || formula === undefined || formula === ''
      ? undefined
      : new UncalculatedFormula(formula.replace(/^=/, ''));
  }
  if (cell.t === CellValueType.BOOLEAN) return value === true || Number(value) === 1;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (cell.t === CellValueType.STRING || cell.t === CellValueType.FORCE_STRING)
      return String(value);
    return isDate ? new CellDate(value) : value;
  }
  if (cell.t === CellValueType.NUMBER && value !== '' && Number.isFinite(Number(value))) {
    return isDate ? new CellDate(Number(value)) : Number(value);
  }
  return cell.t !== CellValueType.FORCE_STRING && ERROR.test(value) ? new CellFault(value) : value;
}
