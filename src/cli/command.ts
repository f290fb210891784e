import type { Language } from '../locales/language';

/** The commands of the command line. */
export const COMMANDS = ['check', 'summarize', 'annotate', 'template'] as const;

/** A command's name. */
export type CommandName = (typeof COMMANDS)[number];

/** What the person asked for, understood. */
export interface Command {
  readonly name: CommandName;
  /** Files, folders and patterns, as typed. */
  readonly inputs: readonly string[];
  readonly output: string | null;
  /** A standard's id, or the path of a bureau's JSON. */
  readonly standard: string;
  readonly sheet: string | null;
  readonly json: boolean;
  readonly all: boolean;
  readonly whole: boolean;
  readonly replace: boolean;
  readonly language: Language;
}
