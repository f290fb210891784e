import type { Language } from '../locales/language';

/** The commands of the command line. */
export const COMMANDS = ['check', 'summarize', 'annotate', 'template', 'collect'] as const;

/** A command's name. */
export type CommandName = (typeof COMMANDS)[number];

/** What the person asked for, understood. */
export interface Command {
  readonly name: CommandName;
  /** Files, folders and patterns, as typed. */
  readonly inputs: readonly string[];
  readonly output: string | null;
  /** Where `check` writes its report over all counties. */
  readonly report: string | null;
  /** A standard's id, or the path of a bureau's JSON. */
  readonly standard: string;
  readonly sheet: string | null;
  /** Last year's workbook, or a folder of them, each under the name of this year's file. */
  readonly lastYear: string | null;
  readonly json: boolean;
  readonly all: boolean;
  readonly whole: boolean;
  readonly replace: boolean;
  /** With `summarize`: the day that 整改台账 is kept on (ISO); null for today. */
  readonly date: string | null;
  /** With `summarize`: due dates count working days. */
  readonly workingDays: boolean;
  /** With `template`: the collection form of a school instead of the county workbook. */
  readonly form: boolean;
  readonly language: Language;
}
