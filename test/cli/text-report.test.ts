import { describe, expect, it } from '@jest/globals';
import { textReport } from '../../src/cli/text-report';
import { CN_2017 } from '../../src/standard/cn-2017';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import { vetoSheet } from '../workbook/form-sheets';
import { MemorySource } from '../workbook/memory-source';
import type { MemorySheet } from '../workbook/memory-source';
import { GOOD_PRIMARY, schoolSheet } from '../workbook/school-sheet';

async function reportOf(...sheets: readonly MemorySheet[]): Promise<readonly string[]> {
  const source = new MemorySource([schoolSheet([GOOD_PRIMARY]), ...sheets]);
  return textReport(await checkWorkbook(source, { standard: CN_2017 }), 'zh-CN', false);
}

describe('the report for a terminal', () => {
  it('speaks of part 1 alone where there is nothing else', async () => {
    const text = (await reportOf()).join('\n');
    expect(text).not.toContain('一票否决');
    expect(text).not.toContain('教育经费');
  });

  it('lists the four parts, the veto and the verdict over all where one of them is filled in', async () => {
    expect(await reportOf(vetoSheet({ 2: '是' }))).toEqual(
      expect.arrayContaining([
        '四部分与一票否决',
        '  资源配置：达标',
        '  政府保障程度：无法判定',
        '  一票否决：未达标',
        '  总结论：未达标',
      ]),
    );
  });

  it('gives each year of growth its line', async () => {
    const lines = await reportOf({
      name: '教育经费',
      rows: [
        ['年份', '一般公共预算教育经费', '财政经常性收入'],
        [2022, 100, 100],
        [2023, 112.85, 100.19],
        [2024, 112.85, null],
      ],
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        '  2023 年：教育经费增长 12.85%，财政经常性收入增长 0.19%，高出 12.66 个百分点：通过',
        '  2024 年：教育经费增长 0.00%，财政经常性收入增长 —，高出 — 个百分点：无法判定',
      ]),
    );
  });
});
