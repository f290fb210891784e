import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expandInputs } from '../../src/cli/expand-inputs';

describe('inputs of the command line', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'junheng-inputs-'));
    await mkdir(path.join(folder, '乙县'));
    await Promise.all(
      ['甲县.xlsx', '~$甲县.xlsx', '说明.docx', '乙县/学校.xls', '乙县/b.XLSX'].map((name) =>
        writeFile(path.join(folder, name), ''),
      ),
    );
  });
  afterAll(() => rm(folder, { recursive: true }));
  const below = (files: readonly string[]): string[] =>
    files.map((file) => path.relative(folder, file).replaceAll('\\', '/'));

  it('are every workbook below a folder, without the locks of open ones', async () => {
    expect(below(await expandInputs([folder], 'zh-CN'))).toEqual([
      '乙县/b.XLSX',
      '乙县/学校.xls',
      '甲县.xlsx',
    ]);
  });

  it('are all that a pattern matches', async () => {
    expect(below(await expandInputs([`${folder}/**/*.xls`], 'zh-CN'))).toEqual(['乙县/学校.xls']);
  });

  it('are taken once, in the order typed, even where a file does not exist', async () => {
    const here = path.join(folder, '甲县.xlsx');
    const absent = path.join(folder, '无.xlsx');
    expect(below(await expandInputs([absent, here, here], 'zh-CN'))).toEqual([
      '无.xlsx',
      '甲县.xlsx',
    ]);
  });

  it('are complained of when a pattern matches nothing', async () => {
    await expect(expandInputs([`${folder}/*.xlsb`], 'zh-CN')).rejects.toThrow(
      '没有找到任何工作簿（.xlsx 或 .xls）',
    );
  });
});
