import { parseRange } from '../../ooxml/cell-range';
import { shiftFormula } from '../../ooxml/write/formula-text';
import {
  type HighlightPlan,
  type HighlightRule,
  type HighlightStyle,
  isHighlightFormula,
} from '../../plans/highlight-plan';
import type { CellRange } from '../../workbook/source';
import { HostError } from '../host-error';
import { inExcel, withEventsOff } from './excel-batch';
import { isFormatLocked, PROTECTION_PROPERTIES, refuseProtected } from './protected-sheets';
import { packAddresses } from './range-areas';

/** A sheet with the conditional formats on it that are ours. */
interface MarkedSheet {
  readonly sheet: Excel.Worksheet;
  readonly own: readonly Excel.ConditionalFormat[];
}

/**
 * Puts the marks of a plan in place of any that are there, in four round trips. They come after the
 * person's own conditional formats, which keep their order and win.
 *
 * @throws {HostError} `sheet-missing`, `sheet-protected`; nothing is changed then
 */
export async function applyHighlights(plan: HighlightPlan): Promise<void> {
  await inExcel(async (context) => {
    const marked = await readMarks(context);
    const byName = new Map(marked.map(({ sheet }) => [sheet.name.toLowerCase(), sheet]));
    const targets = plan.sheets.map(({ sheet, rules }) => ({
      name: sheet,
      rules,
      sheet: byName.get(sheet.toLowerCase()),
    }));
    const missing = targets.filter(({ sheet }) => sheet === undefined).map(({ name }) => name);
    if (missing.length > 0) throw new HostError('sheet-missing', missing.join('、'));
    const changed = new Set([
      ...marked.filter(({ own }) => own.length > 0).map(({ sheet }) => sheet),
      ...targets.flatMap(({ sheet, rules }) =>
        sheet === undefined || rules.length === 0 ? [] : [sheet],
      ),
    ]);
    refuseProtected([...changed].filter(isFormatLocked).map(({ name }) => name));
    if (changed.size === 0) return;
    await withEventsOff(context, async ({ finish }) => {
      for (const { own } of marked) for (const format of own) format.delete();
      for (const { sheet, rules } of targets) {
        if (sheet === undefined) continue;
        for (const rule of rules) addRule(sheet, rule, plan.styles[rule.mark]);
      }
      await finish();
    });
  });
}

/**
 * Takes our marks off every sheet, in four round trips; how many rules that were.
 *
 * @throws {HostError} `sheet-protected`; nothing is changed then
 */
export function clearHighlights(): Promise<number> {
  return inExcel(async (context) => {
    const marked = (await readMarks(context)).filter(({ own }) => own.length > 0);
    refuseProtected(
      marked
        .map(({ sheet }) => sheet)
        .filter(isFormatLocked)
        .map(({ name }) => name),
    );
    const own = marked.flatMap((sheet) => sheet.own);
    if (own.length === 0) return 0;
    await withEventsOff(context, async ({ finish }) => {
      for (const format of own) format.delete();
      await finish();
    });
    return own.length;
  });
}

/** Finds our conditional formats, on every sheet, in three round trips. */
async function readMarks(context: Excel.RequestContext): Promise<readonly MarkedSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load(`items/name,${PROTECTION_PROPERTIES}`);
  context.runtime.load('enableEvents');
  await context.sync();
  const sheets = worksheets.items.map((sheet) => {
    const formats = sheet.getRange().conditionalFormats;
    formats.load('items/type');
    return { sheet, formats };
  });
  await context.sync();
  const asked = sheets.map(({ sheet, formats }) => ({
    sheet,
    rules: formats.items
      .filter(({ type }) => type === 'Custom')
      .map((format) => {
        const { rule } = format.custom;
        rule.load('formula');
        return { format, rule };
      }),
  }));
  if (asked.some(({ rules }) => rules.length > 0)) await context.sync();
  return asked.map(({ sheet, rules }) => ({
    sheet,
    own: rules.filter(({ rule }) => isHighlightFormula(rule.formula)).map(({ format }) => format),
  }));
}

function addRule(sheet: Excel.Worksheet, rule: HighlightRule, style: HighlightStyle): void {
  for (const { address, formula } of anchoredRules(rule)) {
    const format = sheet.getRanges(address).conditionalFormats.add('Custom');
    format.custom.rule.formula = `=${formula}`;
    format.custom.format.fill.color = `#${style.fill}`;
    format.custom.format.font.color = `#${style.fontColor}`;
    format.custom.format.font.bold = style.bold;
    format.stopIfTrue = true;
    // A new rule comes first; a negative priority counts from the end.
    format.priority = -1;
  }
}

/**
 * A rule as calls that Excel understands in one way only: addresses that are short enough, and whose
 * first cell is the top left of all their cells, for relative references start there.
 */
function anchoredRules(
  rule: HighlightRule,
): readonly { readonly address: string; readonly formula: string }[] {
  const [first] = rule.ranges;
  const origin = first === undefined ? null : parseRange(first);
  if (origin === null) return [];
  const areas = rule.ranges.flatMap((address) => {
    const area = parseRange(address);
    return area === null ? [] : [{ address, area }];
  });
  const shifted = (corner: CellRange): string =>
    shiftFormula(
      rule.formula,
      corner.firstRow - origin.firstRow,
      corner.firstColumn - origin.firstColumn,
    );
  const isAnchored = areas.every(
    ({ area }) => area.firstRow >= origin.firstRow && area.firstColumn >= origin.firstColumn,
  );
  if (!isAnchored) return areas.map(({ address, area }) => ({ address, formula: shifted(area) }));
  const packed = packAddresses(areas.map(({ address }) => address));
  if (packed.length === 1) return packed.map((address) => ({ address, formula: rule.formula }));
  return areas.map(({ address, area }) => ({ address, formula: shifted(area) }));
}
