import type { WorkbookHost } from '../../hosts/host';
import type { CellEdit, EditedContent } from '../../plans/cell-edit';
import { planTemplateInputs } from '../../reports/template-inputs';
import type { Standard } from '../../standard/standard';
import { planAnswers } from '../../workbook/plan-answers';
import type { FormAnswer, Overwrite } from '../../workbook/plan-answers';

/** What became of answers. */
export type WrittenAnswers =
  | {
      readonly kind: 'written';
      readonly undo: readonly CellEdit[];
      /** Input sheets that were made. */
      readonly madeSheets: readonly string[];
    }
  /** Nothing was written: these cells hold something that nobody agreed to lose. */
  | { readonly kind: 'question'; readonly overwrites: readonly Overwrite[] }
  /** Nothing was written: the headings of these sheets are missing or doubled. */
  | { readonly kind: 'unusable'; readonly sheets: readonly string[] };

/**
 * Writes answers into the input sheets. An input sheet that is not there is made as the template has
 * it. What a cell holds is replaced only where that was agreed to.
 */
export async function writeAnswers(
  host: WorkbookHost,
  standard: Standard,
  answers: readonly FormAnswer[],
  agreed: readonly Overwrite[],
): Promise<WrittenAnswers> {
  let plan = await planAnswers(host, standard, answers);
  if (plan.unusableSheets.length > 0) return { kind: 'unusable', sheets: plan.unusableSheets };
  const asked = plan.overwrites.filter((one) => !isAgreed(one, agreed));
  if (asked.length > 0) return { kind: 'question', overwrites: asked };
  const madeSheets = plan.missingSheets;
  if (madeSheets.length > 0) {
    const plans = planTemplateInputs(standard).filter(({ name }) => madeSheets.includes(name));
    await host.writeSheets(plans, 'ours');
    plan = await planAnswers(host, standard, answers);
  }
  const undo = await host.editCells(plan.edits);
  const surprises = plan.edits.flatMap((edit): Overwrite[] => {
    const held = undo.find(({ sheet, cell }) => sheet === edit.sheet && cell === edit.cell);
    const before = shown(held?.content ?? null);
    if (before === '' || plan.overwrites.some((one) => isSameCell(one, edit))) return [];
    return [{ sheet: edit.sheet, cell: edit.cell, before, after: shown(edit.content) }];
  });
  const unseen = surprises.filter((one) => !isAgreed(one, agreed));
  if (unseen.length === 0) return { kind: 'written', undo, madeSheets };
  // The cells looked blank when they were read: a formula without a text, or an edit in between.
  await host.editCells(undo);
  return { kind: 'question', overwrites: unseen };
}

type Place = Pick<CellEdit, 'sheet' | 'cell'>;

function isSameCell(one: Place, other: Place): boolean {
  return one.sheet === other.sheet && one.cell === other.cell;
}

function isAgreed(overwrite: Overwrite, agreed: readonly Overwrite[]): boolean {
  return agreed.some((one) => isSameCell(one, overwrite) && one.before === overwrite.before);
}

function shown(content: EditedContent): string {
  if (content === null) return '';
  if (typeof content === 'object') return `=${content.formula.replace(/^=/, '')}`;
  return String(content).trim();
}
