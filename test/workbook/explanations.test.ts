import { describe, expect, it } from '@jest/globals';

import { finding } from '../../src/assessment/finding-codes';
import {
  acceptFindings,
  EXPLANATION_HEADINGS,
  explanationOf,
  readExplanations,
} from '../../src/workbook/explanations';
import { CellDate } from '../../src/workbook/source';
import { MemorySource } from './memory-source';

const WARNING = finding('number-as-text', {
  sheet: '学校数据',
  cell: 'F12',
  school: '东街小学',
  actual: '120',
});
const ACCEPTED = { reason: '系统导出', by: '张三', at: '2024-09-01' };
const LINE = explanationOf(WARNING, ACCEPTED);

describe('情况说明', () => {
  it('is read below its headings, lines without a reason left out', async () => {
    const source = new MemorySource([
      {
        name: '情况说明',
        madeAs: 'explanations',
        rows: [
          ['对提醒的说明'],
          [...EXPLANATION_HEADINGS],
          [
            'number-as-text',
            '东街小学',
            null,
            '学校数据!F12',
            '系统导出',
            '张三',
            new CellDate(45536),
          ],
          ['name-doubled', '东街小学', null, null, null],
        ],
      },
    ]);
    expect(await readExplanations(source, await source.heads())).toEqual([LINE]);
  });

  it('accepts the warning it names, which stays listed', () => {
    expect(acceptFindings([WARNING], [LINE])).toEqual([{ ...WARNING, accepted: ACCEPTED }]);
  });

  it('still knows the warning of a school whose row has moved', () => {
    const moved = { ...WARNING, cell: 'F30' };
    expect(acceptFindings([moved], [LINE])[0]!.accepted).toEqual(ACCEPTED);
  });

  it.each([
    ['another code', { code: 'full-width-number' as const }],
    ['another school', { school: '西街小学' }],
    ['another column', { cell: 'G12' }],
    ['another sheet', { sheet: '初中' }],
  ])('does not accept %s', (_, change) => {
    expect(acceptFindings([{ ...WARNING, ...change }], [LINE])[0]!.accepted).toBeUndefined();
  });

  it('never accepts an error', () => {
    const error = finding('not-a-number', { sheet: '学校数据', cell: 'F12', school: '东街小学' });
    expect(acceptFindings([error], [explanationOf(error, ACCEPTED)])).toEqual([error]);
  });

  it('accepts a county’s warning by its indicator', () => {
    const county = finding('rounding-turns-judgement', { indicator: 'L2', stage: 'primary' });
    const other = { ...county, indicator: 'L3' };
    const marked = acceptFindings([county, other], [explanationOf(county, ACCEPTED)]);
    expect(marked.map(({ accepted }) => accepted?.reason ?? null)).toEqual(['系统导出', null]);
  });
});
