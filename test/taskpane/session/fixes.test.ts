import { describe, expect, it } from '@jest/globals';

import { finding } from '../../../src/assessment/finding-codes';
import { HostError } from '../../../src/hosts/host-error';
import { fixedNumber } from '../../../src/taskpane/session/fixes';
import { at, JUNIOR, ofCode, PRIMARY, said, schools, start } from './session-on-memory';

const MESSY = schools({ ...PRIMARY, 小学骨干教师数: '8' }, { ...JUNIOR, 初中骨干教师数: '８' });

function textNumber(actual: string, read: number): number | null {
  return fixedNumber(
    finding('full-width-number', { sheet: '学校数据', cell: 'C4', actual, parameters: { read } }),
  );
}

describe('a safe fix', () => {
  it.each([
    ['120', 120],
    ['１２０', 120],
    ['1,200人', 1200],
    ['12万元', 12],
  ])('makes a number of %s', (actual, number) => {
    expect(textNumber(actual, number)).toBe(number);
  });

  it('is not that of an amount in another unit of money than its column', () => {
    expect(textNumber('1200000元', 120)).toBeNull();
  });

  it('is not that of a text that is no number, nor of any other finding', () => {
    expect(textNumber('待报', 0)).toBeNull();
    expect(
      fixedNumber(finding('not-a-number', { sheet: '学校数据', cell: 'C4', actual: '120' })),
    ).toBeNull();
    expect(fixedNumber(finding('number-as-text', { sheet: '学校数据', actual: '120' }))).toBeNull();
  });
});

describe('mending cells', () => {
  it('writes the numbers, checks again and says how many', async () => {
    const { host, session } = start([MESSY]);
    await session.check();
    const fixable = session.findings().filter((one) => session.isFixable(one));
    expect(fixable).toHaveLength(2);
    await session.fix(session.findings());
    expect(host.cell('学校数据', at('小学骨干教师数', 1))).toBe(8);
    expect(host.cell('学校数据', at('初中骨干教师数', 2))).toBe(8);
    expect(session.findings().filter((one) => session.isFixable(one))).toEqual([]);
    expect(said(session)).toEqual(['success', { kind: 'fixed', cells: 2 }]);
    expect(session.state().undoableCells).toBe(2);
    expect(session.state().stale).toBe(false);
  });

  it('is undone to exactly what was there', async () => {
    const { host, session } = start([MESSY]);
    const before = host.sheet('学校数据').rows.map((row) => [...row]);
    await session.check();
    await session.fix(session.findings());
    await session.undoFix();
    expect(host.sheet('学校数据').rows).toEqual(before);
    expect(said(session)).toEqual(['success', { kind: 'undone', cells: 2 }]);
    expect(session.state().undoableCells).toBe(0);
    expect(ofCode(session, 'full-width-number')).toHaveLength(1);
    await session.undoFix();
    expect(said(session)).toBeNull();
  });

  it('leaves a formula that gives the text, and says that not all was mended', async () => {
    const { host, session } = start([MESSY]);
    const cell = at('小学骨干教师数', 1);
    host.type('学校数据', cell, { formula: '"8"' });
    await session.check();
    await session.fix(session.findings());
    expect(host.cell('学校数据', cell)).toEqual({ formula: '"8"' });
    expect(host.cell('学校数据', at('初中骨干教师数', 2))).toBe(8);
    expect(said(session)).toEqual(['warning', { kind: 'fixed', cells: 1 }]);
    expect(session.state().undoableCells).toBe(1);
  });

  it('leaves a cell that holds something else since the check', async () => {
    const { host, session } = start([MESSY]);
    await session.check();
    const cell = at('小学骨干教师数', 1);
    const [warning] = ofCode(session, 'number-as-text');
    host.type('学校数据', cell, 12);
    await session.fix([warning!]);
    expect(host.cell('学校数据', cell)).toBe(12);
    expect(said(session)).toEqual(['warning', { kind: 'fixed', cells: 0 }]);
    expect(session.state().undoableCells).toBe(0);
  });

  it('changes nothing on a protected sheet, and says so', async () => {
    const { host, session } = start([MESSY]);
    await session.check();
    host.sheet('学校数据').protected = true;
    await session.fix(session.findings());
    expect(host.cell('学校数据', at('小学骨干教师数', 1))).toBe('8');
    expect(said(session)).toEqual([
      'error',
      { kind: 'host-error', code: 'sheet-protected', subject: '学校数据' },
    ]);
    expect(session.state().undoableCells).toBe(0);
  });

  it('can still be undone when the check after it fails', async () => {
    const { host, session } = start([MESSY]);
    await session.check();
    host.failures.set('heads', new HostError('cell-editing'));
    await session.fix(session.findings());
    expect(session.state().undoableCells).toBe(2);
    expect(session.state().stale).toBe(true);
    await session.undoFix();
    expect(host.cell('学校数据', at('小学骨干教师数', 1))).toBe('8');
  });

  it.each([
    ['an edit of a mended cell', at('小学骨干教师数', 1)],
    ['rows inserted or deleted', null],
  ])('cannot be undone after %s', async (_, range) => {
    const { host, session } = start([MESSY]);
    await session.check();
    await session.fix(session.findings());
    host.change({ sheet: '学校数据', range });
    expect(session.state().undoableCells).toBe(0);
  });

  it('can be undone after an edit elsewhere', async () => {
    const { host, session } = start([MESSY]);
    await session.check();
    await session.fix(session.findings());
    host.change({ sheet: '学校数据', range: 'A1:B2' });
    expect(session.state().undoableCells).toBe(2);
  });
});
