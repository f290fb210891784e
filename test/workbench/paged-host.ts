import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type {
  HostCapabilities,
  HostSelection,
  Unsubscribe,
  WorkbookHost,
} from '../../src/hosts/host';
import { HostError } from '../../src/hosts/host-error';
import type { CellEdit } from '../../src/plans/cell-edit';
import type { HighlightPlan } from '../../src/plans/highlight-plan';
import type { SheetPlan } from '../../src/plans/sheet-plan';
import {
  CellDate,
  CellFault,
  type CellContent,
  type SheetHead,
  type SheetRow,
  UncalculatedFormula,
} from '../../src/workbook/source';
import type { Outcome, WireContent, WireRow } from './grid-page';

function contentOf(wire: WireContent): CellContent {
  if (wire === null || typeof wire !== 'object') return wire ?? undefined;
  if ('date' in wire) return new CellDate(wire.date);
  return 'fault' in wire ? new CellFault(wire.fault) : new UncalculatedFormula(wire.formula);
}

function rowOf({ number, hidden, cells }: WireRow): SheetRow {
  return { number, hidden, cells: cells.map(contentOf) };
}

function settled<T>(outcome: Outcome<T>): T {
  if ('value' in outcome) return outcome.value;
  throw new HostError(outcome.code, outcome.subject, outcome.detail);
}

/** Where the grid's cells begin on the page, and how high its rows are, in pixels. */
const LEFT = 80;
const TOP = 56;
const ROW = 20;

type SelectionListener = (selection: HostSelection) => void;

/** A page with the grid alone on it, in which one workbook after the other can be opened. */
export class PageOfGrid {
  private readonly listeners = new Set<SelectionListener>();

  private constructor(private readonly page: Page) {}

  /** Opens the page, without a workbook. */
  static async start(browser: Browser): Promise<PageOfGrid> {
    const { outputFiles } = await build({
      entryPoints: [path.join(__dirname, 'grid-page.ts')],
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
    });
    const page = new PageOfGrid(await browser.newPage({ locale: 'zh-CN' }));
    await page.page.exposeFunction('selectionHeard', (selection: HostSelection) => {
      for (const listener of page.listeners) listener(selection);
    });
    await page.page.addStyleTag({
      path: require.resolve('@univerjs/preset-sheets-core/lib/index.css'),
    });
    await page.page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    return page;
  }

  /** All that stands on the page as text, notices over the grid included. */
  texts(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  /** Moves the pointer over a cell of the first column, in a sheet whose rows have their usual height. */
  async hoverRow(row: number): Promise<void> {
    await this.page.mouse.move(LEFT + 400, TOP + ROW * 20);
    // The grid takes notice of where the pointer rests.
    await this.page.waitForTimeout(400);
    await this.page.mouse.move(LEFT, TOP + ROW * (row - 0.5), { steps: 5 });
  }

  /** Hovers over a row as above until a text is shown for it; a busy machine may take several tries. */
  async hoverUntilShown(row: number, text: string): Promise<void> {
    const notice = this.page.getByText(text).first();
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await this.hoverRow(row);
      const isShown = await notice.waitFor({ timeout: 1_500 }).then(
        () => true,
        () => false,
      );
      if (isShown) return;
    }
    throw new Error(`hovering over row ${row} did not show ${text}`);
  }

  /** Waits until a text no longer stands on the page. */
  async untilGone(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor({ state: 'hidden' });
  }

  /** Opens a file in the grid, in place of what it shows. */
  async open(bytes: Uint8Array, name: string): Promise<PagedHost> {
    this.listeners.clear();
    const base64 = Buffer.from(bytes).toString('base64');
    settled(
      await this.page.evaluate((file) => window.gridPage.open(file.base64, file.name), {
        base64,
        name,
      }),
    );
    return new PagedHost(this.page, name, this.listeners);
  }
}

/** The workbench's host in a page, for tests that run outside it. */
export class PagedHost implements WorkbookHost {
  readonly capabilities: HostCapabilities = {
    selection: true,
    changeEvents: true,
    customFunctions: true,
    charts: true,
  };

  constructor(
    private readonly page: Page,
    readonly name: string,
    private readonly listeners: Set<SelectionListener>,
  ) {}

  /** The file as the page would save it. */
  async bytes(): Promise<Uint8Array> {
    const base64 = settled(await this.page.evaluate(() => window.gridPage.bytes()));
    return new Uint8Array(Buffer.from(base64, 'base64'));
  }

  async heads(): Promise<readonly SheetHead[]> {
    const heads = settled(await this.page.evaluate(() => window.gridPage.heads()));
    return heads.map((head) => ({ ...head, rows: head.rows.map(rowOf) }));
  }

  async *rows(sheet: string): AsyncGenerator<Iterable<SheetRow>> {
    const reading = await this.page.evaluate((name) => window.gridPage.startRows(name), sheet);
    for (;;) {
      const rows = settled(
        await this.page.evaluate((number) => window.gridPage.nextRows(number), reading),
      );
      if (rows === null) return;
      yield rows.map(rowOf);
    }
  }

  async applyHighlights(plan: HighlightPlan): Promise<void> {
    settled(await this.page.evaluate((marks) => window.gridPage.applyHighlights(marks), plan));
  }

  async clearHighlights(): Promise<number> {
    return settled(await this.page.evaluate(() => window.gridPage.clearHighlights()));
  }

  async sheetConflicts(plans: readonly SheetPlan[]): Promise<readonly string[]> {
    return settled(
      await this.page.evaluate((sheets) => window.gridPage.sheetConflicts(sheets), plans),
    );
  }

  async writeSheets(
    plans: readonly SheetPlan[],
    replace: 'ours' | 'any',
  ): Promise<readonly string[]> {
    return settled(
      await this.page.evaluate((job) => window.gridPage.writeSheets(job.plans, job.replace), {
        plans,
        replace,
      }),
    );
  }

  async ownSheets(): Promise<ReadonlyMap<string, string>> {
    return new Map(settled(await this.page.evaluate(() => window.gridPage.ownSheets())));
  }

  async editCells(edits: readonly CellEdit[]): Promise<readonly CellEdit[]> {
    return settled(await this.page.evaluate((cells) => window.gridPage.editCells(cells), edits));
  }

  async select(target: HostSelection): Promise<void> {
    settled(await this.page.evaluate((place) => window.gridPage.select(place), target));
  }

  async selection(): Promise<HostSelection | null> {
    return settled(await this.page.evaluate(() => window.gridPage.selection()));
  }

  async insertFormula(formula: string): Promise<void> {
    settled(await this.page.evaluate((text) => window.gridPage.insertFormula(text), formula));
  }

  /** What the person types is a matter of the browser tests. */
  onChange(): Promise<Unsubscribe> {
    return Promise.resolve(() => Promise.resolve());
  }

  onSelection(listener: SelectionListener): Promise<Unsubscribe> {
    this.listeners.add(listener);
    return Promise.resolve(() => {
      this.listeners.delete(listener);
      return Promise.resolve();
    });
  }

  async settings(): Promise<ReadonlyMap<string, string>> {
    return new Map(settled(await this.page.evaluate(() => window.gridPage.settings())));
  }

  async saveSettings(settings: ReadonlyMap<string, string>): Promise<void> {
    settled(
      await this.page.evaluate((entries) => window.gridPage.saveSettings(entries), [...settings]),
    );
  }
}
