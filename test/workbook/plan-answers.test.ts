import { describe, expect, it } from '@jest/globals';
import { CN_2017 } from '../../src/standard/cn-2017';
import { blanksOf } from '../../src/standard/form-item';
import { formItemsOf } from '../../src/standard/form-items';
import { planAnswers } from '../../src/workbook/plan-answers';
import type { AnswerPlan, FormAnswer } from '../../src/workbook/plan-answers';
import type { CellContent } from '../../src/workbook/source';
import { MemorySource } from './memory-source';

const HEADINGS = ['条目', '指标', '填报项', '填报值', '单位', '说明'];

function plan(
  sheets: Readonly<Record<string, readonly (readonly CellContent[])[]>>,
  ...answers: readonly FormAnswer[]
): Promise<AnswerPlan> {
  const source = new MemorySource(Object.entries(sheets).map(([name, rows]) => ({ name, rows })));
  return planAnswers(source, CN_2017, answers);
}

function item(number: number, blank: string, content: string | number): FormAnswer {
  return { target: { kind: 'item', part: 'government', item: number, blank }, content };
}

describe('where an answer goes', () => {
  it('is the cell of its blank, known by its label in whatever column', async () => {
    const { edits, overwrites } = await plan(
      {
        政府保障: [
          ['2024 年填报'],
          ['填报值', '填报项', '条目'],
          [null, '特殊教育学校公用经费', '第7项'],
          [null, '特殊教育学生', null],
        ],
      },
      item(7, 'specialPupils', 120),
    );
    expect(edits).toEqual([{ sheet: '政府保障', cell: 'A4', content: 120 }]);
    expect(overwrites).toEqual([]);
  });

  it('is a new row below everything where the sheet has none, notes included', async () => {
    const { edits } = await plan(
      { 政府保障: [HEADINGS, [1, '', '结论', '达标'], [], ['注：县教育局']] },
      item(7, 'specialFunds', 96),
      item(7, 'specialPupils', 120),
    );
    expect(edits.map(({ cell, content }) => `${cell} ${String(content)}`)).toEqual([
      'A5 7',
      'B5 特殊教育学校生均公用经费不低于8000元',
      'C5 特殊教育学校公用经费',
      'D5 96',
      'E5 万元',
      'A6 7',
      'B6 特殊教育学校生均公用经费不低于8000元',
      'C6 特殊教育学生数',
      'D6 120',
      'E6 人',
    ]);
  });

  it('is nowhere where the cell holds the answer already', async () => {
    const { edits } = await plan(
      { 政府保障: [HEADINGS, [1, '', '结论', ' 达标 '], [7, '', '特殊教育学生数', 120]] },
      item(1, 'conclusion', '达标'),
      item(7, 'specialPupils', 120),
    );
    expect(edits).toEqual([]);
  });

  it('tells what is replaced; of rows doubled the one that is filled in', async () => {
    const { edits, overwrites } = await plan(
      { 政府保障: [HEADINGS, [1, '', '结论', null], [1, '', '结论', '基本达标']] },
      item(1, 'conclusion', '不达标'),
    );
    expect(edits).toEqual([{ sheet: '政府保障', cell: 'D3', content: '不达标' }]);
    expect(overwrites).toEqual([
      { sheet: '政府保障', cell: 'D3', before: '基本达标', after: '不达标' },
    ]);
  });

  it('adds a column of the survey that is not there', async () => {
    const { edits } = await plan(
      {
        社会认可度: [
          ['群体', '发放问卷', '有效问卷'],
          ['合计', 1200, 1100],
        ],
      },
      { target: { kind: 'survey', group: 'total', field: 'satisfied' }, content: 1000 },
      { target: { kind: 'survey', group: 'parents', field: 'satisfied' }, content: 500 },
    );
    expect(edits).toEqual([
      { sheet: '社会认可度', cell: 'D1', content: '满意问卷' },
      { sheet: '社会认可度', cell: 'D2', content: 1000 },
      { sheet: '社会认可度', cell: 'A3', content: '其中家长' },
      { sheet: '社会认可度', cell: 'D3', content: 500 },
    ]);
  });

  it('is said to be a sheet that is missing, or one whose headings are', async () => {
    const missing = await plan({}, item(1, 'conclusion', '达标'));
    expect(missing).toMatchObject({ edits: [], missingSheets: ['政府保障'], unusableSheets: [] });
    const unusable = await plan(
      {
        一票否决: [
          ['事项', '备注'],
          ['弄虚作假', '无'],
        ],
      },
      { target: { kind: 'veto', matter: 6 }, content: '否' },
    );
    expect(unusable).toMatchObject({ edits: [], missingSheets: [], unusableSheets: ['一票否决'] });
  });

  it('is one cell for every blank of the form, whatever the template’s rows', async () => {
    const rows: CellContent[][] = [HEADINGS];
    const answers: FormAnswer[] = [];
    for (const one of formItemsOf(CN_2017, 'government')) {
      for (const blank of blanksOf(one)) {
        rows.push([one.number, '', blank.label.zh, null, blank.unit]);
        answers.push(item(one.number, blank.key, 1));
      }
    }
    const { edits } = await plan({ 政府保障: rows }, ...answers);
    expect(edits.map(({ cell }) => cell)).toEqual(rows.slice(1).map((_, index) => `D${index + 2}`));
  });
});
