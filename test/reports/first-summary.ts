import type { SummaryOptions } from '../../src/reports/summary';

/** All summary sheets in Chinese, of a workbook that holds no 整改台账 yet. */
export const FIRST_SUMMARY = {
  language: 'zh-CN',
  ledger: null,
  today: '2026-03-02',
} as const satisfies SummaryOptions;
