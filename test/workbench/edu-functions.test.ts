import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type {
  CellValue,
  CustomFunction,
  FunctionResult,
} from '../../src/functions/custom-function';
import { FunctionFault } from '../../src/functions/function-fault';
import { FUNCTIONS } from '../../src/functions/functions';
import { cellAddress } from '../../src/ooxml/write/cell-address';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import type { CellEdit } from '../../src/plans/cell-edit';
import { keepRows } from '../../src/workbook/sheet-cells';
import { CellFault, type CellContent } from '../../src/workbook/source';
import { launchChromium } from '../standin/browser';
import { PageOfGrid, type PagedHost } from './paged-host';
import { describeInChromium } from './started-workbench';

const SHEET = '函数';
const ERRORS = { value: '#VALUE!', na: '#N/A', div0: '#DIV/0!' } as const;
/** Column of the formulas, right of all arguments: results may spill. */
const RESULTS = 40;
/** Milliseconds that the grid may take to calculate. */
const PATIENCE = 20_000;

type Block = readonly (readonly (CellValue | null)[])[];

/** An example of a function laid out on the sheet: its arguments in cells, its formula in a cell behind them. */
interface Laid {
  readonly declared: CustomFunction;
  readonly row: number;
  readonly formula: string;
  /** Arguments as a grid gives them: ranges as rows, one cell as its value, nothing for none. */
  readonly arguments: readonly (Block | CellValue | undefined)[];
  /** Where each argument begins (0-based column). */
  readonly columns: readonly number[];
}

function laidOut(): readonly Laid[] {
  const laid: Laid[] = [];
  let row = 1;
  for (const declared of FUNCTIONS) {
    for (const example of declared.examples) {
      let column = 0;
      let height = 1;
      const columns: number[] = [];
      const references = example.arguments.map((argument) => {
        columns.push(column);
        if (argument === null) return '';
        if (typeof argument !== 'object') {
          column += 2;
          return cellAddress(row, column - 2);
        }
        const width = Math.max(...argument.map(({ length }) => length));
        const from = cellAddress(row, column);
        const to = cellAddress(row + argument.length - 1, column + width - 1);
        column += width + 1;
        height = Math.max(height, argument.length);
        return `${from}:${to}`;
      });
      while (references.at(-1) === '') references.pop();
      laid.push({
        declared,
        row,
        formula: `=EDU.${declared.name}(${references.join(',')})`,
        arguments: example.arguments.map((argument) => argument ?? undefined),
        columns,
      });
      // Room for results that spill.
      row += height + 30;
    }
  }
  return laid;
}

function editsOf({ row, columns, arguments: values }: Laid): readonly CellEdit[] {
  return values.flatMap((value, index): readonly CellEdit[] => {
    const column = columns[index] ?? 0;
    if (value === undefined) return [];
    const block: Block = typeof value === 'object' ? value : [[value]];
    return block.flatMap((cells, down) =>
      cells.map((content, across) => ({
        sheet: SHEET,
        cell: cellAddress(row + down, column + across),
        content,
      })),
    );
  });
}

function upperLeft(result: FunctionResult): CellContent {
  return typeof result === 'object' ? result[0]?.[0] : result;
}

function resultOf(declared: CustomFunction, values: Laid['arguments']): CellContent {
  try {
    return upperLeft(declared.call(values));
  } catch (error) {
    if (!(error instanceof FunctionFault)) throw error;
    return new CellFault(ERRORS[error.kind]);
  }
}

/** The example with its first number changed, undefined where it has none in a cell. */
function changed(laid: Laid): { readonly laid: Laid; readonly edit: CellEdit } | undefined {
  for (const [index, value] of laid.arguments.entries()) {
    const block: Block = typeof value === 'object' ? value : [[value ?? null]];
    for (const [down, cells] of block.entries()) {
      for (const [across, content] of cells.entries()) {
        if (typeof content !== 'number') continue;
        const other = content + 1;
        const after = block.map((line, at) =>
          at === down ? line.map((cell, place) => (place === across ? other : cell)) : line,
        );
        const values = laid.arguments.map((argument, at) =>
          at === index ? (typeof argument === 'object' ? after : other) : argument,
        );
        const cell = cellAddress(laid.row + down, (laid.columns[index] ?? 0) + across);
        return {
          laid: { ...laid, arguments: values },
          edit: { sheet: SHEET, cell, content: other },
        };
      }
    }
  }
  return undefined;
}

/** Results as the grid rounds them. */
function rounded(content: CellContent): CellContent {
  return typeof content === 'number' ? Number(content.toPrecision(11)) : content;
}

async function shown(host: PagedHost, laid: readonly Laid[]): Promise<readonly CellContent[]> {
  const rows = new Map((await keepRows(host, SHEET)).map(({ number, cells }) => [number, cells]));
  return laid.map(({ row }) => rounded(rows.get(row)?.[RESULTS]));
}

async function expectShown(host: PagedHost, laid: readonly Laid[]): Promise<void> {
  const wanted = laid.map(({ declared, arguments: values }) => rounded(resultOf(declared, values)));
  const until = Date.now() + PATIENCE;
  let found = await shown(host, laid);
  while (JSON.stringify(found) !== JSON.stringify(wanted) && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    found = await shown(host, laid);
  }
  const named = (results: readonly CellContent[]): readonly unknown[] =>
    results.map((result, index) => [laid[index]?.formula, result]);
  expect(named(found)).toEqual(named(wanted));
}

/** Waits until the cell A3 holds what is wanted. */
async function untilA3(host: PagedHost, isSo: (content: CellContent) => boolean): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const row = (await keepRows(host, SHEET)).find(({ number }) => number === 3);
    if (isSo(row?.cells[0])) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('A3 never held what was wanted');
}

describeInChromium('the EDU functions in the grid', () => {
  let browser: Browser;
  let page: PageOfGrid;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await PageOfGrid.start(browser);
  });
  afterAll(async () => {
    await browser.close();
  });

  async function openWith(laid: readonly Laid[]): Promise<PagedHost> {
    const book = createWorkbook([
      {
        key: null,
        name: SHEET,
        columnWidths: [],
        rows: [{ number: 1_000, cells: [{ column: 60, value: '末' }] }],
        merges: [],
        print: { orientation: 'portrait' },
        charts: [],
      },
    ]);
    const host = await page.open(book, '函数.xlsx');
    await host.editCells(laid.flatMap(editsOf));
    for (const { row, formula } of laid) {
      await host.select({ sheet: SHEET, range: cellAddress(row, RESULTS) });
      await host.insertFormula(formula);
    }
    return host;
  }

  it('give the results of the engine for every example of every function, and follow edits', async () => {
    const laid = laidOut();
    expect(new Set(laid.map(({ declared }) => declared))).toEqual(new Set(FUNCTIONS));
    const host = await openWith(laid);
    await expectShown(host, laid);
    const changes = laid.map(changed);
    await host.editCells(changes.flatMap((change) => change?.edit ?? []));
    await expectShown(
      host,
      laid.map((one, index) => changes[index]?.laid ?? one),
    );
  });

  it('say why they have no result when the pointer is on the cell, while they have none', async () => {
    const host = await openWith([]);
    const cells = ['B1', 'C1', 'B2', 'C2'].map((cell, at) => ({
      sheet: SHEET,
      cell,
      content: at + 1,
    }));
    await host.editCells([...cells, { sheet: SHEET, cell: 'B2', content: '很多' }]);
    await host.select({ sheet: SHEET, range: 'A3' });
    await host.insertFormula('=EDU.DIFFCOEF(B1:B2,C1:C2)');
    await untilA3(host, (content) => content instanceof CellFault);
    const reason = 'values 第 2 行第 1 列不是数字：“很多”';
    await page.hoverUntilShown(3, reason);
    await host.editCells([{ sheet: SHEET, cell: 'B2', content: 3 }]);
    await untilA3(host, (content) => typeof content === 'number');
    await page.hoverRow(5);
    await page.untilGone(reason);
    await page.hoverRow(3);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await page.texts()).not.toContain(reason);
  });
});
