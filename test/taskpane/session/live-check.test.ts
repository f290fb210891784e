import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { HostError } from '../../../src/hosts/host-error';
import type { Session } from '../../../src/taskpane/session/session';
import { at, JUNIOR, PRIMARY, said, schools, start } from './session-on-memory';
import type { MemoryHost } from './memory-host';

const DELAY = 1000;
const PUPILS = at('小学在校生数', 1);

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

async function live(): Promise<{ readonly host: MemoryHost; readonly session: Session }> {
  const started = start([schools(PRIMARY, JUNIOR)], { editDelay: DELAY });
  await started.session.setPreferences({ live: true });
  await started.session.check();
  return started;
}

function checks(host: MemoryHost): number {
  return host.calls.filter((call) => call === 'heads').length;
}

describe('a live check', () => {
  it('follows the edits once, when the person has stopped', async () => {
    const { host, session } = await live();
    host.type('学校数据', PUPILS, 400);
    await jest.advanceTimersByTimeAsync(DELAY - 1);
    host.type('学校数据', PUPILS, 401);
    await jest.advanceTimersByTimeAsync(DELAY - 1);
    expect(checks(host)).toBe(1);
    expect(session.state().stale).toBe(true);
    await jest.advanceTimersByTimeAsync(1);
    expect(checks(host)).toBe(2);
    expect(session.state().stale).toBe(false);
    await jest.advanceTimersByTimeAsync(10 * DELAY);
    expect(checks(host)).toBe(2);
  });

  it('does not come where it is not wanted, or before the first check', async () => {
    const { host, session } = start([schools(PRIMARY)], { editDelay: DELAY });
    await session.check();
    host.type('学校数据', PUPILS, 400);
    await jest.advanceTimersByTimeAsync(10 * DELAY);
    expect(checks(host)).toBe(1);

    const { host: other, session: unchecked } = start([schools(PRIMARY)], { editDelay: DELAY });
    await unchecked.setPreferences({ live: true });
    other.type('学校数据', PUPILS, 400);
    await jest.advanceTimersByTimeAsync(10 * DELAY);
    expect(checks(other)).toBe(0);
  });

  it('does not come any more once it is switched off', async () => {
    const { host, session } = await live();
    host.type('学校数据', PUPILS, 400);
    await session.setPreferences({ live: false });
    await jest.advanceTimersByTimeAsync(10 * DELAY);
    expect(checks(host)).toBe(1);
  });

  it('waits for what is under way, and comes once after it', async () => {
    const { host, session } = await live();
    let release = (): void => undefined;
    host.beforeBlock = () =>
      new Promise((resolve) => {
        release = resolve;
        host.beforeBlock = () => Promise.resolve();
      });
    const running = session.check();
    await jest.advanceTimersByTimeAsync(0);
    host.type('学校数据', PUPILS, 400);
    await jest.advanceTimersByTimeAsync(5 * DELAY);
    host.type('学校数据', PUPILS, 401);
    await jest.advanceTimersByTimeAsync(5 * DELAY);
    expect(checks(host)).toBe(2);
    release();
    await running;
    expect(session.state().stale).toBe(true);
    await jest.advanceTimersByTimeAsync(2 * DELAY);
    expect(checks(host)).toBe(3);
    expect(session.state().stale).toBe(false);
  });

  it('leaves the notice, and puts marks only where they change', async () => {
    const { host, session } = await live();
    await session.mark();
    const notice = said(session);
    expect(notice?.[1].kind).toBe('marked');
    const marked = host.calls.filter((call) => call === 'applyHighlights').length;
    host.type('学校数据', PUPILS, 400);
    await jest.advanceTimersByTimeAsync(DELAY);
    expect(said(session)).toEqual(notice);
    expect(host.calls.filter((call) => call === 'applyHighlights')).toHaveLength(marked);
    host.type('学校数据', at('学校名称', 3), '新小学');
    host.type('学校数据', at('小学在校生数', 3), 100);
    await jest.advanceTimersByTimeAsync(DELAY);
    expect(host.calls.filter((call) => call === 'applyHighlights')).toHaveLength(marked + 1);
  });

  it('comes later, without a word, while a cell is typed into', async () => {
    const { host, session } = await live();
    host.type('学校数据', PUPILS, 400);
    host.failures.set('heads', new HostError('cell-editing'));
    await jest.advanceTimersByTimeAsync(DELAY);
    expect(said(session)).toBeNull();
    expect(session.state().stale).toBe(true);
    await jest.advanceTimersByTimeAsync(DELAY);
    expect(session.state().stale).toBe(false);
  });

  it('tells of other failures', async () => {
    const { host, session } = await live();
    host.type('学校数据', PUPILS, 400);
    host.failures.set('heads', new HostError('too-large', '学校数据'));
    await jest.advanceTimersByTimeAsync(DELAY);
    expect(said(session)).toEqual([
      'error',
      { kind: 'host-error', code: 'too-large', subject: '学校数据' },
    ]);
  });

  it('does not come after the pane’s own fixes and sheets', async () => {
    const { host, session } = start([schools(PRIMARY, { ...JUNIOR, 初中骨干教师数: '８' })], {
      editDelay: DELAY,
    });
    await session.setPreferences({ live: true });
    await session.check();
    await session.fix(session.findings());
    await session.write(['findings'], false);
    const done = checks(host);
    await jest.advanceTimersByTimeAsync(10 * DELAY);
    expect(checks(host)).toBe(done);
  });
});
