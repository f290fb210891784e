import { afterEach, describe, expect, it } from '@jest/globals';
import { ExcelHost } from '../../../src/hosts/excel/excel-host';
import type { HostChange } from '../../../src/hosts/host';
import { HostError } from '../../../src/hosts/host-error';
import { HIGHLIGHT_MARK } from '../../../src/plans/highlight-plan';
import type { ChartPlan, SheetPlan } from '../../../src/plans/sheet-plan';
import { readFormat } from '../../standin/format-layers';
import { NodeHost } from '../../standin/node-host';
import { conditionalFormatAddress } from '../../standin/object-model/conditional-formats';
import { LTSC_2021 } from '../../standin/requirement-sets';
import { workbookFromXlsx } from '../../standin/workbook-from-xlsx';
import type { WorkbookJson } from '../../standin/workbook-json';
import { MARKS } from '../contract/contract';
import { contractWorkbook } from '../contract/contract-workbook';

let excel: NodeHost;
let host: ExcelHost;

async function open(workbook?: WorkbookJson): Promise<void> {
  excel = NodeHost.open({
    workbook: workbook ?? (await workbookFromXlsx(contractWorkbook(), '合同.xlsx')),
  });
  host = await ExcelHost.open();
  excel.log.clear();
}

afterEach(async () => {
  await excel.close();
});

async function refusal(run: Promise<unknown>): Promise<string> {
  try {
    await run;
  } catch (error) {
    if (error instanceof HostError) return `${error.code} ${error.subject}`.trim();
    throw error;
  }
  throw new Error('Nothing was refused');
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}

const LIMITS: ChartPlan = {
  kind: 'column',
  title: '差异系数',
  axisFormat: 'decimal3',
  series: [
    {
      name: '小学',
      categories: 'A2:A3',
      categoryLabels: ['一', '二'],
      values: 'B2:B3',
      cached: [0.4, 0.5],
      color: '2F5D9B',
    },
    {
      name: '限值',
      categories: 'A2:A3',
      categoryLabels: ['一', '二'],
      values: 'C2:C3',
      cached: [0.65, 0.65],
      color: 'C2410C',
      asLine: true,
    },
  ],
  anchor: { fromColumn: 4, fromRow: 2, toColumn: 10, toRow: 18 },
};

const SHEET: SheetPlan = {
  key: 'a',
  name: '甲表',
  columnWidths: [20, 10, 10],
  hiddenColumns: [2, 3],
  rows: [
    {
      number: 1,
      height: 30,
      cells: [{ column: 0, value: '标题', style: { bold: true, fontSize: 16, fill: 'E3ECF7' } }],
    },
    ...[2, 3].map((number) => ({
      number,
      cells: [
        { column: 0, value: `第${number}行`, style: { border: 'thin' as const, wrap: true } },
        {
          column: 1,
          value: number / 10,
          style: { border: 'thin' as const, numberFormat: 'decimal3' as const },
        },
        { column: 2, value: 0.65, link: { sheet: '学校数据', cell: `B${number}` } },
      ],
    })),
  ],
  merges: ['A1:C1'],
  freeze: { rows: 1, columns: 1 },
  print: { orientation: 'landscape', repeatRows: [1, 1], breaksAfterRows: [2] },
  charts: [LIMITS],
  tabColor: '2F5D9B',
  showGridLines: false,
};

describe('Protection in Excel', () => {
  const marksOn = (sheet: string): typeof MARKS => ({
    ...MARKS,
    sheets: [...MARKS.sheets, { sheet, rules: MARKS.sheets[0]!.rules }],
  });

  it('stops marks before any is put, and names the sheets', async () => {
    await open();
    expect(await refusal(host.applyHighlights(marksOn('保护的')))).toBe('sheet-protected 保护的');
    expect(excel.sheet('学校数据').conditionalFormats).toHaveLength(3);
  });

  it('that allows formats allows marks', async () => {
    await open();
    excel.sheet('保护的').protection.options = { allowFormatCells: true };
    await host.applyHighlights(marksOn('保护的'));
    expect(excel.sheet('保护的').conditionalFormats).toHaveLength(2);
  });

  it('put on after the marks stops their clearing as a whole', async () => {
    await open();
    await host.applyHighlights(MARKS);
    excel.sheet('学校数据').protection.protected = true;
    expect(await refusal(host.clearHighlights())).toBe('sheet-protected 学校数据');
    expect(excel.sheet('学校数据').conditionalFormats).toHaveLength(5);
  });

  it('stops edits of locked cells, and lets unlocked ones be edited', async () => {
    await open({
      sheets: [{ name: '表', rows: [[1, 2]], protected: true, unlocked: ['B1'] }],
    });
    const edit = (cell: string): Promise<unknown> =>
      host.editCells([{ sheet: '表', cell, content: 9 }]);
    expect(await refusal(edit('A1'))).toBe('sheet-protected 表');
    await edit('B1');
    expect([excel.cell('表!A1')?.value, excel.cell('表!B1')?.value]).toEqual([1, 9]);
    excel.pick('表!A1');
    expect(await refusal(host.insertFormula('=1'))).toBe('sheet-protected 表');
  });

  it('of the workbook’s structure stops new sheets', async () => {
    await open({ sheets: [{ name: '表' }], structureProtected: true });
    expect(await refusal(host.writeSheets([SHEET], 'ours'))).toBe('workbook-protected');
  });

  it('of a summary sheet stops its replacement before anything is changed', async () => {
    await open();
    await host.writeSheets([SHEET], 'ours');
    excel.sheet('甲表').protection.protected = true;
    const other = { ...SHEET, key: 'b', name: '乙表' };
    expect(await refusal(host.writeSheets([other, SHEET], 'ours'))).toBe('sheet-protected 甲表');
    expect(excel.workbook.sheets.map(({ name }) => name)).not.toContain('乙表');
  });
});

describe('Marks in Excel', () => {
  it('are split where their first range is not the top left of all, for there formulas start', async () => {
    await open();
    const rule = { mark: 'near', ranges: ['C2:C5', 'B2:B5'] } as const;
    const formula = `${HIGHLIGHT_MARK}C2>1)`;
    await host.applyHighlights({
      ...MARKS,
      sheets: [{ sheet: '学校数据', rules: [{ ...rule, formula }] }],
    });
    const own = excel.sheet('学校数据').conditionalFormats.slice(3);
    expect(
      own.map((one) => [conditionalFormatAddress(one), one.content.children['rule']?.values]),
    ).toEqual([
      ['C2:C5', { formula: `=${formula}` }],
      ['B2:B5', { formula: `=${HIGHLIGHT_MARK}B2>1)` }],
    ]);
  });
});

describe('While a cell is being typed into', () => {
  it('everything is refused as such, and goes on afterwards', async () => {
    await open();
    excel.cellEditMode = true;
    const refused = [
      host.heads(),
      host.applyHighlights(MARKS),
      host.clearHighlights(),
      host.writeSheets([SHEET], 'ours'),
      host.editCells([{ sheet: '学校数据', cell: 'A1', content: 1 }]),
      host.select({ sheet: '杂项', range: 'A1' }),
      host.selection(),
      host.settings(),
    ];
    for (const call of refused) expect(await refusal(call)).toMatch(/^cell-editing/);
    excel.cellEditMode = false;
    expect(await host.heads()).toHaveLength(5);
    expect(excel.eventsEnabled).toBe(true);
  });
});

describe('Events', () => {
  it('tell of what the person types, and not of what the program writes', async () => {
    await open();
    const heard: HostChange[] = [];
    const stop = await host.onChange((change) => heard.push(change));
    await host.editCells([{ sheet: '学校数据', cell: 'B2', content: 5 }]);
    await host.applyHighlights(MARKS);
    await host.writeSheets([SHEET], 'ours');
    await pause();
    expect(heard).toEqual([]);
    excel.type('学校数据!B3', 130);
    await pause();
    expect(heard).toEqual([{ sheet: '学校数据', range: 'B3' }]);
    await stop();
    excel.type('学校数据!B4', 1);
    await pause();
    expect(heard).toHaveLength(1);
  });

  it('wait for the name of the sheet while the next cell is typed into', async () => {
    await open();
    const heard: HostChange[] = [];
    await host.onChange((change) => heard.push(change));
    excel.type('学校数据!B3', 130);
    excel.cellEditMode = true;
    await pause();
    expect(heard).toEqual([]);
    excel.cellEditMode = false;
    await pause();
    expect(heard).toEqual([{ sheet: '学校数据', range: 'B3' }]);
  });

  it('are on again after a writing that Excel refused, and new sheets are taken out', async () => {
    await open();
    const broken = { ...SHEET, merges: ['没有'] };
    expect(await refusal(host.writeSheets([broken], 'ours'))).toMatch(/^failed/);
    expect(excel.eventsEnabled).toBe(true);
    expect(excel.workbook.sheets.map(({ name }) => name)).not.toContain('甲表');
    await host.writeSheets([SHEET], 'ours');
    expect(excel.sheet('甲表').charts).toHaveLength(1);
  });

  it('that another had switched off stay off', async () => {
    await open();
    excel.eventsEnabled = false;
    await host.editCells([{ sheet: '学校数据', cell: 'B2', content: 5 }]);
    expect(excel.eventsEnabled).toBe(false);
  });
});

describe('A planned sheet in Excel', () => {
  it('looks as planned', async () => {
    await open();
    await host.writeSheets([SHEET], 'ours');
    const sheet = excel.sheet('甲表');
    const look = (address: string, path: string): unknown =>
      readFormat(sheet, excel.range(`甲表!${address}`).area, path);
    expect(look('A1', 'font/bold')).toBe(true);
    expect(look('A1', 'font/size')).toBe(16);
    expect(look('A1', 'fill/color')).toBe('#E3ECF7');
    expect(look('A1', 'rowHeight')).toBe(30);
    expect(look('A2:A3', 'wrapText')).toBe(true);
    for (const edge of ['EdgeTop', 'EdgeLeft', 'InsideHorizontal', 'InsideVertical']) {
      expect(look('A2:B3', `borders/${edge}/style`)).toBe('Continuous');
    }
    expect(look('A2', 'font/bold')).toBe(false);
    // 20 characters of 7 pixels and 5 of padding, in points.
    expect(look('A1', 'columnWidth')).toBe(108.75);
    expect([...sheet.hiddenColumns]).toEqual([2, 3]);
    expect(excel.cell('甲表!B2')?.numberFormat).toBe('0.000');
    expect(excel.cell('甲表!C3')?.hyperlink).toEqual({ documentReference: "'学校数据'!B3" });
    expect(sheet.showGridlines).toBe(false);
    expect(sheet.tabColor).toBe('#2F5D9B');
    expect([sheet.frozen?.rowCount, sheet.frozen?.columnCount]).toEqual([1, 1]);
    expect(sheet.horizontalPageBreaks).toEqual([2]);
    expect(sheet.pageLayout.values).toMatchObject({
      orientation: 'Landscape',
      paperSize: 'A4',
      zoom: { horizontalFitToPages: 1 },
      printTitleRows: '1:1',
    });
  });

  it('has native charts, with the limit as a line', async () => {
    await open();
    await host.writeSheets([SHEET], 'ours');
    await host.writeSheets([SHEET], 'ours');
    const [chart, ...others] = excel.sheet('甲表').charts;
    expect(others).toEqual([]);
    expect(chart?.values['chartType']).toBe('ColumnClustered');
    expect(chart?.values['setPosition()']).toEqual(['E2', 'J17']);
    expect(chart?.children['title']?.values['text']).toBe('差异系数');
    const axis = chart?.children['axes']?.children['valueAxis']?.values;
    expect(axis).toMatchObject({ numberFormat: '0.000', minimum: 0 });
    const series = chart?.children['series']?.items ?? [];
    expect(series.map(({ values }) => [values['name'], values['chartType']])).toEqual([
      ['小学', undefined],
      ['限值', 'Line'],
    ]);
    expect(series[1]?.values['setValues()']).toEqual(['甲表!C2:C3']);
    expect(series[1]?.values['setXAxisValues()']).toEqual(['甲表!A2:A3']);
  });

  it('is replaced where it stands, without what was there, and stays hidden from the name list', async () => {
    await open();
    await host.writeSheets([SHEET, { ...SHEET, key: 'b', name: '乙表' }], 'ours');
    excel.type('甲表!Z99', '旧');
    excel.sheet('甲表').hiddenRows.add(4);
    const printArea = {
      name: 'Print_Area',
      formula: '=甲表!$A$1:$B$2',
      visible: true,
      comment: '',
    };
    excel.sheet('甲表').names.push(printArea);
    await host.writeSheets([{ ...SHEET, merges: [], charts: [], hiddenColumns: [] }], 'ours');
    const sheet = excel.sheet('甲表');
    expect(excel.workbook.sheets.at(-2)).toBe(sheet);
    expect(excel.cell('甲表!Z99')).toBeUndefined();
    expect(sheet.names).toEqual([]);
    expect([sheet.merges, sheet.charts, [...sheet.hiddenRows], [...sheet.hiddenColumns]]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(excel.workbook.names.map(({ name, visible }) => [name, visible])).toEqual([
      ['_junheng.a', false],
      ['_junheng.b', false],
    ]);
  });

  it('that the person deleted is added anew', async () => {
    await open();
    await host.writeSheets([SHEET], 'ours');
    excel.workbook.sheets = excel.workbook.sheets.filter(({ name }) => name !== '甲表');
    excel.workbook.names[0]!.formula = '=#REF!$A$1';
    expect(await host.ownSheets()).toEqual(new Map());
    await host.writeSheets([SHEET], 'ours');
    expect(await host.ownSheets()).toEqual(new Map([['a', '甲表']]));
    expect(excel.workbook.names).toHaveLength(1);
  });
});

describe('Manners in Excel', () => {
  it('leave the calculation mode as it was and the screen still while writing', async () => {
    await open();
    excel.workbook.calculationMode = 'Manual';
    await host.writeSheets([SHEET], 'ours');
    expect(excel.workbook.calculationMode).toBe('Manual');
    expect(excel.log.uses('Application.calculationMode')).toBe(0);
    expect(excel.screenSuspensions).toBeGreaterThan(0);
  });

  it('leave settings of Office and of others alone', async () => {
    await open({
      sheets: [{ name: '表' }],
      settings: { 'Office.AutoShowTaskpaneWithDocument': true },
    });
    await host.saveSettings(new Map([['a', '1']]));
    await host.saveSettings(new Map());
    expect(excel.save().settings).toEqual({ 'Office.AutoShowTaskpaneWithDocument': true });
  });

  it('say whether the EDU functions can be used', async () => {
    await open();
    expect(host.capabilities.customFunctions).toBe(true);
    const sets = Object.fromEntries(
      Object.entries(LTSC_2021.sets).filter(([name]) => name !== 'CustomFunctionsRuntime'),
    );
    await excel.close();
    excel = NodeHost.open({ profile: { ...LTSC_2021, sets } });
    host = await ExcelHost.open();
    expect(host.capabilities.customFunctions).toBe(false);
  });

  it('read again in halves what is more than Excel on the web sends', async () => {
    const rows = Array.from({ length: 400 }, (_, row) => [row, '长'.repeat(2_000)]);
    excel = NodeHost.open({
      workbook: { sheets: [{ name: '表', rows }] },
      profile: { ...LTSC_2021, payloadLimit: 1_000_000 },
    });
    host = await ExcelHost.open();
    const read: number[] = [];
    for await (const block of host.rows('表')) for (const { number } of block) read.push(number);
    expect(read).toEqual(rows.map((_, row) => row + 1));
  });

  it('see rows that were hidden since the heads were read', async () => {
    await open({ sheets: [{ name: '表', rows: [[1], [2], [3]] }] });
    await host.heads();
    excel.sheet('表').hiddenRows.add(1);
    const hidden: boolean[] = [];
    for await (const block of host.rows('表')) for (const row of block) hidden.push(row.hidden);
    expect(hidden).toEqual([false, true, false]);
  });

  it('see rows that were hidden, and cells that were added, since the heads were read', async () => {
    await open({ sheets: [{ name: '表', rows: [[1], [2], [3]] }] });
    await host.heads();
    excel.sheet('表').hiddenRows.add(1);
    excel.type('表!A4', 4);
    const read: [number, boolean][] = [];
    for await (const block of host.rows('表')) {
      for (const { number, hidden } of block) read.push([number, hidden]);
    }
    expect(read).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
    ]);
  });
});
