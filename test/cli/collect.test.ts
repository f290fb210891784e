import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { describeWithLibreOffice, recalculate } from '../libreoffice';
import { buildProgram, runProgram } from './built-program';
import type { Outcome } from './built-program';
import { form, GOOD, oddFolder } from './odd-forms';

let program = '';
let folder = '';

function junheng(...words: readonly string[]): Promise<Outcome> {
  return runProgram(program, words, folder);
}

async function write(name: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  for (const [file, bytes] of files) await writeFile(path.join(folder, name, file), bytes);
}

async function sheet(file: string, name: string): Promise<unknown[][]> {
  const book = read(await readFile(path.join(folder, file)));
  return utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, defval: null });
}

beforeAll(async () => {
  program = await buildProgram('collect');
  folder = await mkdtemp(path.join(os.tmpdir(), 'junheng-collect-'));
  await write('odd', oddFolder());
  await write(
    'good',
    new Map([
      ['b.xlsx', form(GOOD.junior)],
      ['a.xlsx', form(GOOD.primary)],
      ['c.xlsx', form(GOOD.nineYear)],
    ]),
  );
  await write('empty', new Map());
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('junheng collect', () => {
  it('merges complete forms, tells so by exit code 0, and the county can be checked at once', async () => {
    const { code, out, complaint } = await junheng('collect', 'good', '-o', 'county.xlsx');
    expect([code, complaint]).toEqual([0, '']);
    expect(out).toBe(
      '共 3 个文件，读出 3 张采集表，写入学校数据 3 所。\n没有缺项、重复和矛盾。\n已写出 county.xlsx\n',
    );
    const rows = await sheet('county.xlsx', '学校数据');
    expect(rows.slice(1, 4).map((row) => row[1])).toEqual(['城关小学', '城关初中', '城南学校']);
    const check = await junheng('check', 'county.xlsx', '--json');
    const result = z
      .object({ verdict: z.string(), schools: z.array(z.object({ passes: z.boolean() })) })
      .parse(JSON.parse(check.out));
    expect(result.schools).toHaveLength(4);
    expect(check.code).toBeLessThan(2);
  });

  it('says of every odd file what is wrong and where, and uses what can be used', async () => {
    const { code, out } = await junheng('collect', 'odd', '-o', 'odd.xlsx', '--all');
    expect(code).toBe(2);
    expect(out.split('\n').slice(0, 2)).toEqual([
      '共 14 个文件，读出 10 张采集表，写入学校数据 9 所。',
      '无法读取 3 条  不是采集表 1 条  重复 1 条  缺项 2 条  矛盾 2 条  无法使用 1 条  说明 1 条',
    ]);
    const lines = (await sheet('odd.xlsx', '收集情况')).filter((row) => typeof row[0] === 'number');
    const form = '学校采集表';
    expect(lines.map((row) => row.slice(1, 10).filter((_, at) => at !== 2))).toEqual([
      ['无法读取', null, 'odd/11-加密.xlsx', '整个文件', '—', '—', null, '文件设有打开密码'],
      ['无法读取', null, 'odd/13-空文件.xlsx', '整个文件', '—', '—', null, '文件是空的（0 字节）'],
      [
        '无法读取',
        null,
        'odd/14-截断.xlsx',
        '整个文件',
        '—',
        '—',
        null,
        expect.stringContaining('不完整'),
      ],
      [
        '不是采集表',
        null,
        'odd/09-工资表.xlsx',
        '整个文件',
        '—',
        '—',
        null,
        '没有找到采集表（工作表：工资）',
      ],
      [
        '重复',
        '城关小学',
        'odd/03-重复.xlsx',
        form,
        'E6',
        '学校代码',
        '3141000001',
        expect.stringContaining('采用了 odd/01-完整.xlsx 的“学校采集表”E6'),
      ],
      ['缺项', '城关初中', 'odd/02-缺项.xlsx', form, 'E48', '教学及辅助用房总面积', null, '没有填'],
      [
        '矛盾',
        '河东小学',
        'odd/04-矛盾.xlsx',
        form,
        'E18',
        '班级总数',
        '99',
        '班级总数 99 与各班额段之和 7 不等',
      ],
      [
        '矛盾',
        '河东小学',
        'odd/04-矛盾.xlsx',
        form,
        'E37',
        '县级及以上骨干教师数',
        '999',
        '县级及以上骨干教师数 为 999，多于 专任教师总人数（E29）的 18',
      ],
      [
        '无法使用',
        '河北小学',
        'odd/07-公式.xlsx',
        form,
        'E55',
        '网络多媒体教室间数',
        '#REF!',
        '公式出错',
      ],
      ['缺项', null, 'odd/10-空白.xlsx', form, '—', '—', null, '整张表没有填'],
      [
        '说明',
        '河南小学',
        'odd/06-全角.xlsx',
        form,
        'E48',
        '教学及辅助用房总面积',
        '９９９９．５㎡',
        '数字按文本存放，已按 9999.5 读取',
      ],
    ]);
    const schools = await sheet('odd.xlsx', '学校数据');
    const [headings] = schools;
    const column = (name: string): unknown[] => {
      const at = headings!.indexOf(name);
      return schools.slice(1, 10).map((row) => row[at]);
    };
    expect(column('学校名称')).toEqual([
      '城关小学',
      '城关初中',
      '城南学校',
      '河东小学',
      '河西小学',
      '河南小学',
      '河北小学',
      '河口小学',
      '南山小学',
    ]);
    expect(column('教学及辅助用房面积')[5]).toBe(9999.5);
    expect(column('小学专任教师数')[6]).toBe(GOOD.primary.teachers);
    expect(column('网络多媒体教室数')[6]).toBe('#REF!');
    expect(column('网络多媒体教室数')[0]).toBe(GOOD.primary.multimediaRooms);
    const answers = await sheet('odd.xlsx', '收集明细');
    expect(answers.filter((row) => row[0] === '否').map((row) => row[1])).toEqual([
      'odd/03-重复.xlsx',
    ]);
  });

  it('gives each form, and each file without one, as a line of JSON', async () => {
    const { out } = await junheng('collect', 'odd', '-o', 'json.xlsx', '--json', '--lang', 'en');
    const line = z.strictObject({
      file: z.string(),
      sheet: z.string().nullable(),
      school: z.string().nullable(),
      code: z.string().nullable(),
      used: z.boolean(),
      issues: z.array(
        z.strictObject({
          code: z.string(),
          kind: z.string(),
          cell: z.string().nullable(),
          field: z.string().nullable(),
          actual: z.string(),
          message: z.string(),
        }),
      ),
    });
    const lines = out
      .trim()
      .split('\n')
      .map((text) => line.parse(JSON.parse(text)));
    expect(lines).toHaveLength(15);
    expect(lines.filter(({ used }) => used)).toHaveLength(9);
    expect(lines[1]).toMatchObject({
      file: 'odd/02-缺项.xlsx',
      school: '城关初中',
      used: true,
      issues: [{ code: 'answer-missing', kind: 'missing', cell: 'E48', message: 'Not filled in' }],
    });
  });

  it('gives the same county on one thread and on several', async () => {
    const many = Array.from({ length: 130 }, (_, index) => {
      const code = String(3_141_000_100 + ((index * 37) % 130));
      return [
        `${String(index).padStart(3, '0')}.xlsx`,
        form({ ...GOOD.primary, code, name: code }),
      ] as const;
    });
    await write('many', new Map(many));
    const { code, out } = await junheng('collect', 'many', '-o', 'many.xlsx');
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      '共 130 个文件，读出 130 张采集表，写入学校数据 130 所。',
    ]);
    const codes = (await sheet('many.xlsx', '学校数据')).slice(1, 131).map((row) => row[0]);
    expect(codes).toEqual(Array.from({ length: 130 }, (_, index) => String(3_141_000_100 + index)));
  });

  it('tells what is missing or doubled by exit code 1', async () => {
    const { code } = await junheng('collect', 'odd/02-缺项.xlsx', 'good/a.xlsx', '-o', 'one.xlsx');
    expect(code).toBe(1);
  });

  it('writes nothing where there is no form: exit code 2, for an empty folder as well', async () => {
    const wrong = await junheng('collect', 'odd/09-工资表.xlsx', '-o', 'none.xlsx');
    expect([wrong.code, wrong.complaint]).toEqual([2, '没有读到任何采集表，没有写出文件。\n']);
    const empty = await junheng('collect', 'empty', '-o', 'none.xlsx');
    expect([empty.code, empty.complaint.split('\n')[0]]).toEqual([
      2,
      '“empty”没有找到任何工作簿（.xlsx 或 .xls）。',
    ]);
    expect(await readdir(folder)).not.toContain('none.xlsx');
  });

  it('leaves a county that exists alone until --replace, and then keeps what is not collected', async () => {
    await junheng('collect', 'good/a.xlsx', 'good/b.xlsx', '-o', 'twice.xlsx');
    const before = await readFile(path.join(folder, 'twice.xlsx'));
    const refused = await junheng('collect', 'good/c.xlsx', '-o', 'twice.xlsx');
    expect(refused.code).toBe(2);
    expect(refused.complaint).toContain('twice.xlsx：文件已经存在，没有改动它');
    expect(await readFile(path.join(folder, 'twice.xlsx'))).toEqual(before);
    const { code, out } = await junheng(
      'collect',
      'good/c.xlsx',
      '-o',
      'twice.xlsx',
      '--replace',
      '--all',
    );
    expect(code).toBe(0);
    expect(out).toContain('没有收到这所学校的表，沿用原来学校数据第 2 行');
    const rows = await sheet('twice.xlsx', '学校数据');
    expect(rows.slice(1, 4).map((row) => row[1])).toEqual(['城关小学', '城关初中', '城南学校']);
  });

  it('does not take the county for a form when it lies among them', async () => {
    await write('among', new Map([['a.xlsx', form(GOOD.primary)]]));
    expect((await junheng('collect', 'among', '-o', 'among/county.xlsx')).code).toBe(0);
    expect((await junheng('collect', 'among', '-o', 'among/county.xlsx', '--replace')).code).toBe(
      0,
    );
    const named = await junheng('collect', 'among/a.xlsx', '-o', 'among/a.xlsx', '--replace');
    expect([named.code, named.complaint]).toEqual([
      2,
      expect.stringContaining('输出文件与输入文件相同'),
    ]);
  });

  it('names a file that is gone, and goes on with the others', async () => {
    const { code, out } = await junheng('collect', 'good/a.xlsx', 'gone.xlsx', '-o', 'l.xlsx');
    expect(code).toBe(2);
    expect(out).toContain('[无法读取] gone.xlsx：');
    expect((await sheet('l.xlsx', '学校数据'))[1]![1]).toBe('城关小学');
  });
});

describe('junheng template --form', () => {
  it('writes a blank form that is collected as one that nobody filled in', async () => {
    expect((await junheng('template', '--form', '-o', 'form.xlsx')).code).toBe(0);
    const { code, out } = await junheng('collect', 'form.xlsx', 'good/a.xlsx', '-o', 'f.xlsx');
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('form.xlsx ! 学校采集表：整张表没有填'),
    ]);
  });
});

describeWithLibreOffice('the form and the county in LibreOffice', () => {
  it('open, and say the same when they are saved again', async () => {
    const names = ['good/c.xlsx', 'county.xlsx'] as const;
    const files = new Map<string, Uint8Array>();
    for (const name of names) files.set(name, await readFile(path.join(folder, name)));
    for (const [name, bytes] of recalculate(files)) {
      await writeFile(path.join(folder, path.basename(name)), bytes);
    }
    expect((await junheng('collect', 'c.xlsx', '-o', 'again.xlsx')).code).toBe(0);
    const rows = await sheet('again.xlsx', '学校数据');
    const original = await sheet('county.xlsx', '学校数据');
    expect(rows[1]!.slice(0, 20)).toEqual(original[3]!.slice(0, 20));
  });
});
