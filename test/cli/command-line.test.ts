import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { XlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { serialOfDay } from '../../src/workbook/ledger-dates';
import { CellDate } from '../../src/workbook/source';
import { buildProgram, runProgram } from './built-program';
import type { Outcome } from './built-program';

const root = path.join(__dirname, '../..');
const sample = path.join(root, 'assets/samples/sample-county.xlsx');
const passing = path.join(root, 'assets/samples/passing-county.xlsx');

let program = '';

function junheng(...words: readonly string[]): Promise<Outcome> {
  return runProgram(program, words);
}

const indicatorSchema = z.strictObject({
  value: z.number().nullable(),
  status: z.enum(['met', 'near', 'below']).nullable(),
});
const summarySchema = z.strictObject({
  mean: z.number().nullable(),
  cv: z.number().nullable(),
  cvLimit: z.number().nullable(),
  cvPasses: z.boolean().nullable(),
  schoolsMet: z.number().nullable(),
  schoolsNear: z.number().nullable(),
  schoolsBelow: z.number().nullable(),
});
const stageSchema = z.strictObject({
  schools: z.number(),
  students: z.number(),
  passing: z.number().nullable(),
  indicators: z.record(z.string(), summarySchema),
  composite: z.strictObject({
    cv: z.number().nullable(),
    cvLimit: z.number().nullable(),
    cvPasses: z.boolean().nullable(),
  }),
});
const verdict = z.enum(['pass', 'fail', 'unjudged']);
/** The contract of `check --json`: these keys and no others. */
const resultSchema = z.strictObject({
  file: z.string(),
  standard: z.string(),
  county: z.string().nullable(),
  verdict,
  parts: z.strictObject({
    resources: verdict,
    government: verdict,
    quality: verdict,
    recognition: verdict,
    veto: verdict,
  }),
  overall: verdict,
  stages: z.strictObject({ primary: stageSchema.optional(), junior: stageSchema.optional() }),
  schools: z.array(
    z.strictObject({
      name: z.string(),
      code: z.string().nullable(),
      type: z.string(),
      stage: z.enum(['primary', 'junior']),
      row: z.number().int(),
      students: z.number().nullable(),
      passes: z.boolean().nullable(),
      indicators: z.record(z.string(), indicatorSchema),
    }),
  ),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'fail', 'near', 'warning', 'info']),
      sheet: z.string().nullable(),
      cell: z.string().nullable(),
      school: z.string().nullable(),
      stage: z.enum(['primary', 'junior']).nullable(),
      indicator: z.string().nullable(),
      actual: z.union([z.number(), z.string()]).nullable(),
      required: z.union([z.number(), z.string()]).nullable(),
      shortfall: z.number().nullable(),
      unit: z.string().nullable(),
      citation: z
        .strictObject({ standard: z.string(), part: z.string(), item: z.string() })
        .nullable(),
      message: z.string(),
    }),
  ),
  finance: z.array(z.unknown()),
});

function results(out: string): z.infer<typeof resultSchema>[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => resultSchema.parse(JSON.parse(line)));
}

let folder = '';
beforeAll(async () => {
  program = await buildProgram('command-line');
  folder = await mkdtemp(path.join(os.tmpdir(), 'junheng-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('junheng check', () => {
  it('tells a county that meets the standard by exit code 0', async () => {
    const { code, out, complaint } = await junheng('check', passing);
    expect(code).toBe(0);
    expect(out).toContain('资源配置：达标');
    expect(complaint).toBe('');
  });

  it('tells a county that does not by exit code 1, with the worst gaps in Chinese', async () => {
    const { code, out } = await junheng('check', sample);
    expect(code).toBe(1);
    expect(out).toContain('资源配置：未达标');
    expect(out).toContain('差距最大的 5 项');
    expect(out).toContain('达标还差 4人');
  });

  it('speaks English when asked, without a Chinese sentence', async () => {
    const { out } = await junheng('check', passing, '--lang', 'en');
    expect(out).toContain('Resource allocation: meets the standard');
    expect(out.split('\n').slice(3).join('\n')).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('prints the JSON contract, one line a file', async () => {
    const { code, out } = await junheng('check', sample, passing, '--json');
    const [first, second, ...more] = results(out);
    expect(code).toBe(1);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ file: sample, standard: 'cn-2017', county: '云岭县' });
    expect(first?.verdict).toBe('fail');
    expect(second).toMatchObject({ file: passing, verdict: 'pass', overall: 'pass' });
    expect(second?.stages.primary?.indicators['L1']?.cvLimit).toBe(0.5);
    expect(second?.stages.junior?.composite.cvLimit).toBeNull();
    for (const { message } of [...(first?.findings ?? [])]) {
      expect(message).not.toMatch(/[{}]|undefined|null|NaN/);
    }
  });

  it('says in JSON too that a file cannot be opened', async () => {
    const broken = path.join(folder, 'broken.xlsx');
    await writeFile(broken, 'this is no workbook');
    const { code, out } = await junheng('check', broken, '--json');
    const [result] = results(out);
    expect(code).toBe(2);
    expect(result).toMatchObject({ verdict: 'unjudged', stages: {}, schools: [], finance: [] });
    expect(result?.findings).toMatchObject([{ code: 'file-unreadable', severity: 'error' }]);
    expect(result?.findings[0]?.message).toContain('不是 Excel 工作簿（.xlsx）文件');
  });

  it('takes the highest exit code of several files and closes with a table of counties', async () => {
    const { code, out, complaint } = await junheng('check', passing, path.join(folder, 'no.xlsx'));
    expect(code).toBe(2);
    expect(out).toContain('共 2 个文件');
    expect(complaint).toContain('no.xlsx：找不到文件。');
  });

  it('judges by the 2012 standard, which has no rule for a school', async () => {
    const { out } = await junheng('check', passing, '--standard', 'cn-2012', '--json');
    const [result] = results(out);
    expect(result?.standard).toBe('cn-2012');
    expect(result?.stages.primary?.passing).toBeNull();
    expect(result?.stages.primary?.composite.cvLimit).toBe(0.65);
    expect(Object.keys(result?.schools[0]?.indicators ?? {})).toEqual([
      'M1',
      'M2',
      'M3',
      'M4',
      'M5',
      'M6',
      'M7',
      'M8',
    ]);
  });

  it("takes a bureau's stricter standard, and refuses a looser one naming the place", async () => {
    const stricter = path.join(folder, 'stricter.json');
    await writeFile(
      stricter,
      JSON.stringify({
        id: 'local',
        extends: 'cn-2017',
        coefficientLimits: { each: { primary: 0.1 } },
      }),
    );
    expect(await junheng('check', passing, '--standard', stricter)).toMatchObject({ code: 1 });

    const looser = path.join(folder, 'looser.json');
    await writeFile(
      looser,
      JSON.stringify({ id: 'local', extends: 'cn-2017', thresholds: { L1: { primary: 4 } } }),
    );
    const { code, complaint } = await junheng('check', passing, '--standard', looser);
    expect(code).toBe(2);
    expect(complaint).toContain('$.thresholds.L1.primary');
    expect(complaint).toContain('比国家标准宽松，国家标准为 4.2');
  });
});

describe('junheng check --last-year', () => {
  const last = path.join(root, 'assets/samples/sample-county-last-year.xlsx');

  it('tells the comparison briefly, and keeps the exit code', async () => {
    const { code, out } = await junheng('check', sample, '--last-year', last);
    expect(code).toBe(1);
    expect(out).toContain('与上一年度对比');
    expect(out).toMatch(/两年都有 59 所，新增 1 所，不再有 1 所，并入其他学校 1 所/);
  });

  it('puts what it found into the findings of the JSON, and nowhere else', async () => {
    const { code, out } = await junheng('check', sample, '--last-year', last, '--json');
    const [result] = results(out);
    expect(code).toBe(1);
    const codes = new Set(result?.findings.map((one) => one.code));
    for (const one of ['year-compared', 'year-coefficient-changed', 'year-unit-slip'] as const) {
      expect([...codes]).toContain(one);
    }
  });

  it('warns where last year’s workbook cannot be opened; this year is judged as ever', async () => {
    const broken = path.join(folder, 'last-broken.xlsx');
    await writeFile(broken, 'this is no workbook');
    for (const [file, why] of [
      [broken, '不是 Excel 工作簿'],
      [path.join(folder, 'nowhere.xlsx'), '找不到文件'],
    ] as const) {
      const { code, out, complaint } = await junheng('check', passing, '--last-year', file);
      expect([code, complaint]).toEqual([0, '']);
      expect(out).toContain('资源配置：达标');
      expect(out).toMatch(new RegExp(`上一年度工作簿.*读不出（.*${why}.*没有作年度对比`));
    }
  });

  it('takes a folder for several files, matched by file name, and nothing else', async () => {
    const before = path.join(folder, '2024');
    const now = path.join(folder, '2025');
    await mkdir(before);
    await mkdir(now);
    await copyFile(last, path.join(before, 'a.xlsx'));
    await copyFile(sample, path.join(now, 'a.xlsx'));
    await copyFile(passing, path.join(now, 'b.xlsx'));
    const { out } = await junheng('check', now, '--last-year', before, '--json');
    const [a, b] = results(out).map(({ findings }) => findings.map((one) => one.code));
    expect(a).toContain('year-compared');
    expect(b).toContain('year-unreadable');
    const refused = await junheng('check', now, '--last-year', last);
    expect(refused.code).toBe(2);
    expect(refused.complaint).toContain('--last-year 要填文件夹（按文件名对应）');
    const single = await junheng('check', path.join(now, 'a.xlsx'), '--last-year', before);
    expect(single.out).toContain('与上一年度对比');
  });
});

describe('junheng summarize and annotate', () => {
  it('write the sheets and the marks, leave the input as it was, and give the same bytes twice', async () => {
    const before = await readFile(sample);
    for (const command of ['summarize', 'annotate']) {
      const first = path.join(folder, `${command}-1.xlsx`);
      const second = path.join(folder, `${command}-2.xlsx`);
      expect((await junheng(command, sample, '-o', first)).code).toBe(1);
      expect((await junheng(command, sample, '-o', second)).code).toBe(1);
      expect((await readFile(first)).equals(await readFile(second))).toBe(true);
    }
    expect((await readFile(sample)).equals(before)).toBe(true);
  });

  it('change nothing when run on their own output', async () => {
    for (const command of ['summarize', 'annotate']) {
      const once = path.join(folder, `${command}-once.xlsx`);
      const twice = path.join(folder, `${command}-twice.xlsx`);
      await junheng(command, sample, '-o', once);
      await junheng(command, once, '-o', twice);
      expect((await readFile(twice)).equals(await readFile(once))).toBe(true);
    }
  });

  it('keep what was written into 整改台账, in the input or in the output that is written again', async () => {
    const data = path.join(folder, 'ledger-data.xlsx');
    const output = path.join(folder, 'ledger-output.xlsx');
    await copyFile(sample, data);
    const summarize = (...words: readonly string[]): Promise<Outcome> =>
      junheng('summarize', ...words, '--date', '2026-03-02', '--working-days');
    const measure = async (file: string): Promise<unknown> => {
      const source = XlsxHost.open(await readFile(file), file);
      for await (const rows of source.rows('整改台账')) {
        for (const { number, cells } of rows) if (number === 4) return [cells[7], cells[8]];
      }
      return null;
    };
    const enter = async (file: string, content: string): Promise<void> => {
      const host = XlsxHost.open(await readFile(file), file);
      await host.editCells([{ sheet: '整改台账', cell: 'H4', content }]);
      await writeFile(file, host.bytes());
    };
    expect((await summarize(data, '-o', output)).code).toBe(1);
    const due = new CellDate(serialOfDay('2026-04-02') ?? 0);
    expect(await measure(output)).toEqual([undefined, due]);

    await enter(output, '九月前配齐');
    expect((await summarize(data, '-o', output)).code).toBe(1);
    expect(await measure(output)).toEqual(['九月前配齐', due]);

    const next = path.join(folder, 'ledger-next.xlsx');
    expect((await summarize(output, '-o', next)).code).toBe(1);
    expect((await summarize(output, '-o', next)).code).toBe(1);
    expect(await measure(next)).toEqual(['九月前配齐', due]);

    await enter(next, '十月前配齐');
    const refused = await summarize(output, '-o', next);
    expect([refused.code, refused.complaint]).toEqual([
      2,
      expect.stringContaining('内容与输入文件里的不同'),
    ]);
    expect(await measure(next)).toEqual(['十月前配齐', due]);
    expect((await summarize(output, '-o', next, '--replace')).code).toBe(1);
    expect(await measure(next)).toEqual(['九月前配齐', due]);
  });

  it('refuse to write over the input, by whichever path', async () => {
    const copy = path.join(folder, 'copy.xlsx');
    await copyFile(sample, copy);
    const { code, complaint } = await junheng(
      'annotate',
      copy,
      '-o',
      path.join(folder, '.', 'copy.xlsx'),
    );
    expect(code).toBe(2);
    expect(complaint).toContain('输出文件与输入文件相同');
    expect((await readFile(copy)).equals(await readFile(sample))).toBe(true);
  });

  it('say that a folder for the output is missing and leave nothing behind', async () => {
    const { code, complaint } = await junheng(
      'annotate',
      sample,
      '-o',
      path.join(folder, 'nowhere', 'x.xlsx'),
    );
    expect(code).toBe(2);
    expect(complaint).toContain('无法写入输出文件');
    expect(await readdir(folder)).not.toContain('nowhere');
  });

  it('write nothing for a workbook without schools', async () => {
    const output = path.join(folder, 'nothing.xlsx');
    const template = path.join(folder, 'blank.xlsx');
    await junheng('template', '-o', template);
    const { code } = await junheng('summarize', template, '-o', output);
    expect(code).toBe(2);
    await expect(readFile(output)).rejects.toThrow('ENOENT');
  });

  it('put several results into a folder, names kept', async () => {
    const output = path.join(folder, 'several');
    await mkdir(path.join(folder, 'other'));
    await copyFile(passing, path.join(folder, 'other', 'sample-county.xlsx'));
    await junheng('annotate', sample, path.join(folder, 'other'), '-o', output);
    expect((await readdir(output)).sort()).toEqual([
      'other-sample-county.xlsx',
      'sample-county.xlsx',
    ]);
  });
});

describe('junheng template', () => {
  it('writes a workbook that is recognised and has no schools yet', async () => {
    const output = path.join(folder, 'template.xlsx');
    expect((await junheng('template', '-o', output)).code).toBe(0);
    const { out } = await junheng('check', output, '--json');
    expect(results(out)[0]?.findings.map(({ code }) => code)).toContain('no-schools');
  });
});
