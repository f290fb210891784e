import { expect, it } from '@jest/globals';
import { XlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import type { DueDays } from '../../src/workbook/ledger-dates';
import { serialOfDay } from '../../src/workbook/ledger-dates';
import { CellDate } from '../../src/workbook/source';
import type { CellContent } from '../../src/workbook/source';
import { describeWithLibreOffice, recalculate } from '../libreoffice';
import { primarySchool, schoolPlan } from './county-workbook';
import { LedgerBook } from './ledger-book';

const FIRST_LINE = 4;
const LIVE = { 时限: 8, 交办期限: 13, 反馈期限: 14, 状态: 16 } as const;
/** Ends of months, a leap day, weekends, and cells that hold no day. */
const FOUND = [
  '2026-01-31',
  '2028-01-31',
  '2028-02-29',
  '2026-05-01',
  '2026-08-31',
  '2026-12-31',
  '2026-03-01',
  '2026-02-28',
  '2026-03-05',
  '2026-03-06',
  '2026-03-09',
].map((day) => serialOfDay(day)!);
const NO_DAY = ['三月初', 20260305, null, -3];
const PROGRESS = ['未开始', '已交办', '已反馈', '进行中', '已完成', ' 未开始 ', '说不清', '未开始'];

/** What the cells with formulas show, line by line. */
async function shown(book: LedgerBook): Promise<(readonly CellContent[])[]> {
  const lines = [...(await book.rows())].filter(([number]) => number >= FIRST_LINE);
  return lines.map(([, cells]) =>
    Object.values(LIVE).map((column) => {
      const content = cells[column] ?? '';
      return content instanceof CellDate ? content.serial : content;
    }),
  );
}

describeWithLibreOffice('整改台账 recalculated by LibreOffice', () => {
  it.each<DueDays>(['calendar', 'working'])('has the cached dates, in %s days', async (dueDays) => {
    const schools = Array.from({ length: 24 }, (_, index) =>
      primarySchool(`${index + 1}号小学`, {
        multimediaRooms: 5,
        ...(index % 2 === 0 ? {} : { primarySportsArtsTeachers: 1 }),
      }),
    );
    const book = new LedgerBook([schoolPlan(schools)]);
    const run = { today: '2026-03-12', dueDays };
    await book.run(run);
    const count = (await shown(book)).length;
    for (let index = 0; index < count; index += 1) {
      const row = FIRST_LINE + index;
      const days = [...FOUND, ...NO_DAY];
      await book.typeAt(`M${row}`, days[index % days.length] ?? null);
      await book.typeAt(`L${row}`, index % 3 === 0 ? '一般' : '重大');
      await book.typeAt(`J${row}`, PROGRESS[index % PROGRESS.length] ?? null);
      if (index % 11 === 0) await book.typeAt(`K${row}`, '是');
      if (index % 7 === 0) await book.typeAt(`I${row}`, index % 2 === 0 ? '年底' : 46000);
    }
    // LibreOffice computes what the edits changed; the run after it agrees, and leaves all formulas.
    const computed = recalculate(new Map([['book.xlsx', book.host.bytes()]])).get('book.xlsx')!;
    book.host = XlsxHost.open(computed, 'county.xlsx');
    const byLibreOffice = await shown(book);
    const plan = await book.run(run);
    expect(await shown(book)).toEqual(byLibreOffice);
    const formulas = plan.rows
      .filter(({ number }) => number >= FIRST_LINE)
      .map(({ cells }) => cells.filter(({ formula }) => formula !== undefined).length);
    expect(formulas).toEqual(
      formulas.map((_, index) => (index % 7 === 0 ? 3 : Object.values(LIVE).length)),
    );
    expect(new Set(byLibreOffice.map((cells) => cells[3]))).toEqual(
      new Set(['未到期', '逾期', '交办逾期', '反馈逾期', '已销号']),
    );
  });
});
