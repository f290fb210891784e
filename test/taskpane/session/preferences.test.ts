import { describe, expect, it } from '@jest/globals';

import { HostError } from '../../../src/hosts/host-error';
import { createSession } from '../../../src/taskpane/session/create-session';
import { DEFAULT_PREFERENCES, parsePreferences } from '../../../src/taskpane/session/preferences';
import { said, start, TWO_SCHOOLS } from './session-on-memory';

const OWN = JSON.stringify({
  id: 'hubei-2026',
  extends: 'cn-2017',
  name: '湖北省标准',
  thresholds: { L2: { primary: 1.2 } },
});
const LOOSER = JSON.stringify({
  id: 'hubei-2026',
  extends: 'cn-2017',
  thresholds: { L2: { primary: 0.5 } },
});

describe('preferences', () => {
  it('are kept with the workbook and found when it is opened again', async () => {
    const { host, session } = start();
    const chosen = {
      standard: 'cn-2012',
      switches: { artRooms: 'inAll', relaxOldRooms: true },
      sheet: '学校数据',
      live: true,
      markAfterCheck: false,
      dueDays: 'working',
    } as const;
    await session.setPreferences(chosen);
    const again = createSession(host, { language: 'zh-CN', now: () => '' });
    await again.setPreferences({});
    expect(again.state().preferences).toEqual({
      ...chosen,
      language: 'zh-CN',
      ownStandard: null,
    });
    expect(again.state().standard).toMatchObject({
      id: 'cn-2012',
      switches: { artRooms: 'inAll', relaxOldRooms: true, relaxSchoolSize: false },
    });
  });

  it('leave the settings of others alone', async () => {
    const { host, session } = start([], {}, new Map([['other', 'kept']]));
    await session.setPreferences({ live: true });
    expect(host.stored.get('other')).toBe('kept');
    expect([...host.stored.keys()].filter((key) => key.endsWith('live'))).toHaveLength(1);
  });

  it('hold for now though they cannot be kept, and the notice says so', async () => {
    const { host, session } = start();
    host.failures.set('saveSettings', new HostError('read-only'));
    await session.setPreferences({ live: true });
    expect(session.state().preferences.live).toBe(true);
    expect(said(session)).toEqual([
      'error',
      { kind: 'host-error', code: 'read-only', subject: '' },
    ]);
  });

  it('check again where a check is shown, if they change what is checked', async () => {
    const { host, session } = start();
    const checks = (): number => host.calls.filter((call) => call === 'heads').length;
    await session.setPreferences({ standard: 'cn-2012' });
    expect(checks()).toBe(0);
    await session.check();
    await session.setPreferences({ standard: 'cn-2017' });
    expect(checks()).toBe(2);
    expect(session.state().check?.standard.id).toBe('cn-2017');
    await session.setPreferences({ live: true, language: 'en-US' });
    expect(checks()).toBe(2);
  });

  it('refuse a standard that there is none of', async () => {
    const { session } = start();
    await session.setPreferences({ standard: 'cn-1999' });
    expect(session.state().preferences.standard).toBe('cn-2017');
    expect(said(session)).toEqual([
      'error',
      { kind: 'standard-error', path: '$.extends', detail: 'unknown-base', bound: null },
    ]);
  });
});

describe('settings that make no sense', () => {
  it.each([
    ['standard', '"cn-2017'],
    ['switches', '{"artRooms":'],
    ['switches', '{"artRooms":"none","relaxOldRooms":"yes"}'],
    ['switches', '[1,2]'],
    ['live', 'ja'],
    ['mark-after-check', ''],
  ])('%s = %s give the default', (key, text) => {
    expect(parsePreferences(new Map([[key, text]]))).toEqual(DEFAULT_PREFERENCES);
  });

  it('do not cost the preferences beside them', () => {
    expect(
      parsePreferences(
        new Map([
          ['standard', '???'],
          ['live', 'true'],
        ]),
      ),
    ).toEqual({ ...DEFAULT_PREFERENCES, live: true });
  });

  it('put aside a bureau’s standard that cannot be read any more, and say it', async () => {
    const { session } = start([], {}, new Map([['own-standard', LOOSER]]));
    const settled = new Promise<void>((resolve) => {
      session.subscribe(() => {
        if (session.state().notice !== null) resolve();
      });
    });
    await settled;
    expect(said(session)).toEqual([
      'error',
      { kind: 'standard-error', path: '$.thresholds.L2.primary', detail: 'looser', bound: 1 },
    ]);
    expect(session.state().standard.id).toBe('cn-2017');
    expect(session.state().preferences.ownStandard).toBeNull();
  });

  it('do not keep the session from starting when they cannot be read at all', async () => {
    const { host, session } = start();
    host.failures.set('settings', new HostError('failed'));
    await session.check();
    expect(session.state().check?.basis).toBe('schools');
  });
});

describe('a bureau’s own standard', () => {
  it('is in force, kept with the workbook, and checked by', async () => {
    const { host, session } = start([TWO_SCHOOLS]);
    await session.check();
    await session.loadOwnStandard(OWN);
    expect(session.state().standard.id).toBe('hubei-2026');
    expect(session.state().check?.standard.id).toBe('hubei-2026');
    const again = createSession(host, { language: 'zh-CN', now: () => '' });
    await again.check();
    expect(again.state().check?.standard.name.zh).toBe('湖北省标准');
    expect(again.state().preferences).toMatchObject({ standard: 'cn-2017', ownStandard: OWN });
  });

  it.each([
    ['a number looser than the nation’s', LOOSER, '$.thresholds.L2.primary', 'looser', 1],
    ['a text that is no JSON', '{', '$', 'not-json', null],
    ['no id', '{"extends":"cn-2017"}', '$.id', 'missing', null],
  ] as const)(
    'with %s is refused, and the one before stays',
    async (_, json, path, detail, bound) => {
      const { session } = start();
      await session.loadOwnStandard(OWN);
      await session.loadOwnStandard(json);
      expect(said(session)).toEqual(['error', { kind: 'standard-error', path, detail, bound }]);
      expect(session.state().standard.id).toBe('hubei-2026');
    },
  );

  it('may begin with the mark of a file’s encoding', async () => {
    const { session } = start();
    await session.loadOwnStandard(`\uFEFF${OWN}`);
    expect(session.state().standard.id).toBe('hubei-2026');
  });

  it('is put aside when a national standard is chosen, or by itself', async () => {
    const { session } = start();
    await session.loadOwnStandard(OWN);
    await session.setPreferences({ standard: 'cn-2012' });
    expect(session.state().standard.id).toBe('cn-2012');
    expect(session.state().preferences.ownStandard).toBeNull();
    await session.loadOwnStandard(OWN);
    await session.setPreferences({ ownStandard: null });
    expect(session.state().standard.id).toBe('cn-2017');
  });

  it('takes the switches of the person', async () => {
    const { session } = start();
    await session.loadOwnStandard(OWN);
    await session.setPreferences({ switches: { relaxSchoolSize: true } });
    expect(session.state().standard).toMatchObject({
      id: 'hubei-2026',
      switches: { relaxSchoolSize: true },
    });
  });
});

describe('the language', () => {
  const stored = (
    language: string | null,
  ): { read(): string | null; write(text: string): void } => {
    let kept = language;
    return {
      read: () => kept,
      write: (text) => {
        kept = text;
      },
    };
  };

  it('is that of the person, whatever the program’s', () => {
    expect(start([], { languageStore: stored('en-US') }).session.state().preferences.language).toBe(
      'en-US',
    );
    expect(start([], { languageStore: stored('fr') }).session.state().preferences.language).toBe(
      'zh-CN',
    );
  });

  it('changes at once, also during a check, and is kept with the person', async () => {
    const languageStore = stored(null);
    const { host, session } = start([TWO_SCHOOLS], { languageStore });
    host.beforeBlock = async () => {
      await session.setPreferences({ language: 'en-US' });
    };
    await session.check();
    expect(session.state().preferences.language).toBe('en-US');
    expect(languageStore.read()).toBe('en-US');
    expect(host.stored.size).toBe(0);
  });

  it('can be changed where the browser forbids its storage', async () => {
    const refuse = (): never => {
      throw new Error('storage is forbidden');
    };
    const { session } = start([], { languageStore: { read: refuse, write: refuse } });
    await session.setPreferences({ language: 'en-US' });
    expect(session.state().preferences.language).toBe('en-US');
    expect(said(session)).toBeNull();
  });

  it('is that of the sheets written', async () => {
    const { host, session } = start();
    await session.write(['findings'], false);
    const chinese = host.sheets[1]?.rows;
    await session.setPreferences({ language: 'en-US' });
    await session.write(['findings'], true);
    expect(host.sheets.at(-1)?.key).toBe('findings');
    expect(host.sheets.at(-1)?.rows).not.toEqual(chinese);
  });
});
