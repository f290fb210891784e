import { ledgerTexts } from '../locales/ledger-texts';
import type { Language } from '../locales/language';
import type { BilingualText } from '../standard/standard';
import { LEDGER_CHOICES } from '../workbook/ledger-columns';
import { CellDate } from '../workbook/source';
import type { CellContent } from '../workbook/source';

/** What 状态 of a line depends on. */
export interface LedgerStanding {
  readonly settled: CellContent;
  readonly progress: CellContent;
  readonly due: CellContent;
  readonly assignBy: CellContent;
  readonly replyBy: CellContent;
}

/** How 状态 tells a line. */
export type LedgerState = 'settled' | 'overdue' | 'notAssigned' | 'notAnswered' | 'open';

/**
 * 状态 of a line on a day: struck off; past its due date; not assigned or not answered in time; or
 * in time. What holds no date is never late.
 *
 * @param asOf serial number of the day
 * @param language whose words the line's answers are compared with
 */
export function ledgerState(line: LedgerStanding, asOf: number, language: Language): LedgerState {
  const { settled, progress } = LEDGER_CHOICES;
  const isWord = (content: CellContent, word: BilingualText): boolean =>
    isAnswer(content, word, language);
  const isLate = (content: CellContent): boolean => {
    const serial = content instanceof CellDate ? content.serial : content;
    return typeof serial === 'number' && serial < asOf;
  };
  if (isWord(line.settled, settled.yes)) return 'settled';
  if (isLate(line.due)) return 'overdue';
  const isOpen = isWord(line.progress, progress.open);
  if (isOpen && isLate(line.assignBy)) return 'notAssigned';
  const isWaiting = isOpen || isWord(line.progress, progress.assigned);
  return isWaiting && isLate(line.replyBy) ? 'notAnswered' : 'open';
}

/** Whether a cell holds this answer of a list, as formulas in that language compare it. */
export function isAnswer(content: CellContent, word: BilingualText, language: Language): boolean {
  return typeof content === 'string' && spacesOff(content) === word[keyOf(language)].toLowerCase();
}

/** A text as formulas compare it after TRIM: no spaces around it, capitals or not. */
function spacesOff(text: string): string {
  return text.replace(/^ +| +$/g, '').toLowerCase();
}

function keyOf(language: Language): keyof BilingualText {
  return language === 'zh-CN' ? 'zh' : 'en';
}

/** The cells that the formula of 状态 reads, as they stand in it. */
export interface LedgerStateCells {
  readonly settled: string;
  readonly progress: string;
  readonly due: string;
  readonly assignBy: string;
  readonly replyBy: string;
  readonly asOf: string;
}

/** 状态 as a formula, without `=`; it says what {@link ledgerState} says. */
export function ledgerStateFormula(cells: LedgerStateCells, language: Language): string {
  const { states } = ledgerTexts(language);
  const { settled, progress } = LEDGER_CHOICES;
  const key = keyOf(language);
  const isWord = (cell: string, word: string): string => `TRIM(${cell})="${word}"`;
  const isLate = (cell: string): string => `ISNUMBER(${cell}),${cell}<N(${cells.asOf})`;
  const open = isWord(cells.progress, progress.open[key]);
  const assigned = isWord(cells.progress, progress.assigned[key]);
  return (
    `IF(${isWord(cells.settled, settled.yes[key])},"${states.settled}",` +
    `IF(AND(${isLate(cells.due)}),"${states.overdue}",` +
    `IF(AND(${open},${isLate(cells.assignBy)}),"${states.notAssigned}",` +
    `IF(AND(OR(${open},${assigned}),${isLate(cells.replyBy)}),"${states.notAnswered}",` +
    `"${states.open}"))))`
  );
}
