import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { createSession } from '../../../src/taskpane/session/create-session';
import type { Session } from '../../../src/taskpane/session/session';
import { sampleSheets } from '../../../src/taskpane/session/sample-sheets';
import { createWorkbook } from '../../../src/ooxml/write/create-workbook';
import { SHEET_KEYS } from '../../../src/reports/sheet-keys';
import { keepRows } from '../../../src/workbook/sheet-cells';
import { ofCode, said } from './session-on-memory';

const SAMPLE = path.join(__dirname, '../../../assets/samples/sample-county.xlsx');
const LAST_YEAR = path.join(__dirname, '../../../assets/samples/sample-county-last-year.xlsx');

function open(bytes: Uint8Array): { readonly host: XlsxHost; readonly session: Session } {
  const host = XlsxHost.open(bytes, '云岭县.xlsx');
  const session = createSession(host, {
    language: 'zh-CN',
    now: () => '2026-03-05T12:00:00',
    sample: () => sampleSheets(readFileSync(SAMPLE)),
  });
  return { host, session };
}

describe('a session on a workbook file', () => {
  it('finds an accepted warning and the preferences again when the file is opened again', async () => {
    const { host, session } = open(readFileSync(SAMPLE));
    await session.check();
    const [warning] = ofCode(session, 'degree-exceeds-teachers');
    await session.accept(warning!, { reason: '=双学历\n另附说明', by: '李四' });
    await session.setPreferences({ standard: 'cn-2012', markAfterCheck: false });
    await session.setPreferences({ standard: 'cn-2017' });

    const { host: reopened, session: again } = open(host.bytes());
    await again.check();
    expect(ofCode(again, 'degree-exceeds-teachers').map(({ accepted }) => accepted)).toEqual([
      { reason: '=双学历\n另附说明', by: '李四', at: '2026-03-05 12:00' },
    ]);
    expect(again.state().preferences).toMatchObject({ standard: 'cn-2017', markAfterCheck: false });

    await again.accept(ofCode(again, 'code-malformed')[0]!, { reason: '待上级赋码', by: '' });
    const { session: third } = open(reopened.bytes());
    await third.check();
    expect(
      third
        .findings()
        .filter(({ accepted }) => accepted)
        .map(({ code }) => code),
    ).toEqual(expect.arrayContaining(['degree-exceeds-teachers', 'code-malformed']));
  });

  it('restores exactly what the cells held when a fix is undone', async () => {
    const { host, session } = open(readFileSync(SAMPLE));
    await session.check();
    const before = await keepRows(host, '学校数据');
    const fixable = session.findings().filter((one) => session.isFixable(one));
    expect(fixable.map(({ school, code }) => [school, code])).toEqual([
      ['启明小学', 'number-as-text'],
      ['西岭初级中学', 'full-width-number'],
    ]);
    await session.fix(fixable);
    expect(said(session)).toEqual(['success', { kind: 'fixed', cells: 2 }]);
    expect(ofCode(session, 'number-as-text')).toEqual([]);
    await session.undoFix();
    expect(await keepRows(host, '学校数据')).toEqual(before);
  });

  it('writes the summary sheets twice, the second time in place of the first', async () => {
    const { host, session } = open(readFileSync(SAMPLE));
    await session.compareWithLastYear({ name: '去年.xlsx', bytes: readFileSync(LAST_YEAR) });
    await session.write(SHEET_KEYS, false);
    const first = session.state().ownSheets;
    expect([...first.keys()].sort()).toEqual([...SHEET_KEYS].sort());
    expect((await session.questionBeforeWriting(SHEET_KEYS)).replaced).toEqual(
      SHEET_KEYS.map((key) => first.get(key)),
    );
    const sheets = (await host.heads()).map(({ name }) => name);
    await session.write(SHEET_KEYS, false);
    expect((await host.heads()).map(({ name }) => name)).toEqual(sheets);
    await session.check();
    expect(session.state().ownSheets).toEqual(first);
  });

  it('marks the sheets and takes the marks off again', async () => {
    const { session } = open(readFileSync(SAMPLE));
    await session.mark();
    const content = session.state().notice?.content;
    const rules = content?.kind === 'marked' ? content.rules : 0;
    expect(rules).toBeGreaterThan(10);
    await session.clearMarks();
    expect(said(session)).toEqual(['success', { kind: 'cleared', rules }]);
  });

  it('puts the sample county into an empty workbook', async () => {
    const empty = createWorkbook([
      {
        key: null,
        name: 'Sheet1',
        columnWidths: [],
        rows: [],
        merges: [],
        print: { orientation: 'portrait' },
        charts: [],
      },
    ]);
    const { session } = open(empty);
    await session.insertSample();
    await session.check();
    expect([session.state().check?.county, session.state().check?.verdict]).toEqual([
      '云岭县',
      'fail',
    ]);
    const { session: original } = open(readFileSync(SAMPLE));
    await original.check();
    expect(session.findings()).toEqual(original.findings());
  });
});
