import { read } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { generateSchools } from '../../scripts/samples/generate-schools';
import type { GeneratedSchool } from '../../scripts/samples/generated-school';
import { filledForm, schoolWithForm } from '../../scripts/samples/school-form';
import { schoolSheet } from '../../scripts/samples/school-sheet';
import { codecOfNode } from '../../src/hosts/xlsx/node-codec';
import { openWorkbookSource } from '../../src/hosts/xlsx/open-workbook-source';
import { XlsxDocument } from '../../src/hosts/xlsx/xlsx-document';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import { checkResultJson } from '../../src/reports/check-result-json';
import { openIssues, planCollection } from '../../src/reports/collection';
import { planCollectionForm } from '../../src/reports/collection-form';
import { planCollectionUpdate } from '../../src/reports/collection-update';
import { CN_2012 } from '../../src/standard/cn-2012';
import { CN_2017 } from '../../src/standard/cn-2017';
import type { Collection } from '../../src/workbook/collection/collection';
import type { FileReading } from '../../src/workbook/collection/form-reading';
import { mergeForms } from '../../src/workbook/collection/merge-forms';
import { readForms } from '../../src/workbook/collection/read-forms';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import { MemorySource } from '../workbook/memory-source';
import type { MemorySheet } from '../workbook/memory-source';
import { formSheet, PRIMARY, JUNIOR } from '../workbook/collection/form-sheet';
import { sheetOfPlan } from './plan-source';

async function collect(
  ...files: readonly (readonly [string, readonly MemorySheet[]])[]
): Promise<Collection> {
  const readings: FileReading[] = [];
  for (const [file, sheets] of files) {
    readings.push(await readForms(new MemorySource(sheets), file));
  }
  return mergeForms(readings);
}

async function checked(sheets: readonly MemorySheet[]): Promise<string> {
  const check = await checkWorkbook(new MemorySource(sheets), { standard: CN_2017 });
  return [...checkResultJson(check, 'zh-CN')].join('');
}

/** Rows of a form in another order, with rows of the school's own between. */
function shuffled(sheet: MemorySheet, order: readonly number[]): MemorySheet {
  const lines = sheet.rows.slice(3).map((row, index) => ({ row, at: order[index] ?? index }));
  lines.sort((a, b) => a.at - b.at);
  return {
    ...sheet,
    rows: [...sheet.rows.slice(0, 3), ...lines.flatMap(({ row }) => [row, ['（本校备查）']])],
  };
}

describe('a county collected from forms', () => {
  it('is judged as the same county typed in by hand, whatever the files are called and however the rows stand', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          seed: fc.nat(10_000),
          schools: fc.integer({ min: 1, max: 25 }),
          abundance: fc.double({ min: 0.8, max: 1.5, noNaN: true }),
          spread: fc.double({ min: 0.02, max: 0.4, noNaN: true }),
          everySchoolPasses: fc.boolean(),
        }),
        fc.array(fc.nat(1000), { minLength: 90, maxLength: 90 }),
        async (recipe, order) => {
          const schools = generateSchools(recipe).map(schoolWithForm);
          const collection = await collect(
            ...schools.map(
              ({ answers }, index) =>
                [
                  `${(index * 7919) % 1000}-${index}.xlsx`,
                  [shuffled(sheetOfPlan(filledForm(answers)), order)],
                ] as const,
            ),
          );
          expect(openIssues(collection)).toEqual([]);
          const text = ({ code }: GeneratedSchool): string => String(code);
          const typed = schools
            .map(({ school }) => school)
            .sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
          const [collected] = planCollection(collection, CN_2017, 'zh-CN');
          expect(await checked([sheetOfPlan(collected!)])).toBe(
            await checked([sheetOfPlan(schoolSheet(typed))]),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('writes one row a form, and names file, sheet and cell of what is wrong', async () => {
    const collection = await collect(
      ['甲.xlsx', [formSheet({ ...PRIMARY, teachingArea: null }, '表一')]],
      ['乙.xlsx', [formSheet(JUNIOR)]],
      ['丙.xlsx', [formSheet({ ...JUNIOR, teachers: 99 })]],
      ['工资.xlsx', [{ name: '工资', rows: [['姓名', '工资']] }]],
    );
    const [schools, issues, answers] = planCollection(collection, CN_2017, 'zh-CN');
    expect(
      sheetOfPlan(schools!)
        .rows.slice(1, 4)
        .map((row) => row[1]),
    ).toEqual(['城关小学', '城关初中', undefined]);
    const lines = sheetOfPlan(issues!)
      .rows.slice(4, 7)
      .map((row) => row.slice(0, 8));
    expect(lines).toEqual([
      [1, '不是采集表', null, null, '工资.xlsx', '整个文件', '—', '—'],
      [2, '重复', '城关初中', '3141000002', '丙.xlsx', '采集表', 'E5', '学校代码'],
      [3, '缺项', '城关小学', '3141000001', '甲.xlsx', '表一', 'E44', '教学及辅助用房总面积'],
    ]);
    expect(
      sheetOfPlan(answers!)
        .rows.slice(1)
        .map((row) => row.slice(0, 3)),
    ).toEqual([
      ['是', '甲.xlsx', '表一'],
      ['是', '乙.xlsx', '采集表'],
      ['否', '丙.xlsx', '采集表'],
    ]);
  });

  it('writes no text as a formula', async () => {
    const evil = '=HYPERLINK("http://example.com","x")';
    const collection = await collect(['=1+1.xlsx', [formSheet({ ...PRIMARY, name: evil })]]);
    const bytes = createWorkbook(planCollection(collection, CN_2017, 'zh-CN'), codecOfNode);
    const book = read(bytes, { cellFormula: true });
    for (const sheet of Object.values(book.Sheets)) {
      for (const cell of Object.values(sheet)) expect(cell).not.toHaveProperty('f');
    }
    expect(book.Sheets['学校数据']?.['B2']).toMatchObject({ t: 's', v: evil });
  });

  it('gives the same bytes whenever the same forms are collected', async () => {
    const write = async (): Promise<Uint8Array> =>
      createWorkbook(
        planCollection(await collect(['甲', [formSheet(PRIMARY)]]), CN_2017, 'en-US'),
        codecOfNode,
      );
    expect(await write()).toEqual(await write());
  });
});

describe('the blank form', () => {
  it('is a form with a list or a rule for every answer but texts, and is read as blank', async () => {
    const [form, instructions] = planCollectionForm(CN_2017);
    const { forms } = await readForms(new MemorySource([sheetOfPlan(form!)]), '空.xlsx');
    expect(forms).toHaveLength(1);
    const collection = await collect(['空.xlsx', [sheetOfPlan(form!), sheetOfPlan(instructions!)]]);
    expect(collection.issues.map(({ code }) => code)).toEqual(['form-blank']);
    const ruled = new Set(form!.validations?.map(({ range }) => range));
    const answers = Object.values(forms[0]!.answers);
    expect(answers).toHaveLength(87);
    const free = answers.filter(({ cell }) => !ruled.has(cell)).map(({ cell }) => cell);
    expect(free).toEqual([
      forms[0]!.answers.name?.cell,
      forms[0]!.answers.code?.cell,
      forms[0]!.answers.group?.cell,
    ]);
  });

  it('of the 2012 standard asks for what that standard needs', () => {
    const labels = planCollectionForm(CN_2012)[0]!.rows.map(
      ({ cells }) => cells.find(({ column }) => column === 2)?.value,
    );
    expect(labels).toEqual(expect.arrayContaining(['计算机台数', '图书册数']));
  });
});

describe('a county that is there already', () => {
  const before: MemorySheet['rows'] = [
    ['云岭县学校数据'],
    ['学校名称', '学校标识码', '本县备注', '小学在校生数', '教学仪器设备值(元)', '举办者类型'],
    ['城关小学', '3141000001', '危房已拆', 7, 999, '民办'],
    ['合计', null, null, 7, 999],
    ['已撤小学', '3141000088', '并入城关', 12, 5, null],
    ['注：手工维护'],
  ];
  async function update(): Promise<{
    rows: readonly unknown[][];
    collection: Collection;
    sheets: string[];
  }> {
    const table = {
      key: null,
      columnWidths: [],
      merges: [],
      print: { orientation: 'landscape' },
      charts: [],
    } as const;
    const rowsOf = (rows: MemorySheet['rows']) =>
      rows.map((row, index) => ({
        number: index + 1,
        cells: row.map((value, column) => ({
          column,
          value: typeof value === 'string' || typeof value === 'number' ? value : null,
          ...(value === 999 && index === 3 ? { formula: 'SUM(E3)' } : {}),
        })),
      }));
    const bytes = createWorkbook(
      [
        { ...table, name: '学校数据', rows: rowsOf(before) },
        { ...table, name: '教育经费', rows: rowsOf([['年份', '手工']]) },
      ],
      codecOfNode,
    );
    const collection = await collect(
      ['甲', [formSheet({ ...PRIMARY, equipmentValue: 128.5, ownership: null })]],
      ['乙', [formSheet(JUNIOR)]],
    );
    const plan = await planCollectionUpdate(
      await openWorkbookSource(bytes, '县.xlsx'),
      '县.xlsx',
      collection,
      CN_2017,
    );
    const document = XlsxDocument.open(bytes, codecOfNode);
    document.setCells(plan!.edits);
    const [, ...ours] = planCollection(plan!.collection, CN_2017, 'zh-CN');
    document.writeSheets(ours, { replace: 'any' });
    const book = read(document.save(), { cellFormula: true });
    const sheet = book.Sheets['学校数据']!;
    expect(sheet['E4']).toMatchObject({ f: 'SUM(E3)' });
    const { utils } = await import('@e965/xlsx');
    return {
      rows: utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null }),
      collection: plan!.collection,
      sheets: book.SheetNames,
    };
  }

  it('gets new figures in its own rows, columns and units, new schools below, and loses nothing', async () => {
    const { rows, sheets } = await update();
    expect(sheets).toEqual(['学校数据', '教育经费', '收集情况', '收集明细']);
    expect(rows[2]!.slice(0, 6)).toEqual([
      '城关小学',
      '3141000001',
      '危房已拆',
      PRIMARY.primaryStudents,
      1_285_000,
      '民办',
    ]);
    expect(rows[1]!.slice(6)).toEqual(expect.arrayContaining(['办学类型', '教学及辅助用房面积']));
    expect(rows[4]!.slice(0, 5)).toEqual(['已撤小学', '3141000088', '并入城关', 12, 5]);
    expect(rows[5]![0]).toBe('注：手工维护');
    expect(rows[6]!.slice(0, 2)).toEqual(['城关初中', '3141000002']);
    expect(rows).toHaveLength(7);
  });

  it('says which figures changed from what, and which schools sent no form', async () => {
    const { collection } = await update();
    const notes = collection.issues.filter(({ code }) =>
      ['value-replaced', 'kept-from-before'].includes(code),
    );
    expect(
      notes.map(({ code, school, cell, parameters }) => [code, school, cell, parameters]),
    ).toEqual([
      ['value-replaced', '城关小学', 'E12', { heading: '小学在校生数', place: 'D3', before: '7' }],
      [
        'value-replaced',
        '城关小学',
        expect.any(String),
        { heading: '教学仪器设备值', place: 'E3', before: '999' },
      ],
      ['kept-from-before', '已撤小学', 'A5', { row: 5 }],
    ]);
  });
});
