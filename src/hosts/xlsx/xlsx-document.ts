import type { Codec } from '../../ooxml/codec';
import { OoxmlPackage } from '../../ooxml/package';
import { readSettings, writeSettings } from '../../ooxml/write/custom-settings';
import { applyHighlights, clearHighlights } from '../../ooxml/write/highlights';
import { setCells, type FileCellEdit } from '../../ooxml/write/set-cells';
import { ownSheets, sheetConflicts, writeSheets } from '../../ooxml/write/write-sheets';
import type { HighlightPlan } from '../../plans/highlight-plan';
import type { SheetPlan } from '../../plans/sheet-plan';

/** Carries out plans on an .xlsx file; the file itself stays as it is until `save`. */
export class XlsxDocument {
  readonly #file: OoxmlPackage;

  private constructor(file: OoxmlPackage) {
    this.#file = file;
  }

  /**
   * @param bytes of the file; they must not change while the document is in use.
   * @param codec fflate when absent.
   * @throws {OoxmlError} for whatever is wrong with the file.
   */
  static open(bytes: Uint8Array, codec?: Codec): XlsxDocument {
    return new XlsxDocument(OoxmlPackage.open(bytes, codec === undefined ? {} : { codec }));
  }

  /** Works on a package itself: it changes at once, whether or not it is ever saved. */
  static on(file: OoxmlPackage): XlsxDocument {
    return new XlsxDocument(file);
  }

  /**
   * Puts marks on the sheets in place of any that are there.
   * @throws {OoxmlWriteError} `no-such-sheet`.
   */
  applyHighlights(plan: HighlightPlan): void {
    applyHighlights(this.#file, plan);
  }

  /** Takes all marks of ours off; how many rules that were. */
  clearHighlights(): number {
    return clearHighlights(this.#file);
  }

  /** The key (in lower case) of every sheet of ours that the workbook holds, with its name. */
  ownSheets(): ReadonlyMap<string, string> {
    return ownSheets(this.#file);
  }

  /** The names of sheets that plans would take and that are not ours. */
  sheetConflicts(plans: readonly SheetPlan[]): string[] {
    return sheetConflicts(this.#file, plans);
  }

  /**
   * Writes planned sheets.
   * @param options `ours` replaces only sheets that we have made, `any` every sheet of the names.
   * @returns the names of the sheets as they are in the file, in the order of the plans.
   * @throws {OoxmlWriteError} `sheet-exists`, `bad-plan`, `bad-value`.
   */
  writeSheets(
    plans: readonly SheetPlan[],
    options: { readonly replace: 'ours' | 'any' },
  ): { readonly written: readonly string[] } {
    const replaceForeign = options.replace === 'any';
    return { written: writeSheets(this.#file, plans, { replaceForeign }) };
  }

  /**
   * Changes single cells.
   * @throws {OoxmlWriteError} `no-such-sheet`, `part-of-array`, `table-heading`, `bad-value`.
   */
  setCells(edits: readonly FileCellEdit[]): void {
    setCells(this.#file, edits);
  }

  /** Texts kept with the workbook, by name. */
  settings(): ReadonlyMap<string, string> {
    return readSettings(this.#file);
  }

  /** Makes the texts kept with the workbook exactly these. */
  saveSettings(settings: ReadonlyMap<string, string>): void {
    writeSettings(this.#file, settings);
  }

  /** The file with everything done to it. */
  save(): Uint8Array {
    return this.#file.save();
  }
}
