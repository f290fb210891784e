import { afterEach, describe, expect, it } from '@jest/globals';

import { type ExcelHostOptions } from './excel-host';
import { NodeHost } from './node-host';

let host: NodeHost;

function open(options: ExcelHostOptions = {}): void {
  host = NodeHost.open(options);
}

afterEach(async () => {
  await host.close();
});

/** The code and message of what the add-in is told. */
async function refusal(run: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await run;
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('Nothing was refused');
}

const SCHOOLS = {
  name: '学校数据',
  rows: [
    ['学校名称', '小学在校生数'],
    ['一小', 120],
  ],
};

describe('cells', () => {
  it('are read within the used range, empty ones as an empty text', async () => {
    open({
      workbook: { sheets: [{ ...SCHOOLS, cells: { D4: { formula: 'B2/0', value: '#DIV/0!' } } }] },
    });
    await Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem('学校数据').getUsedRange(true);
      used.load('address,values,valueTypes,formulas,rowIndex,columnCount');
      await context.sync();
      expect(used.address).toBe('学校数据!A1:D4');
      expect(used.values[1]).toEqual(['一小', 120, '', '']);
      expect(used.valueTypes[3]).toEqual(['Empty', 'Empty', 'Empty', 'Error']);
      expect(used.formulas[3]?.[3]).toBe('=B2/0');
      expect([used.rowIndex, used.columnCount]).toEqual([0, 4]);
    });
    expect(host.log.roundTrips).toBe(1);
  });

  it('are shown by their number format', async () => {
    open({
      workbook: {
        sheets: [
          {
            name: '表',
            cells: { A1: { value: 0.4567, numberFormat: '0.0%' }, B1: 3.14159, C1: true },
          },
        ],
      },
    });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:C1');
      range.load('text,numberFormat');
      await context.sync();
      expect(range.text).toEqual([['45.7%', '3.14159', 'TRUE']]);
      expect(range.numberFormat).toEqual([['0.0%', 'General', 'General']]);
    });
  });

  it('are written as if typed: a text of digits is a number, unless the format is text', async () => {
    open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1').numberFormat = [['@']];
      sheet.getRange('A1:D1').values = [['0012', '0012', '12%', '=SUM(A1)']];
      sheet.getRange('A2:D2').values = [['TRUE', '2024-09-01', "'=1+1", null]];
      await context.sync();
    });
    expect(host.cell('Sheet1!A1')?.value).toBe('0012');
    expect(host.cell('Sheet1!B1')?.value).toBe(12);
    expect(host.cell('Sheet1!C1')?.value).toBe(0.12);
    expect(host.cell('Sheet1!D1')?.formula).toBe('=SUM(A1)');
    expect(host.cell('Sheet1!A2')?.value).toBe(true);
    expect(host.cell('Sheet1!B2')).toEqual({ value: 45536, numberFormat: 'yyyy/m/d' });
    expect(host.cell('Sheet1!C2')).toEqual({ value: '=1+1' });
    expect(host.cell('Sheet1!D2')).toBeUndefined();
  });

  it('arrive whole when more than 1 500 are written, which the library cuts into chunks', async () => {
    open();
    const values = Array.from({ length: 2_000 }, (_, row) => [
      row,
      `第${row}`,
      row / 4,
      row % 2 === 0,
      '',
    ]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRangeByIndexes(0, 0, 2_000, 5).values = values;
      await context.sync();
      const back = sheet.getUsedRange(true);
      back.load('values,address');
      await context.sync();
      expect(back.address).toBe('Sheet1!A1:D2000');
      expect(back.values).toEqual(values.map((row) => row.slice(0, 4)));
    });
    expect(host.log.roundTrips).toBe(2);
    expect(host.log.requests[0]?.cellsWritten).toBe(10_000);
    expect(host.log.uses('Range._ValidateArraySize')).toBe(1);
  });

  it('refuse a write of another shape', async () => {
    open();
    const told = await refusal(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2').values = [[1, 2]];
        await context.sync();
      }),
    );
    expect(told.code).toBe('InvalidArgument');
  });

  it('say which rows and columns are hidden, for all rows in one request', async () => {
    open({ workbook: { sheets: [{ ...SCHOOLS, hiddenRows: [2], hiddenColumns: ['B'] }] } });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('学校数据').getRange('A1:B3');
      range.load('rowHidden,hidden');
      const rows = range.getRowProperties({ rowHidden: true });
      const columns = range.getColumnProperties({ columnHidden: true });
      const view = range.getVisibleView();
      view.load('values');
      const visible = range.getSpecialCells(Excel.SpecialCellType.visible);
      visible.load('address');
      await context.sync();
      expect(range.rowHidden).toBeNull();
      expect(rows.value.map((row) => row.rowHidden)).toEqual([false, true, false]);
      expect(columns.value.map((column) => column.columnHidden)).toEqual([false, true]);
      expect(view.values).toEqual([['学校名称'], ['']]);
      expect(visible.address).toBe('学校数据!A1, 学校数据!A3');
    });
  });

  it('are merged, and say so', async () => {
    open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const none = sheet.getRange('A1:C3').getMergedAreasOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
      sheet.getRange('A1:C1').merge();
      const some = sheet.getRange('A1:C3').getMergedAreasOrNullObject();
      some.load('address,areaCount');
      some.areas.load('items/address,items/rowIndex');
      await context.sync();
      expect(some.address).toBe('Sheet1!A1:C1');
      expect(some.areas.items.map((area) => area.address)).toEqual(['Sheet1!A1:C1']);
    });
  });

  it('have formats, of which differing ones read as null', async () => {
    open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const head = sheet.getRange('A1:C1');
      head.format.fill.color = '#FFC7CE';
      head.format.font.bold = true;
      head.format.wrapText = true;
      head.format.columnWidth = 80;
      head.format.borders.getItem('EdgeBottom').style = 'Continuous';
      const block = sheet.getRange('A1:C2');
      block.load('format/fill/color,format/font/bold,format/columnWidth');
      head.load('format/fill/color');
      const edge = head.format.borders.getItem('EdgeBottom');
      edge.load('style');
      await context.sync();
      expect(head.format.fill.color).toBe('#FFC7CE');
      expect(block.format.fill.color).toBeNull();
      expect(block.format.font.bold).toBeNull();
      expect(block.format.columnWidth).toBe(80);
      expect(edge.style).toBe('Continuous');
    });
  });

  it('hold hyperlinks and data validation', async () => {
    open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1').hyperlink = { documentReference: 'Sheet1!B2', textToDisplay: '到 B2' };
      sheet.getRange('B1:B9').dataValidation.rule = {
        list: { inCellDropDown: true, source: '是,否' },
      };
      const cell = sheet.getRange('A1');
      cell.load('hyperlink,values');
      const validation = sheet.getRange('B3').dataValidation;
      validation.load('rule,type');
      await context.sync();
      expect(cell.hyperlink.documentReference).toBe('Sheet1!B2');
      expect(cell.values).toEqual([['到 B2']]);
      expect(validation.type).toBe('List');
      expect(validation.rule.list?.source).toBe('是,否');
    });
  });
});

describe('sheets', () => {
  it('are listed with what is asked for, in order', async () => {
    open({
      workbook: { sheets: [SCHOOLS, { name: '隐藏的', visibility: 'Hidden' }], active: '学校数据' },
    });
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name,items/visibility,items/position');
      const active = worksheets.getActiveWorksheet();
      active.load('name');
      await context.sync();
      expect(
        worksheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.position]),
      ).toEqual([
        ['学校数据', 'Visible', 0],
        ['隐藏的', 'Hidden', 1],
      ]);
      expect(active.name).toBe('学校数据');
      const again = worksheets.items[1]!.getUsedRangeOrNullObject(true);
      await context.sync();
      expect(again.isNullObject).toBe(true);
    });
  });

  it('are added, renamed, brought forward and deleted', async () => {
    open({ workbook: { sheets: [SCHOOLS] } });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('表Ⅰ');
      sheet.tabColor = '#0078D4';
      sheet.showGridlines = false;
      sheet.freezePanes.freezeRows(3);
      sheet.activate();
      const missing = context.workbook.worksheets.getItemOrNullObject('没有');
      const inMissing = missing.getUsedRangeOrNullObject(true);
      await context.sync();
      expect(missing.isNullObject).toBe(true);
      expect(inMissing.isNullObject).toBe(true);
      sheet.name = '表Ⅰ汇总';
      await context.sync();
    });
    expect(host.activeSheet()).toMatchObject({
      name: '表Ⅰ汇总',
      tabColor: '#0078D4',
      showGridlines: false,
    });
    expect(host.activeSheet().frozen?.rowCount).toBe(3);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('表Ⅰ汇总').delete();
      await context.sync();
    });
    expect(host.activeSheet().name).toBe('学校数据');
  });

  it('refuse the last visible one being deleted, a name twice and a missing name', async () => {
    open({ workbook: { sheets: [SCHOOLS] } });
    const run = (act: (sheets: Excel.WorksheetCollection) => void): Promise<{ code: string }> =>
      refusal(
        Excel.run(async (context) => {
          act(context.workbook.worksheets);
          await context.sync();
        }),
      );
    expect(
      (
        await run((sheets) => {
          sheets.getItem('学校数据').delete();
        })
      ).code,
    ).toBe('InvalidOperation');
    expect(
      (
        await run((sheets) => {
          sheets.add('学校数据');
        })
      ).code,
    ).toBe('ItemAlreadyExists');
    expect(
      (
        await run((sheets) => {
          sheets.getItem('没有').activate();
        })
      ).code,
    ).toBe('ItemNotFound');
    expect(
      (
        await run((sheets) => {
          sheets.add('a/b');
        })
      ).code,
    ).toBe('InvalidArgument');
  });

  it('leave no range behind when they are deleted', async () => {
    open({ workbook: { sheets: [SCHOOLS, { name: '表' }] } });
    const told = await refusal(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('表');
        const range = sheet.getRange('A1');
        await context.sync();
        sheet.delete();
        range.values = [[1]];
        await context.sync();
      }),
    );
    expect(told.code).toBe('InvalidReference');
  });

  it('print as they are told', async () => {
    open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const { pageLayout } = sheet;
      pageLayout.orientation = Excel.PageOrientation.landscape;
      pageLayout.paperSize = Excel.PaperType.a4;
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.centerHorizontally = true;
      pageLayout.setPrintTitleRows('$1:$3');
      pageLayout.setPrintArea('A1:H40');
      sheet.horizontalPageBreaks.add('A20');
      pageLayout.load('orientation,zoom');
      const titles = pageLayout.getPrintTitleRowsOrNullObject();
      titles.load('address');
      await context.sync();
      expect(pageLayout.orientation).toBe('Landscape');
      expect(pageLayout.zoom.horizontalFitToPages).toBe(1);
      expect(titles.address).toBe('Sheet1!1:3');
    });
    expect(host.sheet('Sheet1').pageLayout.values).toMatchObject({
      paperSize: 'A4',
      printArea: 'A1:H40',
    });
    expect(host.sheet('Sheet1').horizontalPageBreaks).toEqual([19]);
  });

  it('hold charts as what was written to them', async () => {
    open({
      workbook: {
        sheets: [
          {
            name: '图',
            rows: [
              ['', '值'],
              ['一', 1],
              ['二', 2],
            ],
          },
        ],
      },
    });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('图');
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3'), 'Columns');
      chart.name = '差异系数';
      chart.title.text = '差异系数与限值';
      chart.legend.visible = false;
      chart.setPosition('D2', 'J16');
      chart.axes.valueAxis.numberFormat = '0.00';
      chart.series.getItemAt(0).format.fill.setSolidColor('#0078D4');
      const limit = chart.series.add('限值');
      limit.setValues(sheet.getRange('B2:B3'));
      limit.chartType = 'Line';
      chart.series.load('items/name');
      sheet.charts.load('items/name,count');
      await context.sync();
      expect(chart.series.items.map((series) => series.name)).toEqual(['值', '限值']);
      expect(sheet.charts.items.map((one) => one.name)).toEqual(['差异系数']);
      sheet.charts.getItem('差异系数').load('chartType');
      await context.sync();
    });
    const [chart] = host.sheet('图').charts;
    expect(chart?.children['title']?.values['text']).toBe('差异系数与限值');
    expect(chart?.values['setPosition()']).toEqual(['D2', 'J16']);
    expect(chart?.children['series']?.items[1]?.values['setValues()']).toEqual(['图!B2:B3']);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('图').charts.getItem('差异系数').delete();
      await context.sync();
    });
    expect(host.sheet('图').charts).toEqual([]);
  });
});

describe('conditional formats', () => {
  it('are added with the first priority, read back, and deleted by id', async () => {
    open({
      workbook: {
        sheets: [
          {
            ...SCHOOLS,
            conditionalFormats: [{ address: 'B2:B9', formula: 'B2>100', fill: '#00FF00' }],
          },
        ],
      },
    });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('学校数据');
      const added = sheet.getRanges('A2:A9,B2:B9').conditionalFormats.add('Custom');
      added.custom.rule.formula = '=AND(N("junheng")=0,B2<85)';
      added.custom.format.fill.color = '#FFC7CE';
      added.custom.format.font.color = '#9C0006';
      added.custom.format.font.bold = true;
      added.stopIfTrue = true;
      await context.sync();
      const formats = sheet.getRange().conditionalFormats;
      formats.load('items/id,items/type,items/priority,items/stopIfTrue');
      await context.sync();
      expect(
        formats.items.map(({ type, priority, stopIfTrue }) => [type, priority, stopIfTrue]),
      ).toEqual([
        ['Custom', 0, true],
        ['Custom', 1, false],
      ]);
      const rules = formats.items.map((item) => {
        const custom = item.customOrNullObject;
        custom.load('rule/formula');
        const ranges = item.getRanges();
        ranges.load('address');
        const single = item.getRangeOrNullObject();
        single.load('address');
        return { item, custom, ranges, single };
      });
      await context.sync();
      expect(rules.map(({ custom }) => custom.rule.formula)).toEqual([
        '=AND(N("junheng")=0,B2<85)',
        '=B2>100',
      ]);
      expect(rules[0]?.ranges.address).toBe('学校数据!A2:A9, 学校数据!B2:B9');
      expect(rules.map(({ single }) => single.isNullObject)).toEqual([true, false]);
      rules[0]?.item.delete();
      await context.sync();
    });
    expect(
      host
        .sheet('学校数据')
        .conditionalFormats.map((rule) => rule.content.children['rule']?.values),
    ).toEqual([{ formula: 'B2>100' }]);
  });

  it('change places by priority, and must be fetched anew after that', async () => {
    open({
      workbook: {
        sheets: [
          {
            name: '表',
            conditionalFormats: ['A1>1', 'A1>2', 'A1>3'].map((formula) => ({
              address: 'A1:A9',
              formula,
            })),
          },
        ],
      },
    });
    const told = await refusal(
      Excel.run(async (context) => {
        const { conditionalFormats } = context.workbook.worksheets.getItem('表').getRange();
        conditionalFormats.load('items/id');
        await context.sync();
        conditionalFormats.items[0]!.priority = -1;
        conditionalFormats.items[1]!.priority = 1;
        await context.sync();
        conditionalFormats.items[2]!.priority = 0;
        conditionalFormats.items[2]!.stopIfTrue = true;
        await context.sync();
      }),
    );
    expect(told.message).toContain('must be fetched anew');
    const formulas = host.save().sheets[0]?.conditionalFormats?.map(({ formula }) => formula);
    expect(formulas).toEqual(['A1>3', 'A1>2', 'A1>1']);
  });

  it('say null for a rule of another kind', async () => {
    open();
    await Excel.run(async (context) => {
      const { conditionalFormats } = context.workbook.worksheets
        .getItem('Sheet1')
        .getRange('A1:A9');
      conditionalFormats.add('DataBar');
      conditionalFormats.load('items/type');
      await context.sync();
      const custom = conditionalFormats.items[0]!.customOrNullObject;
      custom.load('rule/formula');
      await context.sync();
      expect(custom.isNullObject).toBe(true);
    });
  });

  it('are cleared from a range only', async () => {
    open({
      workbook: {
        sheets: [{ name: '表', conditionalFormats: [{ address: 'A1:A9', formula: 'A1>1' }] }],
      },
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('表').getRange('A4:A5').conditionalFormats.clearAll();
      await context.sync();
    });
    expect(host.save().sheets[0]?.conditionalFormats?.[0]?.address).toBe('A1:A3,A6:A9');
  });
});

describe('names and settings', () => {
  it('keep a hidden name that is found again', async () => {
    open();
    await Excel.run(async (context) => {
      const { names, worksheets } = context.workbook;
      names.add('_junheng.table1', worksheets.getItem('Sheet1').getRange('A1')).visible = false;
      await context.sync();
      names.load('items/name,items/visible,items/formula,items/type');
      const own = worksheets.getItem('Sheet1').names;
      own.load('items/name');
      await context.sync();
      expect(
        names.items.map(({ name, visible, formula }) => [name, visible, String(formula)]),
      ).toEqual([['_junheng.table1', false, '=Sheet1!$A$1']]);
      expect(own.items).toEqual([]);
      const range = names.getItemOrNullObject('_junheng.table1').getRangeOrNullObject();
      range.load('address');
      await context.sync();
      expect(range.address).toBe('Sheet1!A1');
      names.items[0]!.delete();
      await context.sync();
    });
    expect(host.workbook.names).toEqual([]);
  });

  it('keep settings in the workbook', async () => {
    open({ workbook: { sheets: [SCHOOLS], settings: { 语言: 'zh-CN' } } });
    await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add('阈值', { L1: 4.2 });
      const language = settings.getItemOrNullObject('语言');
      language.load('value');
      const none = settings.getItemOrNullObject('没有');
      await context.sync();
      expect(language.value).toBe('zh-CN');
      expect(none.isNullObject).toBe(true);
    });
    expect(host.save().settings).toEqual({ 语言: 'zh-CN', 阈值: { L1: 4.2 } });
    expect(Office.context.document.settings.get('语言')).toBe('zh-CN');
  });
});

describe('the host keeps Excel’s bounds', () => {
  it('refuses a member that is newer than the edition', async () => {
    open();
    const told = await refusal(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1').getDependents();
        await context.sync();
      }),
    );
    expect(told.code).toBe('ApiNotFound');
    expect(told.message).toContain('Range.getDependents needs ExcelApi 1.15');
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(false);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(true);
  });

  it('refuses what it does not do, by name', async () => {
    open();
    const told = await refusal(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').showOutlineLevels(1, 1);
        await context.sync();
      }),
    );
    expect(told).toEqual({
      code: 'NotImplemented',
      message: 'The stand-in does not implement Excel.Worksheet.showOutlineLevels',
    });
    expect(host.log.errors).toHaveLength(1);
  });

  it('refuses an address that Excel would cut', async () => {
    open();
    const address = Array.from({ length: 2_000 }, (_, row) => `A${row * 2 + 1}`).join(',');
    const told = await refusal(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRanges(address).load('areaCount');
        await context.sync();
      }),
    );
    expect(told.message).toContain('Excel cuts it at 8192');
  });

  it('refuses more than five million cells at once', async () => {
    open();
    const told = await refusal(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A:E').load('values');
        await context.sync();
      }),
    );
    expect(told.code).toBe('ResponsePayloadSizeLimitExceeded');
  });

  it('refuses to write to a protected sheet, but not to its unlocked cells', async () => {
    open({ workbook: { sheets: [{ ...SCHOOLS, protected: true, unlocked: ['B2'] }] } });
    const write = (address: string): Promise<void> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('学校数据').getRange(address).values = [[1]];
        await context.sync();
      });
    expect((await refusal(write('A2'))).code).toBe('AccessDenied');
    await write('B2');
    expect(host.cell('学校数据!B2')?.value).toBe(1);
    const told = await refusal(
      Excel.run(async (context) => {
        const { protection } = context.workbook.worksheets.getItem('学校数据');
        protection.load('protected');
        await context.sync();
        expect(protection.protected).toBe(true);
        context.workbook.worksheets
          .getItem('学校数据')
          .getRange('A1')
          .conditionalFormats.add('Custom');
        await context.sync();
      }),
    );
    expect(told.code).toBe('AccessDenied');
  });

  it('refuses everything while a cell is edited, or waits when asked to', async () => {
    open({ workbook: { sheets: [SCHOOLS] } });
    host.cellEditMode = true;
    const name = async (context: Excel.RequestContext): Promise<string> => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load('name');
      await context.sync();
      return sheet.name;
    };
    expect((await refusal(Excel.run(name))).code).toBe('InvalidOperationInCellEditMode');
    const waiting = Excel.run({ delayForCellEdit: true }, name);
    setTimeout(() => {
      host.cellEditMode = false;
    }, 20);
    expect(await waiting).toBe('学校数据');
  });
});

describe('events', () => {
  it('tell of edits by a person, and of none while the add-in has them off', async () => {
    open({ workbook: { sheets: [SCHOOLS] } });
    const heard: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((event) => {
        heard.push(`${event.address} ${String(event.details.valueAfter)} ${event.triggerSource}`);
        return Promise.resolve();
      });
      context.workbook.worksheets.getItem('学校数据').onSelectionChanged.add((event) => {
        heard.push(`选中 ${event.address}`);
        return Promise.resolve();
      });
      await context.sync();
      host.type('学校数据!B2', 130);
      host.pick('学校数据!A2:B2');
      context.runtime.enableEvents = false;
      context.workbook.worksheets.getItem('学校数据').getRange('B3').values = [[1]];
      await context.sync();
      context.runtime.enableEvents = true;
      context.workbook.worksheets.getItem('学校数据').getRange('B4').values = [[2]];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(heard).toEqual(['B2 130 Unknown', '选中 A2:B2', 'B4 2 ThisLocalAddin']);
  });

  it('tell of a sheet coming to the front, and stop when removed', async () => {
    open({ workbook: { sheets: [SCHOOLS, { name: '表' }] } });
    const heard: string[] = [];
    const handler = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.onActivated.add((event) => {
        heard.push(event.worksheetId);
        return Promise.resolve();
      });
      await context.sync();
      return added;
    });
    host.openSheet('表');
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(heard).toEqual([host.sheet('表').id]);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    host.openSheet('学校数据');
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(heard).toHaveLength(1);
  });
});

describe('the selection', () => {
  it('is read and moved', async () => {
    open({ workbook: { sheets: [SCHOOLS, { name: '表' }], selection: 'B2' } });
    await Excel.run(async (context) => {
      const cell = context.workbook.getActiveCell();
      cell.load('address');
      const ranges = context.workbook.getSelectedRanges();
      ranges.load('address');
      await context.sync();
      expect(cell.address).toBe('学校数据!B2');
      context.workbook.worksheets.getItem('表').getRange('C3:D4').select();
      await context.sync();
    });
    expect(host.activeSheet().name).toBe('表');
    expect(host.save().selection).toBe('C3:D4');
  });
});

describe('custom functions', () => {
  const DECLARED = [
    {
      id: 'TOTAL',
      name: 'TOTAL',
      parameters: [
        { name: 'values', type: 'number', dimensionality: 'matrix' },
        { name: 'factor', type: 'number', optional: true },
      ],
    },
    { id: 'DOUBLED', name: 'DOUBLED', parameters: [{ name: 'values', dimensionality: 'matrix' }] },
    { id: 'FAIL', name: 'FAIL', parameters: [] },
  ];

  function associate(): void {
    host.registerFunctions('EDU', DECLARED);
    CustomFunctions.associate('TOTAL', (values: number[][], factor: number | null) => {
      return values.flat().reduce((sum, value) => sum + value, 0) * (factor ?? 1);
    });
    CustomFunctions.associate('DOUBLED', (values: number[][]) =>
      values.map((row) => row.map((value) => value * 2)),
    );
    CustomFunctions.associate('FAIL', () => {
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, '长度不同');
    });
  }

  it('take ranges and constants, and follow the cells they read', async () => {
    open({
      workbook: {
        sheets: [
          {
            name: '表',
            rows: [
              [1, 2],
              [3, ''],
            ],
          },
        ],
      },
    });
    associate();
    host.type('表!D1', '=EDU.TOTAL(A1:B2)');
    host.type('表!D2', '=edu.total(A1:B2,10)');
    expect(host.cell('表!D1')).toMatchObject({ value: '#BUSY!', isError: true });
    await host.functions.settled();
    expect([host.cell('表!D1')?.value, host.cell('表!D2')?.value]).toEqual([6, 60]);
    host.type('表!B2', 4);
    await host.functions.settled();
    expect(host.cell('表!D1')).toEqual({ value: 10, formula: '=EDU.TOTAL(A1:B2)' });
  });

  it('spill, or say that there is no room', async () => {
    open({ workbook: { sheets: [{ name: '表', rows: [[1], [2]] }] } });
    associate();
    host.type('表!C1', '=EDU.DOUBLED(A1:A2)');
    await host.functions.settled();
    expect([host.cell('表!C1')?.value, host.cell('表!C2')?.value]).toEqual([2, 4]);
    host.type('表!D2', '占着');
    host.type('表!D1', '=EDU.DOUBLED(A1:A2)');
    await host.functions.settled();
    expect(host.cell('表!D1')).toMatchObject({ value: '#SPILL!', isError: true });
  });

  it('show an error with its message, and are not called with errors or texts for numbers', async () => {
    open({ workbook: { sheets: [{ name: '表', rows: [['#N/A'], ['甲']] }] } });
    associate();
    host.type('表!C1', '=EDU.FAIL()');
    host.type('表!C2', '=EDU.TOTAL(A1)');
    host.type('表!C3', '=EDU.TOTAL(A2)');
    await host.functions.settled();
    expect(host.cell('表!C1')).toMatchObject({ value: '#VALUE!', errorMessage: '长度不同' });
    expect(host.cell('表!C2')).toMatchObject({ value: '#N/A', isError: true });
    expect(host.cell('表!C3')).toMatchObject({ value: '#VALUE!', isError: true });
  });
});

describe('the ribbon', () => {
  it('runs the action of a button until the add-in says it is done', async () => {
    open();
    const done: string[] = [];
    Office.actions.associate('CheckNow', (event: Office.AddinCommands.Event) => {
      done.push('checked');
      event.completed();
    });
    await host.press('CheckNow');
    expect(done).toEqual(['checked']);
  });
});

describe('the application', () => {
  it('keeps the calculation mode, and counts how often painting was suspended', async () => {
    open();
    await Excel.run(async (context) => {
      const { application } = context.workbook;
      application.load('calculationMode');
      application.suspendScreenUpdatingUntilNextSync();
      await context.sync();
      expect(application.calculationMode).toBe('Automatic');
      application.calculationMode = Excel.CalculationMode.manual;
      await context.sync();
    });
    expect(host.workbook.calculationMode).toBe('Manual');
    expect(host.screenSuspensions).toBe(1);
  });

  it('opens another workbook', async () => {
    open();
    await Excel.createWorkbook('UEsDBA==');
    expect(host.openedWorkbooks).toEqual(['UEsDBA==']);
  });

  it('keeps custom XML', async () => {
    open();
    await Excel.run(async (context) => {
      const { customXmlParts } = context.workbook;
      customXmlParts.add('<a xmlns="urn:junheng">1</a>');
      const part = customXmlParts.getByNamespace('urn:junheng').getOnlyItemOrNullObject();
      const xml = part.getXml();
      const none = customXmlParts.getByNamespace('urn:other').getOnlyItemOrNullObject();
      await context.sync();
      expect(xml.value).toBe('<a xmlns="urn:junheng">1</a>');
      expect(none.isNullObject).toBe(true);
    });
  });
});

describe('properties of many cells', () => {
  it('are written and read in one request', async () => {
    open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1');
      range.setCellProperties([
        [{ format: { fill: { color: '#FFC7CE' } } }, { format: { font: { bold: true } } }],
      ]);
      range.setColumnProperties([{ format: { columnWidth: 40 } }, { columnHidden: true }]);
      const read = range.getCellProperties({
        address: true,
        format: { fill: { color: true }, font: { bold: true } },
      });
      await context.sync();
      expect(read.value).toEqual([
        [
          { address: 'Sheet1!A1', format: { fill: { color: '#FFC7CE' }, font: { bold: false } } },
          { address: 'Sheet1!B1', format: { fill: { color: '#FFFFFF' }, font: { bold: true } } },
        ],
      ]);
    });
    expect([...host.sheet('Sheet1').hiddenColumns]).toEqual([1]);
    expect(host.log.roundTrips).toBe(1);
  });
});

describe('a workbook', () => {
  it('is the same after being saved and opened again', async () => {
    open({
      workbook: {
        sheets: [
          {
            ...SCHOOLS,
            merges: ['A5:B5'],
            hiddenRows: [2],
            fills: { A1: '#FF0000' },
            protected: true,
          },
        ],
        names: [{ name: '_junheng.a', formula: "='学校数据'!$A$1", visible: false }],
        settings: { a: 1 },
        selection: 'B2',
      },
    });
    const saved = host.save();
    await host.close();
    open({ workbook: saved });
    expect(host.save()).toEqual(saved);
    expect(saved.sheets[0]?.cells?.['B2']).toBe(120);
  });

  it('computes a formula when a test lends an evaluator', async () => {
    open({ evaluateFormula: (formula) => (formula === '=1+1' ? 2 : undefined) });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      range.formulas = [['=1+1']];
      range.load('values,formulas');
      await context.sync();
      expect(range.values).toEqual([[2]]);
      expect(range.formulas).toEqual([['=1+1']]);
    });
  });

  it('asks the evaluator again when cells change, but not while calculation is manual', () => {
    open({
      workbook: { sheets: [{ name: '表', rows: [[1, { formula: 'A1*2', value: 2 }]] }] },
      evaluateFormula: (_formula, sheet) => Number(sheet.cells.get(0)?.value) * 2,
    });
    host.type('表!A1', 5);
    expect(host.cell('表!B1')?.value).toBe(10);
    host.workbook.calculationMode = 'Manual';
    host.type('表!A1', 6);
    expect(host.cell('表!B1')?.value).toBe(10);
  });
});
