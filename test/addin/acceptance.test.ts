import { expect, it } from '@jest/globals';
import { domainTexts } from '../../src/locales/domain-texts';
import { WORDS, describeInExcel, engineCheck, sampleWorkbook } from './in-excel';

const REASON = '已与学校核实，数据属实';
const { severities } = domainTexts('zh-CN');

describeInExcel('A warning accepted with a reason', (addIn) => {
  it('is kept in 情况说明, and still accepted when the pane is opened again', async () => {
    const { findings } = await engineCheck();
    const warning = findings.find(
      ({ severity, cell, school }) => severity === 'warning' && cell !== null && school !== null,
    )!;
    const place = `${warning.sheet ?? ''}!${warning.cell ?? ''}`;
    await addIn.open(await sampleWorkbook());
    await addIn.check();
    await addIn.goTo('findings');
    await addIn.pane.getByRole('searchbox').fill(place);
    const row = addIn.findings(severities.warning).filter({ hasText: place }).first();
    await row.getByRole('button', { name: WORDS.findings.details }).click();
    await row.getByRole('button', { name: WORDS.findings.accept }).click();
    const submit = row.getByRole('button', { name: WORDS.findings.acceptDone, exact: true });
    await submit.click();
    await row.getByText(WORDS.findings.reasonNeeded).waitFor();
    await row.getByRole('textbox', { name: WORDS.findings.reason }).fill(REASON);
    await row.getByRole('textbox', { name: WORDS.findings.by }).fill('=张三');
    await submit.click();
    await addIn.waitForNotice(WORDS.notices.accepted);

    const line = 'ABCDEFG'.split('').map((column) => addIn.host.cell(`情况说明!${column}2`));
    expect(line.map((cell) => cell?.value ?? null).slice(0, 6)).toEqual([
      warning.code,
      warning.school,
      warning.indicator,
      place,
      REASON,
      '=张三',
    ]);
    expect(line.map((cell) => cell?.formula)).toEqual(line.map(() => undefined));
    expect(line[6]?.value).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);

    await addIn.reopen();
    await addIn.check();
    await addIn.goTo('findings');
    await addIn.pane.getByRole('searchbox').fill(place);
    const found = addIn.findings(place).filter({ hasText: REASON });
    expect(await found.first().innerText()).toContain(
      WORDS.findings.acceptedBecause.replace('{reason}', REASON),
    );
    expect(await addIn.pane.getByRole('status').first().innerText()).toContain('已接受 1 条');
  });
});
