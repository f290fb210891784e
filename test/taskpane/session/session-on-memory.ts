import type { Finding } from '../../../src/assessment/finding';
import type { FindingCode } from '../../../src/assessment/finding-codes';
import { createSession } from '../../../src/taskpane/session/create-session';
import type { SessionOptions } from '../../../src/taskpane/session/session-options';
import type { Notice, Session } from '../../../src/taskpane/session/session';
import { GOOD_JUNIOR, GOOD_PRIMARY, HEADINGS } from '../../workbook/school-sheet';
import { MemoryHost, under } from './memory-host';
import type { HostSheet } from './memory-host';

/** A row of 学校数据 by heading. */
export type SchoolRow = Readonly<Record<string, HostSheet['rows'][number][number]>>;

export const PRIMARY: SchoolRow = plain(GOOD_PRIMARY);
export const JUNIOR: SchoolRow = plain(GOOD_JUNIOR);

function plain(cells: Readonly<Record<string, unknown>>): SchoolRow {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([heading, content]) =>
      typeof content === 'string' || typeof content === 'number' ? [[heading, content]] : [],
    ),
  );
}

/** 学校数据 with the template's headings. */
export function schools(...rows: readonly SchoolRow[]): HostSheet {
  return {
    name: '学校数据',
    rows: [[...HEADINGS], ...rows.map((row) => HEADINGS.map((heading) => row[heading] ?? null))],
  };
}

/** The address of a heading's cell in the n-th school's row. */
export function at(heading: string, school: number): string {
  return under(HEADINGS, heading, school + 1);
}

/** Two good schools, the second with its backbone teachers in full-width digits. */
export const TWO_SCHOOLS = schools(PRIMARY, { ...JUNIOR, 初中骨干教师数: '８' });

/** A session on a workbook in memory, at noon of a day in March. */
export function start(
  sheets: readonly HostSheet[] = [TWO_SCHOOLS],
  options: Partial<SessionOptions> = {},
  settings?: ReadonlyMap<string, string>,
): { readonly host: MemoryHost; readonly session: Session } {
  const host = new MemoryHost(sheets, settings);
  const session = createSession(host, {
    language: 'zh-CN',
    now: () => '2026-03-05T12:00:00',
    ...options,
  });
  return { host, session };
}

/** What the notice shown says, with its tone. */
export function said(session: Session): readonly [Notice['tone'], Notice['content']] | null {
  const { notice } = session.state();
  return notice === null ? null : [notice.tone, notice.content];
}

/** The findings of a code. */
export function ofCode(session: Session, code: FindingCode): readonly Finding[] {
  return session.findings().filter((finding) => finding.code === code);
}
