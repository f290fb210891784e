import { expect, it } from '@jest/globals';
import { reportTexts } from '../../src/locales/report-texts';
import { SHEET_KEYS } from '../../src/reports/sheet-keys';
import { WORDS, describeInExcel, sampleWorkbook } from './in-excel';

const { sheetNames } = reportTexts('zh-CN');
const SHEET = '学校数据';

describeInExcel('The ribbon', (addIn) => {
  it('checks now, bringing the pane into view', async () => {
    await addIn.open(await sampleWorkbook());
    addIn.host.paneVisible = false;
    await addIn.host.press('checkNow');
    expect(addIn.host.paneVisible).toBe(true);
    expect(addIn.ownMarks(SHEET).length).toBeGreaterThan(5);
    await addIn.pane.getByRole('region', { name: WORDS.check.verdicts.fail }).waitFor();
  });

  it('writes the summary sheets without a check before, and shows the first', async () => {
    await addIn.open(await sampleWorkbook());
    await addIn.host.press('writeSummary');
    expect(addIn.sheetNames()).toEqual(
      expect.arrayContaining(
        // 年度对比 takes last year's workbook.
        SHEET_KEYS.filter((key) => key !== 'year_on_year').map((key) => sheetNames[key]),
      ),
    );
    expect(addIn.host.activeSheet().name).toBe(sheetNames.overview);
    await addIn.host.press('writeSummary');
    expect(new Set(addIn.sheetNames()).size).toBe(addIn.sheetNames().length);
  });

  it('clears the marks of an earlier session', async () => {
    await addIn.open(await sampleWorkbook());
    await addIn.host.press('checkNow');
    expect(addIn.ownMarks(SHEET)).not.toEqual([]);
    await addIn.reopen();
    await addIn.host.press('clearHighlights');
    expect(addIn.ownMarks(SHEET)).toEqual([]);
  });

  it('opens the help, which lies beside the pane', async () => {
    await addIn.open();
    const opened = addIn.host.context.waitForEvent('page');
    await addIn.host.press('showHelp');
    const help = await opened;
    await help.getByText('EDU.DIFFCOEF').first().waitFor();
    expect(new URL(help.url()).pathname).toBe('/help.html');
  });

  it('shows in the pane what a command could not do', async () => {
    await addIn.open({ sheets: [{ name: '空' }] });
    addIn.host.paneVisible = false;
    await addIn.host.press('checkNow');
    await addIn.pane.getByRole('heading', { name: WORDS.firstRun.noSchools }).waitFor();
    expect(addIn.host.paneVisible).toBe(true);
  });
});
