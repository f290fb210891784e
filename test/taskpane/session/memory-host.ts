import { columnLetters } from '../../../src/assessment/school';
import type {
  HostCapabilities,
  HostChange,
  HostSelection,
  Unsubscribe,
  WorkbookHost,
} from '../../../src/hosts/host';
import { HostError } from '../../../src/hosts/host-error';
import { parseCellReference } from '../../../src/ooxml/cell-range';
import type { CellEdit, EditedContent } from '../../../src/plans/cell-edit';
import type { HighlightPlan } from '../../../src/plans/highlight-plan';
import type { SheetPlan } from '../../../src/plans/sheet-plan';
import { HEAD_ROWS } from '../../../src/workbook/source';
import type { CellContent, SheetHead, SheetRow } from '../../../src/workbook/source';

/** A sheet of a workbook in memory; `rows` by 0-based row and column. */
export interface HostSheet {
  name: string;
  rows: EditedContent[][];
  key?: string | null;
  hidden?: boolean;
  protected?: boolean;
}

type Method = keyof WorkbookHost;

/** A spreadsheet program in memory, which fails and waits when a test says so. */
export class MemoryHost implements WorkbookHost {
  readonly name = '测试.xlsx';
  readonly capabilities: HostCapabilities = {
    selection: true,
    changeEvents: true,
    customFunctions: true,
    charts: true,
  };
  readonly sheets: HostSheet[];
  /** Calls in order, for the tests to look at. */
  readonly calls: Method[] = [];
  highlights: HighlightPlan | null = null;
  selected: HostSelection | null = null;
  formula: string | null = null;
  stored: ReadonlyMap<string, string>;
  /** What the next call of a method rejects with. */
  readonly failures = new Map<Method, Error>();
  /** Called before each block of rows is handed out. */
  beforeBlock: (sheet: string) => Promise<void> = () => Promise.resolve();
  #changed: ((change: HostChange) => void)[] = [];
  #moved: ((selection: HostSelection) => void)[] = [];

  constructor(sheets: readonly HostSheet[], settings: ReadonlyMap<string, string> = new Map()) {
    this.sheets = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) }));
    this.stored = settings;
  }

  /** What a cell holds. */
  cell(sheet: string, address: string): EditedContent {
    const at = parseCellReference(address);
    return this.sheet(sheet).rows[(at?.row ?? 0) - 1]?.[at?.column ?? 0] ?? null;
  }

  /** An edit by the person. */
  type(sheet: string, address: string, content: EditedContent): void {
    this.#put({ sheet, cell: address, content });
    this.change({ sheet, range: address });
  }

  change(change: HostChange): void {
    for (const listener of this.#changed) listener(change);
  }

  move(selection: HostSelection): void {
    this.selected = selection;
    for (const listener of this.#moved) listener(selection);
  }

  sheet(name: string): HostSheet {
    const found = this.sheets.find((sheet) => sheet.name === name);
    if (found === undefined) throw new HostError('sheet-missing', name);
    return found;
  }

  #call(method: Method): void {
    this.calls.push(method);
    const failure = this.failures.get(method);
    if (failure === undefined) return;
    this.failures.delete(method);
    throw failure;
  }

  async #do<T>(method: Method, work: () => T): Promise<T> {
    this.#call(method);
    await Promise.resolve();
    return work();
  }

  heads(): Promise<readonly SheetHead[]> {
    return this.#do('heads', () =>
      this.sheets.map((sheet) => ({
        name: sheet.name,
        visibility: sheet.hidden === true ? 'hidden' : 'visible',
        rows: rowsOf(sheet).slice(0, HEAD_ROWS),
        merges: [],
        madeAs: sheet.key ?? null,
      })),
    );
  }

  async *rows(name: string): AsyncIterable<Iterable<SheetRow>> {
    this.#call('rows');
    const rows = rowsOf(this.sheet(name));
    for (let start = 0; start < rows.length; start += 2) {
      await this.beforeBlock(name);
      yield rows.slice(start, start + 2);
    }
  }

  applyHighlights(plan: HighlightPlan): Promise<void> {
    return this.#do('applyHighlights', () => {
      for (const { sheet } of plan.sheets) this.#refuseProtected(sheet);
      this.highlights = plan;
    });
  }

  clearHighlights(): Promise<number> {
    return this.#do('clearHighlights', () => {
      const rules = this.highlights?.sheets.flatMap((sheet) => sheet.rules).length ?? 0;
      this.highlights = null;
      return rules;
    });
  }

  #foreign(plans: readonly SheetPlan[]): HostSheet[] {
    return plans.flatMap(({ key, name, asksFirst }) => {
      const found = this.sheets.find((sheet) => sheet.name === name);
      return found === undefined || (key !== null && found.key === key && asksFirst !== true)
        ? []
        : [found];
    });
  }

  sheetConflicts(plans: readonly SheetPlan[]): Promise<readonly string[]> {
    return this.#do('sheetConflicts', () => this.#foreign(plans).map(({ name }) => name));
  }

  writeSheets(plans: readonly SheetPlan[], replace: 'ours' | 'any'): Promise<readonly string[]> {
    return this.#do('writeSheets', () => {
      const foreign = this.#foreign(plans).map(({ name }) => name);
      if (replace === 'ours' && foreign.length > 0) {
        throw new HostError('foreign-sheets', foreign.join('、'));
      }
      for (const plan of plans) {
        const rows: EditedContent[][] = [];
        for (const { number, cells } of plan.rows) {
          while (rows.length < number) rows.push([]);
          for (const { column, value } of cells) {
            const row = rows[number - 1] ?? [];
            while (row.length < column) row.push(null);
            row[column] = value;
          }
        }
        const sheet = { name: plan.name, rows, key: plan.key };
        const at = this.sheets.findIndex(({ name }) => name === plan.name);
        if (at === -1) this.sheets.push(sheet);
        else this.sheets[at] = sheet;
      }
      return plans.map(({ name }) => name);
    });
  }

  ownSheets(): Promise<ReadonlyMap<string, string>> {
    return this.#do(
      'ownSheets',
      () =>
        new Map(
          this.sheets.flatMap(({ key, name }) => (key == null ? [] : [[key, name] as const])),
        ),
    );
  }

  editCells(edits: readonly CellEdit[]): Promise<readonly CellEdit[]> {
    return this.#do('editCells', () => {
      for (const { sheet } of edits) this.#refuseProtected(sheet);
      const undo = edits.map(({ sheet, cell }) => ({
        sheet,
        cell,
        content: this.cell(sheet, cell),
      }));
      for (const edit of edits) this.#put(edit);
      return undo;
    });
  }

  #put({ sheet, cell, content }: CellEdit): void {
    const at = parseCellReference(cell);
    if (at === null) throw new HostError('failed', cell);
    const { rows } = this.sheet(sheet);
    while (rows.length < at.row) rows.push([]);
    const row = rows[at.row - 1] ?? [];
    while (row.length < at.column) row.push(null);
    row[at.column] = content;
  }

  #refuseProtected(name: string): void {
    if (this.sheet(name).protected === true) throw new HostError('sheet-protected', name);
  }

  select(target: HostSelection): Promise<void> {
    return this.#do('select', () => {
      if (this.sheet(target.sheet).hidden === true) {
        throw new HostError('sheet-missing', target.sheet);
      }
      this.selected = target;
    });
  }

  selection(): Promise<HostSelection | null> {
    return this.#do('selection', () => this.selected);
  }

  insertFormula(formula: string): Promise<void> {
    return this.#do('insertFormula', () => {
      this.formula = formula;
    });
  }

  onChange(listener: (change: HostChange) => void): Promise<Unsubscribe> {
    return this.#do('onChange', () => {
      this.#changed.push(listener);
      return () => {
        this.#changed = this.#changed.filter((one) => one !== listener);
        return Promise.resolve();
      };
    });
  }

  onSelection(listener: (selection: HostSelection) => void): Promise<Unsubscribe> {
    return this.#do('onSelection', () => {
      this.#moved.push(listener);
      return () => {
        this.#moved = this.#moved.filter((one) => one !== listener);
        return Promise.resolve();
      };
    });
  }

  settings(): Promise<ReadonlyMap<string, string>> {
    return this.#do('settings', () => this.stored);
  }

  saveSettings(settings: ReadonlyMap<string, string>): Promise<void> {
    return this.#do('saveSettings', () => {
      this.stored = new Map(settings);
    });
  }
}

/** Formulas show text results here: `{ formula: '"12"' }` gives `12`. */
function shown(content: EditedContent): CellContent {
  if (typeof content !== 'object' || content === null) return content;
  return content.formula.replaceAll('"', '');
}

function rowsOf({ rows }: HostSheet): SheetRow[] {
  return rows.flatMap((cells, index) =>
    cells.some((cell) => cell !== null)
      ? [
          {
            number: index + 1,
            hidden: false,
            cells: cells.map(shown),
          },
        ]
      : [],
  );
}

/** The address of a column of 学校数据 in a row. */
export function under(headings: readonly string[], heading: string, row: number): string {
  return `${columnLetters(headings.indexOf(heading))}${row}`;
}
