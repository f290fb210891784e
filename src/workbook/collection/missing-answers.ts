import type { SchoolField } from '../../assessment/school';
import { STAGE_QUANTITIES } from '../../assessment/stage-quantities';
import { STAGES } from '../../standard/stage';
import { headingOf } from '../columns';
import { collectionIssue } from './collection-issue';
import type { CollectionIssue } from './collection-issue';
import { deriveSchool, SPLIT_COLUMNS } from './derive-school';
import { FORM_FIELDS } from './form-fields';
import type { AnswerId } from './form-labels';
import type { FormReading } from './form-reading';
import { formStages } from './form-stages';

/** Whether nothing at all is filled in. */
export function isBlankForm({ answers }: FormReading): boolean {
  return Object.values(answers).every(({ written }) => written === '');
}

/**
 * What a form leaves out: fields that its school must fill in (those of a stage only where the
 * school has it), and the figures by stage that a school of several stages owes beside the 68.
 */
export function missingAnswers(form: FormReading): CollectionIssue[] {
  if (isBlankForm(form)) return [collectionIssue('form-blank', form)];
  const stages = formStages(form);
  const issues: CollectionIssue[] = [];
  const absent: string[] = [];
  const ask = (id: AnswerId, label: string): void => {
    const answer = form.answers[id];
    if (answer === undefined) absent.push(label);
    else if (answer.value === null && !isReported(form, id)) {
      issues.push(
        collectionIssue('answer-missing', form, {
          cell: answer.cell,
          field: id,
          actual: answer.written,
        }),
      );
    }
  };
  for (const { id, label, required, stage } of FORM_FIELDS) {
    if (required && (stage === null || stages[stage])) ask(id, label);
  }
  if (absent.length > 0) {
    issues.push(
      collectionIssue('label-missing', form, {
        parameters: { count: absent.length, labels: absent.join('、') },
      }),
    );
  }
  issues.push(...missingStageFigures(form));
  return issues;
}

/** Whether there is something to say about the answer already: it is there, but of no use. */
function isReported(form: FormReading, id: AnswerId): boolean {
  return form.issues.some(({ field, code }) => field === id && code !== 'answers-differ');
}

function missingStageFigures(form: FormReading): CollectionIssue[] {
  const stages = formStages(form);
  if (!stages.several) return [];
  const derived = deriveSchool(form);
  const wanted: SchoolField[] = STAGES.filter((stage) => stages[stage]).flatMap((stage) =>
    SPLIT_COLUMNS.map((column) => STAGE_QUANTITIES[stage][column]),
  );
  if (stages.senior) wanted.push('seniorStudents');
  const missing = wanted.filter((field) => derived[field] === undefined);
  if (missing.length === 0) return [];
  const first = missing.map((field) => form.answers[field]).find((answer) => answer !== undefined);
  return [
    collectionIssue('stage-figures-missing', form, {
      cell: first?.cell ?? null,
      field: missing[0] ?? null,
      parameters: { columns: missing.map(headingOf).join('、') },
    }),
  ];
}
