import { describe, expect, it } from '@jest/globals';

import { COMMAND_IDS } from '../../src/commands/command-ids';
import type { CommandId } from '../../src/commands/command-ids';
import { registerCommands } from '../../src/commands/commands';
import type { CommandEvent } from '../../src/commands/commands';
import { runCommand } from '../../src/commands/run-command';
import { HostError } from '../../src/hosts/host-error';
import { said, start, TWO_SCHOOLS } from '../taskpane/session/session-on-memory';

/** Runs a command and tells what was shown. */
async function press(
  command: CommandId,
  { session }: ReturnType<typeof start>,
): Promise<readonly string[]> {
  const shown: string[] = [];
  const show = (what: string) => () => {
    shown.push(what);
    return Promise.resolve();
  };
  await runCommand(command, { session, showPane: show('pane'), showHelp: show('help') });
  return shown;
}

describe('the ribbon', () => {
  it('checks and marks with the pane in view', async () => {
    const started = start();
    expect(await press('checkNow', started)).toEqual(['pane']);
    expect(started.session.state().check?.basis).toBe('schools');
    expect(started.host.highlights).not.toBeNull();
  });

  it('writes all summary sheets and shows the first', async () => {
    const started = start();
    expect(await press('writeSummary', started)).toEqual([]);
    expect(started.host.sheets.map(({ key }) => key ?? null)).toEqual([
      null,
      'overview',
      'table_1',
      'table_2_1',
      'table_2_2',
      'table_3',
      'table_4',
      'table_5',
      'table_6',
      'findings',
      'ledger',
    ]);
    expect(started.host.selected).toEqual({ sheet: '评估总览', range: 'A1' });
  });

  it('leaves a sheet that is not ours, and brings the pane that says so', async () => {
    const started = start([TWO_SCHOOLS, { name: '评估总览', rows: [['去年']] }]);
    expect(await press('writeSummary', started)).toEqual(['pane']);
    expect(started.host.cell('评估总览', 'A1')).toBe('去年');
    expect(said(started.session)?.[1]).toEqual({
      kind: 'host-error',
      code: 'foreign-sheets',
      subject: '评估总览',
    });
  });

  it('clears the marks quietly, and brings the pane when it cannot', async () => {
    const started = start();
    await started.session.mark();
    expect(await press('clearHighlights', started)).toEqual([]);
    expect(started.host.highlights).toBeNull();
    started.host.failures.set('clearHighlights', new HostError('read-only'));
    expect(await press('clearHighlights', started)).toEqual(['pane']);
  });

  it('opens the help', async () => {
    expect(await press('showHelp', start())).toEqual(['help']);
  });
});

describe('a registered command', () => {
  async function completions(run: (id: CommandId) => Promise<void>): Promise<readonly string[]> {
    const actions = new Map<string, (event: CommandEvent) => void>();
    registerCommands({ associate: (id, action) => void actions.set(id, action) }, run);
    const completed: string[] = [];
    await Promise.all(
      [...actions].map(
        ([id, action]) =>
          new Promise<void>((resolve) => {
            action({
              completed: () => {
                completed.push(id);
                resolve();
              },
            });
          }),
      ),
    );
    return completed;
  }

  it('is associated under every id of the manifest, and tells Office when it is done', async () => {
    const ran: string[] = [];
    const completed = await completions((id) => {
      ran.push(id);
      return Promise.resolve();
    });
    expect(ran).toEqual([...COMMAND_IDS]);
    expect(completed).toEqual([...COMMAND_IDS]);
  });

  it('tells Office that it is done though it failed', async () => {
    expect(await completions(() => Promise.reject(new Error('no session')))).toEqual([
      ...COMMAND_IDS,
    ]);
  });
});
