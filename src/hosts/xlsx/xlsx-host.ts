import { parseCellReference, parseRange } from '../../ooxml/cell-range';
import type { Codec } from '../../ooxml/codec';
import { OoxmlPackage } from '../../ooxml/package';
import { cellAddress } from '../../ooxml/write/cell-address';
import type { FileCellEdit } from '../../ooxml/write/set-cells';
import { sheetFormulas } from '../../ooxml/write/sheet-formulas';
import type { CellEdit } from '../../plans/cell-edit';
import type { HighlightPlan } from '../../plans/highlight-plan';
import type { SheetPlan } from '../../plans/sheet-plan';
import {
  CellDate,
  type CellContent,
  CellFault,
  type SheetHead,
  type SheetRow,
  UncalculatedFormula,
} from '../../workbook/source';
import type { HostCapabilities, HostSelection, Unsubscribe, WorkbookHost } from '../host';
import { HostError } from '../host-error';
import { XlsxDocument } from './xlsx-document';
import { hostErrorOf } from './xlsx-error';
import { XlsxWorkbookSource } from './xlsx-source';

const DAYS_FROM_1900_TO_1904 = 1462;

/** A cell of an edit, found in the workbook. */
interface Target {
  /** The sheet's name as the workbook has it. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Bytes of unpacked parts that stay in memory between one step and the next. */
const KEPT_BYTES = 128 * 1024 * 1024;

/**
 * A workbook file held in memory, without any program around it. A method that changes it does so
 * wholly or not at all, and `bytes()` is then a whole new file. It runs in browsers and in Node.
 *
 * Nobody types into a file: changes are never reported, and the selection is wherever `select` put
 * it.
 */
export class XlsxHost implements WorkbookHost {
  readonly capabilities: HostCapabilities = {
    selection: true,
    changeEvents: false,
    customFunctions: false,
    charts: true,
  };
  readonly #selectionListeners = new Set<(selection: HostSelection) => void>();
  #source: XlsxWorkbookSource;
  /** The whole file, null until somebody wants it after a change. */
  #bytes: Uint8Array | null;
  #revision = 0;
  #selection: HostSelection | null = null;

  private constructor(
    file: OoxmlPackage,
    bytes: Uint8Array | null,
    readonly name: string,
  ) {
    this.#bytes = bytes;
    this.#source = XlsxWorkbookSource.of(file, name);
  }

  /**
   * @param bytes of the file; they must not change while the host is in use
   * @param name as it is to be shown
   * @param codec fflate when absent
   * @throws {OoxmlError} for whatever is wrong with the file
   */
  static open(bytes: Uint8Array, name: string, codec?: Codec): XlsxHost {
    const options = { keeps: KEPT_BYTES, ...(codec === undefined ? {} : { codec }) };
    return new XlsxHost(OoxmlPackage.open(bytes, options), bytes, name);
  }

  /** The same workbook once more: what happens to either is not seen in the other. */
  copy(): XlsxHost {
    return new XlsxHost(this.#source.container.copy(), this.#bytes, this.name);
  }

  /** The workbook as it is now; later changes are not seen in it. */
  get source(): XlsxWorkbookSource {
    return this.#source;
  }

  /** How many changes have been made. */
  get revision(): number {
    return this.#revision;
  }

  /** Packs what has changed beside whatever else is going on, so that `bytes` need not. */
  packAhead(): Promise<void> {
    return this.#source.container.packAhead();
  }

  /** The file with everything done to it so far. */
  bytes(): Uint8Array {
    this.#bytes ??= this.#source.container.save();
    return this.#bytes;
  }

  async heads(): Promise<readonly SheetHead[]> {
    try {
      return await this.#source.heads();
    } catch (error) {
      throw hostErrorOf(error);
    }
  }

  async *rows(sheet: string): AsyncGenerator<Iterable<SheetRow>> {
    const { name } = this.#requireSheet(sheet);
    try {
      yield* this.#source.rows(name);
    } catch (error) {
      throw hostErrorOf(error);
    }
  }

  applyHighlights(plan: HighlightPlan): Promise<void> {
    return this.#change((document) => {
      document.applyHighlights(plan);
    });
  }

  clearHighlights(): Promise<number> {
    return this.#change((document) => document.clearHighlights());
  }

  sheetConflicts(plans: readonly SheetPlan[]): Promise<readonly string[]> {
    return this.#look((document) => document.sheetConflicts(plans));
  }

  writeSheets(plans: readonly SheetPlan[], replace: 'ours' | 'any'): Promise<readonly string[]> {
    return this.#change((document) => document.writeSheets(plans, { replace }).written);
  }

  ownSheets(): Promise<ReadonlyMap<string, string>> {
    return this.#look((document) => document.ownSheets());
  }

  async editCells(edits: readonly CellEdit[]): Promise<readonly CellEdit[]> {
    const inverse = await this.#heldContents(edits);
    await this.setCells(edits);
    return inverse;
  }

  /** `editCells` for which nobody asks how to undo it. */
  setCells(edits: readonly FileCellEdit[]): Promise<void> {
    return this.#change((document) => {
      document.setCells(edits);
    });
  }

  select(target: HostSelection): Promise<void> {
    return settled(() => {
      const sheet = this.#requireSheet(target.sheet);
      if (sheet.visibility !== 'visible') throw new HostError('sheet-missing', target.sheet);
      if (parseRange(target.range) === null) {
        throw new HostError('failed', target.range, 'this is no A1 range');
      }
      const selection = { sheet: sheet.name, range: target.range };
      this.#selection = selection;
      for (const listener of this.#selectionListeners) listener(selection);
    });
  }

  selection(): Promise<HostSelection | null> {
    return Promise.resolve(this.#selection);
  }

  /** Types into the first selected cell; with nothing selected that is A1 of the first sheet. */
  async insertFormula(formula: string): Promise<void> {
    const selection = this.#selection ?? this.#firstCell();
    const area = parseRange(selection.range);
    if (area === null) throw new HostError('failed', selection.range, 'this is no A1 range');
    const cell = cellAddress(area.firstRow, area.firstColumn);
    await this.#change((document) => {
      document.setCells([
        { sheet: selection.sheet, cell, content: { formula: formula.replace(/^=/, '') } },
      ]);
    });
  }

  onChange(): Promise<Unsubscribe> {
    return Promise.resolve(() => Promise.resolve());
  }

  onSelection(listener: (selection: HostSelection) => void): Promise<Unsubscribe> {
    this.#selectionListeners.add(listener);
    return Promise.resolve(() => {
      this.#selectionListeners.delete(listener);
      return Promise.resolve();
    });
  }

  settings(): Promise<ReadonlyMap<string, string>> {
    return this.#look((document) => document.settings());
  }

  saveSettings(settings: ReadonlyMap<string, string>): Promise<void> {
    return this.#change((document) => {
      document.saveSettings(settings);
    });
  }

  #look<T>(look: (document: XlsxDocument) => T): Promise<T> {
    return settled(() => look(XlsxDocument.on(this.#source.container)));
  }

  /** Works on a copy, which takes the file's place only when everything has succeeded. */
  #change<T>(change: (document: XlsxDocument) => T): Promise<T> {
    return settled(() => {
      const file = this.#source.container.copy();
      const result = change(XlsxDocument.on(file));
      this.#source = XlsxWorkbookSource.of(file, this.name);
      this.#bytes = null;
      this.#revision += 1;
      return result;
    });
  }

  #requireSheet(name: string): XlsxWorkbookSource['workbook']['sheets'][number] {
    const wanted = name.toLowerCase();
    const sheet = this.#source.workbook.sheets.find(
      (one) => one.kind === 'worksheet' && one.name.toLowerCase() === wanted,
    );
    if (sheet === undefined) throw new HostError('sheet-missing', name);
    return sheet;
  }

  #firstCell(): HostSelection {
    const sheet = this.#source.workbook.sheets.find(
      ({ kind, visibility }) => kind === 'worksheet' && visibility === 'visible',
    );
    if (sheet === undefined) throw new HostError('sheet-missing');
    return { sheet: sheet.name, range: 'A1' };
  }

  /** What the cells of edits hold, as edits that put it back: values, or formulas with results. */
  async #heldContents(edits: readonly CellEdit[]): Promise<readonly CellEdit[]> {
    const targets = edits.map(({ sheet, cell }): Target => {
      const at = parseCellReference(cell);
      if (at === null) throw new HostError('failed', cell, 'this is no A1 cell');
      return { sheet: this.#requireSheet(sheet).name, ...at };
    });
    const held = new Map<string, CellEdit>();
    for (const sheet of new Set(targets.map((target) => target.sheet))) {
      const cells = targets.filter((target) => target.sheet === sheet);
      const contents = await this.#contentsOf(sheet, cells);
      const formulas = this.#formulasOf(sheet, cells);
      for (const { row, column } of cells) {
        const cell = cellAddress(row, column);
        held.set(
          `${sheet}!${cell}`,
          this.#inverse({ sheet, cell }, contents.get(cell), formulas.get(cell)),
        );
      }
    }
    return [...held.values()];
  }

  async #contentsOf(
    sheet: string,
    cells: readonly Target[],
  ): Promise<ReadonlyMap<string, CellContent>> {
    const contents = new Map<string, CellContent>();
    const columns = new Map<number, number[]>();
    for (const { row, column } of cells) {
      columns.set(row, [...(columns.get(row) ?? []), column]);
    }
    for await (const rows of this.rows(sheet)) {
      for (const row of rows) {
        for (const column of columns.get(row.number) ?? []) {
          contents.set(cellAddress(row.number, column), row.cells[column]);
        }
      }
    }
    return contents;
  }

  #formulasOf(sheet: string, cells: readonly Target[]): ReadonlyMap<string, string> {
    const { part } = this.#requireSheet(sheet);
    const rows = new Set(cells.map(({ row }) => row));
    return sheetFormulas(this.#source.container.text(part), (row) => rows.has(row));
  }

  #inverse(
    place: { readonly sheet: string; readonly cell: string },
    content: CellContent,
    formula: string | undefined,
  ): FileCellEdit {
    const value = this.#plainValue(content);
    if (formula !== undefined) {
      return { ...place, content: { formula }, ...(value === null ? {} : { result: value }) };
    }
    // An error that was typed in can only be written as a formula.
    if (content instanceof CellFault) return { ...place, content: { formula: content.error } };
    return { ...place, content: value };
  }

  #plainValue(content: CellContent): string | number | boolean | null {
    if (content === undefined || content instanceof UncalculatedFormula) return null;
    if (content instanceof CellFault) return content.error;
    if (!(content instanceof CellDate)) return content;
    return this.#source.workbook.date1904
      ? content.serial - DAYS_FROM_1900_TO_1904
      : content.serial;
  }
}

/** Failures of a step as the rejections that callers of a host expect. */
function settled<T>(step: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    try {
      resolve(step());
    } catch (error) {
      reject(hostErrorOf(error));
    }
  });
}
