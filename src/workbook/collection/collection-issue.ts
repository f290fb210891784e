import type { AnswerId } from './form-labels';

/** The kinds of lines of 收集情况, the gravest first. */
export const ISSUE_KINDS = [
  'unreadable',
  'foreign',
  'doubled',
  'missing',
  'contradictory',
  'unusable',
  'note',
] as const;

/** The kind of a line of 收集情况. `note` asks for nothing. */
export type IssueKind = (typeof ISSUE_KINDS)[number];

/** Every code of a line of 收集情况, with its kind. */
export const ISSUE_CODES = {
  'file-unreadable': 'unreadable',
  'not-a-form': 'foreign',
  'school-doubled': 'doubled',
  'form-repeated': 'doubled',
  'code-shared': 'doubled',
  'name-shared': 'doubled',
  'form-blank': 'missing',
  'answer-missing': 'missing',
  'label-missing': 'missing',
  'stage-figures-missing': 'missing',
  'answers-differ': 'contradictory',
  'classes-differ-from-bands': 'contradictory',
  'pupils-outside-bands': 'contradictory',
  'pupils-without-classes': 'contradictory',
  'type-against-stage': 'contradictory',
  'part-exceeds-whole': 'contradictory',
  'stages-differ-from-whole': 'contradictory',
  'retention-above-all': 'contradictory',
  'year-against-answer': 'contradictory',
  'size-against-answer': 'contradictory',
  'code-malformed': 'unusable',
  'not-a-number': 'unusable',
  'negative-number': 'unusable',
  'fraction-for-count': 'unusable',
  'formula-error': 'unusable',
  'formula-not-calculated': 'unusable',
  'date-for-number': 'unusable',
  'choice-unknown': 'unusable',
  'number-as-text': 'note',
  'unit-converted': 'note',
  'not-asked': 'note',
  'value-replaced': 'note',
  'kept-from-before': 'note',
} as const satisfies Record<string, IssueKind>;

/** The code of a line of 收集情况. */
export type IssueCode = keyof typeof ISSUE_CODES;

/** One line of 收集情况: what is wrong, and exactly where. Wording is in the locales. */
export interface CollectionIssue {
  readonly code: IssueCode;
  readonly file: string;
  readonly sheet: string | null;
  /** A1 address, null where there is no such cell. */
  readonly cell: string | null;
  readonly school: string;
  readonly schoolCode: string;
  /** What was asked; null where the line is about a whole form or file. */
  readonly field: AnswerId | null;
  /** What is written there. */
  readonly actual: string;
  /** Values that fill the sentence. */
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** What an issue says beside its code and the form that it is about. */
export type IssueDetails = Partial<
  Pick<CollectionIssue, 'cell' | 'field' | 'actual' | 'parameters'>
>;

/** The form that an issue is about. */
export interface IssueSubject {
  readonly file: string;
  readonly sheet: string | null;
  readonly name: string;
  readonly code: string;
}

/** An issue about a form, or with no sheet about a whole file. */
export function collectionIssue(
  code: IssueCode,
  { file, sheet, name, code: schoolCode }: IssueSubject,
  details: IssueDetails = {},
): CollectionIssue {
  return {
    code,
    file,
    sheet,
    school: name,
    schoolCode,
    cell: null,
    field: null,
    actual: '',
    parameters: {},
    ...details,
  };
}
