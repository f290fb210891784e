import { describe, expect, it } from '@jest/globals';

import { HostError } from '../../../src/hosts/host-error';
import { EXPLANATION_HEADINGS } from '../../../src/workbook/explanations';
import { createSession } from '../../../src/taskpane/session/create-session';
import { explanationTime } from '../../../src/taskpane/session/acceptance';
import type { HostSheet } from './memory-host';
import { at, JUNIOR, ofCode, PRIMARY, said, schools, start } from './session-on-memory';

const NOW = (): string => '2026-03-05T12:00:00';
const REASON = { reason: '=系统导出', by: '张三' };
const MESSY = schools({ ...PRIMARY, 小学骨干教师数: '8' }, { ...JUNIOR, 初中骨干教师数: '８' });
const CELL = at('初中骨干教师数', 2);
const LINE = [
  'full-width-number',
  '城关镇第一初级中学',
  '',
  `学校数据!${CELL}`,
  '=系统导出',
  '张三',
  '2026-03-05 12:00',
];

async function accepted(explanations: HostSheet | null): Promise<{
  readonly rows: HostSheet['rows'];
  readonly key: HostSheet['key'];
}> {
  const { host, session } = start([MESSY, ...(explanations === null ? [] : [explanations])]);
  await session.check();
  const [warning] = ofCode(session, 'full-width-number');
  await session.accept(warning!, REASON);
  expect(said(session)).toEqual(['success', { kind: 'accepted' }]);

  const again = createSession(host, { language: 'zh-CN', now: NOW });
  await again.check();
  expect(ofCode(again, 'full-width-number')[0]?.accepted).toEqual({
    reason: '=系统导出',
    by: '张三',
    at: '2026-03-05 12:00',
  });
  const sheet = host.sheet('情况说明');
  return { rows: sheet.rows, key: sheet.key };
}

const blankAsNull = (row: HostSheet['rows'][number]): HostSheet['rows'][number] =>
  row.map((content) => (content === '' ? null : content));

describe('accepting a warning', () => {
  it('makes 情况说明 as a sheet of the person, which the next opening reads', async () => {
    const { rows, key } = await accepted(null);
    expect(rows.map(blankAsNull)).toEqual([[...EXPLANATION_HEADINGS], blankAsNull(LINE)]);
    expect(key).toBeNull();
  });

  it('adds its line below those that are there, whatever the order of the headings', async () => {
    const { rows } = await accepted({
      name: '情况说明',
      rows: [
        ['对提醒的说明'],
        ['原因', '代码', '备注', '学校', '单元格', '指标', '填写人', '时间'],
        ['一所两址', 'name-doubled', '见附件', '东街小学'],
        [],
        ['未完'],
      ],
    });
    expect(rows).toEqual([
      ['对提醒的说明'],
      ['原因', '代码', '备注', '学校', '单元格', '指标', '填写人', '时间'],
      ['一所两址', 'name-doubled', '见附件', '东街小学'],
      [],
      ['未完'],
      [
        '=系统导出',
        'full-width-number',
        null,
        '城关镇第一初级中学',
        `学校数据!${CELL}`,
        null,
        '张三',
        '2026-03-05 12:00',
      ],
    ]);
  });

  it('adds headings that the sheet lacks beside those it has', async () => {
    const { rows } = await accepted({
      name: '情况说明',
      rows: [
        ['代码', '原因', '附件'],
        ['name-doubled', '一所两址', '1', '手写'],
      ],
    });
    expect(rows[0]).toEqual([
      '代码',
      '原因',
      '附件',
      null,
      '学校',
      '指标',
      '单元格',
      '填写人',
      '时间',
    ]);
    expect(rows[1]).toEqual(['name-doubled', '一所两址', '1', '手写']);
  });

  it('adds all headings below a sheet that has none', async () => {
    const { rows } = await accepted({ name: '情况说明', rows: [['请在此说明'], ['一', '二']] });
    expect(rows.slice(0, 3)).toEqual([['请在此说明'], ['一', '二'], [...EXPLANATION_HEADINGS]]);
  });

  it('re-marks the finding without reading the schools again, and lists it last', async () => {
    const { host, session } = start([MESSY]);
    await session.check();
    const warnings = (): readonly (string | undefined)[] =>
      session
        .findings()
        .filter(({ severity }) => severity === 'warning')
        .map(({ code, accepted: reason }) => (reason ? `${code} accepted` : code));
    expect(warnings()).toEqual(['number-as-text', 'full-width-number']);
    const heads = host.calls.filter((call) => call === 'heads').length;
    await session.accept(ofCode(session, 'number-as-text')[0]!, { reason: ' 已核对 ', by: '' });
    expect(warnings()).toEqual(['full-width-number', 'number-as-text accepted']);
    expect(ofCode(session, 'number-as-text')[0]?.accepted).toEqual({
      reason: '已核对',
      by: '',
      at: '2026-03-05 12:00',
    });
    expect(host.calls.filter((call) => call === 'heads')).toHaveLength(heads + 1);
    expect(host.calls.filter((call) => call === 'rows')).toHaveLength(1);
  });

  it('keeps the lines of two acceptances', async () => {
    const { host, session } = start([MESSY]);
    await session.check();
    await session.accept(ofCode(session, 'number-as-text')[0]!, REASON);
    await session.accept(ofCode(session, 'full-width-number')[0]!, REASON);
    expect(host.sheet('情况说明').rows.map(([code]) => code)).toEqual([
      '代码',
      'number-as-text',
      'full-width-number',
    ]);
  });

  it('is not for what is graver than a warning, nor without a reason, nor twice', async () => {
    const { host, session } = start([
      schools({ ...PRIMARY, 小学骨干教师数: '待报' }, MESSY_JUNIOR),
    ]);
    await session.check();
    await session.accept(ofCode(session, 'not-a-number')[0]!, REASON);
    await session.accept(ofCode(session, 'full-width-number')[0]!, { reason: ' ', by: '张三' });
    expect(host.calls).not.toContain('writeSheets');
    await session.accept(ofCode(session, 'full-width-number')[0]!, REASON);
    await session.accept(ofCode(session, 'full-width-number')[0]!, REASON);
    expect(host.sheet('情况说明').rows).toHaveLength(2);
  });

  it.each([
    ['a protected sheet', 'editCells', new HostError('sheet-protected', '情况说明')],
    ['a workbook open for reading', 'editCells', new HostError('read-only')],
  ] as const)('marks nothing accepted on %s', async (_, method, failure) => {
    const { host, session } = start([
      MESSY,
      { name: '情况说明', rows: [[...EXPLANATION_HEADINGS]] },
    ]);
    await session.check();
    host.failures.set(method, failure);
    await session.accept(ofCode(session, 'full-width-number')[0]!, REASON);
    expect(ofCode(session, 'full-width-number')[0]?.accepted).toBeUndefined();
    expect(said(session)).toEqual([
      'error',
      { kind: 'host-error', code: failure.code, subject: failure.subject },
    ]);
  });
});

const MESSY_JUNIOR = { ...JUNIOR, 初中骨干教师数: '８' };

describe('the time of an acceptance', () => {
  it('is that of the person’s own clock, to the minute', () => {
    expect(explanationTime('2026-03-05T08:05:59')).toBe('2026-03-05 08:05');
    const utc = new Date(2026, 2, 5, 8, 5).toISOString();
    expect(explanationTime(utc)).toBe('2026-03-05 08:05');
  });
});
