import { expect, it } from '@jest/globals';
import { reportTexts } from '../../src/locales/report-texts';
import { SHEET_KEYS } from '../../src/reports/sheet-keys';
import { planSummary } from '../../src/reports/summary';
import { localDay } from '../../src/workbook/ledger-dates';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';
import type { FormulaEvaluator } from '../standin/excel-host';
import { addSheet } from '../standin/workbook-model';
import { WORDS, describeInExcel, engineCheck, sampleWorkbook } from './in-excel';
import { FIRST_SUMMARY } from '../reports/first-summary';

const { sheetNames } = reportTexts('zh-CN');
/** All sheets but 年度对比, which takes last year's workbook. */
const NAMES = SHEET_KEYS.filter((key) => key !== 'year_on_year').map((key) => sheetNames[key]);

/** Excel's arithmetic over the summary sheets: each formula's result, as the plan foresees it. */
function calculated(check: WorkbookCheck): FormulaEvaluator {
  const results = new Map(
    planSummary(check, { ...FIRST_SUMMARY, today: localDay(new Date()) }).flatMap(
      ({ name, rows }) =>
        rows.flatMap(({ number, cells }) =>
          cells.map(({ column, value }) => [`${name}|${number - 1}|${column}`, value] as const),
        ),
    ),
  );
  return (_formula, { name }, { row, column }) => results.get(`${name}|${row}|${column}`);
}

describeInExcel('Summary sheets', (addIn) => {
  const dialog = () => addIn.pane.getByRole('dialog');

  /** Checks, and asks for all summary sheets; the question is on screen then. */
  const ask = async (): Promise<void> => {
    await addIn.goTo('summary');
    await addIn.button(WORDS.summary.write).click();
    await dialog().waitFor();
  };

  const write = async (): Promise<void> => {
    await ask();
    await dialog().getByRole('button', { name: WORDS.summary.confirm }).click();
    await addIn.waitForNotice('已写入');
    await dialog().waitFor({ state: 'detached' });
  };

  /** The summary sheets as JSON, and their hidden names. */
  const written = (): unknown => {
    const { sheets, names } = addIn.host.save();
    // Charts are new ones each time, and so are the ids that Excel gives them.
    const withoutIds = (key: string, value: unknown): unknown => (key === 'id' ? undefined : value);
    const found = {
      sheets: sheets.filter(({ name }) => NAMES.includes(name)),
      names: names?.filter(({ name }) => name.startsWith('_junheng.')),
    };
    return JSON.parse(JSON.stringify(found, withoutIds));
  };

  it('are written twice as the same sheets, none doubled, in twelve round trips', async () => {
    await addIn.open(await sampleWorkbook());
    const before = addIn.sheetNames();
    await addIn.check();
    const first = await addIn.roundTripsOf(write);
    expect(addIn.sheetNames()).toEqual(expect.arrayContaining([...before, ...NAMES]));
    expect(addIn.sheetNames()).toHaveLength(before.length + NAMES.length);
    const once = written();
    const names = addIn.sheetNames();

    const again = await addIn.roundTripsOf(async () => {
      await ask();
      expect(await dialog().getByRole('list', { name: WORDS.summary.replaced }).innerText()).toBe(
        NAMES.join('\n'),
      );
      await dialog().getByRole('button', { name: WORDS.summary.confirm }).click();
      await dialog().waitFor({ state: 'detached' });
      await addIn.waitForNotice('已写入');
    });
    expect(addIn.sheetNames()).toEqual(names);
    expect(written()).toEqual(once);
    expect(first).toBeLessThanOrEqual(12);
    expect(again).toBeLessThanOrEqual(12);
  });

  it('are not taken for data, are checked anew and gone to', async () => {
    const check = await engineCheck();
    await addIn.open(await sampleWorkbook(), { evaluateFormula: calculated(check) });
    await addIn.check();
    await write();
    await addIn.button(`转到“${sheetNames.overview}”`).click();
    await addIn.selected(`${sheetNames.overview}!A1`);
    await addIn.goTo('check');
    await addIn.check();
    expect(await addIn.tab('findings').innerText()).toBe(
      `${WORDS.tabs.findings}${check.findings.length}`,
    );
  });

  it('replace a sheet of the person’s own only when they agree', async () => {
    const workbook = await sampleWorkbook();
    addSheet(workbook, sheetNames.overview).cells.set(0, { value: '我的评估' });
    await addIn.open(workbook);
    const mine = addIn.host.save().sheets.find(({ name }) => name === sheetNames.overview);
    await addIn.check();
    await ask();
    const confirm = dialog().getByRole('button', { name: WORDS.summary.confirm });
    expect(await confirm.getAttribute('aria-disabled')).toBe('true');
    await dialog().getByRole('button', { name: WORDS.cancel }).click();
    await dialog().waitFor({ state: 'detached' });
    expect(addIn.host.save().sheets.find(({ name }) => name === sheetNames.overview)).toEqual(mine);
    await ask();
    await dialog().getByRole('checkbox', { name: WORDS.summary.consent }).click();
    await confirm.click();
    await addIn.waitForNotice('已写入');
    expect(addIn.sheetNames().filter((name) => name === sheetNames.overview)).toHaveLength(1);
    expect(addIn.host.save().sheets.find(({ name }) => name === sheetNames.overview)).not.toEqual(
      mine,
    );
  });

  it('are not begun where the workbook’s structure is protected', async () => {
    const workbook = await sampleWorkbook();
    workbook.structureProtected = true;
    await addIn.open(workbook);
    await addIn.check();
    const before = addIn.host.save();
    await ask();
    await dialog().getByRole('button', { name: WORDS.summary.confirm }).click();
    await addIn.waitForNotice(WORDS.notices.hostErrors['workbook-protected'].next);
    expect(addIn.host.save()).toEqual(before);
  });
});
