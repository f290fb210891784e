import { BooleanNumber, type ICellData, type IRowData } from '@univerjs/core';
import type { SheetNotes } from '../../ooxml/sheet-reader';
import { cellAddress } from '../../ooxml/write/cell-address';
import { shiftFormula } from '../../ooxml/write/formula-text';
import type { SheetRow } from '../../workbook/source';
import { HostError } from '../host-error';
import { gridCell } from './grid-cell';
import { PIXELS_PER_POINT } from './grid-style';

/** Cells of all sheets together beyond which a grid in a browser is of no use. */
export const MOST_CELLS = 2_000_000;

/** The id that a style of the file has in the grid. */
export function styleId(index: number): string {
  return `s${index}`;
}

/** The cell from which others of its group take their formula. */
interface SharingCell {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/**
 * The cells of a sheet, made into those of the grid in one reading: what the reader notes of a row
 * comes before the row itself. Beyond `MOST_CELLS` any cell is refused (HostError `too-large`).
 */
export class GridCells implements SheetNotes {
  /** By 0-based row and column. */
  readonly data: Record<number, Record<number, ICellData>> = {};
  /** Heights and visibility, by 0-based row. */
  readonly rows: Record<number, Partial<IRowData>> = {};
  /** By cell (A1), without `=`; those that cells share are written out. */
  readonly formulas = new Map<string, string>();
  /** How many cells there are, blank ones with a format included. */
  count = 0;
  /** The last row and column that have a cell, 1-based. */
  rowCount = 0;
  columnCount = 0;
  readonly #sheet: string;
  readonly #sharing = new Map<number, SharingCell>();
  readonly #styleIds: string[] = [];

  /** @param sheet its name, for errors */
  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  row(number: number, height: number | null, hidden: boolean): void {
    this.rows[number - 1] = {
      ...(height === null
        ? {}
        : { h: Math.round(height * PIXELS_PER_POINT), ia: BooleanNumber.FALSE }),
      ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
    };
  }

  format(row: number, column: number, index: number): void {
    this.#place(row, column, { s: this.#styleId(index) });
  }

  formula(row: number, column: number, text: string, group: number | null): void {
    if (group !== null && text !== '') this.#sharing.set(group, { formula: text, row, column });
    const origin = group === null ? undefined : this.#sharing.get(group);
    const formula =
      origin === undefined
        ? text
        : shiftFormula(origin.formula, row - origin.row, column - origin.column);
    if (formula !== '') this.formulas.set(cellAddress(row, column), formula);
  }

  /** Takes the contents of a row. */
  take({ number, cells }: SheetRow): void {
    const { formulas } = this;
    const held = this.data[number - 1];
    cells.forEach((content, column) => {
      if (content === undefined) return;
      const formula = formulas.size === 0 ? undefined : formulas.get(cellAddress(number, column));
      const cell = gridCell(content, formula);
      const styled = held?.[column];
      cell.s = styled?.s ?? this.#styleId(0);
      if (styled === undefined) this.#place(number, column, cell);
      else if (held !== undefined) held[column] = cell;
    });
  }

  #place(row: number, column: number, cell: ICellData): void {
    const ofRow = (this.data[row - 1] ??= {});
    ofRow[column] = cell;
    this.count += 1;
    if (this.count > MOST_CELLS) throw new HostError('too-large', this.#sheet);
    if (row > this.rowCount) this.rowCount = row;
    if (column >= this.columnCount) this.columnCount = column + 1;
  }

  #styleId(index: number): string {
    return (this.#styleIds[index] ??= styleId(index));
  }
}
