import { describe, expect, it } from '@jest/globals';

import { HostError } from '../../../src/hosts/host-error';
import { CN_2017 } from '../../../src/standard/cn-2017';
import {
  at,
  JUNIOR,
  ofCode,
  PRIMARY,
  said,
  schools,
  start,
  TWO_SCHOOLS,
} from './session-on-memory';

describe('a session before anything is asked of it', () => {
  it('is idle, under the national standard of 2017, with nothing checked', () => {
    const { session } = start();
    expect(session.state()).toEqual({
      capabilities: { selection: true, changeEvents: true, customFunctions: true, charts: true },
      preferences: {
        language: 'zh-CN',
        standard: 'cn-2017',
        ownStandard: null,
        switches: {},
        sheet: null,
        live: false,
        markAfterCheck: true,
        dueDays: 'calendar',
      },
      standard: CN_2017,
      activity: { kind: 'idle' },
      check: null,
      stale: false,
      marked: false,
      scope: 'everything',
      selection: null,
      undoableAnswers: 0,
      lastYear: null,
      undoableCells: 0,
      ownSheets: new Map(),
      notice: null,
    });
    expect(session.findings()).toEqual([]);
  });
});

describe('a check', () => {
  it('judges the workbook, marks it and leaves the pane idle', async () => {
    const { host, session } = start();
    const kinds: string[] = [];
    session.subscribe(() => {
      const { kind } = session.state().activity;
      if (kinds.at(-1) !== kind) kinds.push(kind);
    });
    await session.check();
    const { check, stale, marked, activity } = session.state();
    expect(check?.reading?.schools.map(({ name }) => name)).toEqual([
      '城关镇第一小学',
      '城关镇第一初级中学',
    ]);
    expect([stale, marked, activity]).toEqual([false, true, { kind: 'idle' }]);
    expect(kinds).toEqual(['idle', 'checking', 'marking', 'idle']);
    expect(host.highlights?.sheets.map(({ sheet }) => sheet)).toEqual(['学校数据']);
    expect(said(session)).toBeNull();
  });

  it('leaves the sheets alone where marks are not wanted', async () => {
    const { host, session } = start();
    await session.setPreferences({ markAfterCheck: false });
    await session.check();
    expect(host.highlights).toBeNull();
    expect(session.state().marked).toBe(false);
  });

  it('knows the sheets of ours without asking for them again', async () => {
    const { host, session } = start([
      TWO_SCHOOLS,
      { name: '评估总览', rows: [['评估总览']], key: 'overview' },
    ]);
    await session.check();
    expect(session.state().ownSheets).toEqual(new Map([['overview', '评估总览']]));
    expect(host.calls.filter((call) => call === 'ownSheets')).toHaveLength(1);
  });

  it('tells in a notice that a sheet is protected, and keeps what it found', async () => {
    const { session } = start([{ ...TWO_SCHOOLS, protected: true }]);
    await session.check();
    expect(said(session)).toEqual([
      'error',
      { kind: 'host-error', code: 'sheet-protected', subject: '学校数据' },
    ]);
    expect(session.state().check?.basis).toBe('schools');
    expect(session.state().marked).toBe(false);
    expect(session.state().activity).toEqual({ kind: 'idle' });
  });

  it('tells of a failure of the program itself and can be tried again', async () => {
    const { host, session } = start();
    host.failures.set('heads', new Error('out of memory'));
    await session.check();
    expect(said(session)).toEqual(['error', { kind: 'unexpected', detail: 'out of memory' }]);
    expect(session.state().check).toBeNull();
    await session.check();
    expect(said(session)).toBeNull();
    expect(session.state().check?.basis).toBe('schools');
  });

  it('finds no school in a workbook without 学校数据, and marks nothing', async () => {
    const { host, session } = start([{ name: 'Sheet1', rows: [] }]);
    await session.check();
    expect(session.findings().map(({ code }) => code)).toEqual(['no-school-sheet']);
    expect(host.calls).not.toContain('applyHighlights');
  });

  it('stops in the middle when cancelled, and keeps the check of before', async () => {
    const { host, session } = start();
    await session.check();
    const before = session.state().check;
    let blocks = 0;
    host.beforeBlock = () => {
      blocks += 1;
      session.cancel();
      return Promise.resolve();
    };
    await session.check();
    expect(blocks).toBe(1);
    expect(session.state().check).toBe(before);
    expect(session.state().activity).toEqual({ kind: 'idle' });
    expect(said(session)).toEqual(['warning', { kind: 'cancelled' }]);
  });

  it('gives way to a second check without a word', async () => {
    const { host, session } = start();
    const notices = new Set<string>();
    session.subscribe(() => {
      const { notice } = session.state();
      if (notice !== null) notices.add(notice.content.kind);
    });
    const seconds: Promise<void>[] = [];
    host.beforeBlock = () => {
      if (seconds.length === 0) seconds.push(session.check());
      return Promise.resolve();
    };
    await session.check();
    expect(session.state().check).toBeNull();
    await Promise.all(seconds);
    expect(session.state().check?.basis).toBe('schools');
    expect(notices).toEqual(new Set());
    expect(host.calls.filter((call) => call === 'applyHighlights')).toHaveLength(1);
  });

  it('is one check when asked for twice before it begins', async () => {
    const { host, session } = start();
    await Promise.all([session.check(), session.check(), session.check()]);
    expect(host.calls.filter((call) => call === 'heads')).toHaveLength(1);
  });

  it('shows how far it is by the rows of the check before', async () => {
    const { host, session } = start([schools(PRIMARY, JUNIOR, { ...PRIMARY, 学校名称: '三小' })]);
    await session.check();
    const seen: (number | null)[] = [];
    host.beforeBlock = () => {
      const { activity } = session.state();
      if (activity.kind === 'checking') seen.push(activity.progress);
      return Promise.resolve();
    };
    await session.check();
    expect(seen).toEqual([null, 0.5]);
  });

  it('is stale after an edit, and at once when the edit fell into the check', async () => {
    const { host, session } = start();
    await session.check();
    host.type('学校数据', at('小学在校生数', 1), 400);
    expect(session.state().stale).toBe(true);
    host.beforeBlock = () => {
      host.beforeBlock = () => Promise.resolve();
      host.type('学校数据', at('小学在校生数', 1), 300);
      return Promise.resolve();
    };
    await session.check();
    expect(session.state().stale).toBe(true);
    await session.check();
    expect(session.state().stale).toBe(false);
  });

  it('is not made stale by edits to the sheets that this program wrote', async () => {
    const { host, session } = start([
      TWO_SCHOOLS,
      { name: '评估总览', rows: [['评估总览']], key: 'overview' },
    ]);
    await session.check();
    host.type('评估总览', 'A1', '总览');
    expect(session.state().stale).toBe(false);
  });

  it('reads the sheet that the person chose', async () => {
    const { session } = start([TWO_SCHOOLS, { ...schools(PRIMARY), name: '上年' }]);
    await session.setPreferences({ sheet: '上年' });
    await session.check();
    expect(session.state().check?.reading?.schools).toHaveLength(1);
  });

  it('says when the chosen sheet is gone', async () => {
    const { session } = start();
    await session.setPreferences({ sheet: '上年' });
    await session.check();
    expect(ofCode(session, 'no-school-sheet')[0]?.parameters).toEqual({
      sheets: '学校数据',
      wanted: '上年',
    });
  });
});

describe('marks', () => {
  it('are put on after a check that mark brings about, and cleared', async () => {
    const { host, session } = start();
    await session.mark();
    const rules = host.highlights?.sheets.flatMap((sheet) => sheet.rules).length ?? 0;
    expect(rules).toBeGreaterThan(5);
    expect(said(session)).toEqual(['success', { kind: 'marked', cells: null, rules }]);
    await session.clearMarks();
    expect(host.highlights).toBeNull();
    expect(session.state().marked).toBe(false);
    expect(said(session)).toEqual(['success', { kind: 'cleared', rules }]);
  });

  it('are said to be none where there are no schools', async () => {
    const { session } = start([{ name: 'Sheet1', rows: [] }]);
    await session.mark();
    expect(said(session)).toEqual(['warning', { kind: 'marked', cells: null, rules: 0 }]);
    expect(session.state().marked).toBe(false);
  });

  it('stay known as they were when the program refuses', async () => {
    const { host, session } = start();
    await session.mark();
    host.failures.set('clearHighlights', new HostError('read-only'));
    await session.clearMarks();
    expect(session.state().marked).toBe(true);
    expect(said(session)).toEqual([
      'error',
      { kind: 'host-error', code: 'read-only', subject: '' },
    ]);
  });
});

describe('the listed findings', () => {
  it('are those of the sheet or the selection when asked, and follow the person', async () => {
    const { host, session } = start([
      schools({ ...PRIMARY, 小学骨干教师数: '8' }, { ...JUNIOR, 初中骨干教师数: '８' }),
    ]);
    await session.check();
    const first = at('小学骨干教师数', 1);
    const second = at('初中骨干教师数', 2);
    host.move({ sheet: '学校数据', range: first });
    await session.setScope('selection');
    expect(session.findings().map(({ cell }) => cell)).toEqual([first]);
    host.move({ sheet: '学校数据', range: '2:3' });
    expect(ofCode(session, 'number-as-text').concat(ofCode(session, 'full-width-number'))).toEqual([
      expect.objectContaining({ cell: first }),
      expect.objectContaining({ cell: second }),
    ]);
    await session.setScope('sheet');
    expect(session.findings().every(({ sheet }) => sheet === '学校数据')).toBe(true);
    host.move({ sheet: '别处', range: 'A1' });
    expect(session.findings()).toEqual([]);
    await session.setScope('everything');
    expect(session.findings().length).toBeGreaterThan(1);
  });

  it('are the same list until something changes', async () => {
    const { session } = start();
    await session.check();
    const list = session.findings();
    session.dismissNotice();
    expect(session.findings()).toBe(list);
  });

  it('lead to their cells, or say that the sheet cannot be shown', async () => {
    const { host, session } = start();
    await session.check();
    const [warning] = ofCode(session, 'full-width-number');
    await session.show(warning!);
    expect(host.selected).toEqual({ sheet: '学校数据', range: at('初中骨干教师数', 2) });
    host.sheet('学校数据').hidden = true;
    await session.show(warning!);
    expect(said(session)).toEqual([
      'error',
      { kind: 'host-error', code: 'sheet-missing', subject: '学校数据' },
    ]);
    session.dismissNotice();
    expect(said(session)).toBeNull();
    await session.open('没有的表');
    expect(said(session)).toEqual([
      'error',
      { kind: 'host-error', code: 'sheet-missing', subject: '没有的表' },
    ]);
  });
});

describe('notices', () => {
  it('are numbered, so that the same one shown twice is told apart', async () => {
    const { session } = start();
    await session.open('甲');
    const first = session.state().notice?.number ?? 0;
    await session.open('甲');
    expect(session.state().notice?.number).toBe(first + 1);
  });

  it('reach every listener until it stops listening', async () => {
    const { session } = start();
    await session.clearMarks();
    let heard = 0;
    const listen = (): void => {
      heard += 1;
    };
    const stopFirst = session.subscribe(listen);
    session.subscribe(listen);
    await session.open('甲');
    const both = heard;
    stopFirst();
    await session.open('甲');
    expect(heard - both).toBe(both / 2);
  });
});

describe('a formula', () => {
  it('is typed into the active cell, or the notice says why not', async () => {
    const { host, session } = start();
    await session.insertFormula('=EDU.CVLIMIT("小学")');
    expect(host.formula).toBe('=EDU.CVLIMIT("小学")');
    host.failures.set('insertFormula', new HostError('cell-editing'));
    await session.insertFormula('=1');
    expect(said(session)).toEqual([
      'error',
      { kind: 'host-error', code: 'cell-editing', subject: '' },
    ]);
  });
});
