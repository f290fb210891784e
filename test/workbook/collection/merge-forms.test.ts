import { describe, expect, it } from '@jest/globals';
import type { Collection } from '../../../src/workbook/collection/collection';
import { mergeForms } from '../../../src/workbook/collection/merge-forms';
import type { CellAnswers } from './form-sheet';
import { formOf, JUNIOR, PRIMARY } from './form-sheet';

async function merged(...forms: readonly (readonly [string, CellAnswers])[]): Promise<Collection> {
  const readings = [];
  for (const [file, answers] of forms) {
    readings.push({ file, forms: [await formOf(answers, file)], issues: [] });
  }
  return mergeForms(readings);
}

function rows({ forms }: Collection): [string, string, boolean][] {
  return forms.map(({ file, name, used }) => [file, name, used]);
}

function codes({ issues }: Collection): string[] {
  return issues.map(({ code, file }) => `${code} ${file}`);
}

describe('putting forms together', () => {
  it('sorts schools by code, then name, those without a code last', async () => {
    const county = await merged(
      ['c', { ...PRIMARY, code: null, name: '乙校' }],
      ['a', { ...PRIMARY, code: null, name: '丙校' }],
      ['b', JUNIOR],
      ['d', PRIMARY],
    );
    expect(county.forms.map(({ name }) => name)).toEqual(['城关小学', '城关初中', '丙校', '乙校']);
  });

  it('uses the fuller of two forms of one school and keeps the other', async () => {
    const county = await merged(
      ['1.xlsx', { ...PRIMARY, teachingArea: null }],
      ['2.xlsx', { ...PRIMARY, teachers: 31, teachingArea: 2700 }],
    );
    expect(rows(county)).toEqual([
      ['2.xlsx', '城关小学', true],
      ['1.xlsx', '城关小学', false],
    ]);
    expect(county.issues[0]).toMatchObject({
      code: 'school-doubled',
      file: '1.xlsx',
      cell: 'E5',
      parameters: {
        usedFile: '2.xlsx',
        count: 2,
        differences: '专任教师总人数、教学及辅助用房总面积',
      },
    });
  });

  it('uses the first of two equally full forms, and tells a mere copy from a contradiction', async () => {
    expect(codes(await merged(['1', PRIMARY], ['2', PRIMARY]))).toEqual(['form-repeated 2']);
    expect(rows(await merged(['1', PRIMARY], ['2', { ...PRIMARY, classes: 99 }]))[0]).toEqual([
      '1',
      '城关小学',
      true,
    ]);
  });

  it('knows a school by its name where one form has no code', async () => {
    const county = await merged(['1', { ...PRIMARY, code: null }], ['2', PRIMARY]);
    expect(rows(county)).toEqual([
      ['2', '城关小学', true],
      ['1', '城关小学', false],
    ]);
  });

  it('knows a school by its code where one name is the other with the county in front', async () => {
    const county = await merged(['1', PRIMARY], ['2', { ...PRIMARY, name: '云岭县城关小学' }]);
    expect(county.forms.filter(({ used }) => used)).toHaveLength(1);
  });

  it('keeps both schools where one code has two names, and where one name has two codes', async () => {
    const shared = await merged(['1', PRIMARY], ['2', { ...PRIMARY, name: '河西小学' }]);
    expect(shared.forms.every(({ used }) => used)).toBe(true);
    expect(codes(shared)).toEqual(['code-shared 1', 'code-shared 2']);
    const named = await merged(['1', PRIMARY], ['2', { ...PRIMARY, code: '3141000099' }]);
    expect(named.forms.every(({ used }) => used)).toBe(true);
    expect(codes(named)).toEqual(['name-shared 1', 'name-shared 2']);
  });

  it('adds up for the county what feeds items rather than columns, of used forms alone', async () => {
    const county = await merged(
      ['0', { ...PRIMARY, graduates: 500 }],
      ['1', { ...JUNIOR, graduates: 90 }],
      ['2', { ...JUNIOR, graduates: 90 }],
      ['3', { ...JUNIOR, code: '3141000077', name: '河西初中', graduates: 7, enrolledAtStart: 9 }],
    );
    expect(county.totals.find(({ field }) => field === 'graduates')).toEqual({
      field: 'graduates',
      total: 97,
      schools: 2,
    });
  });

  it('leaves a form that nobody filled in out of 学校数据, and says so', async () => {
    const blank = Object.fromEntries(Object.keys(PRIMARY).map((id) => [id, null]));
    const county = await merged(['1', PRIMARY], ['2', blank]);
    expect(rows(county)).toEqual([['1', '城关小学', true]]);
    expect(codes(county)).toEqual(['form-blank 2']);
  });
});
