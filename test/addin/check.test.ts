import { expect, it } from '@jest/globals';
import { SEVERITIES } from '../../src/assessment/finding-codes';
import { domainTexts } from '../../src/locales/domain-texts';
import { formatDecimal } from '../../src/locales/format-number';
import { STAGES } from '../../src/standard/stage';
import { largeCounty } from '../hosts/contract/large-county';
import type { ChromiumHost } from '../standin/chromium-host';
import { workbookFromXlsx } from '../standin/workbook-from-xlsx';
import { WORDS, describeInExcel, engineCheck, sampleFile, sampleWorkbook } from './in-excel';

const { severities, stages } = domainTexts('zh-CN');
/** Rows of the sample's 43 columns that are read at once, with room to spare. */
const ROWS_IN_BLOCK = 2_500;

/** Makes Excel answer nothing from the given request on, until it is let go. */
function holdBack(host: ChromiumHost, after: number): { readonly letGo: () => void } {
  const answer = host.query.bind(host);
  let letGo = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let asked = 0;
  host.query = async (...request) => {
    asked += 1;
    if (asked > after) await released;
    return answer(...request);
  };
  return {
    letGo: () => {
      letGo();
    },
  };
}

describeInExcel('The first run', (addIn) => {
  it('offers a template and a sample county in an empty workbook', async () => {
    await addIn.open();
    await addIn.pane.getByRole('heading', { name: WORDS.firstRun.title }).waitFor();
    await addIn.button(WORDS.firstRun.template.label).click();
    await addIn.waitForNotice('已新增工作表');
    expect(addIn.sheetNames()).toContain('学校数据');
    expect(addIn.host.cell('学校数据!A1')?.value).toBe('学校标识码');
  });

  it('brings the sample county, whose check is the engine’s', async () => {
    await addIn.open();
    await addIn.button(WORDS.firstRun.sample.label).click();
    await addIn.waitForNotice('已新增工作表');
    await addIn.check();
    const check = await engineCheck();
    expect(await addIn.tab('findings').innerText()).toBe(
      `${WORDS.tabs.findings}${check.findings.length}`,
    );
  });
});

describeInExcel('Checking a county', (addIn) => {
  it('gives the verdict and the counts of the engine', async () => {
    const check = await engineCheck();
    await addIn.open(await sampleWorkbook());
    await addIn.check();
    const { pane } = addIn;
    const card = pane.getByRole('region', { name: WORDS.check.verdicts[check.verdict] });
    const counts = SEVERITIES.flatMap((severity) => {
      const count = check.findings.filter((finding) => finding.severity === severity).length;
      return count === 0 ? [] : [`${severities[severity]} ${count}`];
    });
    expect(check.verdict).toBe('fail');
    expect(await card.getByRole('list').last().getByRole('listitem').allInnerTexts()).toEqual(
      counts,
    );
    for (const stage of STAGES) {
      const summary = check.assessment?.stages[stage];
      const figures = pane.getByRole('region', { name: stages[stage] }).locator('dl dd');
      const [schools, students, passing] = await figures.allInnerTexts();
      expect(schools).toBe(String(summary?.schools));
      expect(students).toBe(formatDecimal(summary?.students ?? 0, 0));
      expect(passing?.split(' ')[0]).toBe(String(summary?.passing));
    }
  });

  it('takes eight round trips and one a block, and four to mark', async () => {
    const workbook = await sampleWorkbook();
    const blocks = workbook.sheets.length;
    await addIn.open(workbook);
    const checked = await addIn.roundTripsOf(() => addIn.check());
    const marked = await addIn.roundTripsOf(async () => {
      await addIn.button(WORDS.check.markAgain).click();
      await addIn.waitForNotice('已标记');
    });
    expect(marked).toBeLessThanOrEqual(4);
    // The first marks find none to replace: a round trip less.
    expect(checked - 3).toBeLessThanOrEqual(8 + blocks);
  });

  it('shows the cell of the finding that is clicked', async () => {
    const { findings } = await engineCheck();
    await addIn.open(await sampleWorkbook());
    await addIn.check();
    await addIn.goTo('findings');
    for (const finding of findings.filter(({ sheet }) => sheet === '学校数据').slice(1, 4)) {
      const place = `${finding.sheet ?? ''}!${finding.cell ?? ''}`;
      await addIn.findings(place).first().getByRole('button').first().click();
      await addIn.selected(place);
    }
  });

  it('reads a hidden 学校数据, says so, and tells how to see a cell of it', async () => {
    const workbook = await sampleWorkbook();
    const sheet = workbook.sheets.find(({ name }) => name === '学校数据')!;
    sheet.visibility = 'Hidden';
    workbook.activeSheetId = workbook.sheets.find(({ visibility }) => visibility === 'Visible')!.id;
    await addIn.open(workbook);
    await addIn.check();
    await addIn.goTo('findings');
    await addIn.pane.getByRole('searchbox').fill('隐藏');
    await addIn.findings('学校数据').first().getByRole('button').first().click();
    await addIn.waitForNotice('找不到工作表“学校数据”，或它被隐藏。');
    expect(addIn.host.sheet('学校数据').visibility).toBe('Hidden');
  });

  it('tells a workbook without 学校数据 what to do next', async () => {
    await addIn.open({ sheets: [{ name: '花名册', rows: [['姓名'], ['张三']] }] });
    await addIn.check();
    await addIn.pane.getByRole('heading', { name: WORDS.firstRun.noSchools }).waitFor();
    expect(await addIn.pane.getByText(WORDS.firstRun.noSchoolsAbout).isVisible()).toBe(true);
    expect(await addIn.button(WORDS.firstRun.template.label).isVisible()).toBe(true);
    await addIn.button(WORDS.firstRun.chooseSheet).click();
    await addIn.pane.getByRole('textbox', { name: WORDS.settings.sheet }).waitFor();
  });

  it('stops when it is cancelled, and leaves the workbook and the pane as they were', async () => {
    await addIn.open(await sampleWorkbook());
    const before = addIn.host.save();
    const excel = holdBack(addIn.host, 3);
    await addIn.button(WORDS.check.start).click();
    await addIn.button(WORDS.cancel).click();
    excel.letGo();
    await addIn.waitForNotice(WORDS.notices.cancelled);
    expect(await addIn.button(WORDS.check.start).isVisible()).toBe(true);
    expect(addIn.host.save()).toEqual(before);
    await addIn.check();
  });
});

describeInExcel('Ten thousand schools', (addIn) => {
  it('are checked and listed, drawing only the findings in view', async () => {
    const file = await largeCounty(sampleFile(), 10_000);
    await addIn.open(await workbookFromXlsx(file, '大县.xlsx'));
    const checked = await addIn.roundTripsOf(() => addIn.check());
    expect(checked - 3).toBeLessThanOrEqual(8 + Math.ceil(10_001 / ROWS_IN_BLOCK));
    expect(await addIn.pane.locator('dl dd').first().innerText()).toMatch(/^\d,\d{3}$/);
    await addIn.goTo('findings');
    const rows = addIn.pane.getByRole('list', { name: WORDS.findings.list }).getByRole('listitem');
    await rows.first().waitFor();
    const total = await addIn.pane.getByRole('status').first().innerText();
    expect(Number(/共 ([\d,]+) 条/.exec(total)?.[1]?.replaceAll(',', ''))).toBeGreaterThan(1_000);
    expect(await rows.count()).toBeLessThan(60);
    await rows.first().getByRole('button').first().focus();
    await addIn.host.page.keyboard.press('End');
    await addIn.pane.waitForFunction(() =>
      [...document.querySelectorAll('[role=listitem]')].some((row) =>
        /第 ([\d]+) 条，共 \1 条/.test(row.textContent),
      ),
    );
    expect(await rows.count()).toBeLessThan(60);
  });
});
