// The script of a page that holds the workbench's grid and nothing else; `PagedHost` drives it.
import type { HostSelection } from '../../src/hosts/host';
import { HostError, type HostErrorCode } from '../../src/hosts/host-error';
import type { WorkbenchHost } from '../../src/hosts/workbench/workbench-host';
import type { CellEdit } from '../../src/plans/cell-edit';
import type { HighlightPlan } from '../../src/plans/highlight-plan';
import type { SheetPlan } from '../../src/plans/sheet-plan';
import { createGrid } from '../../src/workbench/create-grid';
import {
  CellDate,
  CellFault,
  type CellContent,
  type SheetHead,
  type SheetRow,
  UncalculatedFormula,
} from '../../src/workbook/source';

/** The content of a cell as it travels between the page and the test. */
export type WireContent =
  | string
  | number
  | boolean
  | null
  | { readonly date: number }
  | { readonly fault: string }
  | { readonly formula: string };

/** A row as it travels. */
export interface WireRow {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly WireContent[];
}

/** The head of a sheet as it travels. */
export type WireHead = Omit<SheetHead, 'rows'> & { readonly rows: readonly WireRow[] };

/** What a call gave, or why it was refused. */
export type Outcome<T> =
  | { readonly value: T }
  | { readonly code: HostErrorCode; readonly subject: string; readonly detail: string };

type Entries = readonly (readonly [string, string])[];

/** What the page offers to the test. */
export interface GridPage {
  open(base64: string, name: string): Promise<Outcome<null>>;
  bytes(): Promise<Outcome<string>>;
  heads(): Promise<Outcome<readonly WireHead[]>>;
  /** Begins to read a sheet; the number by which its next block is asked for. */
  startRows(sheet: string): number;
  /** Null behind the last block. */
  nextRows(reading: number): Promise<Outcome<readonly WireRow[] | null>>;
  applyHighlights(plan: HighlightPlan): Promise<Outcome<null>>;
  clearHighlights(): Promise<Outcome<number>>;
  sheetConflicts(plans: readonly SheetPlan[]): Promise<Outcome<readonly string[]>>;
  writeSheets(
    plans: readonly SheetPlan[],
    replace: 'ours' | 'any',
  ): Promise<Outcome<readonly string[]>>;
  ownSheets(): Promise<Outcome<Entries>>;
  editCells(edits: readonly CellEdit[]): Promise<Outcome<readonly CellEdit[]>>;
  select(target: HostSelection): Promise<Outcome<null>>;
  selection(): Promise<Outcome<HostSelection | null>>;
  insertFormula(formula: string): Promise<Outcome<null>>;
  settings(): Promise<Outcome<Entries>>;
  saveSettings(settings: Entries): Promise<Outcome<null>>;
}

declare global {
  interface Window {
    gridPage: GridPage;
    /** Provided by the test: takes every selection that the host reports. */
    selectionHeard: (selection: HostSelection) => Promise<void>;
  }
}

function wireContent(content: CellContent): WireContent {
  if (content === undefined) return null;
  if (content instanceof CellDate) return { date: content.serial };
  if (content instanceof CellFault) return { fault: content.error };
  return content instanceof UncalculatedFormula ? { formula: content.formula } : content;
}

function wireRow({ number, hidden, cells }: SheetRow): WireRow {
  return { number, hidden, cells: Array.from(cells, wireContent) };
}

async function attempt<T>(run: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await run() };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { code: error.code, subject: error.subject, detail: error.detail };
  }
}

async function done(run: Promise<void>): Promise<null> {
  await run;
  return null;
}

const container = document.createElement('div');
container.style.cssText = 'width:1000px;height:600px';
document.body.append(container);
const grid = createGrid(container, 'zh-CN', () => undefined);
let opened: WorkbenchHost | null = null;
const readings: AsyncIterator<Iterable<SheetRow>>[] = [];

function host(): WorkbenchHost {
  if (opened === null) throw new Error('no workbook is open');
  return opened;
}

window.gridPage = {
  open: (base64, name) =>
    attempt(async () => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      opened = await grid.open(bytes, name);
      await opened.onSelection((selection) => void window.selectionHeard(selection));
      return null;
    }),
  bytes: () =>
    attempt(async () => {
      const bytes = await host().bytes();
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    }),
  heads: () =>
    attempt(async () =>
      (await host().heads()).map((head) => ({ ...head, rows: head.rows.map(wireRow) })),
    ),
  startRows: (sheet) => readings.push(host().rows(sheet)[Symbol.asyncIterator]()) - 1,
  nextRows: (reading) =>
    attempt(async () => {
      const next = await readings[reading]?.next();
      return next === undefined || next.done === true ? null : Array.from(next.value, wireRow);
    }),
  applyHighlights: (plan) => attempt(() => done(host().applyHighlights(plan))),
  clearHighlights: () => attempt(() => host().clearHighlights()),
  sheetConflicts: (plans) => attempt(() => host().sheetConflicts(plans)),
  writeSheets: (plans, replace) => attempt(() => host().writeSheets(plans, replace)),
  ownSheets: () => attempt(async () => [...(await host().ownSheets())]),
  editCells: (edits) => attempt(() => host().editCells(edits)),
  select: (target) => attempt(() => done(host().select(target))),
  selection: () => attempt(() => host().selection()),
  insertFormula: (formula) => attempt(() => done(host().insertFormula(formula))),
  settings: () => attempt(async () => [...(await host().settings())]),
  saveSettings: (settings) => attempt(() => done(host().saveSettings(new Map(settings)))),
};
