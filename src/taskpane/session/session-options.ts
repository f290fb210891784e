import type { Language } from '../../locales/language';
import type { SheetPlan } from '../../plans/sheet-plan';
import type { LanguageStore } from './preferences';

/** What a session is given besides its workbook. */
export interface SessionOptions {
  /** The language of the program, until the person chooses another. */
  readonly language: Language;
  /** Where the person's own choice of language is kept. */
  readonly languageStore?: LanguageStore;
  /** The time now, ISO 8601. */
  readonly now: () => string;
  /** Milliseconds without an edit before a live check; 1500 when absent. */
  readonly editDelay?: number;
  /** Gives the sheets of the sample county; loaded only when asked for. */
  readonly sample?: () => Promise<readonly SheetPlan[]>;
}
