import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import { openWorkbookSource } from '../../src/hosts/xlsx/open-workbook-source';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import { batchCounty, unreadableCounty } from '../../src/reports/batch-county';
import type { BatchCounty } from '../../src/reports/batch-county';
import { planBatchReport } from '../../src/reports/batch-report';
import { CN_2017 } from '../../src/standard/cn-2017';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import { hasLibreOffice, recalculate } from '../libreoffice';

const folder = path.join(__dirname, '../../assets/samples');

async function countyOf(name: string): Promise<BatchCounty> {
  const bytes = readFileSync(path.join(folder, name));
  const check = await checkWorkbook(await openWorkbookSource(bytes, name), { standard: CN_2017 });
  return batchCounty(check, 'zh-CN');
}

async function counties(): Promise<readonly BatchCounty[]> {
  return [
    await countyOf('sample-county.xlsx'),
    unreadableCounty('坏.xlsx', '坏.xlsx：不是 Excel 工作簿。请另存。'),
    await countyOf('passing-county.xlsx'),
  ];
}

function cellsOf(bytes: Uint8Array, sheet: string): (cell: string) => unknown {
  const found = read(bytes.slice()).Sheets[sheet];
  return (cell) => {
    const held: unknown = found?.[cell];
    return typeof held === 'object' && held !== null && 'v' in held ? held.v : undefined;
  };
}

describe('the report over several counties', () => {
  it('has a line a county: verdicts, schools, the largest coefficient and whose it is', async () => {
    const [sample] = await counties();
    expect(sample).toMatchObject({
      county: '云岭县',
      verdict: 'fail',
      overall: 'fail',
      stages: { primary: { schools: 45, passing: 42 }, junior: { schools: 19 } },
      largest: { stage: 'primary', indicator: 'L2 骨干教师数' },
      overLimit: 2,
      fault: null,
    });
    expect(sample?.largest?.value).toBeCloseTo(0.638, 3);
  });

  it('writes what it counts as formulas whose results are already there', async () => {
    const bytes = createWorkbook(planBatchReport(await counties(), CN_2017, 'zh-CN'));
    const written = cellsOf(bytes, '县区汇总');
    expect(['B4', 'D4', 'B5', 'D5', 'S5', 'B6', 'D6', 'I6'].map(written)).toEqual([
      '云岭县',
      '未达标',
      undefined,
      '无法判定',
      '坏.xlsx：不是 Excel 工作簿。请另存。',
      '青川湖县',
      '达标',
      '达标',
    ]);
    // One of three counties passes part 1, and 45 primary schools of the first and those of the third are added.
    const closing = ['D7', 'I7', 'J7', 'N7', 'P7'].map(written);
    expect(closing).toEqual([1, 1, 45 + Number(written('J6')), written('N4'), 2]);
    if (!hasLibreOffice) return;
    const again = recalculate(new Map([['report.xlsx', bytes]])).get('report.xlsx');
    const recalculated = cellsOf(again ?? new Uint8Array(), '县区汇总');
    expect(['D7', 'I7', 'J7', 'N7', 'P7'].map(recalculated)).toEqual(
      closing.map((value) => expect.closeTo(Number(value), 12)),
    );
  }, 120_000);

  it('lists every failure and data error, of each county those that its check found', async () => {
    const all = await counties();
    const written = cellsOf(
      createWorkbook(planBatchReport(all, CN_2017, 'zh-CN')),
      '不达标与数据错误',
    );
    const count = all.reduce((sum, { failures }) => sum + failures.length, 0);
    expect(count).toBe(all[0]?.failures.length);
    expect(written('A2')).toBe(`共 ${count} 条，按县区、轻重排列；提醒与说明不列入。`);
    expect([written('B4'), written('C4'), written('D4')]).toEqual([
      '云岭县',
      '数据错误',
      '和平中学',
    ]);
    expect(written(`A${3 + count}`)).toBe(count);
    expect(written(`A${4 + count}`)).toBeUndefined();
  });

  it('says so where nothing fails, and keeps a county’s name from becoming a formula', async () => {
    const county = { ...(await countyOf('passing-county.xlsx')), county: '=1+1' };
    const bytes = createWorkbook(planBatchReport([county], CN_2017, 'zh-CN'));
    expect(cellsOf(bytes, '县区汇总')('B4')).toBe('=1+1');
    expect(cellsOf(bytes, '不达标与数据错误')('A2')).toBe('没有不达标，也没有数据错误。');
  });

  it('is one page wide on A4, its headings on every page', async () => {
    for (const { print } of planBatchReport(await counties(), CN_2017, 'zh-CN')) {
      expect(print).toMatchObject({ orientation: 'landscape', repeatRows: [3, 3] });
    }
  });
});
