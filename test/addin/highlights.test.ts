import { expect, it } from '@jest/globals';
import type { Finding } from '../../src/assessment/finding';
import { type WorkbookModel, childBag, emptyBag, nextId } from '../standin/workbook-model';
import { WORDS, describeInExcel, engineCheck, isOwn, sampleWorkbook } from './in-excel';

const SHEET = '学校数据';

/** The sample county, to which the person gave conditional formats of their own before. */
async function workbookWithOwnFormats(): Promise<WorkbookModel> {
  const workbook = await sampleWorkbook();
  const sheet = workbook.sheets.find(({ name }) => name === SHEET)!;
  for (const [column, formula] of [
    [8, 'I2>1000'],
    [2, 'LEN(C2)=0'],
  ] as const) {
    const content = emptyBag();
    childBag(content, 'rule').values['formula'] = formula;
    sheet.conditionalFormats.push({
      id: nextId(workbook),
      type: 'Custom',
      areas: [{ row: 1, column, rowCount: 60, columnCount: 1 }],
      stopIfTrue: false,
      content,
    });
  }
  return workbook;
}

/** A finding that one school's one figure is too small, which a larger figure mends. */
async function mendable(): Promise<Finding> {
  const { findings } = await engineCheck();
  const found = findings.find(
    ({ severity, cell, indicator, shortfall }) =>
      severity === 'fail' && cell !== null && indicator !== null && shortfall !== null,
  );
  if (found === undefined) throw new Error('The sample has no school below a threshold');
  return found;
}

describeInExcel('Marks on 学校数据', (addIn) => {
  const formats = () => addIn.host.sheet(SHEET).conditionalFormats;
  const others = () => structuredClone(formats().filter((format) => !isOwn(format)));

  it('are all ours, come after the person’s own, and go without a trace', async () => {
    await addIn.open(await workbookWithOwnFormats());
    const before = others();
    const contents = addIn.host.save();
    await addIn.check();
    const own = addIn.ownMarks(SHEET);
    expect(own.length).toBeGreaterThan(5);
    expect(others()).toEqual(before);
    expect(formats().slice(0, 2)).toEqual(before);
    expect(own.every(({ stopIfTrue }) => stopIfTrue)).toBe(true);

    const rules = (): unknown =>
      addIn.ownMarks(SHEET).map(({ areas, content }) => ({ areas, content }));
    const once = structuredClone(rules());
    await addIn.button(WORDS.check.markAgain).click();
    await addIn.waitForNotice('已标记');
    expect(rules()).toEqual(once);

    await addIn.button(WORDS.check.clear).click();
    await addIn.waitForNotice(WORDS.notices.cleared);
    expect(addIn.ownMarks(SHEET)).toEqual([]);
    expect(others()).toEqual(before);
    expect(addIn.host.save()).toEqual(contents);
  });

  it('stay as they are when a value is mended, and the live check drops the finding', async () => {
    const finding = await mendable();
    await addIn.open(await sampleWorkbook());
    await addIn.goTo('settings');
    await addIn.pane.getByRole('switch', { name: WORDS.settings.live.label }).click();
    await addIn.goTo('check');
    await addIn.check();
    const formulas = (): unknown => addIn.ownMarks(SHEET).map(({ content }) => content.children);
    const before = structuredClone(formulas());
    await addIn.goTo('findings');
    const place = `${finding.sheet ?? ''}!${finding.cell ?? ''}`;
    await addIn.pane.getByRole('searchbox').fill(place);
    const rows = addIn.findings(`${place} `);
    await rows.first().waitFor();
    const value = Number(addIn.host.cell(place)?.value);
    addIn.host.type(place, Math.ceil(value + 2 * (finding.shortfall ?? 0)));
    await rows
      .filter({ hasText: finding.school ?? '' })
      .first()
      .waitFor({ state: 'detached' });
    expect(formulas()).toEqual(before);
  });

  it('leave a protected sheet alone and say how to go on', async () => {
    const workbook = await workbookWithOwnFormats();
    workbook.sheets.find(({ name }) => name === SHEET)!.protection.protected = true;
    await addIn.open(workbook);
    const before = addIn.host.save();
    await addIn.check();
    await addIn.waitForNotice(`工作表“${SHEET}”受保护，没有做任何改动。`);
    await addIn.waitForNotice(WORDS.notices.hostErrors['sheet-protected'].next);
    expect(addIn.host.save()).toEqual(before);
    expect(
      await addIn.pane.getByRole('region', { name: WORDS.check.verdicts.fail }).isVisible(),
    ).toBe(true);
  });
});
