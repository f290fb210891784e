import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { HostError } from '../../../src/hosts/host-error';
import { sampleSheets } from '../../../src/taskpane/session/sample-sheets';
import { at, said, start, TWO_SCHOOLS } from './session-on-memory';

const FOREIGN = { name: '评估总览', rows: [['去年的总览']] };
const SAMPLE = path.join(__dirname, '../../../assets/samples/sample-county.xlsx');

describe('writing summary sheets', () => {
  it('writes those asked for, checks first where nothing was checked, and names them', async () => {
    const { host, session } = start();
    await session.write(['overview', 'findings'], false);
    expect(said(session)).toEqual([
      'success',
      { kind: 'written', sheets: ['评估总览', '问题清单'] },
    ]);
    expect(host.sheets.map(({ name, key }) => [name, key ?? null])).toEqual([
      ['学校数据', null],
      ['评估总览', 'overview'],
      ['问题清单', 'findings'],
    ]);
    expect(session.state().ownSheets).toEqual(
      new Map([
        ['overview', '评估总览'],
        ['findings', '问题清单'],
      ]),
    );
    expect(session.state().check?.basis).toBe('schools');
  });

  it('asks what will be replaced, ours and others apart', async () => {
    const { session } = start([TWO_SCHOOLS, FOREIGN]);
    await session.write(['findings'], false);
    expect(await session.questionBeforeWriting(['overview', 'findings'])).toEqual({
      added: [],
      replaced: ['问题清单'],
      foreign: ['评估总览'],
    });
    expect(await session.questionBeforeWriting([])).toEqual({
      added: [],
      replaced: [],
      foreign: [],
    });
  });

  it('leaves a foreign sheet alone until the person agrees', async () => {
    const { host, session } = start([TWO_SCHOOLS, FOREIGN]);
    await session.write(['overview', 'findings'], false);
    expect(said(session)).toEqual([
      'error',
      { kind: 'host-error', code: 'foreign-sheets', subject: '评估总览' },
    ]);
    expect(host.sheets.map(({ name }) => name)).toEqual(['学校数据', '评估总览']);
    expect(host.cell('评估总览', 'A1')).toBe('去年的总览');
    await session.write(['overview', 'findings'], true);
    expect(host.sheet('评估总览').key).toBe('overview');
  });

  it('states what the workbook holds now: after an edit it checks again', async () => {
    const { host, session } = start();
    await session.check();
    host.type('学校数据', at('学校名称', 1), '改名小学');
    await session.write(['table_2_2'], false);
    expect(session.state().stale).toBe(false);
    expect(session.state().check?.reading?.schools[0]?.name).toBe('改名小学');
  });

  it('writes nothing when the check before it is cancelled', async () => {
    const { host, session } = start();
    host.beforeBlock = () => {
      session.cancel();
      return Promise.resolve();
    };
    await session.write(['overview'], false);
    expect(said(session)).toEqual(['warning', { kind: 'cancelled' }]);
    expect(host.calls).not.toContain('writeSheets');
  });

  it('cannot be stopped half-way', async () => {
    const { session } = start();
    const seen: boolean[] = [];
    session.subscribe(() => {
      const { activity } = session.state();
      if (activity.kind === 'writing') {
        seen.push(activity.cancellable);
        session.cancel();
      }
    });
    await session.write(['overview'], false);
    expect(new Set(seen)).toEqual(new Set([false]));
    expect(said(session)).toEqual(['success', { kind: 'written', sheets: ['评估总览'] }]);
  });

  it('says when the workbook’s structure is protected, also from the question', async () => {
    const { host, session } = start();
    await session.check();
    host.failures.set('writeSheets', new HostError('workbook-protected'));
    await session.write(['overview'], false);
    const refused = [
      'error',
      { kind: 'host-error', code: 'workbook-protected', subject: '' },
    ] as const;
    expect(said(session)).toEqual(refused);
    host.failures.set('sheetConflicts', new HostError('workbook-protected'));
    expect(await session.questionBeforeWriting(['overview'])).toEqual({
      added: [],
      replaced: [],
      foreign: [],
    });
    expect(said(session)).toEqual(refused);
  });
});

describe('the template', () => {
  it('comes as the person’s own sheets', async () => {
    const { host, session } = start([{ name: 'Sheet1', rows: [] }]);
    await session.insertTemplate();
    expect(said(session)).toEqual([
      'success',
      {
        kind: 'template-written',
        sheets: [
          '学校数据',
          '教育经费',
          '政府保障',
          '教育质量',
          '社会认可度',
          '一票否决',
          '县域信息',
          '填写说明',
        ],
      },
    ]);
    expect(host.sheets.map(({ key }) => key ?? null)).toEqual(
      Array.from({ length: 9 }, () => null),
    );
  });

  it('adds only the sheets that are missing', async () => {
    const { host, session } = start();
    await session.insertTemplate();
    expect(said(session)).toEqual([
      'success',
      {
        kind: 'template-written',
        sheets: [
          '教育经费',
          '政府保障',
          '教育质量',
          '社会认可度',
          '一票否决',
          '县域信息',
          '填写说明',
        ],
      },
    ]);
    expect(host.sheet('学校数据').rows).toEqual(TWO_SCHOOLS.rows);
    await session.insertTemplate();
    expect(said(session)).toEqual([
      'error',
      {
        kind: 'host-error',
        code: 'foreign-sheets',
        subject: '学校数据、教育经费、政府保障、教育质量、社会认可度、一票否决、县域信息、填写说明',
      },
    ]);
  });
});

describe('the sample county', () => {
  const sample = (): ReturnType<typeof sampleSheets> => sampleSheets(readFileSync(SAMPLE));

  it('comes as sheets that can be checked at once', async () => {
    const { session } = start([{ name: 'Sheet1', rows: [] }], { sample });
    await session.check();
    await session.insertSample();
    expect(said(session)).toEqual([
      'success',
      {
        kind: 'template-written',
        sheets: [
          '学校数据',
          '教育经费',
          '政府保障',
          '教育质量',
          '社会认可度',
          '一票否决',
          '县域信息',
        ],
      },
    ]);
    expect(session.state().stale).toBe(true);
    await session.check();
    const { check } = session.state();
    expect(check?.county).toBe('云岭县');
    expect(check?.verdict).toBe('fail');
    expect(new Set(session.findings().map(({ code }) => code))).toContain('coefficient-over-limit');
  });

  it('keeps codes as text and looks like the template', async () => {
    const [schools] = await sample();
    const [headings, first] = schools!.rows;
    expect([schools!.key, schools!.freeze, headings!.height]).toEqual([
      null,
      { rows: 1, columns: 2 },
      45,
    ]);
    expect(headings!.cells[0]!.style).toMatchObject({ bold: true, border: 'thin' });
    expect(first!.cells[0]).toMatchObject({
      value: expect.stringMatching(/^\d{10}$/),
      style: { numberFormat: 'text' },
    });
  });

  it('never mixes with a county’s own sheets', async () => {
    const { host, session } = start([{ name: '县域信息', rows: [['项目', '内容']] }], { sample });
    await session.insertSample();
    expect(said(session)).toEqual([
      'error',
      { kind: 'host-error', code: 'foreign-sheets', subject: '县域信息' },
    ]);
    expect(host.sheets).toHaveLength(1);
  });

  it('is said to be missing when its file does not come, or is not there at all', async () => {
    const { session } = start([], { sample: () => Promise.reject(new Error('404')) });
    await session.insertSample();
    expect(said(session)).toEqual(['error', { kind: 'unexpected', detail: '404' }]);
    const { session: without } = start([]);
    await without.insertSample();
    expect(said(without)).toEqual([
      'error',
      { kind: 'host-error', code: 'unsupported', subject: '' },
    ]);
  });
});
