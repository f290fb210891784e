import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { folderServer, launchChromium } from './browser';
import { ChromiumHost, type ChromiumHostOptions } from './chromium-host';
import { functionDeclarations } from './custom-functions';

const SCHOOLS = {
  name: '学校数据',
  rows: [
    ['学校名称', '小学在校生数'],
    ['一小', 120],
  ],
};
const FILES = folderServer(join(__dirname, 'fixtures'));

let browser: Browser;
let host: ChromiumHost;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});
afterEach(async () => {
  await host.close();
});

async function open(options: Partial<ChromiumHostOptions> = {}): Promise<void> {
  host = await ChromiumHost.open({
    files: FILES,
    browser,
    workbook: { sheets: [SCHOOLS] },
    ...options,
  });
  await host.pane.waitForFunction(() => document.querySelector('#state')?.textContent !== '启动中');
}

describe('the real Office.js in Chromium', () => {
  it('starts, knows the edition, and reaches for nothing outside', async () => {
    await open();
    expect(await host.pane.textContent('#state')).toBe('Excel 就绪');
    const context = await host.pane.evaluate(() => ({
      language: Office.context.displayLanguage,
      newest: Office.context.requirements.isSetSupported('ExcelApi', '1.14'),
      newer: Office.context.requirements.isSetSupported('ExcelApi', '1.15'),
      ten: Office.context.requirements.isSetSupported('ExcelApi', '1.10'),
      shared: Office.context.requirements.isSetSupported('SharedRuntime', '1.1'),
    }));
    expect(context).toEqual({
      language: 'zh-CN',
      newest: true,
      newer: false,
      ten: true,
      shared: true,
    });
    expect(host.log.blocked).toEqual([]);
    expect(host.pageErrors).toEqual([]);
  });

  it('reads 10 000 cells in one round trip', async () => {
    const rows = Array.from({ length: 1_000 }, (_, row) =>
      Array.from({ length: 10 }, (__, column) => (column === 0 ? `学校${row}` : row * column)),
    );
    await open({ workbook: { sheets: [{ name: '大', rows }] } });
    host.log.clear();
    const read = await host.pane.evaluate(() =>
      Excel.run(async (context) => {
        const used = context.workbook.worksheets.getItem('大').getUsedRangeOrNullObject(true);
        used.load('values,address');
        await context.sync();
        return { address: used.address, last: used.values.at(-1) };
      }),
    );
    expect(read).toEqual({ address: '大!A1:J1000', last: rows.at(-1) });
    expect(host.log.roundTrips).toBe(1);
    expect(host.log.requests[0]?.cellsRead).toBe(10_000);
  });

  it('writes more than 1 500 cells and adds conditional formats', async () => {
    await open();
    await host.pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('汇总');
        sheet.getRangeByIndexes(0, 0, 800, 4).values = Array.from({ length: 800 }, (_, row) => [
          row,
          row / 3,
          `行${row}`,
          row % 2 === 0,
        ]);
        const rule = sheet.getRanges('A1:A400,B1:B400').conditionalFormats.add('Custom');
        rule.custom.rule.formula = '=AND(N("junheng")=0,A1<1)';
        rule.custom.format.fill.color = '#FFC7CE';
        rule.stopIfTrue = true;
        await context.sync();
      }),
    );
    expect(host.cell('汇总!B800')?.value).toBeCloseTo(799 / 3);
    expect(host.cell('汇总!C800')?.value).toBe('行799');
    expect(host.save().sheets[1]?.conditionalFormats).toEqual([
      {
        address: 'A1:A400,B1:B400',
        formula: '=AND(N("junheng")=0,A1<1)',
        fill: '#FFC7CE',
        stopIfTrue: true,
      },
    ]);
  });

  it('tells the pane of edits, selections and sheets coming to the front', async () => {
    await open({ workbook: { sheets: [SCHOOLS, { name: '表' }] } });
    await host.pane.evaluate(() =>
      Excel.run(async (context) => {
        const heard: string[] = [];
        Reflect.set(window, 'heard', heard);
        const sheets = context.workbook.worksheets;
        sheets.onChanged.add((event) => {
          heard.push(`改 ${event.address} ${String(event.details.valueAfter)}`);
          return Promise.resolve();
        });
        sheets.onSelectionChanged.add((event) => {
          heard.push(`选 ${event.address}`);
          return Promise.resolve();
        });
        context.workbook.onSelectionChanged.add(() => {
          heard.push('选区动了');
          return Promise.resolve();
        });
        sheets.onActivated.add(() => {
          heard.push('换表');
          return Promise.resolve();
        });
        await context.sync();
      }),
    );
    host.type('学校数据!B2', 99);
    host.pick('表!C3');
    await host.pane.waitForFunction(() =>
      JSON.stringify(Reflect.get(window, 'heard')).includes('C3'),
    );
    const heard = await host.pane.evaluate(() => {
      const list: unknown = Reflect.get(window, 'heard');
      return Array.isArray(list) ? list.map(String).sort().join() : '';
    });
    expect(heard).toBe('换表,改 B2 99,选 C3,选区动了');
  });

  it('keeps settings of the document beyond the pane', async () => {
    await open({ workbook: { sheets: [SCHOOLS], settings: { 语言: 'zh-CN' } } });
    const before = await host.pane.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          const { settings } = Office.context.document;
          const known: unknown = settings.get('语言');
          settings.set('阈值', { L1: 4.2 });
          settings.saveAsync(() => {
            resolve(known);
          });
        }),
    );
    expect(before).toBe('zh-CN');
    expect(host.save().settings).toEqual({ 语言: 'zh-CN', 阈值: { L1: 4.2 } });
    host.workbook.settings.set('别处', 1);
    const elsewhere = await host.pane.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          const { settings } = Office.context.document;
          settings.refreshAsync(() => {
            resolve(settings.get('别处'));
          });
        }),
    );
    expect(elsewhere).toBe(1);
    await host.reopenPane();
    await host.pane.waitForSelector('text=就绪');
    const after = await host.pane.evaluate(() =>
      JSON.stringify(Office.context.document.settings.get('阈值')),
    );
    expect(after).toBe('{"L1":4.2}');
  });

  it('calls custom functions with ranges and spills their results', async () => {
    await open({
      workbook: {
        sheets: [
          {
            name: '表',
            rows: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      },
    });
    const functions = [
      {
        id: 'TOTAL',
        name: 'TOTAL',
        parameters: [
          { name: 'values', type: 'number', dimensionality: 'matrix' },
          { name: 'factor', type: 'number', optional: true },
        ],
      },
      {
        id: 'DOUBLED',
        name: 'DOUBLED',
        parameters: [{ name: 'values', dimensionality: 'matrix' }],
      },
      { id: 'FAIL', name: 'FAIL', parameters: [] },
    ];
    host.registerFunctions('EDU', functionDeclarations({ functions }));
    host.type('表!D1', '=EDU.TOTAL(A1:B2,10)');
    host.type('表!E1', '=EDU.DOUBLED(A1:B2)');
    host.type('表!D5', '=EDU.FAIL()');
    await host.functions.settled();
    expect(host.cell('表!D1')?.value).toBe(100);
    expect(host.cell('表!F2')?.value).toBe(8);
    expect(host.cell('表!D5')).toMatchObject({ value: '#VALUE!', errorMessage: '长度不同' });
  });

  it('presses a button of the ribbon, and shows and hides the pane', async () => {
    await open();
    await host.press('CheckNow');
    expect(await host.pane.textContent('#state')).toBe('校验过');
    await host.pane.evaluate(() => Office.addin.hide());
    expect(host.paneVisible).toBe(false);
    await host.pane.evaluate(() => Office.addin.showAsTaskpane());
    expect(host.paneVisible).toBe(true);
  });

  it('refuses a newer member, what it does not do, and a protected sheet', async () => {
    await open({ workbook: { sheets: [{ ...SCHOOLS, protected: true }] } });
    const told = await host.pane.evaluate(async () => {
      const codes: string[] = [];
      const refused = async (act: (sheet: Excel.Worksheet) => void): Promise<void> => {
        try {
          await Excel.run(async (context) => {
            act(context.workbook.worksheets.getItem('学校数据'));
            await context.sync();
          });
        } catch (error) {
          codes.push(
            error instanceof OfficeExtension.Error ? `${error.code}: ${error.message}` : 'other',
          );
        }
      };
      await refused((sheet) => sheet.getRange('A1').getDependents());
      await refused((sheet) => {
        sheet.showOutlineLevels(1, 1);
      });
      await refused((sheet) => {
        sheet.getRange('A1').values = [[1]];
      });
      return codes;
    });
    expect(told).toEqual([
      'ApiNotFound: The API Range.getDependents needs ExcelApi 1.15, which Excel LTSC 2021 does not have',
      'NotImplemented: The stand-in does not implement Excel.Worksheet.showOutlineLevels',
      'AccessDenied: The sheet 学校数据 is protected',
    ]);
    expect(host.log.errors).toEqual(told);
  });

  it('blocks and records what a page asks of any other origin', async () => {
    await open();
    await host.pane.evaluate(() => fetch('https://example.com/collect').catch(() => undefined));
    expect(host.log.blocked).toEqual([
      { url: 'https://example.com/collect', resourceType: 'fetch' },
    ]);
  });

  it('says what of the common API it does not do', async () => {
    await open();
    await host.pane.evaluate(
      () =>
        new Promise<void>((resolve) => {
          Office.context.document.getSelectedDataAsync(Office.CoercionType.Matrix, () => {
            resolve();
          });
        }),
    );
    expect(host.pageErrors.join()).toContain('does not implement method 64 of the common API');
  });

  it('lends a theme when asked to', async () => {
    await open({
      officeTheme: {
        bodyBackgroundColor: '#262626',
        bodyForegroundColor: '#FFFFFF',
        controlBackgroundColor: '#444444',
        controlForegroundColor: '#FFFFFF',
        isDarkTheme: true,
      },
      colorScheme: 'dark',
    });
    const color = await host.pane.evaluate(() => Office.context.officeTheme.bodyBackgroundColor);
    expect(color).toBe('#262626');
  });
});
