import type { SheetPlan } from '../../plans/sheet-plan';
import type { OoxmlPackage } from '../package';
import type { DefinedName } from '../workbook-part';
import { chartXml, drawingXml } from './chart-xml';
import type { ChainedCell } from './calc-chain';
import { quoteSheetName } from './formula-text';
import { RELATIONSHIPS_NAMESPACE } from './namespaces';
import { OoxmlWriteError } from './ooxml-write-error';
import {
  addRelationships,
  declareContentTypes,
  freePartName,
  removeDependents,
  rewritePart,
} from './package-edits';
import { printTitles, sheetXml } from './sheet-xml';
import { WorkbookEditor, type PlacedSheet } from './workbook-editor';

/** How sheets are written. */
export interface WriteSheetsOptions {
  /** Also replace worksheets of the same name that are not ours. */
  readonly replaceForeign?: boolean;
}

/** The beginning of the hidden defined names that tell which sheets are ours. */
const KEY_PREFIX = '_junheng.';

const LONGEST_SHEET_NAME = 31;
const PRINT_TITLES = '_xlnm.Print_Titles';

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** A plan with the sheet it will stand on. */
interface Placement {
  readonly plan: SheetPlan;
  /** Null when the sheet is to be appended. */
  readonly sheet: PlacedSheet | null;
  /** A sheet of the plan's name that is not the plan's own. */
  readonly foreign: PlacedSheet | null;
}

/** The sheet that a defined name such as `'表Ⅲ'!$A$1` refers to. */
function sheetOfReference(reference: string): string | null {
  const match = /^\s*(?:'((?:[^']|'')+)'|([^'!]+))!\$?[A-Z]+\$?\d+\s*$/i.exec(reference);
  return match?.[1]?.replaceAll("''", "'") ?? match?.[2] ?? null;
}

/** The key of every sheet of ours (in lower case), with the sheet. */
function ownedSheets(workbook: WorkbookEditor): Map<string, PlacedSheet> {
  const byName = new Map(workbook.sheets().map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const owned = new Map<string, PlacedSheet>();
  for (const { name, localSheetId, text } of workbook.definedNames()) {
    if (localSheetId !== null || !name.toLowerCase().startsWith(KEY_PREFIX)) continue;
    const sheet = byName.get(sheetOfReference(text)?.toLowerCase() ?? '');
    if (sheet?.kind === 'worksheet') owned.set(name.slice(KEY_PREFIX.length).toLowerCase(), sheet);
  }
  return owned;
}

function placements(workbook: WorkbookEditor, plans: readonly SheetPlan[]): Placement[] {
  const byName = new Map(workbook.sheets().map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const owned = ownedSheets(workbook);
  return plans.map((plan) => {
    const own = plan.key === null ? undefined : owned.get(plan.key.toLowerCase());
    if (own) return { plan, sheet: own, foreign: plan.asksFirst === true ? own : null };
    const foreign = byName.get(plan.name.toLowerCase()) ?? null;
    return { plan, sheet: foreign, foreign };
  });
}

function checkPlans(plans: readonly SheetPlan[]): void {
  const refuse = (plan: SheetPlan, detail: string): never => {
    throw new OoxmlWriteError('bad-plan', [plan.name], detail);
  };
  const keys = new Set<string>();
  const names = new Set<string>();
  for (const plan of plans) {
    const { key, name } = plan;
    if (key !== null && !/^[\p{L}\p{N}_.]+$/u.test(key)) {
      refuse(plan, `"${key}" cannot be part of a defined name`);
    }
    if (
      name === '' ||
      name.length > LONGEST_SHEET_NAME ||
      /[[\]:*?/\\]|^'|'$/.test(name) ||
      name.toLowerCase() === 'history'
    ) {
      refuse(plan, 'this cannot be the name of a sheet');
    }
    if (key !== null) {
      if (keys.has(key.toLowerCase())) refuse(plan, `the key ${key} is planned twice`);
      keys.add(key.toLowerCase());
    }
    if (names.has(name.toLowerCase())) refuse(plan, 'this name is planned twice');
    names.add(name.toLowerCase());
  }
}

/** The key of every sheet of ours that the workbook holds, in lower case, with the sheet's name. */
export function ownSheets(file: OoxmlPackage): ReadonlyMap<string, string> {
  const owned = ownedSheets(new WorkbookEditor(file));
  return new Map([...owned].map(([key, { name }]) => [key, name]));
}

/** The names of sheets that plans would take and that are not ours, as they stand in the file. */
export function sheetConflicts(file: OoxmlPackage, plans: readonly SheetPlan[]): string[] {
  return placements(new WorkbookEditor(file), plans).flatMap(({ foreign }) =>
    foreign ? [foreign.name] : [],
  );
}

/**
 * Writes planned sheets. A sheet that an earlier run wrote (known by its hidden defined name) is
 * replaced where it stands and keeps the name the person may have given it since; formulas and links
 * of the other plans follow that name. Others are appended behind all sheets, so that names local to
 * a sheet keep theirs. What belonged to a replaced sheet alone, its charts for instance, goes with
 * it. The same plans on the same file give the same bytes, and again on the result.
 * @returns the names of the sheets as they are in the file, in the order of the plans.
 * @throws {OoxmlWriteError} before anything is changed: `sheet-exists` when sheets of these names
 * are not ours (without `replaceForeign`, or when they are no worksheets), `bad-plan`, `bad-value`.
 * @throws {OoxmlError} when a part cannot be read.
 */
export function writeSheets(
  file: OoxmlPackage,
  plans: readonly SheetPlan[],
  options: WriteSheetsOptions = {},
): string[] {
  if (plans.length === 0) return [];
  checkPlans(plans);
  const workbook = new WorkbookEditor(file);
  const placed = placements(workbook, plans);
  const taken = placed.map(({ sheet }) => sheet?.part);
  const refused = placed.filter(
    ({ sheet, foreign }) =>
      foreign &&
      (options.replaceForeign !== true ||
        foreign.kind !== 'worksheet' ||
        taken.filter((part) => part === sheet?.part).length > 1),
  );
  if (refused.length > 0) {
    throw new OoxmlWriteError(
      'sheet-exists',
      refused.flatMap(({ foreign }) => (foreign ? [foreign.name] : [])),
      'these sheets were not written by this program',
    );
  }
  const renamed = new Map(
    placed.flatMap(({ plan, sheet }): [string, string][] =>
      sheet && sheet.name.toLowerCase() !== plan.name.toLowerCase()
        ? [[plan.name.toLowerCase(), sheet.name]]
        : [],
    ),
  );

  // Texts are made before anything is changed: a plan that cannot be written leaves no trace.
  const { date1904 } = workbook;
  const texts = workbook.editStyles((styles) =>
    placed.map(({ plan }) =>
      sheetXml(plan, {
        cellFormat: (style) => styles.cellFormat(style),
        renamed,
        date1904,
        drawingId: plan.charts.length > 0 ? 'rId1' : null,
      }),
    ),
  );

  workbook.ensureView();
  for (const { sheet } of placed) if (sheet) removeDependents(file, sheet.part);
  const added = new Map<Placement, string>();
  placed.forEach((placement, index) => {
    const xml = workbook.inDialect(texts[index]?.xml ?? '');
    if (placement.sheet) file.write(placement.sheet.part, xml);
    else added.set(placement, xml);
  });
  const appended = workbook
    .addSheets([...added].map(([{ plan }, xml]) => ({ name: plan.name, xml })))
    .values();
  const written = placed.flatMap(({ plan, sheet }) => {
    const stands = sheet ?? appended.next().value;
    return stands ? [{ plan, sheet: stands }] : [];
  });
  const replaced = new Set(placed.flatMap(({ sheet }) => (sheet ? [sheet.sheetId] : [])));
  const chained: ChainedCell[] = [];
  written.forEach(({ plan, sheet }, index) => {
    if (plan.charts.length > 0) writeCharts(file, workbook, plan, sheet);
    for (const cell of texts[index]?.formulaCells ?? []) {
      chained.push({ sheetId: sheet.sheetId, cell });
    }
  });
  writeNames(workbook, written);
  workbook.updateCalcChain(({ sheetId }) => replaced.has(sheetId), chained);
  return written.map(({ sheet }) => sheet.name);
}

/** A plan and the sheet that it is written to. */
interface WrittenSheet {
  readonly plan: SheetPlan;
  readonly sheet: PlacedSheet;
}

function writeNames(workbook: WorkbookEditor, written: readonly WrittenSheet[]): void {
  const defined: DefinedName[] = [];
  for (const { plan, sheet } of written) {
    if (plan.key !== null) {
      defined.push({
        name: `${KEY_PREFIX}${plan.key}`,
        localSheetId: null,
        text: `${quoteSheetName(sheet.name)}!$A$1`,
        hidden: true,
      });
    }
    const titles = printTitles(plan, sheet.name);
    if (titles !== null) {
      defined.push({
        name: PRINT_TITLES,
        localSheetId: sheet.index,
        text: titles,
        hidden: false,
      });
    }
  }
  const ours = new Set(written.map(({ sheet }) => sheet.index));
  const titled = new Set(defined.map(({ localSheetId }) => localSheetId));
  // A print area or filter range of a sheet's former content would cut the new one.
  workbook.editNames(
    defined,
    ({ name, localSheetId }) =>
      localSheetId !== null &&
      ours.has(localSheetId) &&
      name.toLowerCase().startsWith('_xlnm.') &&
      !(titled.has(localSheetId) && name.toLowerCase() === PRINT_TITLES.toLowerCase()),
  );
}

function writeCharts(
  file: OoxmlPackage,
  workbook: WorkbookEditor,
  plan: SheetPlan,
  sheet: PlacedSheet,
): void {
  const type = (kind: string): string => workbook.inDialect(`${RELATIONSHIPS_NAMESPACE}/${kind}`);
  const drawing = freePartName(file, `${workbook.folder}drawings/drawing`, 'xml');
  // Room for the drawing, so that its relationships can be made before its text.
  file.write(drawing, '');
  const parts = plan.charts.map((chart) => {
    const part = freePartName(file, `${workbook.folder}charts/chart`, 'xml');
    file.write(part, workbook.inDialect(chartXml(chart, sheet.name)));
    return part;
  });
  declareContentTypes(file, parts, CHART_TYPE);
  const ids = addRelationships(file, drawing, type('chart'), parts);
  const placed = plan.charts.map((chart, index) => ({
    plan: chart,
    relationshipId: ids[index] ?? '',
  }));
  rewritePart(file, drawing, () => workbook.inDialect(drawingXml(placed)));
  declareContentTypes(file, [drawing], DRAWING_TYPE);
  addRelationships(file, sheet.part, type('drawing'), [drawing]);
}
