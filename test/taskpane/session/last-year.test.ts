import { describe, expect, it } from '@jest/globals';
import { createWorkbook } from '../../../src/ooxml/write/create-workbook';
import type { SheetPlan } from '../../../src/plans/sheet-plan';
import { JUNIOR, ofCode, PRIMARY, said, schools, start, TWO_SCHOOLS } from './session-on-memory';
import type { SchoolRow } from './session-on-memory';

/** Last year's workbook with these schools, as a file. */
function fileOf(...rows: readonly SchoolRow[]): Uint8Array {
  const { name, rows: lines } = schools(...rows);
  const plan: SheetPlan = {
    key: null,
    name,
    columnWidths: [],
    rows: lines.map((line, index) => ({
      number: index + 1,
      cells: line.map((value, column) => ({
        column,
        value: typeof value === 'object' ? null : value,
      })),
    })),
    merges: [],
    print: { orientation: 'landscape' },
    charts: [],
  };
  return createWorkbook([plan]);
}

const CLOSED: SchoolRow = { ...PRIMARY, 学校标识码: '3141000099', 学校名称: '旧小学' };

describe('last year’s workbook', () => {
  it('is compared with at once, and at every check until it is put aside', async () => {
    const { session } = start();
    await session.check();
    expect(session.state().check?.lastYear).toBeNull();
    await session.compareWithLastYear({
      name: '2025.xlsx',
      bytes: fileOf(PRIMARY, JUNIOR, CLOSED),
    });
    expect(session.state().lastYear).toBe('2025.xlsx');
    const comparison = session.state().check?.lastYear;
    expect(comparison?.schools.closed.map(({ name }) => name)).toEqual(['旧小学']);
    expect(comparison?.schools.pairs).toHaveLength(2);
    await session.check();
    expect(session.state().check?.lastYear?.file).toBe('2025.xlsx');

    await session.compareWithLastYear(null);
    expect(session.state().lastYear).toBeNull();
    expect(session.state().check?.lastYear).toBeNull();
  });

  it('adds 年度对比 to the sheets that can be written', async () => {
    const { host, session } = start();
    await session.compareWithLastYear({ name: '2025.xlsx', bytes: fileOf(PRIMARY, JUNIOR) });
    await session.write(['year_on_year'], false);
    expect(host.sheets.map(({ key }) => key ?? null)).toEqual([null, 'year_on_year']);
  });

  it('is refused with the reason where the file is no workbook, and the one before stays', async () => {
    const { session } = start();
    await session.check();
    await session.compareWithLastYear({ name: '2025.xlsx', bytes: fileOf(PRIMARY, JUNIOR) });
    const bytes = new TextEncoder().encode('not a workbook');
    await session.compareWithLastYear({ name: '备忘.xlsx', bytes });
    expect(said(session)).toEqual([
      'error',
      { kind: 'file-fault', file: '备忘.xlsx', code: 'not-a-zip' },
    ]);
    await session.compareWithLastYear({ name: '空.xlsx', bytes: new Uint8Array() });
    expect(said(session)?.[1]).toMatchObject({ code: 'empty-file' });
    expect(session.state().lastYear).toBe('2025.xlsx');
  });

  it('is said to hold no schools, and this year’s verdict stands', async () => {
    const { session } = start([TWO_SCHOOLS]);
    await session.check();
    const { verdict } = session.state().check!;
    const bytes = createWorkbook([
      {
        key: null,
        name: 'Sheet1',
        columnWidths: [],
        rows: [{ number: 1, cells: [{ column: 0, value: '备忘' }] }],
        merges: [],
        print: { orientation: 'landscape' },
        charts: [],
      },
    ]);
    await session.compareWithLastYear({ name: '备忘.xlsx', bytes });
    expect(session.state().check).toMatchObject({ verdict, lastYear: null });
    expect(ofCode(session, 'year-no-schools')).toHaveLength(1);
  });
});
