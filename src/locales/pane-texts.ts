import type { Language } from './language';
import { paneTextsEnUS } from './pane-texts.en-US';
import { paneTextsZhCN } from './pane-texts.zh-CN';

/** The tabs of the pane, in their order. */
export const PANE_TABS = ['check', 'findings', 'summary', 'functions', 'settings'] as const;

/** A tab of the pane. */
export type PaneTab = (typeof PANE_TABS)[number];

/** What went wrong, and what to do next. */
export interface FaultText {
  readonly message: string;
  readonly next: string;
}

/** A choice, and what it means. */
export interface ChoiceText {
  readonly label: string;
  readonly about: string;
}

/** Words of the pane in one language; `{placeholders}` are filled where they are shown. */
export interface PaneTexts {
  readonly title: string;
  readonly tabs: Readonly<Record<PaneTab, string>>;
  readonly tabList: string;
  readonly close: string;
  readonly clear: string;
  readonly cancel: string;
  readonly copy: string;
  readonly copied: string;
  readonly loading: string;
  readonly retry: string;
  readonly listSeparator: string;
  readonly check: {
    readonly standard: string;
    readonly changeStandard: string;
    readonly scope: string;
    readonly scopes: Readonly<Record<'everything' | 'sheet' | 'selection', string>>;
    readonly scopeAbout: string;
    readonly scopeNow: string;
    readonly start: string;
    readonly again: string;
    readonly stale: string;
    readonly staleNext: string;
    readonly verdicts: Readonly<Record<'pass' | 'fail' | 'unjudged', string>>;
    readonly verdictAbout: string;
    readonly stated: string;
    readonly showFindings: string;
    readonly noFindings: string;
    readonly schools: string;
    readonly students: string;
    readonly passing: string;
    readonly passingUnknown: string;
    readonly coefficients: string;
    readonly limitKey: string;
    readonly coefficientSentence: string;
    readonly coefficientNoLimit: string;
    readonly coefficientUnknown: string;
    readonly composite: string;
    readonly within: string;
    readonly over: string;
    readonly noLimit: string;
    readonly noValue: string;
    readonly unjudged: string;
    readonly attainment: string;
    readonly attainmentColumns: Readonly<
      Record<'indicator' | 'met' | 'near' | 'below' | 'unjudged', string>
    >;
    readonly finance: string;
    readonly financeColumns: Readonly<
      Record<'year' | 'education' | 'revenue' | 'gap' | 'verdict', string>
    >;
    readonly financePasses: string;
    readonly financeFails: string;
    readonly mark: string;
    readonly markAgain: string;
    readonly clear: string;
    readonly marked: string;
    readonly progress: Readonly<
      Record<'checking' | 'marking' | 'clearing' | 'writing' | 'fixing', string>
    >;
    readonly percent: string;
    readonly done: string;
  };
  readonly firstRun: {
    readonly title: string;
    readonly about: string;
    readonly noSchools: string;
    readonly noSchoolsAbout: string;
    readonly notJudged: string;
    readonly notJudgedAbout: string;
    readonly template: ChoiceText;
    readonly sample: ChoiceText;
    readonly chooseSheet: string;
  };
  readonly findings: {
    readonly search: string;
    readonly severities: string;
    readonly group: string;
    readonly groups: Readonly<Record<'none' | 'severity' | 'school' | 'indicator', string>>;
    readonly indicator: string;
    readonly allIndicators: string;
    readonly noIndicator: string;
    readonly noSchool: string;
    readonly onlySchool: string;
    readonly schoolFilter: string;
    readonly removeFilter: string;
    readonly clearFilters: string;
    readonly total: string;
    readonly totalShown: string;
    readonly acceptedCount: string;
    readonly previous: string;
    readonly next: string;
    readonly position: string;
    readonly list: string;
    readonly short: string;
    readonly details: string;
    readonly cause: string;
    readonly mending: string;
    readonly actual: string;
    readonly required: string;
    readonly go: string;
    readonly accept: string;
    readonly acceptAbout: string;
    readonly reason: string;
    readonly by: string;
    readonly reasonNeeded: string;
    readonly acceptDone: string;
    readonly accepted: string;
    readonly acceptedBecause: string;
    readonly acceptedBy: string;
    readonly fix: string;
    readonly fixAll: string;
    readonly fixable: string;
    readonly fixed: string;
    readonly undo: string;
    readonly none: string;
    readonly noneAbout: string;
    readonly noMatch: string;
    readonly noMatchAbout: string;
    readonly noneInScope: string;
    readonly noneInScopeAbout: string;
    readonly scoped: string;
    readonly listEverything: string;
    readonly before: string;
    readonly beforeAbout: string;
    readonly export: string;
    readonly exportTitle: string;
    readonly exportAbout: string;
    readonly exportText: string;
    readonly download: string;
    readonly downloaded: string;
    readonly copyRefused: string;
    readonly fileName: string;
    readonly noSchoolSheet: { readonly message: string; readonly mending: string };
  };
  readonly summary: {
    readonly about: string;
    readonly choose: string;
    readonly all: string;
    readonly nothingChosen: string;
    readonly sheets: Readonly<
      Record<
        | 'overview'
        | 'table_1'
        | 'table_2_1'
        | 'table_2_2'
        | 'table_3'
        | 'table_4'
        | 'table_5'
        | 'table_6'
        | 'finance'
        | 'year_on_year'
        | 'findings'
        | 'ledger',
        string
      >
    >;
    readonly brought: string;
    readonly dueDays: string;
    readonly dueDaysChoices: Readonly<Record<'calendar' | 'working', string>>;
    readonly dueDaysAbout: string;
    readonly undoWarning: string;
    readonly write: string;
    readonly before: string;
    readonly beforeAbout: string;
    readonly unjudged: string;
    readonly stale: string;
    readonly questionTitle: string;
    readonly added: string;
    readonly replaced: string;
    readonly foreign: string;
    readonly consent: string;
    readonly confirm: string;
    readonly written: string;
    readonly open: string;
    readonly noneWritten: string;
  };
  readonly functions: {
    readonly about: string;
    readonly search: string;
    readonly count: string;
    readonly noMatch: string;
    readonly unavailable: string;
    readonly unavailableNext: string;
    readonly parameters: string;
    readonly optional: string;
    readonly repeating: string;
    readonly returns: string;
    readonly examples: string;
    readonly result: string;
    readonly insert: string;
    readonly insertAbout: string;
  };
  readonly settings: {
    readonly standard: string;
    readonly ownStandard: string;
    readonly ownInForce: string;
    readonly ownAbout: string;
    readonly chooseFile: string;
    readonly pasteLabel: string;
    readonly pasteHint: string;
    readonly load: string;
    readonly removeOwn: string;
    readonly document: string;
    readonly switches: string;
    readonly switchesAbout: string;
    readonly artRooms: ChoiceText;
    readonly artRoomsChoices: Readonly<Record<'each' | 'inAll', string>>;
    readonly relaxOldRooms: ChoiceText;
    readonly relaxSchoolSize: ChoiceText;
    readonly relaxSmallClassRooms: ChoiceText;
    readonly relaxPartTimeArts: ChoiceText;
    readonly sheet: string;
    readonly sheetAbout: string;
    readonly sheetPlaceholder: string;
    readonly apply: string;
    readonly language: string;
    readonly languages: Readonly<Record<Language, string>>;
    readonly checking: string;
    readonly live: ChoiceText;
    readonly liveUnsupported: string;
    readonly markAfterCheck: ChoiceText;
    readonly legend: string;
    readonly legendAbout: string;
    readonly legendSample: string;
    readonly privacy: string;
  };
  readonly notices: {
    readonly marked: string;
    readonly markedNothing: string;
    readonly markedCells: string;
    readonly cleared: string;
    readonly clearedNothing: string;
    readonly written: string;
    readonly fixed: string;
    readonly undone: string;
    readonly answered: string;
    readonly answeredInto: string;
    readonly answersUndone: string;
    readonly headingsUnusable: FaultText;
    readonly fileFault: string;
    readonly accepted: string;
    readonly cancelled: string;
    readonly templateWritten: string;
    readonly standardError: string;
    readonly notJson: string;
    readonly standardErrorNext: string;
    readonly unexpected: string;
    readonly unexpectedNext: string;
    readonly detail: string;
    readonly hostErrors: Readonly<
      Record<
        | 'sheet-missing'
        | 'sheet-protected'
        | 'workbook-protected'
        | 'read-only'
        | 'cell-editing'
        | 'too-large'
        | 'foreign-sheets'
        | 'unsupported'
        | 'cancelled'
        | 'failed',
        FaultText
      >
    >;
  };
  readonly outside: FaultText;
}

const TEXTS: Readonly<Record<Language, PaneTexts>> = {
  'zh-CN': paneTextsZhCN,
  'en-US': paneTextsEnUS,
};

/** The words of the pane in a language. */
export function paneTexts(language: Language): PaneTexts {
  return TEXTS[language];
}
