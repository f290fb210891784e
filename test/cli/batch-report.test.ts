import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildProgram, runProgram } from './built-program';

const samples = path.join(__dirname, '../../assets/samples');
const folder = mkdtempSync(path.join(os.tmpdir(), 'junheng-report-'));
const broken = path.join(folder, '坏县.xlsx');

let program = '';

async function junheng(
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly said: string }> {
  const { code, out, complaint } = await runProgram(program, words);
  return { code, said: out + complaint };
}

beforeAll(async () => {
  program = await buildProgram('batch-report');
  writeFileSync(broken, '不是工作簿');
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('junheng check … --report', () => {
  it('writes a line a county, in the order of the files, and all failures', async () => {
    const report = path.join(folder, '报告.xlsx');
    const files = ['sample-county.xlsx', 'passing-county.xlsx'].map((name) =>
      path.join(samples, name),
    );
    const { code, said } = await junheng('check', ...files, broken, '--report', report);
    expect(code).toBe(2);
    expect(said).toContain(`已写出 ${report}`);
    const { Sheets, SheetNames } = read(readFileSync(report));
    expect(SheetNames).toEqual(['县区汇总', '不达标与数据错误']);
    const rows = utils.sheet_to_json<unknown[]>(Sheets['县区汇总']!, { header: 1 });
    expect(rows.slice(3, 6).map((cells) => [cells[1], cells[3], cells[8]])).toEqual([
      ['云岭县', '未达标', '未达标'],
      ['青川湖县', '达标', '达标'],
      [undefined, '无法判定', '无法判定'],
    ]);
    expect(String(rows[5]?.at(-1))).toContain('不是 Excel 工作簿');
  });

  it('does not write over a workbook that it checks, nor beside another command', async () => {
    const own = path.join(folder, '县.xlsx');
    const bytes = readFileSync(path.join(samples, 'passing-county.xlsx'));
    writeFileSync(own, bytes);
    expect((await junheng('check', own, '--report', own)).code).toBe(2);
    expect(readFileSync(own).equals(bytes)).toBe(true);
    const out = path.join(folder, '出.xlsx');
    const { code, said } = await junheng('summarize', own, '-o', out, '--report', out);
    expect([code, existsSync(out)]).toEqual([2, false]);
    expect(said).toContain('--report 只用于 check');
  });
});
