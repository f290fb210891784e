import type { BilingualText } from '../standard/standard';

/** What a column of 整改台账 holds. */
export const LEDGER_FIELDS = [
  'number',
  'id',
  'baseline',
  'problem',
  'school',
  'unit',
  'person',
  'measure',
  'due',
  'progress',
  'settled',
  'level',
  'found',
  'assignBy',
  'replyBy',
  'settledOn',
  'state',
  'note',
] as const;

/** A column of 整改台账. */
export type LedgerField = (typeof LEDGER_FIELDS)[number];

/**
 * The headings of 整改台账, by which its columns are known wherever the person has moved them: those
 * that bureaus use, then the dates of 13710 (assigned within 1 day, answered within 3, an ordinary
 * problem settled within 7 days, a major one within a month, then struck off).
 */
export const LEDGER_HEADINGS: Readonly<Record<LedgerField, BilingualText>> = {
  number: { zh: '序号', en: 'No.' },
  id: { zh: '编号', en: 'ID' },
  baseline: { zh: '底稿', en: 'Baseline' },
  problem: { zh: '问题', en: 'Problem' },
  school: { zh: '学校', en: 'School' },
  unit: { zh: '责任单位', en: 'Responsible unit' },
  person: { zh: '责任人', en: 'Person' },
  measure: { zh: '整改措施', en: 'Measures' },
  due: { zh: '时限', en: 'Due' },
  progress: { zh: '进展', en: 'Progress' },
  settled: { zh: '销号', en: 'Struck off' },
  level: { zh: '问题级别', en: 'Level' },
  found: { zh: '发现日期', en: 'Found on' },
  assignBy: { zh: '交办期限', en: 'Assign by' },
  replyBy: { zh: '反馈期限', en: 'Reply by' },
  settledOn: { zh: '办结日期', en: 'Settled on' },
  state: { zh: '状态', en: 'Status' },
  note: { zh: '备注', en: 'Remarks' },
};

/** What stands before the day by which 状态 is told. */
export const LEDGER_AS_OF: BilingualText = { zh: '截至日期', en: 'As of' };

/** The answers of the columns with a list, in the order of the list. */
export const LEDGER_CHOICES = {
  progress: {
    open: { zh: '未开始', en: 'Not started' },
    assigned: { zh: '已交办', en: 'Assigned' },
    answered: { zh: '已反馈', en: 'Answered' },
    underWay: { zh: '进行中', en: 'Under way' },
    done: { zh: '已完成', en: 'Done' },
  },
  settled: {
    no: { zh: '否', en: 'No' },
    yes: { zh: '是', en: 'Yes' },
  },
  level: {
    ordinary: { zh: '一般', en: 'Ordinary' },
    major: { zh: '重大', en: 'Major' },
  },
} as const satisfies Partial<Record<LedgerField, Readonly<Record<string, BilingualText>>>>;

/** A column of 整改台账 that is filled from a list. */
export type LedgerChoiceField = keyof typeof LEDGER_CHOICES;

/** Every answer of a list, in both languages. */
export function ledgerChoices(field: LedgerChoiceField): readonly BilingualText[] {
  const choices: Readonly<Record<string, BilingualText>> = LEDGER_CHOICES[field];
  return Object.values(choices);
}

/** Whether a text is this answer, in either language. */
export function isChoice(text: string, { zh, en }: BilingualText): boolean {
  const typed = text.trim().toLowerCase();
  return typed === zh.toLowerCase() || typed === en.toLowerCase();
}
