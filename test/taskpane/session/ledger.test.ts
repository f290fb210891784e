import { describe, expect, it } from '@jest/globals';
import { at, PRIMARY, said, schools, start } from './session-on-memory';

/** A school that lacks multimedia rooms. */
const SHORT = schools({ ...PRIMARY, 网络多媒体教室数: 1 });
const LEDGER = '整改台账';
const MEASURE = 'H4';

describe('整改台账 in the pane', () => {
  it('keeps what was typed into it after the last check, and asks for no other check', async () => {
    const { host, session } = start([SHORT]);
    await session.write(['ledger'], false);
    expect(host.cell(LEDGER, 'B4')).toMatch(/-L7$/);
    host.type(LEDGER, MEASURE, '九月前配齐');
    expect(session.state().stale).toBe(false);
    host.calls.length = 0;
    await session.write(['ledger'], false);
    expect(host.cell(LEDGER, MEASURE)).toBe('九月前配齐');
    expect(host.calls.slice(0, 3)).toEqual(['ownSheets', 'rows', 'writeSheets']);
  });

  it('strikes off what the workbook as it is now shows to be mended, on the day of the pane', async () => {
    const { host, session } = start([SHORT]);
    await session.write(['ledger'], false);
    host.type('学校数据', at('网络多媒体教室数', 1), 400);
    await session.write(['ledger'], false);
    expect([host.cell(LEDGER, 'K4'), host.cell(LEDGER, 'R4')]).toEqual([
      '是',
      '2026-03-05 复核已达标，销号',
    ]);
  });

  it('is not written over where its headings are gone, unless the person agrees', async () => {
    const { host, session } = start([SHORT]);
    await session.write(['ledger'], false);
    host.type(LEDGER, 'D3', '事项');
    host.type(LEDGER, MEASURE, '九月前配齐');
    expect((await session.questionBeforeWriting(['ledger'])).foreign).toEqual([LEDGER]);
    await session.write(['ledger'], false);
    expect(said(session)).toEqual([
      'error',
      { kind: 'host-error', code: 'foreign-sheets', subject: LEDGER },
    ]);
    expect(host.cell(LEDGER, MEASURE)).toBe('九月前配齐');
    await session.write(['ledger'], true);
    expect(host.cell(LEDGER, 'D3')).toBe('问题');
  });
});
