import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { WorkbookHost } from '../../../src/hosts/host';
import { HostError } from '../../../src/hosts/host-error';
import { XlsxWorkbookSource } from '../../../src/hosts/xlsx/xlsx-source';
import { createWorkbook } from '../../../src/ooxml/write/create-workbook';
import type { CellEdit } from '../../../src/plans/cell-edit';
import {
  HIGHLIGHT_MARK,
  type HighlightPlan,
  isHighlightFormula,
} from '../../../src/plans/highlight-plan';
import type { SheetPlan } from '../../../src/plans/sheet-plan';
import { planHighlights } from '../../../src/reports/highlight';
import { planSummary } from '../../../src/reports/summary';
import { DEFAULT_STANDARD } from '../../../src/standard/standards';
import { checkWorkbook } from '../../../src/workbook/check-workbook';
import { serialOfDay } from '../../../src/workbook/ledger-dates';
import { readLedger } from '../../../src/workbook/read-ledger';
import {
  CellDate,
  CellFault,
  type CellContent,
  type SheetHead,
  type SheetRow,
  type WorkbookSource,
} from '../../../src/workbook/source';
import { formatArea } from '../../standin/a1';
import {
  type ConditionalFormatModel,
  type SheetModel,
  type WorkbookModel,
  cellKey,
} from '../../standin/workbook-model';
import { contractWorkbook } from './contract-workbook';
import { largeCounty } from './large-county';
import { FIRST_SUMMARY } from '../../reports/first-summary';

/** A host with a workbook open, and what a test needs beside the host. */
export interface OpenedHost {
  readonly host: WorkbookHost;
  /** The workbook as it is now, whatever it is kept in. */
  model(): Promise<WorkbookModel>;
  /** Gives a sheet another name, as the person does. */
  rename(sheet: string, name: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a workbook file in a host. */
export type OpenHost = (bytes: Uint8Array, name: string) => Promise<OpenedHost>;

/** The county that the add-in offers as an example. */
export function sampleCounty(): Uint8Array {
  return new Uint8Array(
    readFileSync(join(__dirname, '../../../assets/samples/sample-county.xlsx')),
  );
}

/** Marks for the schools of `contractWorkbook`; the second rule has neighbours to its left. */
export const MARKS: HighlightPlan = {
  styles: {
    below: { fill: 'F8CBAD', fontColor: '9C0006', bold: true },
    near: { fill: 'FFE699', fontColor: '7F6000', bold: false },
    fault: { fill: 'D9D2E9', fontColor: '4C1D95', bold: true },
  },
  sheets: [
    {
      sheet: '学校数据',
      rules: [
        { mark: 'fault', ranges: ['B2:B5', 'C2:C5'], formula: `${HIGHLIGHT_MARK}ISTEXT(B2))` },
        { mark: 'below', ranges: ['B2:B5'], formula: `${HIGHLIGHT_MARK}$B2<3)` },
      ],
    },
  ],
};

function planned(key: string, name: string, ...values: readonly string[]): SheetPlan {
  return {
    key,
    name,
    columnWidths: [20],
    rows: values.map((value, index) => ({
      number: index + 1,
      cells: [{ column: 0, value, style: { bold: true, border: 'thin' } }],
    })),
    merges: [],
    print: { orientation: 'portrait' },
    charts: [],
  };
}

/** A sheet that refers to the sheet 甲表, in a formula and in a link. */
const REFERRING: SheetPlan = {
  ...planned('b', '乙表', '见甲表'),
  rows: [
    {
      number: 1,
      cells: [
        { column: 0, value: '见甲表', link: { sheet: '甲表', cell: 'A1' } },
        { column: 1, value: '一', formula: "'甲表'!A1" },
      ],
    },
  ],
};

/** Texts that spreadsheet programs make something else of when they are typed. */
const TREACHEROUS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '0012',
  '1-2',
  'TRUE',
  '#N/A',
  '12%',
  '2024-09-01',
  "'引号",
  ' 前后 ',
];

function trimmed(cells: readonly CellContent[]): readonly CellContent[] {
  const own = Array.from(cells, (content) => content ?? undefined);
  while (own.length > 0 && own.at(-1) === undefined) own.pop();
  return own;
}

async function rowsOf(source: WorkbookSource, sheet: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const block of source.rows(sheet)) {
    for (const { number, hidden, cells } of block) {
      rows.push({ number, hidden, cells: trimmed(cells) });
    }
  }
  return rows;
}

function headsOf(heads: readonly SheetHead[]): readonly SheetHead[] {
  return heads.map((head) => ({
    ...head,
    rows: head.rows.map(({ number, hidden, cells }) => ({
      number,
      hidden,
      cells: trimmed(cells),
    })),
  }));
}

const PATIENCE = 5_000;

/** Waits for what a host reports in its own time; gives up after a while. */
async function eventually(isSo: () => boolean): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (!isSo() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The code and subject of what a host refuses. */
async function refusal(run: Promise<unknown>): Promise<{ code: string; subject: string }> {
  try {
    await run;
  } catch (error) {
    if (error instanceof HostError) return { code: error.code, subject: error.subject };
    throw error;
  }
  throw new Error('Nothing was refused');
}

/** The formula of a conditional format, without `=`. */
function formulaOf({ content }: ConditionalFormatModel): string {
  const formula = content.children['rule']?.values['formula'];
  return typeof formula === 'string' ? formula.replace(/^=/, '') : '';
}

function rulesOf({ conditionalFormats }: SheetModel): readonly (readonly unknown[])[] {
  return conditionalFormats.map((rule) => [
    rule.type,
    rule.areas.map(formatArea).join(),
    formulaOf(rule),
    rule.stopIfTrue,
  ]);
}

function sheetOf(workbook: WorkbookModel, name: string): SheetModel {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}`);
  return sheet;
}

/** The cells of a sheet without their looks, by place. */
function cellsOf({ cells }: SheetModel): readonly (readonly [number, unknown, unknown])[] {
  return [...cells]
    .filter(([, { value, formula }]) => value !== null || formula !== undefined)
    .map(([key, { value, formula }]): [number, unknown, unknown] => [key, value, formula])
    .sort(([one], [other]) => one - other);
}

/** What every host has to do alike, whatever holds the workbook. */
export function describeContract(name: string, open: OpenHost): void {
  describe(`${name} keeps the contract of a host`, () => {
    let opened: OpenedHost;

    async function openSmall(): Promise<WorkbookHost> {
      opened = await open(contractWorkbook(), '合同.xlsx');
      return opened.host;
    }

    async function openCounty(): Promise<WorkbookHost> {
      opened = await open(sampleCounty(), '示例县.xlsx');
      return opened.host;
    }

    afterEach(async () => {
      await opened.close();
    });

    describe('reading', () => {
      it('gives the heads of all sheets, hidden, empty and merged ones as they are', async () => {
        const host = await openSmall();
        const file = XlsxWorkbookSource.open(contractWorkbook(), '合同.xlsx');
        const heads = headsOf(await host.heads());
        expect(host.name).toBe('合同.xlsx');
        expect(heads).toEqual(headsOf(await file.heads()));
        expect(heads.map(({ visibility }) => visibility)).toEqual([
          'visible',
          'visible',
          'visible',
          'hidden',
          'visible',
        ]);
        expect(heads[1]?.rows[0]?.number).toBe(5);
      });

      it('tells dates, errors, truth and texts apart, and which rows are hidden', async () => {
        const host = await openSmall();
        const rows = await rowsOf(host, '杂项');
        expect(rows.map(({ number, hidden, cells }) => [number, hidden, cells[3]])).toEqual([
          [5, false, '内容'],
          [6, false, new CellDate(45536)],
          [7, true, new CellFault('#DIV/0!')],
          [9, false, true],
          [10, false, '=1+1'],
          [11, false, '0012'],
          [12, false, '85'],
          [13, false, 45537],
          [14, false, new CellFault('#N/A')],
        ]);
        expect(await rowsOf(host, '空的')).toEqual([]);
      });

      it('reads the same whether or not the heads were read before', async () => {
        const host = await openSmall();
        const before = await rowsOf(host, '学校数据');
        await host.heads();
        expect(await rowsOf(host, '学校数据')).toEqual(before);
        expect(before).toHaveLength(5);
      });

      it('checks the sample county as the file is checked', async () => {
        const host = await openCounty();
        const file = XlsxWorkbookSource.open(sampleCounty(), '示例县.xlsx');
        const check = await checkWorkbook(host, { standard: DEFAULT_STANDARD });
        expect(check).toEqual(await checkWorkbook(file, { standard: DEFAULT_STANDARD }));
        expect(check.reading?.schools.length).toBeGreaterThan(50);
        expect(check.findings.length).toBeGreaterThan(0);
      });

      it('reads ten thousand rows completely and in order', async () => {
        const rows = Array.from({ length: 10_000 }, (_, index) => ({
          number: index + 1,
          cells: [
            { column: 0, value: `第${index + 1}校` },
            { column: 1, value: index },
          ],
        }));
        const bytes = createWorkbook([{ ...planned('x', '学校数据'), key: null, rows }]);
        opened = await open(bytes, '大.xlsx');
        const read = await rowsOf(opened.host, '学校数据');
        expect(read).toHaveLength(10_000);
        expect(read.every(({ number, cells }) => cells[1] === number - 1)).toBe(true);
        expect(read.at(-1)?.cells).toEqual(['第10000校', 9_999]);
      });

      it('stops between blocks when the person cancels', async () => {
        opened = await open(await largeCounty(sampleCounty(), 6_000), '大.xlsx');
        const abort = new AbortController();
        const reason = new HostError('cancelled');
        const seen: number[] = [];
        const checking = checkWorkbook(opened.host, {
          standard: DEFAULT_STANDARD,
          signal: abort.signal,
          onProgress: (done) => {
            seen.push(done);
            abort.abort(reason);
          },
        });
        await expect(checking).rejects.toBe(reason);
        expect(seen).toHaveLength(1);
      });

      it('names a sheet that is missing', async () => {
        const host = await openSmall();
        const missing = { code: 'sheet-missing', subject: '没有' };
        expect(await refusal(rowsOf(host, '没有'))).toEqual(missing);
        expect(await refusal(host.select({ sheet: '没有', range: 'A1' }))).toEqual(missing);
        const edit = { sheet: '没有', cell: 'A1', content: 1 };
        expect(await refusal(host.editCells([edit]))).toEqual(missing);
        const marks = { ...MARKS, sheets: [{ sheet: '没有', rules: MARKS.sheets[0]!.rules }] };
        expect(await refusal(host.applyHighlights(marks))).toEqual(missing);
      });
    });

    describe('marks', () => {
      it('come after the person’s own conditional formats, which stay as they are', async () => {
        const host = await openSmall();
        const own = rulesOf(sheetOf(await opened.model(), '学校数据'));
        await host.applyHighlights(MARKS);
        const all = rulesOf(sheetOf(await opened.model(), '学校数据'));
        expect(own).toHaveLength(3);
        expect(all.slice(0, 3)).toEqual(own);
        expect(all.slice(3)).toEqual([
          ['Custom', 'B2:B5,C2:C5', `${HIGHLIGHT_MARK}ISTEXT(B2))`, true],
          ['Custom', 'B2:B5', `${HIGHLIGHT_MARK}$B2<3)`, true],
        ]);
      });

      it('are the same when put twice', async () => {
        const host = await openSmall();
        await host.applyHighlights(MARKS);
        const once = rulesOf(sheetOf(await opened.model(), '学校数据'));
        await host.applyHighlights(MARKS);
        expect(rulesOf(sheetOf(await opened.model(), '学校数据'))).toEqual(once);
      });

      it('are cleared exactly, and counted', async () => {
        const host = await openSmall();
        const own = rulesOf(sheetOf(await opened.model(), '学校数据'));
        await host.applyHighlights(MARKS);
        expect(await host.clearHighlights()).toBe(2);
        expect(rulesOf(sheetOf(await opened.model(), '学校数据'))).toEqual(own);
        expect(await host.clearHighlights()).toBe(0);
      });

      it('whose first range is not the leftmost mean the same cells', async () => {
        const host = await openSmall();
        const formula = `${HIGHLIGHT_MARK}C2>$B2)`;
        await host.applyHighlights({
          ...MARKS,
          sheets: [
            { sheet: '学校数据', rules: [{ mark: 'near', ranges: ['C2:C5', 'B2:B5'], formula }] },
          ],
        });
        const rules = sheetOf(await opened.model(), '学校数据').conditionalFormats.slice(3);
        for (const rule of rules) {
          const isFirst = rule.areas[0]?.column === 2;
          expect(formulaOf(rule)).toBe(isFirst ? formula : `${HIGHLIGHT_MARK}B2>$B2)`);
        }
        expect(rules.flatMap(({ areas }) => areas.map(formatArea))).toEqual(['C2:C5', 'B2:B5']);
      });

      it('of a county’s check are all there', async () => {
        const host = await openCounty();
        const plan = planHighlights(await checkWorkbook(host, { standard: DEFAULT_STANDARD }));
        await host.applyHighlights(plan);
        const { conditionalFormats } = sheetOf(await opened.model(), '学校数据');
        const formulas = conditionalFormats.map(formulaOf);
        expect(formulas.filter(isHighlightFormula)).toHaveLength(plan.sheets[0]!.rules.length);
      });
    });

    describe('sheets', () => {
      it('of a summary are added behind all others, with every formula and value', async () => {
        const host = await openCounty();
        const before = (await host.heads()).map((head) => head.name);
        const check = await checkWorkbook(host, { standard: DEFAULT_STANDARD });
        const plans = planSummary(check, FIRST_SUMMARY);
        const written = await host.writeSheets(plans, 'ours');
        expect(written).toEqual(plans.map((plan) => plan.name));
        const workbook = await opened.model();
        expect(workbook.sheets.map((sheet) => sheet.name)).toEqual([...before, ...written]);
        for (const plan of plans) {
          const { cells } = sheetOf(workbook, plan.name);
          for (const row of plan.rows) {
            for (const { column, value, formula } of row.cells) {
              const cell = cells.get(cellKey(row.number - 1, column));
              if (formula === undefined) expect(cell?.value ?? '').toEqual(value ?? '');
              else expect(cell?.formula).toBe(`=${formula}`);
            }
          }
        }
      });

      it('of ours that hold more than a plan takes over are replaced only when that is agreed', async () => {
        const host = await openCounty();
        await host.writeSheets([planned('a', '甲表', '第一次')], 'ours');
        const plan = { ...planned('a', '甲表', '第二次'), asksFirst: true };
        expect(await host.sheetConflicts([plan])).toEqual(['甲表']);
        expect(await refusal(host.writeSheets([plan], 'ours'))).toEqual({
          code: 'foreign-sheets',
          subject: '甲表',
        });
        expect(sheetOf(await opened.model(), '甲表').cells.get(cellKey(0, 0))?.value).toBe(
          '第一次',
        );
        expect(await host.writeSheets([plan], 'any')).toEqual(['甲表']);
        expect(sheetOf(await opened.model(), '甲表').cells.get(cellKey(0, 0))?.value).toBe(
          '第二次',
        );
        expect([...(await host.ownSheets())]).toEqual([['a', '甲表']]);
      });

      it('written again keep what a person wrote into 整改台账', async () => {
        const host = await openCounty();
        const check = await checkWorkbook(host, { standard: DEFAULT_STANDARD });
        const plan = async (today: string): Promise<SheetPlan> => {
          const ledger = await readLedger(host, await host.heads());
          const options = { keys: ['ledger'], language: 'zh-CN', ledger, today } as const;
          return planSummary(check, options)[0]!;
        };
        const first = await plan('2026-03-02');
        await host.writeSheets([first], 'ours');
        expect(await plan('2026-03-02')).toEqual(first);
        await host.editCells([
          { sheet: '整改台账', cell: 'H4', content: '=九月前配齐' },
          { sheet: '整改台账', cell: 'I4', content: 46266 },
          { sheet: '整改台账', cell: 'K5', content: '是' },
          { sheet: '整改台账', cell: 'R3', content: '备注（科室填）' },
          { sheet: '整改台账', cell: 'S3', content: '牵头领导' },
          { sheet: '整改台账', cell: 'S5', content: '王' },
        ]);
        await host.writeSheets([await plan('2026-05-05')], 'ours');
        const { cells } = sheetOf(await opened.model(), '整改台账');
        const at = (row: number, column: number) => cells.get(cellKey(row - 1, column));
        expect(at(4, 7)?.value).toBe('=九月前配齐');
        expect([at(4, 8)?.value, at(4, 8)?.formula]).toEqual([46266, undefined]);
        expect(at(5, 8)?.formula).toContain('EDATE');
        expect(at(5, 10)?.value).toBe('是');
        expect(at(3, 17)?.value).toBe('备注（科室填）');
        expect([at(3, 18)?.value, at(5, 18)?.value]).toEqual(['牵头领导', '王']);
        expect(at(4, 12)?.value).toBe(serialOfDay('2026-03-02'));
        expect(at(3, 19)?.value).toBe('备注');
      });

      it('written twice are the same, and known as ours', async () => {
        const host = await openCounty();
        const check = await checkWorkbook(host, { standard: DEFAULT_STANDARD });
        const plans = planSummary(check, FIRST_SUMMARY);
        await host.writeSheets(plans, 'ours');
        const once = (await opened.model()).sheets.map((sheet) => [
          sheet.name,
          cellsOf(sheet),
          sheet.merges,
        ]);
        await host.writeSheets(plans, 'ours');
        const workbook = await opened.model();
        expect(workbook.sheets.map((sheet) => [sheet.name, cellsOf(sheet), sheet.merges])).toEqual(
          once,
        );
        expect([...(await host.ownSheets())]).toEqual(plans.map((plan) => [plan.key, plan.name]));
        const heads = await host.heads();
        expect(heads.flatMap(({ madeAs }) => madeAs ?? [])).toEqual(plans.map(({ key }) => key));
        expect(workbook.names.filter(({ visible }) => visible)).toEqual([]);
      });

      it('that are not ours are in the way until the person agrees', async () => {
        const host = await openSmall();
        const plan = planned('a', '杂项', '新的');
        expect(await host.sheetConflicts([plan, REFERRING])).toEqual(['杂项']);
        const before = cellsOf(sheetOf(await opened.model(), '杂项'));
        expect(await refusal(host.writeSheets([plan], 'ours'))).toEqual({
          code: 'foreign-sheets',
          subject: '杂项',
        });
        expect(cellsOf(sheetOf(await opened.model(), '杂项'))).toEqual(before);
        expect(await host.writeSheets([plan], 'any')).toEqual(['杂项']);
        const workbook = await opened.model();
        expect(cellsOf(sheetOf(workbook, '杂项'))).toEqual([[0, '新的', undefined]]);
        expect(sheetOf(workbook, '杂项').hiddenRows.size).toBe(0);
        expect(await host.sheetConflicts([plan])).toEqual([]);
      });

      it('that the person renamed keep that name, and formulas and links follow it', async () => {
        const host = await openSmall();
        const plan = planned('a', '甲表', '一', '二');
        await host.writeSheets([plan, REFERRING], 'ours');
        await opened.rename('甲表', '我的表');
        const shorter = planned('a', '甲表', '三');
        const renamed = opened.host;
        expect(await renamed.writeSheets([shorter, REFERRING], 'ours')).toEqual(['我的表', '乙表']);
        const workbook = await opened.model();
        expect(workbook.sheets.map((sheet) => sheet.name)).not.toContain('甲表');
        expect(cellsOf(sheetOf(workbook, '我的表'))).toEqual([[0, '三', undefined]]);
        expect(sheetOf(workbook, '乙表').cells.get(1)?.formula).toBe("='我的表'!A1");
        expect(await renamed.ownSheets()).toEqual(
          new Map([
            ['a', '我的表'],
            ['b', '乙表'],
          ]),
        );
      });

      it('hold text as text, whatever it looks like', async () => {
        const host = await openSmall();
        await host.writeSheets([planned('a', '文字', ...TREACHEROUS)], 'ours');
        expect((await rowsOf(host, '文字')).map(({ cells }) => cells[0])).toEqual(TREACHEROUS);
      });

      it('are not written at all for no plans', async () => {
        const host = await openSmall();
        expect(await host.writeSheets([], 'any')).toEqual([]);
        expect(await host.ownSheets()).toEqual(new Map());
      });
    });

    describe('cell edits', () => {
      const EDITS: readonly CellEdit[] = [
        { sheet: '杂项', cell: 'D12', content: 85 },
        { sheet: '杂项', cell: 'D11', content: 12 },
        { sheet: '杂项', cell: 'D13', content: '固定' },
        { sheet: '杂项', cell: 'D9', content: null },
        { sheet: '杂项', cell: 'E20', content: { formula: 'D6*2' } },
        { sheet: '学校数据', cell: 'B2', content: false },
      ];

      it('change cells and leave their formats', async () => {
        const host = await openSmall();
        await host.editCells(EDITS);
        const mixed = new Map(
          (await rowsOf(host, '杂项')).map((row) => [row.number, row.cells[3]]),
        );
        expect([mixed.get(12), mixed.get(11), mixed.get(13), mixed.get(9)]).toEqual([
          85,
          12,
          '固定',
          undefined,
        ]);
        const workbook = await opened.model();
        const { cells } = sheetOf(workbook, '杂项');
        expect(cells.get(cellKey(11, 3))?.numberFormat).toBe('@');
        expect(cells.get(cellKey(19, 4))?.formula).toBe('=D6*2');
        expect(sheetOf(workbook, '学校数据').cells.get(cellKey(1, 1))?.value).toBe(false);
      });

      it('are undone by the edits that they return', async () => {
        const host = await openSmall();
        const before = (await opened.model()).sheets.map(cellsOf);
        const undo = await host.editCells(EDITS);
        expect((await opened.model()).sheets.map(cellsOf)).not.toEqual(before);
        await host.editCells(undo);
        expect((await opened.model()).sheets.map(cellsOf)).toEqual(before);
      });

      it('put text as text, whatever it looks like, and find it again for the undo', async () => {
        const host = await openSmall();
        const edits = TREACHEROUS.map((content, index) => ({
          sheet: '空的',
          cell: `B${index + 1}`,
          content,
        }));
        await host.editCells(edits);
        expect((await rowsOf(host, '空的')).map(({ cells }) => cells[1])).toEqual(TREACHEROUS);
        const undo = await host.editCells(edits.map((edit) => ({ ...edit, content: 1 })));
        expect(undo).toEqual(edits);
      });

      it('of one cell count in their order: the last holds, and the undo restores the first', async () => {
        const host = await openSmall();
        const undo = await host.editCells([
          { sheet: '学校数据', cell: 'B2', content: 7 },
          { sheet: '学校数据', cell: 'B2', content: 8 },
        ]);
        expect((await rowsOf(host, '学校数据'))[1]?.cells[1]).toBe(8);
        expect(undo).toEqual([{ sheet: '学校数据', cell: 'B2', content: 2 }]);
      });
    });

    describe('the selection', () => {
      it('goes where it is put, and is reported', async () => {
        const host = await openSmall();
        const heard: string[] = [];
        const stop = await host.onSelection(({ sheet, range }) => heard.push(`${sheet} ${range}`));
        await host.select({ sheet: '杂项', range: 'C5:D6' });
        expect(await host.selection()).toEqual({ sheet: '杂项', range: 'C5:D6' });
        await eventually(() => heard.includes('杂项 C5:D6'));
        expect(heard).toContain('杂项 C5:D6');
        await stop();
        const count = heard.length;
        await host.select({ sheet: '学校数据', range: 'A1' });
        await new Promise((resolve) => setTimeout(resolve, 20));
        expect(heard).toHaveLength(count);
      });

      it('does not go to a hidden sheet', async () => {
        const host = await openSmall();
        expect(await refusal(host.select({ sheet: '隐藏的', range: 'A1' }))).toEqual({
          code: 'sheet-missing',
          subject: '隐藏的',
        });
      });

      it('is where a formula is typed', async () => {
        const host = await openSmall();
        await host.select({ sheet: '空的', range: 'B2:C3' });
        await host.insertFormula('=SUM(学校数据!B2:B5)');
        const { cells } = sheetOf(await opened.model(), '空的');
        expect([...cells.keys()]).toEqual([cellKey(1, 1)]);
        expect(cells.get(cellKey(1, 1))?.formula).toBe('=SUM(学校数据!B2:B5)');
      });
    });

    describe('settings', () => {
      it('are found again as they were saved, and gone when they are taken out', async () => {
        const host = await openSmall();
        expect(await host.settings()).toEqual(new Map());
        const first = new Map([
          ['standard', 'cn-2017'],
          ['理由', '撤并中，<下学期> & "合并"\n第二行\u0001'],
        ]);
        await host.saveSettings(first);
        expect(await host.settings()).toEqual(first);
        const second = new Map([['standard', 'cn-2012']]);
        await host.saveSettings(second);
        expect(await host.settings()).toEqual(second);
        await host.saveSettings(new Map());
        expect(await host.settings()).toEqual(new Map());
      });
    });
  });
}
