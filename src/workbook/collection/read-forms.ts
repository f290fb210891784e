import { INSTRUCTIONS_SHEET, isNamed, mayHoldInput } from '../sheet-names';
import type { KeptRow } from '../sheet-cells';
import type { WorkbookSource } from '../source';
import { collectionIssue } from './collection-issue';
import type { CollectionIssue } from './collection-issue';
import { findAnswers } from './find-answers';
import type { FoundAnswer } from './find-answers';
import type { AnswerId } from './form-labels';
import type { Answer, FileReading, FormReading } from './form-reading';
import { readAnswer } from './read-answer';
import type { AnswerRemark } from './read-answer';

/** A form is one page; of a longer sheet no more is looked at. */
const MOST_ROWS = 1000;

/**
 * Reads the collection forms of a workbook: each sheet may hold one, wherever it stands on it.
 *
 * @param file as it is to be named in 收集情况
 */
export async function readForms(source: WorkbookSource, file: string): Promise<FileReading> {
  const heads = await source.heads();
  const forms: FormReading[] = [];
  for (const head of heads) {
    if (!mayHoldInput(head) || isNamed(head, INSTRUCTIONS_SHEET)) continue;
    const found = findAnswers(await firstRows(source, head.name));
    if (found !== null) forms.push(readForm(file, head.name, found));
  }
  if (forms.length > 0) return { file, forms, issues: [] };
  const sheets = heads.map(({ name }) => name).join('、');
  const subject = { file, sheet: null, name: '', code: '' };
  return {
    file,
    forms,
    issues: [collectionIssue('not-a-form', subject, { parameters: { sheets } })],
  };
}

async function firstRows(source: WorkbookSource, sheet: string): Promise<KeptRow[]> {
  const rows: KeptRow[] = [];
  for await (const block of source.rows(sheet)) {
    for (const { number, cells } of block) {
      if (rows.length >= MOST_ROWS) return rows;
      rows.push({ number, cells: [...cells] });
    }
  }
  return rows;
}

interface Seen {
  readonly answer: Answer;
  readonly remarks: readonly AnswerRemark[];
}

function readForm(file: string, sheet: string, found: readonly FoundAnswer[]): FormReading {
  const seen = new Map<AnswerId, Seen>();
  const differing: { readonly id: AnswerId; readonly used: Answer; readonly other: Answer }[] = [];
  for (const one of found) {
    const { answer, remarks } = readAnswer(one);
    const before = seen.get(one.id);
    if (before === undefined || before.answer.written === '') {
      seen.set(one.id, { answer, remarks });
    } else if (answer.written !== '' && answer.written !== before.answer.written) {
      differing.push({ id: one.id, used: before.answer, other: answer });
    }
  }
  const name = seen.get('name')?.answer.written ?? '';
  const code = String(seen.get('code')?.answer.value ?? '');
  const subject = { file, sheet, name, code };
  const answers: Partial<Record<AnswerId, Answer>> = {};
  const issues: CollectionIssue[] = [];
  for (const [id, { answer, remarks }] of seen) {
    answers[id] = answer;
    for (const { code: what, parameters = {} } of remarks) {
      issues.push(
        collectionIssue(what, subject, {
          cell: answer.cell,
          field: id,
          actual: answer.written,
          parameters,
        }),
      );
    }
  }
  for (const { id, used, other } of differing) {
    issues.push(
      collectionIssue('answers-differ', subject, {
        cell: other.cell,
        field: id,
        actual: other.written,
        parameters: { used: used.written, usedCell: used.cell },
      }),
    );
  }
  return { file, sheet, name, code, answers, issues };
}
