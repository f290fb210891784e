import { describe, expect, it } from '@jest/globals';
import { HostError } from '../../../src/hosts/host-error';
import type { FormAnswer } from '../../../src/workbook/plan-answers';
import type { HostSheet } from './memory-host';
import { said, start, TWO_SCHOOLS } from './session-on-memory';

const HEADINGS = ['条目', '指标', '填报项', '填报值', '单位', '说明'];

function government(...rows: HostSheet['rows']): HostSheet {
  return { name: '政府保障', rows: [HEADINGS, ...rows] };
}

function conclusion(item: number, content: string): FormAnswer {
  return { target: { kind: 'item', part: 'government', item, blank: 'conclusion' }, content };
}

describe('answering from the pane', () => {
  it('writes into the row that is there, checks again, and can be taken back', async () => {
    const { host, session } = start([
      TWO_SCHOOLS,
      government([1, '规划布局合理', '结论', null], [2, '四统一', '结论', '达标']),
    ]);
    await session.check();
    expect(session.state().check?.form.government?.[0]?.verdict).toBe('unjudged');
    expect(await session.answer([conclusion(1, '达标')])).toEqual({ kind: 'written' });
    expect(host.cell('政府保障', 'D2')).toBe('达标');
    expect(session.state().check?.form.government?.[0]?.verdict).toBe('pass');
    expect(session.state().undoableAnswers).toBe(1);
    expect(said(session)).toEqual(['success', { kind: 'answered', answers: 1, sheets: [] }]);

    await session.undoAnswers();
    expect(host.cell('政府保障', 'D2')).toBeNull();
    expect(session.state().check?.form.government?.[0]?.verdict).toBe('unjudged');
    expect(session.state().undoableAnswers).toBe(0);
  });

  it('adds the row that the sheet lacks, below all that it holds', async () => {
    const { host, session } = start([
      TWO_SCHOOLS,
      government([2, '四统一', '结论', '达标'], ['注：县教育局填']),
    ]);
    await session.check();
    await session.answer([conclusion(10, '不达标')]);
    expect(host.sheet('政府保障').rows[3]).toEqual([10, '县级统筹编制和岗位', '结论', '不达标']);
    expect(session.state().check?.parts.government).toBe('fail');
    await session.undoAnswers();
    expect(host.sheet('政府保障').rows[3]).toEqual([null, null, null, null]);
  });

  it('makes the sheet that the workbook lacks, as the person’s own', async () => {
    const { host, session } = start();
    await session.check();
    await session.answer([{ target: { kind: 'veto', matter: 6 }, content: '否' }]);
    expect(said(session)).toEqual([
      'success',
      { kind: 'answered', answers: 1, sheets: ['一票否决'] },
    ]);
    expect(host.sheet('一票否决').key).toBeNull();
    expect(host.cell('一票否决', 'A7')).toBe('弄虚作假');
    expect(host.cell('一票否决', 'B7')).toBe('否');
    expect(session.state().check?.form.veto?.map(({ exists }) => exists)).toEqual([
      null,
      null,
      null,
      null,
      null,
      false,
    ]);
  });

  it('makes the survey’s sheet and fills in both groups', async () => {
    const { host, session } = start();
    await session.check();
    const count = (
      group: 'total' | 'parents',
      field: 'issued' | 'valid' | 'satisfied',
      content: number,
    ): FormAnswer => ({ target: { kind: 'survey', group, field }, content });
    await session.answer([
      count('total', 'issued', 1200),
      count('total', 'valid', 1100),
      count('total', 'satisfied', 935),
      count('parents', 'issued', 500),
      count('parents', 'valid', 400),
      count('parents', 'satisfied', 360),
    ]);
    expect(
      host
        .sheet('社会认可度')
        .rows.slice(1)
        .map((row) => row.slice(0, 4)),
    ).toEqual([
      ['计', 1200, 1100, 935],
      ['其中家长', 500, 400, 360],
    ]);
    expect(session.state().check?.parts.recognition).toBe('pass');
    expect(session.state().check?.form.recognition?.rates.map(({ percent }) => percent)).toEqual([
      85, 90,
    ]);
  });

  it('shows what a cell holds before it replaces it', async () => {
    const { host, session } = start([TWO_SCHOOLS, government([1, '', '结论', '达标'])]);
    await session.check();
    const outcome = await session.answer([conclusion(1, '不达标'), conclusion(2, '达标')]);
    expect(outcome).toEqual({
      kind: 'question',
      overwrites: [{ sheet: '政府保障', cell: 'D2', before: '达标', after: '不达标' }],
    });
    expect(host.calls).not.toContain('editCells');
    expect(said(session)).toBeNull();

    // What was agreed to is no more what the cell holds: asked again.
    host.type('政府保障', 'D2', '基本达标');
    const agreed = outcome.kind === 'question' ? outcome.overwrites : [];
    expect(await session.answer([conclusion(1, '不达标')], agreed)).toEqual({
      kind: 'question',
      overwrites: [{ sheet: '政府保障', cell: 'D2', before: '基本达标', after: '不达标' }],
    });
    host.type('政府保障', 'D2', '达标');
    expect(await session.answer([conclusion(1, '不达标')], agreed)).toEqual({ kind: 'written' });
    expect(host.cell('政府保障', 'D2')).toBe('不达标');
    await session.undoAnswers();
    expect(host.cell('政府保障', 'D2')).toBe('达标');
  });

  it('puts back a formula that looked blank, and asks about it', async () => {
    const { host, session } = start([
      TWO_SCHOOLS,
      government([1, '', '结论', { formula: '""' }], [2, '', '结论', '达标']),
    ]);
    await session.check();
    const outcome = await session.answer([conclusion(1, '达标')]);
    expect(outcome).toEqual({
      kind: 'question',
      overwrites: [{ sheet: '政府保障', cell: 'D2', before: '=""', after: '达标' }],
    });
    expect(host.cell('政府保障', 'D2')).toEqual({ formula: '""' });
    const agreed = outcome.kind === 'question' ? outcome.overwrites : [];
    expect(await session.answer([conclusion(1, '达标')], agreed)).toEqual({ kind: 'written' });
    expect(host.cell('政府保障', 'D2')).toBe('达标');
  });

  it('keeps to the unit of money that the sheet names', async () => {
    const { host, session } = start([
      TWO_SCHOOLS,
      government(
        [7, '', '特殊教育学校公用经费', null, '元'],
        [7, '', '特殊教育学生数', 120, '人'],
        [7, '', '生均公用经费', null, '元'],
      ),
    ]);
    await session.check();
    const target = { kind: 'item', part: 'government', item: 7, blank: 'specialFunds' } as const;
    await session.answer([{ target, content: 96.5 }]);
    expect(host.cell('政府保障', 'D2')).toBe(965_000);
    const item = session.state().check?.form.government?.[6];
    expect([item?.verdict, item?.values.get('specialFunds')?.number]).toEqual(['pass', 96.5]);
  });

  it('says which headings are missing, and writes nothing', async () => {
    const { host, session } = start([
      TWO_SCHOOLS,
      {
        name: '政府保障',
        rows: [
          ['条目', '填报项'],
          [1, '结论'],
        ],
      },
    ]);
    await session.check();
    expect(await session.answer([conclusion(1, '达标')])).toEqual({ kind: 'refused' });
    expect(said(session)).toEqual(['error', { kind: 'headings-unusable', sheets: ['政府保障'] }]);
    expect(host.calls).not.toContain('editCells');
  });

  it('leaves a protected sheet as it is, and says so', async () => {
    const { host, session } = start([
      TWO_SCHOOLS,
      { ...government([1, '', '结论', null], [2, '', '结论', '达标']), protected: true },
    ]);
    await session.check();
    expect(await session.answer([conclusion(1, '达标')])).toEqual({ kind: 'refused' });
    expect(said(session)).toEqual([
      'error',
      { kind: 'host-error', code: 'sheet-protected', subject: '政府保障' },
    ]);
    expect(host.cell('政府保障', 'D2')).toBeNull();
  });

  it('cannot be taken back any more once the person has typed there', async () => {
    const { host, session } = start([
      TWO_SCHOOLS,
      government([1, '', '结论', null], [2, '', '结论', '达标']),
    ]);
    await session.check();
    await session.answer([conclusion(1, '达标')]);
    host.type('政府保障', 'D2', '不达标');
    expect(session.state().undoableAnswers).toBe(0);
    host.failures.set('editCells', new HostError('failed'));
    await session.undoAnswers();
    expect(host.cell('政府保障', 'D2')).toBe('不达标');
  });
});
