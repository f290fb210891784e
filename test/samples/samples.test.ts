import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sampleCountySchools } from '../../scripts/samples/sample-county';
import { FORM_PROBLEMS } from '../../scripts/samples/sample-form';
import { sampleFiles } from '../../scripts/samples/sample-files';
import { openWorkbookSource } from '../../src/hosts/xlsx/open-workbook-source';
import { CN_2017 } from '../../src/standard/cn-2017';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';

const folder = path.join(__dirname, '../../assets/samples');

async function checkOf(name: string): Promise<WorkbookCheck> {
  const bytes = readFileSync(path.join(folder, name));
  return checkWorkbook(await openWorkbookSource(bytes, name), { standard: CN_2017 });
}

describe('the sample workbooks', () => {
  it.each([...sampleFiles()])('are fresh: npm run samples does not change %s', (name, content) => {
    expect(Buffer.from(content).equals(readFileSync(path.join(folder, name)))).toBe(true);
  });

  it('hold a county in which everything meets the standard', async () => {
    const check = await checkOf('passing-county.xlsx');
    expect(check.verdict).toBe('pass');
    expect(check.overall).toBe('pass');
    expect(check.findings).toEqual([]);
    expect(check.finance.map(({ passes }) => passes)).toEqual([true, true, true]);
    expect(check.assessment?.stages.primary?.passing).toBe(
      check.assessment?.stages.primary?.schools,
    );
  });

  it('hold a county of which every planted problem is told, and judged as it should be', async () => {
    const check = await checkOf('sample-county.xlsx');
    expect(check.verdict).toBe('fail');
    for (const { school, finding } of sampleCountySchools().problems) {
      const told = check.findings.filter((one) => one.school === school).map(({ code }) => code);
      if (finding === null) expect([school, told]).toEqual([school, []]);
      else expect([school, told]).toEqual([school, expect.arrayContaining([finding])]);
    }
    const over = check.findings
      .filter(({ code }) => code === 'coefficient-over-limit')
      .map(({ stage, indicator }) => [stage, indicator]);
    expect(over).toEqual([
      ['primary', 'L2'],
      ['primary', 'L6'],
    ]);
  });

  it.each(FORM_PROBLEMS)('tell of $sheet, $place: $finding', async (problem) => {
    const check = await checkOf('sample-county.xlsx');
    const told = check.findings.filter(
      ({ code, sheet, parameters }) =>
        code === problem.finding &&
        sheet === problem.sheet &&
        Object.entries(problem.about).every(([name, value]) => parameters[name] === value),
    );
    expect(told).toHaveLength(1);
  });

  it('hold no other findings of the form than those planted, and an answer for every other part', async () => {
    const check = await checkOf('sample-county.xlsx');
    const sheets = new Set(FORM_PROBLEMS.map(({ sheet }) => sheet));
    const ofForm = check.findings.filter(({ sheet }) => sheet !== null && sheets.has(sheet));
    expect(ofForm.map(({ code }) => code).sort()).toEqual(
      FORM_PROBLEMS.map(({ finding }) => finding).sort(),
    );
    expect(check.parts).toEqual({
      resources: 'fail',
      government: 'fail',
      quality: 'fail',
      recognition: 'pass',
      veto: 'pass',
    });
    expect(check.finance.map(({ passes }) => passes)).toEqual([true, false, true]);
  });

  it('hold last year’s schools: one closed since, one not yet opened, one renamed, one larger', async () => {
    const [last, now] = await Promise.all([
      checkOf('sample-county-last-year.xlsx'),
      checkOf('sample-county.xlsx'),
    ]);
    const names = (check: WorkbookCheck): Set<string> =>
      new Set(check.assessment?.schools.map(({ school }) => school.name));
    const [before, after] = [names(last), names(now)];
    expect([...before].filter((name) => !after.has(name))).toEqual([
      '文昌街小学',
      '后沟教学点',
      '旧寨小学',
    ]);
    expect([...after].filter((name) => !before.has(name))).toEqual(['文昌小学', '育才小学']);
    expect(last.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('meet the bar at exactly 18 teachers for 2000 pupils, which plain floating point misses', async () => {
    const check = await checkOf('sample-county.xlsx');
    const school = check.assessment?.schools.find(
      (one) => one.school.name === '云岭县第一实验小学',
    );
    expect(school?.students).toBe(2000);
    expect((18 / 2000) * 100 >= 0.9).toBe(false);
    expect(school?.indicators[2]?.status).toBe('met');
  });
});
