import type { DueDays } from '../workbook/ledger-dates';
import type { Language } from './language';

/** Words of 整改台账. Texts that are known again in an earlier sheet are filled with nothing. */
export interface LedgerTexts {
  readonly title: string;
  /** How the days of 13710 are counted, under the title. */
  readonly rule: Readonly<Record<DueDays, string>>;
  /** 学校 of a line that concerns the county. */
  readonly county: string;
  readonly indicatorProblem: string;
  readonly stageValue: string;
  readonly shortfallSeparator: string;
  readonly shortfall: string;
  /** 状态 of a line on the day of 截至日期. */
  readonly states: {
    readonly settled: string;
    readonly overdue: string;
    readonly notAssigned: string;
    readonly notAnswered: string;
    readonly open: string;
  };
  readonly notes: {
    readonly met: string;
    readonly enough: string;
    readonly reopened: string;
    readonly reopenedFrom: string;
    readonly stillThere: string;
  };
  /** What is said of a cell with a list. */
  readonly prompts: {
    readonly progress: string;
    readonly settled: string;
    readonly level: string;
  };
  readonly notInList: string;
}

const zhCN: LedgerTexts = {
  title: '整改台账',
  rule: {
    calendar:
      '13710：发现后 1 日内交办，3 日内反馈，一般问题 7 日内、重大问题 1 个月内办结，办结后销号（按自然日计）。期限由发现日期算出，可直接改写。',
    working:
      '13710：发现后 1 日内交办，3 日内反馈，一般问题 7 日内、重大问题 1 个月内办结，办结后销号（按工作日计，周一至周五，不含调休）。期限由发现日期算出，可直接改写。',
  },
  county: '全县',
  indicatorProblem: '{indicator}：{values}',
  stageValue: '{stage} {actual}{unit}，应达 {required}{unit}',
  shortfallSeparator: '，',
  shortfall: '还差 {shortfall} {unit}',
  states: {
    settled: '已销号',
    overdue: '逾期',
    notAssigned: '交办逾期',
    notAnswered: '反馈逾期',
    open: '未到期',
  },
  notes: {
    met: '{date} 复核已达标，销号',
    enough: '{date} 复核已在标准的 85% 以上，学校综合达标，销号',
    reopened: '{date} 复核又不达标，重新列入',
    reopenedFrom: '{date} 复核又不达标，重新列入（原发现日期 {found}，原办结日期 {settled}）',
    stillThere: '{date} 已填销号，复核仍不达标',
  },
  prompts: {
    progress: '整改进展，从列表中选择。',
    settled: '办结并复核后填“是”。数据复核达标的，由软件销号。',
    level: '一般问题 7 日内办结，重大问题 1 个月内办结。',
  },
  notInList: '不在列表中，仍要填入吗？',
};

const enUS: LedgerTexts = {
  title: 'Rectification log',
  rule: {
    calendar:
      '13710: assign within 1 day of finding, answer within 3, settle an ordinary problem within 7 days and a major one within a month, then strike it off (calendar days). Due dates follow from the day found and may be overtyped.',
    working:
      '13710: assign within 1 day of finding, answer within 3, settle an ordinary problem within 7 days and a major one within a month, then strike it off (working days, Monday to Friday, without public holidays). Due dates follow from the day found and may be overtyped.',
  },
  county: 'County',
  indicatorProblem: '{indicator}: {values}',
  stageValue: '{stage} {actual}{unit}, required {required}{unit}',
  shortfallSeparator: ', ',
  shortfall: '{shortfall}{unit} short',
  states: {
    settled: 'Struck off',
    overdue: 'Overdue',
    notAssigned: 'Late to assign',
    notAnswered: 'Late to answer',
    open: 'In time',
  },
  notes: {
    met: '{date} checked again: met, struck off',
    enough: '{date} checked again: at least 85 % and the school passes, struck off',
    reopened: '{date} checked again: not met any more, reopened',
    reopenedFrom:
      '{date} checked again: not met any more, reopened (found {found}, settled {settled} before)',
    stillThere: '{date} struck off by hand, but still not met',
  },
  prompts: {
    progress: 'How far the mending is: choose from the list.',
    settled:
      'Yes once settled and checked. What the data show to be mended is struck off by itself.',
    level: 'An ordinary problem is due in 7 days, a major one in a month.',
  },
  notInList: 'This is not in the list. Enter it anyway?',
};

const TEXTS: Readonly<Record<Language, LedgerTexts>> = { 'zh-CN': zhCN, 'en-US': enUS };

/** The words of 整改台账 in a language. */
export function ledgerTexts(language: Language): LedgerTexts {
  return TEXTS[language];
}
