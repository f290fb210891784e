import type { AnswerId } from './form-labels';
import type { CollectionIssue } from './collection-issue';

/** What a school wrote beside one label. Plain data, so that threads can hand it over. */
export interface Answer {
  /** A1 address of the cell where the answer stands or belongs. */
  readonly cell: string;
  /** As written; '' where it is blank. */
  readonly written: string;
  /** What it says; null where it is blank or cannot be used. Counts whole, areas ㎡, money 万元. */
  readonly value: string | number | boolean | null;
}

/** One collection form, read. */
export interface FormReading {
  readonly file: string;
  readonly sheet: string;
  /** 学校名称 and 学校代码 as written, '' where there is none. */
  readonly name: string;
  readonly code: string;
  readonly answers: Readonly<Partial<Record<AnswerId, Answer>>>;
  /** What there was to say about single cells. */
  readonly issues: readonly CollectionIssue[];
}

/** The forms of one file. */
export interface FileReading {
  readonly file: string;
  readonly forms: readonly FormReading[];
  /** Why there are none: the file cannot be read, or holds no form. */
  readonly issues: readonly CollectionIssue[];
}

/** The answer as a number, null where it is none. */
export function numberOf(form: Pick<FormReading, 'answers'>, id: AnswerId): number | null {
  const value = form.answers[id]?.value;
  return typeof value === 'number' ? value : null;
}
