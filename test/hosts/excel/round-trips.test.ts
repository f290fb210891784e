import { afterEach, describe, expect, it } from '@jest/globals';
import { ExcelHost } from '../../../src/hosts/excel/excel-host';
import { planHighlights } from '../../../src/reports/highlight';
import { planSummary } from '../../../src/reports/summary';
import { DEFAULT_STANDARD } from '../../../src/standard/standards';
import { checkWorkbook } from '../../../src/workbook/check-workbook';
import { NodeHost } from '../../standin/node-host';
import { LTSC_2021 } from '../../standin/requirement-sets';
import { workbookFromXlsx } from '../../standin/workbook-from-xlsx';
import { sampleCounty } from '../contract/contract';
import { largeCounty } from '../contract/large-county';
import { FIRST_SUMMARY } from '../../reports/first-summary';

/** Rows of 43 columns that are read at once. */
const ROWS_IN_BLOCK = 2_790;

/** Sheets of the sample county, each of one block. */
const SAMPLE_SHEETS = 7;

let excel: NodeHost;
let host: ExcelHost;

async function open(bytes: Uint8Array): Promise<void> {
  excel = NodeHost.open({
    workbook: await workbookFromXlsx(bytes, '县.xlsx'),
    profile: LTSC_2021,
  });
  host = await ExcelHost.open();
  excel.log.clear();
}

afterEach(async () => {
  expect(excel.log.errors).toEqual([]);
  await excel.close();
});

describe('Round trips to Excel LTSC 2021', () => {
  it('of a check of a county are at most eight, and one a block', async () => {
    await open(sampleCounty());
    await checkWorkbook(host, { standard: DEFAULT_STANDARD });
    expect(excel.log.roundTrips).toBeLessThanOrEqual(8 + SAMPLE_SHEETS);
    expect(excel.log.uses('Range.values')).toBe(excel.log.roundTrips - 3);
  });

  it('of marks are four, however many there are, and of clearing them too', async () => {
    await open(sampleCounty());
    const plan = planHighlights(await checkWorkbook(host, { standard: DEFAULT_STANDARD }));
    excel.log.clear();
    await host.applyHighlights(plan);
    expect(excel.log.roundTrips).toBe(3);
    excel.log.clear();
    await host.applyHighlights(plan);
    expect(excel.log.roundTrips).toBe(4);
    excel.log.clear();
    await host.clearHighlights();
    expect(excel.log.roundTrips).toBe(4);
  });

  it('of a summary are at most twelve, the first time and again', async () => {
    await open(sampleCounty());
    const check = await checkWorkbook(host, { standard: DEFAULT_STANDARD });
    const plans = planSummary(check, FIRST_SUMMARY);
    excel.log.clear();
    await host.writeSheets(plans, 'ours');
    expect(excel.log.roundTrips).toBe(2);
    excel.log.clear();
    await host.writeSheets(plans, 'ours');
    expect(excel.log.roundTrips).toBe(3);
  });

  it('of cell edits are one to read and one to write', async () => {
    await open(sampleCounty());
    await host.editCells(
      [2, 3, 4, 9].map((row) => ({ sheet: '学校数据', cell: `I${row}`, content: row })),
    );
    expect(excel.log.roundTrips).toBe(2);
  });
});

describe('Twenty thousand schools in Excel', () => {
  it('are checked in eight round trips and one a block', async () => {
    await open(await largeCounty(sampleCounty(), 20_000));
    const check = await checkWorkbook(host, { standard: DEFAULT_STANDARD });
    expect(check.reading?.schools).toHaveLength(20_000);
    const blocks = Math.ceil(20_001 / ROWS_IN_BLOCK);
    expect(excel.log.roundTrips).toBeLessThanOrEqual(8 + blocks);
    expect(excel.log.uses('Range.getRowProperties')).toBe(0);
    excel.log.clear();
    await host.applyHighlights(planHighlights(check));
    expect(excel.log.roundTrips).toBeLessThanOrEqual(4);
  });
});

describe('A summary of two thousand schools', () => {
  it('goes to Excel in twelve requests at most, none larger than Excel on the web takes', async () => {
    await open(await largeCounty(sampleCounty(), 2_000));
    const check = await checkWorkbook(host, { standard: DEFAULT_STANDARD });
    excel.log.clear();
    await host.writeSheets(planSummary(check, FIRST_SUMMARY), 'ours');
    const sizes = excel.log.requests.map(({ requestBytes }) => requestBytes);
    expect(Math.max(...sizes)).toBeLessThan(LTSC_2021.payloadLimit);
    expect(excel.log.roundTrips).toBeLessThanOrEqual(12);
  });
});
