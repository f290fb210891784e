import { CellDate } from './source';
import type { CellContent } from './source';

/** How the days of 13710 are counted: every day, or Monday to Friday. */
export type DueDays = 'calendar' | 'working';

/** The dates that follow from the day a problem was found, as serial numbers (1900 system). */
export interface LedgerDueDates {
  readonly assignBy: number;
  readonly replyBy: number;
  readonly due: number;
}

/** Days of 13710 until a problem is assigned, answered and, an ordinary one, settled. */
export const LEDGER_DAYS = { assignBy: 1, replyBy: 3, ordinary: 7 } as const;

/** Serial numbers before March 1900 mean other days in other programs; none is a date found. */
export const FIRST_SERIAL = 61;
/** Beyond lies what programs no longer show as a date. */
export const LAST_SERIAL = 2_900_000;

const EPOCH_DAYS = 25569;
const DAY = 86_400_000;
const WEEK = 7;
const SATURDAY = 0;
const SUNDAY = 1;

/** The serial number of an ISO day (`2026-03-05`); null for anything else. */
export function serialOfDay(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) return null;
  return time / DAY + EPOCH_DAYS;
}

/** The day that a moment falls on where this program runs: `2026-03-05`. */
export function localDay(moment: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-');
}

/** The serial number that a cell of dates holds; null where it holds none that can be counted from. */
export function dateSerial(content: CellContent): number | null {
  const serial = content instanceof CellDate ? content.serial : content;
  if (typeof serial !== 'number') return null;
  return serial >= FIRST_SERIAL && serial < LAST_SERIAL ? serial : null;
}

/**
 * When a problem is to be assigned, answered and settled, counted from the day it was found: 1 and 3
 * days, then 7 days for an ordinary problem or a month for a major one. Working days are Monday to
 * Friday, as WORKDAY counts without a list of holidays; a month that ends on a weekend ends on the
 * Monday after it.
 */
export function ledgerDueDates(found: number, major: boolean, dueDays: DueDays): LedgerDueDates {
  const { assignBy, replyBy, ordinary } = LEDGER_DAYS;
  if (dueDays === 'calendar') {
    return {
      assignBy: found + assignBy,
      replyBy: found + replyBy,
      due: major ? monthLater(found) : found + ordinary,
    };
  }
  return {
    assignBy: workingDay(found, assignBy),
    replyBy: workingDay(found, replyBy),
    due: major ? workingDay(monthLater(found) - 1, 1) : workingDay(found, ordinary),
  };
}

/** WORKDAY: so many working days after a day. */
function workingDay(from: number, days: number): number {
  let day = Math.floor(from);
  for (let left = days; left > 0;) {
    day += 1;
    const weekday = day % WEEK;
    if (weekday !== SATURDAY && weekday !== SUNDAY) left -= 1;
  }
  return day;
}

/** EDATE: the same day of the next month, or its last where it is shorter. */
function monthLater(from: number): number {
  const day = new Date((Math.floor(from) - EPOCH_DAYS) * DAY);
  const next = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1));
  const length = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
  const first = next.getTime() / DAY + EPOCH_DAYS;
  return first + Math.min(day.getUTCDate(), length) - 1;
}
