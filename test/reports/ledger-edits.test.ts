import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columnLetters } from '../../src/assessment/school';
import { cellText } from '../../src/workbook/cell-text';
import { CellDate } from '../../src/workbook/source';
import type { CellContent } from '../../src/workbook/source';
import { nineYearSchool, primarySchool, schoolPlan } from './county-workbook';
import type { TypedSchool } from './county-workbook';
import { LedgerBook } from './ledger-book';

/** A county of four schools, each with more or less of what the standard asks for. */
const county: fc.Arbitrary<readonly TypedSchool[]> = fc
  .tuple(
    ...['甲', '乙', '丙'].map((name, index) =>
      fc
        .record({
          multimediaRooms: fc.constantFrom<(string | number)[]>(5, 8, 9, 12, '待报'),
          primarySportsArtsTeachers: fc.constantFrom(0, 3, 4, 6),
          teachingArea: fc.constantFrom(1000, 1950, 2400),
        })
        .map((more) => primarySchool(`${name}小学`, { code: `411000000${index}`, ...more })),
    ),
    fc
      .record({
        primarySportsArtsTeachers: fc.constantFrom(1, 6),
        juniorSportsArtsTeachers: fc.constantFrom(2, 6),
      })
      .map((more) => nineYearSchool('丁学校', more)),
  )
  .chain((schools) => fc.subarray(schools, { minLength: 1 }));

/** What a person types: never what the program would write. */
const typed = fc.oneof(
  fc
    .string({ minLength: 1, maxLength: 12 })
    .map((text) => `人工${text.replace(/[^\w\u4e00-\u9fff =+]/g, '')}`),
  fc.integer({ min: 50_000, max: 60_000 }),
  fc.constantFrom('=1+1', '0012', '多\n行', '已完成了', '是的'),
);

/** The columns that people work in, by their place in a new sheet; 编号 tells lines and is left. */
const column = fc.constantFrom(0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);

const edit = fc.record({ line: fc.nat({ max: 20 }), column, content: typed });

const step = fc.record({
  county,
  day: fc.constantFrom('2026-03-02', '2026-03-20', '2026-05-01'),
  dueDays: fc.constantFrom('calendar' as const, 'working' as const),
  language: fc.constantFrom('zh-CN' as const, 'zh-CN' as const, 'en-US' as const),
  edits: fc.array(edit, { maxLength: 6 }),
});

const FIRST_LINE = 4;
const ID = 1;
const NOTE = 17;

function isKept(after: CellContent, content: string | number, at: number): boolean {
  const value = after instanceof CellDate ? after.serial : after;
  if (at === NOTE) return cellText(after).startsWith(String(content));
  return value === content;
}

describe('what people type into 整改台账', () => {
  it('survives every change of the data, and no line ever disappears', async () => {
    await fc.assert(
      fc.asyncProperty(
        county,
        fc.array(step, { minLength: 1, maxLength: 4 }),
        async (first, steps) => {
          const book = new LedgerBook([schoolPlan(first)]);
          await book.run({ today: '2026-03-02' });
          /** What was typed last, by 编号 and column. */
          const entries = new Map<
            string,
            { id: string; column: number; content: string | number }
          >();
          for (const { county: schools, day, dueDays, language, edits } of steps) {
            const before = [...(await book.rows())].filter(([number]) => number >= FIRST_LINE);
            for (const { line, column: at, content } of edits) {
              const [number, cells] = before[line % Math.max(1, before.length)] ?? [];
              const id = cells?.[ID];
              if (number === undefined || typeof id !== 'string') continue;
              await book.typeAt(`${columnLetters(at)}${number}`, content);
              entries.set(`${id} ${at}`, { id, column: at, content });
            }
            await book.setData([schoolPlan(schools)]);
            await book.run({ today: day, dueDays, language });
            const after = [...(await book.rows())].filter(([number]) => number >= FIRST_LINE);
            const ids = before.map(([, cells]) => cells[ID]);
            expect(after.map(([, cells]) => cells[ID]).slice(0, ids.length)).toEqual(ids);
            for (const { id, column: at, content } of entries.values()) {
              const cells = after.find(([, row]) => row[ID] === id)?.[1];
              expect([id, at, content, isKept(cells?.[at], content, at)]).toEqual([
                id,
                at,
                content,
                true,
              ]);
            }
            const bytes = book.host.bytes();
            await book.run({ today: day, dueDays, language });
            expect(Buffer.compare(book.host.bytes(), bytes)).toBe(0);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});
