import { describe, expect, it } from '@jest/globals';
import { CN_2012 } from '../../src/standard/cn-2012';
import { cellText } from '../../src/workbook/cell-text';
import { serialOfDay } from '../../src/workbook/ledger-dates';
import { planSummary } from '../../src/reports/summary';
import { CN_2017 } from '../../src/standard/cn-2017';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import { readLedger } from '../../src/workbook/read-ledger';
import { CellDate, CellFault, UncalculatedFormula } from '../../src/workbook/source';
import type { CellContent } from '../../src/workbook/source';
import { OoxmlPackage } from '../../src/ooxml/package';
import { XlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { renamedSheet } from '../hosts/contract/renamed-sheet';
import { governmentSheet, qualitySheet, surveySheet, vetoSheet } from '../workbook/form-sheets';
import type { MemorySheet } from '../workbook/memory-source';
import type { TypedSchool } from './county-workbook';
import { cellAt, juniorSchool, nineYearSchool, primarySchool, schoolPlan } from './county-workbook';
import { LedgerBook, plainSheet } from './ledger-book';

const TODAY = { today: '2026-03-02' };
const LATER = { today: '2026-04-20' };

function date(iso: string): CellDate {
  return new CellDate(serialOfDay(iso)!);
}

function formPlan({ name, rows }: MemorySheet) {
  return plainSheet(name, rows);
}

/** What each line says: 编号, 问题, 学校, 问题级别. */
async function told(book: LedgerBook): Promise<(readonly [id: string, ...CellContent[]])[]> {
  const lines = await book.lines();
  return lines.map((line) => [
    cellText(line['编号']),
    line['问题'],
    line['学校'],
    line['问题级别'],
  ]);
}

async function lineOf(
  book: LedgerBook,
  id: string,
): Promise<Readonly<Record<string, CellContent>>> {
  const found = (await book.lines()).filter((line) => line['编号'] === id);
  expect(found).toHaveLength(1);
  return found[0]!;
}

async function writtenOnce(schools: readonly TypedSchool[]): Promise<LedgerBook> {
  const book = new LedgerBook([schoolPlan(schools)]);
  await book.run(TODAY);
  return book;
}

const GOOD = primarySchool('东关小学', { code: '4110000001' });
const FEW_ROOMS = primarySchool('西关小学', { code: '4110000002', multimediaRooms: 7 });
const MENDED = primarySchool('西关小学', { code: '4110000002', multimediaRooms: 10 });
const ROOMS = '4110000002-L7';

describe('a line of 整改台账', () => {
  it('stands for a school and its cause, not for the verdict that follows from it', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    expect((await told(book)).slice(0, 1)).toEqual([
      [
        ROOMS,
        'L7 网络多媒体教室数：小学 1.75间/百生，应达 2.30间/百生，还差 3 间',
        '西关小学',
        '重大',
      ],
    ]);
  });

  it('stands for the same gap in both stages of a school', async () => {
    const short = nineYearSchool('金水学校', {
      primarySportsArtsTeachers: 1,
      juniorSportsArtsTeachers: 2,
      teachingArea: 2400,
    });
    const lines = await told(await writtenOnce([short]));
    expect(lines.map(([id, problem]) => [id, problem])).toEqual([
      [
        '金水学校-L3',
        'L3 体育、艺术专任教师数：小学 0.25人/百生，应达 0.90人/百生，还差 3 人；初中 0.50人/百生，应达 0.90人/百生，还差 2 人',
      ],
      [
        '金水学校-L4',
        'L4 教学及辅助用房面积：小学 2.62㎡/生，应达 4.50㎡/生；初中 2.88㎡/生，应达 5.80㎡/生；还差 2,229.09 ㎡',
      ],
    ]);
  });

  it('links its school to the cell that the problem is seen in', async () => {
    const book = new LedgerBook([schoolPlan([GOOD, FEW_ROOMS])]);
    const plan = await book.run(TODAY);
    expect(cellAt(plan, 4, 4)?.link).toEqual({ sheet: '学校数据', cell: 'AF3' });
  });

  it('is not opened for one value of 85–100 %, but for two, which fail a school', async () => {
    const one = primarySchool('一项小学', { teachingArea: 1950 });
    const two = primarySchool('两项小学', { teachingArea: 1950, sportsGroundArea: 2600 });
    const beside = primarySchool('并存小学', { teachingArea: 1950, multimediaRooms: 7 });
    const lines = await told(await writtenOnce([one, two, beside]));
    expect(lines.map(([id, , , level]) => [id, level])).toEqual([
      ['两项小学-L4', '一般'],
      ['两项小学-L5', '一般'],
      ['并存小学-L7', '重大'],
    ]);
  });

  it('is the county’s for coefficients, items, recognition, veto matters and spending', async () => {
    const uneven = [GOOD, primarySchool('山里小学', { primaryBackboneTeachers: 60 })];
    const finance = plainSheet('教育经费', [
      ['年份', '一般公共预算教育经费(万元)', '财政经常性收入(万元)'],
      [2022, 100, 100],
      [2023, 90, 110],
    ]);
    const book = new LedgerBook([
      schoolPlan(uneven),
      finance,
      ...[
        governmentSheet({ '7.perPupil': 7000, '7.students': null, '7.funds': null }),
        qualitySheet(),
        surveySheet([['计', 1200, 1100, 800, 200, 100]]),
        vetoSheet({ 2: '是' }),
      ].map(formPlan),
    ]);
    await book.run(TODAY);
    const lines = await told(book);
    expect(lines.map(([id]) => id).filter((id) => id.startsWith('县-'))).toEqual([
      '县-教育经费-2023-education-outgrowsRevenue',
      '县-教育经费-2023-education-neverDrops',
      '县-社会认可度',
      '县-一票否决-2',
      '县-差异系数-L2-小学',
    ]);
    expect(lines.every(([, , , level]) => level === '重大')).toBe(true);
    const units = (await book.lines()).map((line) => line['责任单位']);
    expect(units.every((unit) => unit === undefined)).toBe(true);
  });

  it('names the school that does not hold to an item, in place of the county', async () => {
    const large = { ...GOOD, primaryLargestClass: 60, primaryLargeClasses: 2 };
    const book = new LedgerBook([schoolPlan([large]), formPlan(governmentSheet())]);
    await book.run(TODAY);
    const ids = (await told(book)).map(([id]) => id);
    expect(ids).toContain('4110000001-政府保障-5');
    expect(ids).not.toContain('县-政府保障-5');
  });

  it('has no school’s verdict under the 2012 standard, which sets none', async () => {
    const book = new LedgerBook([schoolPlan([GOOD, FEW_ROOMS])]);
    await book.run({ ...TODAY, standard: CN_2012 });
    expect((await told(book)).every(([id]) => id.startsWith('县-'))).toBe(true);
  });
});

describe('the dates of 13710', () => {
  it('follow from the day a problem was found, an ordinary one in 7 days, a major one in a month', async () => {
    const book = new LedgerBook([
      schoolPlan([
        FEW_ROOMS,
        primarySchool('两项小学', { teachingArea: 1950, sportsGroundArea: 2600 }),
      ]),
    ]);
    const plan = await book.run({ today: '2026-01-31' });
    expect(await lineOf(book, ROOMS)).toMatchObject({
      发现日期: date('2026-01-31'),
      交办期限: date('2026-02-01'),
      反馈期限: date('2026-02-03'),
      时限: date('2026-02-28'),
      进展: '未开始',
      销号: '否',
      状态: '未到期',
    });
    expect(await lineOf(book, '两项小学-L4')).toMatchObject({ 时限: date('2026-02-07') });
    expect(cellAt(plan, 4, 8)?.formula).toBe(
      'IF(AND(N($M4)>=61,N($M4)<2900000),IF(TRIM($L4)="重大",EDATE($M4,1),$M4+7),"")',
    );
    expect(cellAt(plan, 4, 13)?.formula).toBe('IF(AND(N($M4)>=61,N($M4)<2900000),$M4+1,"")');
  });

  it('count Monday to Friday where working days are wanted', async () => {
    const book = new LedgerBook([
      schoolPlan([
        FEW_ROOMS,
        primarySchool('两项小学', { teachingArea: 1950, sportsGroundArea: 2600 }),
      ]),
    ]);
    // A Friday; the month after it ends on a Sunday.
    const plan = await book.run({ today: '2026-05-01', dueDays: 'working' });
    await book.run({ today: '2026-05-01', dueDays: 'working' });
    expect(await lineOf(book, ROOMS)).toMatchObject({
      交办期限: date('2026-05-04'),
      反馈期限: date('2026-05-06'),
      时限: date('2026-06-01'),
    });
    expect(await lineOf(book, '两项小学-L4')).toMatchObject({ 时限: date('2026-05-12') });
    expect(cellAt(plan, 4, 8)?.formula).toContain('WORKDAY(EDATE($M4,1)-1,1)');
  });

  it('change with the way days are counted, but for those that a person set', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    await book.type(ROOMS, '反馈期限', serialOfDay('2026-03-09'));
    const plan = await book.run({ ...TODAY, dueDays: 'working' });
    expect(await lineOf(book, ROOMS)).toMatchObject({
      交办期限: date('2026-03-03'),
      反馈期限: date('2026-03-09'),
    });
    expect(cellAt(plan, 4, 14)?.formula).toBeUndefined();
    expect(cellAt(plan, 4, 13)?.formula).toContain('WORKDAY');
  });

  it('stay formulas where the day found or the level is changed by hand', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    await book.type(ROOMS, '发现日期', serialOfDay('2026-02-10'));
    await book.type(ROOMS, '问题级别', '一般');
    // As a program leaves them that has calculated the formulas anew.
    const rows = [...(await book.rows())].map(([, cells]) => [...cells]);
    const line = rows[3]!;
    line[8] = date('2026-02-17');
    line[13] = date('2026-02-11');
    line[14] = date('2026-02-13');
    line[16] = '逾期';
    await book.rearrange(rows);
    const plan = await book.run({ today: '2026-03-03' });
    for (const column of [8, 13, 14, 16]) {
      expect([column, cellAt(plan, 4, column)?.formula !== undefined]).toEqual([column, true]);
    }
    expect(await lineOf(book, ROOMS)).toMatchObject({
      发现日期: date('2026-02-10'),
      问题级别: '一般',
      时限: date('2026-02-17'),
      状态: '逾期',
    });
  });

  it('tell what is late on the day of the run', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    const stateOn = async (today: string): Promise<CellContent> => {
      await book.run({ today });
      return (await lineOf(book, ROOMS))['状态'];
    };
    expect(await stateOn('2026-03-03')).toBe('未到期');
    expect(await stateOn('2026-03-04')).toBe('交办逾期');
    await book.type(ROOMS, '进展', '已交办');
    expect(await stateOn('2026-03-05')).toBe('未到期');
    expect(await stateOn('2026-03-06')).toBe('反馈逾期');
    await book.type(ROOMS, '进展', '进行中');
    expect(await stateOn('2026-04-02')).toBe('未到期');
    expect(await stateOn('2026-04-03')).toBe('逾期');
    await book.type(ROOMS, '销号', '是');
    expect(await stateOn('2026-04-04')).toBe('已销号');
  });
});

describe('writing 整改台账 again', () => {
  it('on the same day gives the same file', async () => {
    const book = new LedgerBook([schoolPlan([GOOD, FEW_ROOMS])]);
    await book.run(TODAY);
    const first = book.host.bytes();
    await book.run(TODAY);
    expect(Buffer.compare(book.host.bytes(), first)).toBe(0);
    await book.type(ROOMS, '整改措施', '九月前配齐');
    await book.run(LATER);
    const later = book.host.bytes();
    await book.run(LATER);
    expect(Buffer.compare(book.host.bytes(), later)).toBe(0);
  });

  it('keeps what people wrote, and brings up to date what they left', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    await book.type(ROOMS, '责任单位', '县电教馆');
    await book.type(ROOMS, '责任人', '李敏');
    await book.type(ROOMS, '整改措施', '九月前配齐三间');
    await book.type(ROOMS, '进展', '进行中');
    await book.type(ROOMS, '时限', serialOfDay('2026-09-01'));
    await book.type(ROOMS, '备注', '=已报批');
    await book.setData([schoolPlan([GOOD, { ...FEW_ROOMS, multimediaRooms: 6 }])]);
    await book.run(LATER);
    expect(await lineOf(book, ROOMS)).toEqual({
      ...(await lineOf(book, ROOMS)),
      序号: 1,
      问题: 'L7 网络多媒体教室数：小学 1.50间/百生，应达 2.30间/百生，还差 4 间',
      责任单位: '县电教馆',
      责任人: '李敏',
      整改措施: '九月前配齐三间',
      进展: '进行中',
      时限: date('2026-09-01'),
      发现日期: date('2026-03-02'),
      备注: '=已报批',
      状态: '未到期',
    });
  });

  it('keeps a problem as somebody reworded it, whatever the numbers are now', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    await book.type(ROOMS, '问题', '多媒体教室不足');
    await book.type(ROOMS, '学校', '西关小学（总校）');
    await book.setData([schoolPlan([GOOD, { ...FEW_ROOMS, multimediaRooms: 6 }])]);
    await book.run(LATER);
    expect(await lineOf(book, ROOMS)).toMatchObject({
      问题: '多媒体教室不足',
      学校: '西关小学（总校）',
    });
  });

  it('keeps a cell that somebody has emptied', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    await book.type(ROOMS, '发现日期', null);
    await book.type(ROOMS, '进展', null);
    await book.run(LATER);
    const line = await lineOf(book, ROOMS);
    expect(line).not.toHaveProperty('发现日期');
    expect(line).not.toHaveProperty('进展');
    expect(line['时限']).toBe('');
  });

  it('puts a formula back where a cell shows nothing or an error, or was never calculated', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    const ledger = await readLedger(book.host, await book.host.heads());
    if (ledger?.kind !== 'ledger') throw new Error('the ledger is not found');
    const lost: CellContent[] = [
      null,
      0,
      new CellDate(0),
      new CellFault('#REF!'),
      new UncalculatedFormula('IF(AND(N($M4)>=61,N($M4)<2900000),$M4+1,"")'),
    ];
    for (const content of lost) {
      const rows = ledger.rows.map((row) => {
        const cells = [...row.cells];
        for (const column of [8, 13, 14]) if (row.number === 4) cells[column] = content;
        return { ...row, cells };
      });
      const check = await checkWorkbook(book.host, { standard: CN_2017 });
      const [plan] = planSummary(check, {
        keys: ['ledger'],
        language: 'zh-CN',
        ledger: { ...ledger, rows },
        ...TODAY,
      });
      expect(cellAt(plan!, 4, 8)?.formula).toContain('EDATE');
      expect(cellAt(plan!, 4, 13)).toMatchObject({ value: 46084, formula: expect.any(String) });
    }
  });

  it('finds lines and columns wherever they were moved, and keeps columns and lines that were added', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS, { ...FEW_ROOMS, code: '', name: '南关小学' }]);
    await book.type(ROOMS, '整改措施', '九月前配齐');
    const rows = [...(await book.rows()).values()].map((cells) => [...cells]);
    const [title, rule, headings, first, second, ...county] = rows;
    const width = headings!.length;
    const reversed = (cells: readonly CellContent[]): CellContent[] =>
      Array.from({ length: width }, (_, column) => cells[width - 1 - column]);
    const own = ['联系电话', 13800000000, '自查', '食堂问题'];
    await book.rearrange([
      ['附件3'],
      title!,
      rule!,
      [...reversed(headings!), '牵头领导', '牵头领导'],
      [...reversed(second!), '王', '副县长'],
      own,
      [],
      [...reversed(first!), null, 46000],
      ...county.map(reversed),
      [],
      ['填表人：', null, '张三'],
    ]);
    await book.setData([
      schoolPlan([
        GOOD,
        FEW_ROOMS,
        { ...FEW_ROOMS, code: '', name: '南关小学' },
        {
          ...FEW_ROOMS,
          code: '',
          name: '北关小学',
        },
      ]),
    ]);
    await book.run(LATER);
    const after = [...(await book.rows())];
    const at = (number: number): readonly CellContent[] =>
      after.find(([row]) => row === number)?.[1] ?? [];
    expect(at(1)[0]).toBe('附件3');
    expect(at(2)[0]).toBe('整改台账');
    expect(at(4).slice(0, width)).toEqual(reversed(headings!));
    expect(at(4).slice(width)).toEqual(['牵头领导', '牵头领导']);
    expect(at(5)[width - 2]).toBe('南关小学-L7');
    expect(at(5).slice(width)).toEqual(['王', '副县长']);
    expect(at(6).slice(0, 4)).toEqual(own);
    expect(at(7)).toEqual([]);
    expect(at(8)[width - 2]).toBe(ROOMS);
    expect(at(8)[width - 8]).toBe('九月前配齐');
    expect(at(8)[width + 1]).toBe(46000);
    const last = Math.max(...after.map(([row]) => row));
    expect(at(last).slice(0, 3)).toEqual(['填表人：', undefined, '张三']);
    expect(at(last - 1)).toEqual([]);
    expect(at(last - 2)[width - 2]).toBe('北关小学-L7');
  });

  it('keeps a line that was copied, and tells the two apart', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    const rows = [...(await book.rows()).values()].map((cells) => [...cells]);
    const copy = [...rows[3]!];
    copy[3] = '其中两间由企业捐建';
    await book.rearrange([...rows, copy]);
    await book.setData([schoolPlan([GOOD, { ...FEW_ROOMS, multimediaRooms: 6 }])]);
    await book.run(LATER);
    const problems = (await book.lines()).map((line) => line['问题']);
    expect(problems.filter((text) => text === '其中两间由企业捐建')).toHaveLength(1);
    expect(problems[0]).toContain('还差 4 间');
  });

  it('knows a school by its name where its 标识码 was added or corrected since', async () => {
    const { code, ...uncoded } = FEW_ROOMS;
    const book = await writtenOnce([GOOD, uncoded]);
    await book.type('西关小学-L7', '责任人', '李敏');
    await book.setData([schoolPlan([GOOD, { ...uncoded, code: '4110000088' }])]);
    await book.run(TODAY);
    await book.setData([schoolPlan([GOOD, { ...uncoded, code: code! }])]);
    await book.run(TODAY);
    const lines = (await book.lines()).filter((line) => line['学校'] === '西关小学');
    expect(lines.map((line) => line['责任人'])).toEqual(['李敏']);
    await book.setData([schoolPlan([GOOD, MENDED])]);
    await book.run(LATER);
    expect((await book.lines())[0]).toMatchObject({ 责任人: '李敏', 销号: '是' });
  });

  it('keeps a sheet that was renamed under its name', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    await book.type(ROOMS, '责任人', '李敏');
    const renamed = renamedSheet(book.host.bytes(), '整改台账', '我县台账');
    book.host = XlsxHost.open(renamed, 'county.xlsx');
    await book.run(LATER);
    expect((await book.host.ownSheets()).get('ledger')).toBe('我县台账');
    expect(await lineOf(book, ROOMS)).toMatchObject({ 责任人: '李敏' });
  });

  it('counts from the day of finding in a workbook whose days begin in 1904', async () => {
    const book = new LedgerBook([schoolPlan([GOOD, FEW_ROOMS])]);
    const file = OoxmlPackage.open(book.host.bytes());
    const part = 'xl/workbook.xml';
    file.write(part, file.text(part).replace('<workbookPr/>', '<workbookPr date1904="1"/>'));
    book.host = XlsxHost.open(file.save(), 'county.xlsx');
    await book.run(TODAY);
    const bytes = book.host.bytes();
    expect(await lineOf(book, ROOMS)).toMatchObject({
      发现日期: date('2026-03-02'),
      时限: date('2026-04-02'),
    });
    await book.run(TODAY);
    expect(Buffer.compare(book.host.bytes(), bytes)).toBe(0);
  });

  it('in the other language rewords what nobody touched', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    await book.type(ROOMS, '责任单位', '县电教馆');
    await book.type(ROOMS, '进展', '进行中');
    await book.run({ ...TODAY, language: 'en-US' });
    const [line] = await book.lines();
    expect(line).toMatchObject({
      ID: ROOMS,
      Problem:
        'L7 Multimedia classrooms: primary 1.75 rooms per 100 pupils, required 2.30 rooms per 100 pupils, 3 rooms short',
      'Responsible unit': '县电教馆',
      Progress: 'Under way',
      'Struck off': 'No',
      Level: 'Major',
      Due: date('2026-04-02'),
      Status: 'In time',
    });
    await book.run(TODAY);
    expect(await lineOf(book, ROOMS)).toMatchObject({ 进展: '进行中', 责任单位: '县电教馆' });
  });

  it('works without the hidden columns, keeping more', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    await book.type(ROOMS, '责任单位', '县电教馆');
    const rows = [...(await book.rows()).values()].map((cells) => cells.toSpliced(2, 1));
    await book.rearrange(rows);
    await book.setData([schoolPlan([GOOD, MENDED])]);
    await book.run(LATER);
    expect(await lineOf(book, ROOMS)).toMatchObject({
      责任单位: '县电教馆',
      销号: '否',
      备注: '2026-04-20 复核已达标，销号',
    });
  });
});

describe('a problem that is gone', () => {
  it('is struck off with the day, and stays', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    await book.type(ROOMS, '整改措施', '已配齐');
    await book.type(ROOMS, '备注', '见照片');
    await book.setData([schoolPlan([GOOD, MENDED])]);
    await book.run(LATER);
    const settled = {
      问题: 'L7 网络多媒体教室数：小学 1.75间/百生，应达 2.30间/百生，还差 3 间',
      整改措施: '已配齐',
      进展: '已完成',
      销号: '是',
      办结日期: date('2026-04-20'),
      状态: '已销号',
      备注: '见照片\n2026-04-20 复核已达标，销号',
    };
    expect(await lineOf(book, ROOMS)).toMatchObject(settled);
    await book.run({ today: '2026-05-30' });
    expect(await lineOf(book, ROOMS)).toMatchObject(settled);
  });

  it('keeps the progress and the day of settlement that somebody has entered', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    await book.type(ROOMS, '进展', '进行中');
    await book.type(ROOMS, '办结日期', serialOfDay('2026-03-28'));
    await book.setData([schoolPlan([GOOD, MENDED])]);
    await book.run(LATER);
    expect(await lineOf(book, ROOMS)).toMatchObject({
      进展: '进行中',
      销号: '是',
      办结日期: date('2026-03-28'),
    });
  });

  it('is opened again when it returns, with a note of what was', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    await book.setData([schoolPlan([GOOD, MENDED])]);
    await book.run(LATER);
    await book.setData([schoolPlan([GOOD, FEW_ROOMS])]);
    await book.run({ today: '2026-06-01' });
    const line = await lineOf(book, ROOMS);
    expect(line).toMatchObject({
      进展: '未开始',
      销号: '否',
      发现日期: date('2026-06-01'),
      时限: date('2026-07-01'),
      状态: '未到期',
      备注: '2026-04-20 复核已达标，销号\n2026-06-01 复核又不达标，重新列入（原发现日期 2026-03-02，原办结日期 2026-04-20）',
    });
    expect(line).not.toHaveProperty('办结日期');
  });

  it('is not taken for mended where it can no longer be judged', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    const before = await lineOf(book, ROOMS);
    for (const schools of [
      [GOOD, { ...FEW_ROOMS, multimediaRooms: '待报' }],
      [GOOD, { ...FEW_ROOMS, multimediaRooms: '' }],
      [GOOD, { ...FEW_ROOMS, type: '特殊教育学校' }],
      [GOOD],
    ]) {
      await book.setData([schoolPlan(schools)]);
      await book.run(TODAY);
      expect(await lineOf(book, ROOMS)).toEqual(before);
    }
    await book.run({ ...TODAY, standard: CN_2012 });
    expect(await lineOf(book, ROOMS)).toEqual(before);
  });

  it('stays open while the school still fails by a value of 85–100 %', async () => {
    const failing = { ...FEW_ROOMS, primarySportsArtsTeachers: 0 };
    const book = await writtenOnce([GOOD, failing]);
    await book.setData([schoolPlan([GOOD, { ...failing, multimediaRooms: 8 }])]);
    await book.run(LATER);
    expect(await lineOf(book, ROOMS)).toMatchObject({
      销号: '否',
      问题级别: '重大',
      时限: date('2026-04-02'),
    });
    await book.setData([schoolPlan([GOOD, { ...FEW_ROOMS, multimediaRooms: 8 }])]);
    await book.run(LATER);
    expect(await lineOf(book, ROOMS)).toMatchObject({
      销号: '是',
      备注: '2026-04-20 复核已在标准的 85% 以上，学校综合达标，销号',
    });
  });

  it('that somebody struck off while it is still there is noted once', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    await book.type(ROOMS, '销号', '是');
    await book.run(LATER);
    await book.run({ today: '2026-04-21' });
    expect(await lineOf(book, ROOMS)).toMatchObject({
      销号: '是',
      备注: '2026-04-20 已填销号，复核仍不达标',
    });
  });

  it('of the county is struck off when it is met', async () => {
    const uneven = [GOOD, primarySchool('山里小学', { primaryBackboneTeachers: 60 })];
    const book = new LedgerBook([
      schoolPlan(uneven),
      formPlan(surveySheet([['计', 1200, 1100, 800, 200, 100]])),
      formPlan(vetoSheet({ 2: '是' })),
      formPlan(governmentSheet({ '13.primaryShare': 0.9 })),
      plainSheet('教育经费', [
        ['年份', '一般公共预算教育经费(万元)', '财政经常性收入(万元)'],
        [2022, 100, 100],
        [2023, 90, 110],
      ]),
    ]);
    await book.run(TODAY);
    const before = await book.lines();
    expect(before.length).toBeGreaterThan(4);
    await book.setData([
      schoolPlan([GOOD, primarySchool('山里小学')]),
      formPlan(surveySheet()),
      formPlan(vetoSheet()),
      formPlan(governmentSheet()),
      plainSheet('教育经费', [
        ['年份', '一般公共预算教育经费(万元)', '财政经常性收入(万元)'],
        [2022, 100, 100],
        [2023, 130, 110],
      ]),
    ]);
    await book.run(LATER);
    const after = await book.lines();
    expect(after.map((line) => line['编号'])).toEqual(before.map((line) => line['编号']));
    expect(after.map((line) => [line['编号'], line['销号']])).toEqual(
      before.map((line) => [line['编号'], '是']),
    );
  });
});

describe('a sheet in the place of 整改台账', () => {
  it('whose headings are gone is not written over, though it is ours', async () => {
    const book = await writtenOnce([GOOD, FEW_ROOMS]);
    const rows = [...(await book.rows()).values()].map((cells) => [...cells]);
    await book.rearrange(rows.filter((cells) => !cells.includes('问题')));
    const before = book.host.bytes();
    const plan = await book.plan(LATER);
    expect(await book.host.sheetConflicts([plan])).toEqual(['整改台账']);
    await expect(book.run(LATER)).rejects.toMatchObject({ code: 'foreign-sheets' });
    expect(book.host.bytes()).toBe(before);
    await book.run({ ...LATER, replace: 'any' });
    expect(await lineOf(book, ROOMS)).toMatchObject({ 发现日期: date('2026-04-20') });
  });

  it('that a bureau has kept by hand is asked about, and its lines are taken over', async () => {
    const book = new LedgerBook([
      schoolPlan([GOOD, FEW_ROOMS]),
      plainSheet('整改台账', [
        ['某县整改台账'],
        ['序号', '问题', '学校', '责任单位', '责任人', '整改措施', '时限', '进展', '销号'],
        [1, '操场积水', '东关小学', '东关小学', '赵一', '修排水沟', '2026年底', '进行中', '否'],
      ]),
    ]);
    expect(await book.host.sheetConflicts([await book.plan(TODAY)])).toEqual(['整改台账']);
    await book.run({ ...TODAY, replace: 'any' });
    const rows = [...(await book.rows()).values()];
    expect(rows[0]?.[0]).toBe('某县整改台账');
    const lines = await book.lines();
    expect(lines.map((line) => [line['问题'], line['时限']]).slice(0, 1)).toEqual([
      [expect.stringContaining('L7'), date('2026-04-02')],
    ]);
    expect(lines.at(-1)).toMatchObject({ 序号: 1, 问题: '操场积水', 时限: '2026年底' });
  });

  it('with no lines at all is written anew', async () => {
    const book = new LedgerBook([schoolPlan([juniorSchool('好初中')])]);
    await book.run(TODAY);
    expect(await book.lines()).toEqual([]);
    await book.run(LATER);
    expect(await book.lines()).toEqual([]);
  });
});
