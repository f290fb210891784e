import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import type { Browser, Frame, Locator } from 'playwright-core';
import { XlsxWorkbookSource } from '../../src/hosts/xlsx/xlsx-source';
import { paneTexts } from '../../src/locales/pane-texts';
import type { PaneTab } from '../../src/locales/pane-texts';
import { isHighlightFormula } from '../../src/plans/highlight-plan';
import { DEFAULT_STANDARD } from '../../src/standard/standards';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';
import { formatArea } from '../standin/a1';
import { folderServer, launchChromium } from '../standin/browser';
import { ChromiumHost, type ChromiumHostOptions } from '../standin/chromium-host';
import { functionDeclarations } from '../standin/custom-functions';
import { LTSC_2021 } from '../standin/requirement-sets';
import { workbookFromXlsx } from '../standin/workbook-from-xlsx';
import type { WorkbookJson } from '../standin/workbook-json';
import type { ConditionalFormatModel, WorkbookModel } from '../standin/workbook-model';
import { builtAddIn } from './built-addin';
import { startsOf, until, untilStarted } from './until-started';

/** The pane's words in Chinese: tests find things as a person reads them. */
export const WORDS = paneTexts('zh-CN');

const SAMPLE_NAME = '县.xlsx';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** The county of the sample file, as it lies beside the pane. */
export function sampleFile(): Uint8Array {
  return readFileSync(path.join(__dirname, '../../assets/samples/sample-county.xlsx'));
}

/** The sample county as Excel holds it when the file is open. */
export function sampleWorkbook(): Promise<WorkbookModel> {
  return workbookFromXlsx(sampleFile(), SAMPLE_NAME);
}

/** What the engine finds in the sample county. */
export function engineCheck(): Promise<WorkbookCheck> {
  return checkWorkbook(XlsxWorkbookSource.open(sampleFile(), SAMPLE_NAME), {
    standard: DEFAULT_STANDARD,
  });
}

/** The built add-in in Excel LTSC 2021's stand-in, with one workbook open. */
export class AddIn {
  #browser: Browser | undefined;
  #folder = '';
  #host: ChromiumHost | undefined;

  async start(): Promise<void> {
    this.#folder = await builtAddIn();
    this.#browser = await launchChromium();
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
  }

  get host(): ChromiumHost {
    if (this.#host === undefined) throw new Error('No workbook is open');
    return this.#host;
  }

  get pane(): Frame {
    return this.host.pane;
  }

  /** The folder of the built package. */
  get folder(): string {
    return this.#folder;
  }

  /** Opens a workbook with the pane beside it; one empty sheet when nothing is given. */
  async open(
    workbook?: WorkbookModel | WorkbookJson,
    options: Pick<Partial<ChromiumHostOptions>, 'files' | 'evaluateFormula'> = {},
  ): Promise<void> {
    if (this.#browser === undefined) throw new Error('The browser is not started');
    this.#host = await ChromiumHost.open({
      browser: this.#browser,
      files: folderServer(this.#folder),
      pane: '/taskpane.html',
      profile: LTSC_2021,
      ...(workbook === undefined ? {} : { workbook }),
      ...options,
    });
    const metadata: unknown = JSON.parse(
      readFileSync(path.join(this.#folder, 'functions.json'), 'utf8'),
    );
    this.#host.registerFunctions('EDU', functionDeclarations(metadata));
    await this.#started(1);
  }

  /** Closes the pane and opens it again on the same workbook. */
  async reopen(): Promise<void> {
    const before = startsOf(this.host);
    await this.host.reopenPane();
    await this.#started(before + 1);
  }

  /** Waits until the pane is shown and its session listens to the workbook. */
  async #started(times: number): Promise<void> {
    await this.tab('check').waitFor();
    await untilStarted(this.host, times);
  }

  /** How many round trips an action takes, from Excel's own log. */
  async roundTripsOf(action: () => Promise<unknown>): Promise<number> {
    const before = this.host.log.roundTrips;
    await action();
    return this.host.log.roundTrips - before;
  }

  /** Closes the workbook; nothing was refused, asked of another origin, or complained of. */
  async close(): Promise<void> {
    const host = this.#host;
    this.#host = undefined;
    if (host === undefined) return;
    const { errors, blocked } = host.log;
    const { pageErrors } = host;
    await host.close();
    expect({ errors, blocked, pageErrors }).toEqual({ errors: [], blocked: [], pageErrors: [] });
  }

  tab(tab: PaneTab): Locator {
    return this.pane.getByRole('tab', { name: new RegExp(`^${WORDS.tabs[tab]}`) });
  }

  async goTo(tab: PaneTab): Promise<void> {
    await this.tab(tab).click();
    await this.pane.locator(`[data-tab="${tab}"]`).waitFor();
  }

  button(name: string | RegExp): Locator {
    return this.pane.getByRole('button', {
      name,
      ...(typeof name === 'string' && { exact: true }),
    });
  }

  /** Presses 开始校验, or 重新校验, and waits for the end. */
  async check(): Promise<void> {
    const again = this.pane.locator('[data-tab="check"] button', { hasText: WORDS.check.again });
    const start = this.button(WORDS.check.start);
    await ((await start.isVisible()) ? start : again.first()).click();
    await again.first().waitFor();
  }

  /** Waits until the pane says something in the bar above its pages. */
  async waitForNotice(text: string): Promise<void> {
    await this.pane.locator('.fui-MessageBarBody', { hasText: text }).first().waitFor();
  }

  /** Waits until a cell is selected, as `学校数据!B3`, on the sheet in front. */
  async selected(place: string): Promise<void> {
    await until(() => {
      const { selection } = this.host.workbook;
      const cells = selection.map(formatArea).join(',');
      return `${this.host.activeSheet().name}!${cells}` === place;
    });
  }

  /** The rows of the list of findings that are drawn and hold a text. */
  findings(text: string): Locator {
    return this.pane.getByRole('listitem').filter({ hasText: text });
  }

  /** The conditional formats of a sheet that this program made. */
  ownMarks(sheet: string): readonly ConditionalFormatModel[] {
    return this.host.sheet(sheet).conditionalFormats.filter(isOwn);
  }

  /** The names of the sheets, in their order. */
  sheetNames(): readonly string[] {
    return this.host.workbook.sheets.map(({ name }) => name);
  }
}

/** Whether a conditional format is one of this program's. */
export function isOwn({ content }: ConditionalFormatModel): boolean {
  const formula = content.children['rule']?.values['formula'];
  return typeof formula === 'string' && isHighlightFormula(formula);
}

/**
 * Tests of the built add-in on the real Office.js. Where Chromium is missing they are skipped, each by
 * its name. After every test, nothing may have gone wrong unseen.
 */
export function describeInExcel(title: string, tests: (addIn: AddIn) => void): void {
  const addIn = new AddIn();
  const describeThem = existsSync(CHROMIUM) ? describe : describe.skip;
  describeThem(title, () => {
    beforeAll(() => addIn.start(), 120_000);
    afterEach(() => addIn.close());
    afterAll(() => addIn.stop());
    tests(addIn);
  });
}
