import type { HighlightMark, HighlightPlan } from '../../plans/highlight-plan';
import type { OoxmlPackage } from '../package';
import { addFormulaRules, countHighlightRules, removeHighlightRules } from './conditional-formats';
import { OoxmlWriteError } from './ooxml-write-error';
import { rewritePart } from './package-edits';
import { WorkbookEditor } from './workbook-editor';

/**
 * Puts the marks of a plan on the sheets, after removing those that any earlier plan left, on every
 * sheet. Worksheets only gain and lose rules of ours; styles only gain. Doing it twice gives the
 * same bytes as doing it once.
 * @throws {OoxmlWriteError} `no-such-sheet` before anything is changed.
 * @throws {OoxmlError} when a part cannot be read.
 */
export function applyHighlights(file: OoxmlPackage, plan: HighlightPlan): void {
  const workbook = new WorkbookEditor(file);
  const worksheets = workbook.sheets().filter(({ kind }) => kind === 'worksheet');
  const planned = plan.sheets.map((sheet) => ({
    ...sheet,
    part: worksheets.find(({ name }) => name.toLowerCase() === sheet.sheet.toLowerCase())?.part,
  }));
  const unknown = planned.filter(({ part }) => part === undefined).map(({ sheet }) => sheet);
  if (unknown.length > 0) {
    throw new OoxmlWriteError('no-such-sheet', unknown, 'the workbook has no such worksheet');
  }
  const used = planned.flatMap(({ rules }) => rules.map(({ mark }) => mark));
  const dxfIds = new Map<HighlightMark, number>();
  if (used.length > 0) {
    workbook.editStyles((styles) => {
      const marks: readonly HighlightMark[] = ['fault', 'below', 'near'];
      for (const mark of marks) {
        if (used.includes(mark)) dxfIds.set(mark, styles.differentialFormat(plan.styles[mark]));
      }
    });
  }
  for (const { part } of worksheets) {
    const rules = planned
      .filter((sheet) => sheet.part === part)
      .flatMap((sheet) => sheet.rules)
      .map(({ mark, ranges, formula }) => ({ ranges, formula, dxfId: dxfIds.get(mark) ?? 0 }));
    rewritePart(file, part, (xml) => {
      const cleared = removeHighlightRules(xml, part);
      return rules.length === 0 ? cleared : addFormulaRules(cleared, part, rules);
    });
  }
}

/**
 * Takes the marks of ours off every sheet. What they stood in is as it was before; the looks they
 * used stay among the styles, where nothing refers to them.
 * @returns how many rules that were.
 * @throws {OoxmlError} when a part cannot be read.
 */
export function clearHighlights(file: OoxmlPackage): number {
  let cleared = 0;
  for (const { part, kind } of new WorkbookEditor(file).sheets()) {
    if (kind !== 'worksheet') continue;
    rewritePart(file, part, (xml) => {
      cleared += countHighlightRules(xml, part);
      return removeHighlightRules(xml, part);
    });
  }
  return cleared;
}
