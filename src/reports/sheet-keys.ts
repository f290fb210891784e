/** The summary sheets there are, in the order of the workbook. */
export const SHEET_KEYS = [
  'overview',
  'table_1',
  'table_2_1',
  'table_2_2',
  'table_3',
  'table_4',
  'table_5',
  'table_6',
  'finance',
  'year_on_year',
  'findings',
  'ledger',
] as const;

/** A summary sheet; the hidden name `_junheng.<key>` (names take no hyphens) by which it is known as ours. */
export type SheetKey = (typeof SHEET_KEYS)[number];
