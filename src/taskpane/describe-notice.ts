import { fill } from '../locales/fill';
import type { PaneTexts } from '../locales/pane-texts';
import type { Texts } from '../locales/texts';
import type { Notice } from './session/session';

/** A notice in words. */
export interface NoticeWords {
  readonly message: string;
  /** What to do next; null where nothing is to be done. */
  readonly next: string | null;
}

/** The sentence of a notice, and the next step where there is one. */
export function describeNotice(notice: Notice, texts: PaneTexts, domain: Texts): NoticeWords {
  const { content } = notice;
  const words = texts.notices;
  const said = (message: string, next: string | null = null): NoticeWords => ({ message, next });
  switch (content.kind) {
    case 'host-error': {
      const { message, next } = words.hostErrors[content.code];
      const subject = { subject: content.subject };
      return said(withoutEmptyQuotes(fill(message, subject)), fill(next, subject));
    }
    case 'standard-error':
      return said(
        fill(words.standardError, {
          path: content.path,
          detail: standardFault(content, texts, domain),
        }).trim(),
        words.standardErrorNext,
      );
    case 'unexpected':
      return said(
        content.detail === ''
          ? words.unexpected
          : `${words.unexpected} ${fill(words.detail, { detail: content.detail })}`,
        words.unexpectedNext,
      );
    case 'marked':
      if (content.rules === 0) return said(words.markedNothing);
      return said(
        content.cells === null
          ? fill(words.marked, { rules: content.rules })
          : fill(words.markedCells, { cells: content.cells }),
      );
    case 'cleared':
      return said(content.rules === 0 ? words.clearedNothing : words.cleared);
    case 'written':
      return said(fill(words.written, { sheets: content.sheets.join(texts.listSeparator) }));
    case 'fixed':
      return said(fill(words.fixed, { cells: content.cells }));
    case 'undone':
      return said(fill(words.undone, { cells: content.cells }));
    case 'answered': {
      const { answers, sheets } = content;
      return said(
        sheets.length === 0
          ? fill(words.answered, { answers })
          : fill(words.answeredInto, { answers, sheets: sheets.join(texts.listSeparator) }),
      );
    }
    case 'answers-undone':
      return said(fill(words.answersUndone, { answers: content.answers }));
    case 'file-fault': {
      const { message, mending } = domain.fileFaults[content.code];
      return said(fill(words.fileFault, { file: content.file, message }), mending);
    }
    case 'headings-unusable': {
      const { message, next } = words.headingsUnusable;
      return said(fill(message, { sheets: content.sheets.join(texts.listSeparator) }), next);
    }
    case 'accepted':
      return said(words.accepted);
    case 'cancelled':
      return said(words.cancelled);
    case 'template-written':
      return said(
        fill(words.templateWritten, { sheets: content.sheets.join(texts.listSeparator) }),
      );
  }
}

type StandardFault = Extract<Notice['content'], { readonly kind: 'standard-error' }>;

function standardFault({ detail, bound }: StandardFault, texts: PaneTexts, domain: Texts): string {
  return detail === 'not-json'
    ? texts.notices.notJson
    : fill(domain.standardFaults[detail], bound === null ? {} : { bound });
}

/** A sentence about a sheet whose name is not known reads without the empty quotes. */
function withoutEmptyQuotes(sentence: string): string {
  return sentence.replace(/\s?“”/g, '');
}
