import type { SheetPlan } from '../../plans/sheet-plan';
import { HostError } from '../host-error';
import { keyOfName, MADE_AS, sheetOfReference } from '../made-as';
import { inExcel, withEventsOff } from './excel-batch';
import { PROTECTION_PROPERTIES, refuseProtected } from './protected-sheets';
import { addChart } from './sheet-chart';
import {
  type ContentBlock,
  contentBlocks,
  MOST_BYTES,
  writeBlock,
  writeLinks,
} from './sheet-content';
import { formatSheet } from './sheet-format';
import { setUpSheet } from './sheet-setup';

/** Names that Excel keeps for a sheet's printing; those of its former content would cut the new. */
const PRINT_NAMES = ['print_area', 'print_titles'];

/** Estimates of what a link and the looks of a sheet add to a request. */
const BYTES_PER_LINK = 120;
const BYTES_PER_FORMATS = 250_000;

/** The sheets of the workbook, and which of them are ours. */
interface KnownSheets {
  readonly byName: ReadonlyMap<string, Excel.Worksheet>;
  /** By key in lower case. */
  readonly own: ReadonlyMap<string, Excel.Worksheet>;
  /** Every name that begins as ours, in lower case; its sheet may be gone. */
  readonly names: ReadonlyMap<string, Excel.NamedItem>;
}

/** A plan with the sheet that it will be written to. */
interface Placement {
  readonly plan: SheetPlan;
  /** Null when it is to be added. */
  readonly sheet: Excel.Worksheet | null;
  readonly isForeign: boolean;
}

/** Queues what `knownSheets` reads. */
function askSheets(context: Excel.RequestContext): void {
  const { workbook } = context;
  workbook.worksheets.load(`items/name,items/visibility,${PROTECTION_PROPERTIES}`);
  workbook.names.load('items/name,items/formula');
}

function knownSheets({ workbook }: Excel.RequestContext): KnownSheets {
  const byName = new Map(workbook.worksheets.items.map((one) => [one.name.toLowerCase(), one]));
  const own = new Map<string, Excel.Worksheet>();
  const names = new Map<string, Excel.NamedItem>();
  for (const item of workbook.names.items) {
    const key = keyOfName(item.name);
    if (key === null) continue;
    names.set(item.name.toLowerCase(), item);
    const formula: unknown = item.formula;
    const name = typeof formula === 'string' ? sheetOfReference(formula) : null;
    const sheet = name === null ? undefined : byName.get(name.toLowerCase());
    if (sheet !== undefined) own.set(key.toLowerCase(), sheet);
  }
  return { byName, own, names };
}

function placementsOf(plans: readonly SheetPlan[], known: KnownSheets): readonly Placement[] {
  return plans.map((plan) => {
    const own = plan.key === null ? undefined : known.own.get(plan.key.toLowerCase());
    if (own !== undefined) return { plan, sheet: own, isForeign: plan.asksFirst === true };
    const foreign = known.byName.get(plan.name.toLowerCase());
    return { plan, sheet: foreign ?? null, isForeign: foreign !== undefined };
  });
}

function foreignNames(placements: readonly Placement[]): readonly string[] {
  return placements.flatMap(({ sheet, isForeign }) =>
    sheet !== null && isForeign ? [sheet.name] : [],
  );
}

/** The key (in lower case) of every sheet of ours, with its name. One round trip. */
export function ownSheets(): Promise<ReadonlyMap<string, string>> {
  return inExcel(async (context) => {
    askSheets(context);
    await context.sync();
    return new Map([...knownSheets(context).own].map(([key, { name }]) => [key, name]));
  });
}

/** The names of sheets that plans would take and that are not ours. One round trip. */
export function sheetConflicts(plans: readonly SheetPlan[]): Promise<readonly string[]> {
  return inExcel(async (context) => {
    askSheets(context);
    await context.sync();
    return foreignNames(placementsOf(plans, knownSheets(context)));
  });
}

/**
 * Writes planned sheets. One that was written before is replaced where it stands and keeps the name
 * the person may have given it; formulas and links of the other plans follow that name. Others are
 * added behind all sheets. Two round trips to look, one for each 3.5 MB of contents (one for a
 * county), none for each sheet or cell.
 *
 * @returns the names of the sheets, in the order of the plans
 * @throws {HostError} before anything is changed: `foreign-sheets`, `sheet-protected`,
 * `workbook-protected`. Where Excel refuses later, sheets that were added are taken out again.
 */
export function writeSheets(
  plans: readonly SheetPlan[],
  replace: 'ours' | 'any',
): Promise<readonly string[]> {
  if (plans.length === 0) return Promise.resolve([]);
  return inExcel(async (context) => {
    const { workbook, runtime } = context;
    askSheets(context);
    workbook.protection.load('protected');
    runtime.load('enableEvents');
    await context.sync();
    const known = knownSheets(context);
    const placements = placementsOf(plans, known);
    refuse(placements, replace, workbook.protection.protected);
    const replaced = placements.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]));
    const belongings = replaced.map(askBelongings);
    if (belongings.length > 0) await context.sync();

    const renamed = renamedSheets(placements);
    // Contents are made before anything is changed: a plan that cannot be written leaves no trace.
    const contents = placements.map(({ plan }) => contentBlocks(plan, renamed));
    const added = placements.filter(({ sheet }) => sheet === null).map(({ plan }) => plan.name);
    try {
      await withEventsOff(context, async ({ flush, finish }) => {
        for (const one of belongings) clearSheet(one);
        const targets = placements.map(({ plan, sheet }) => {
          const target = sheet ?? workbook.worksheets.add(plan.name);
          if (plan.key !== null && !known.own.has(plan.key.toLowerCase())) {
            known.names.get(`${MADE_AS}${plan.key}`.toLowerCase())?.delete();
            workbook.names.add(`${MADE_AS}${plan.key}`, target.getRange('A1')).visible = false;
          }
          return { plan, target };
        });
        await sendInParts(
          targets.flatMap(({ plan, target }, index) =>
            writingSteps(target, plan, contents[index] ?? [], renamed),
          ),
          flush,
        );
        await finish();
      });
    } catch (error) {
      await removeSheets(added);
      throw error;
    }
    return placements.map(({ plan, sheet }) => sheet?.name ?? plan.name);
  });
}

function refuse(
  placements: readonly Placement[],
  replace: 'ours' | 'any',
  isStructureProtected: boolean,
): void {
  const taken = placements.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]));
  const inTheWay = placements.filter(
    ({ sheet, isForeign }) =>
      isForeign && (replace === 'ours' || taken.filter((one) => one === sheet).length > 1),
  );
  if (inTheWay.length > 0) {
    throw new HostError('foreign-sheets', foreignNames(inTheWay).join('、'));
  }
  refuseProtected(taken.filter(({ protection }) => protection.protected).map(({ name }) => name));
  if (isStructureProtected && placements.some(({ sheet }) => sheet === null)) {
    throw new HostError('workbook-protected');
  }
}

/** Names that sheets have where the plans call them otherwise, by lower-case name of the plan. */
function renamedSheets(placements: readonly Placement[]): ReadonlyMap<string, string> {
  return new Map(
    placements.flatMap(({ plan, sheet }): [string, string][] =>
      sheet !== null && sheet.name.toLowerCase() !== plan.name.toLowerCase()
        ? [[plan.name.toLowerCase(), sheet.name]]
        : [],
    ),
  );
}

/** What lies on a sheet besides its cells and goes when it is replaced. */
interface Belongings {
  readonly sheet: Excel.Worksheet;
  readonly charts: Excel.ChartCollection;
  readonly tables: Excel.TableCollection;
  readonly pivotTables: Excel.PivotTableCollection;
  readonly names: Excel.NamedItemCollection;
}

function askBelongings(sheet: Excel.Worksheet): Belongings {
  const { charts, tables, pivotTables, names } = sheet;
  charts.load('items/name');
  tables.load('items/name');
  pivotTables.load('items/name');
  names.load('items/name');
  return { sheet, charts, tables, pivotTables, names };
}

/** Queues the emptying of a sheet, which stays where it is. */
function clearSheet({ sheet, charts, tables, pivotTables, names }: Belongings): void {
  for (const item of [...charts.items, ...pivotTables.items, ...tables.items]) item.delete();
  for (const item of names.items) {
    if (PRINT_NAMES.includes(item.name.toLowerCase())) item.delete();
  }
  sheet.autoFilter.remove();
  sheet.freezePanes.unfreeze();
  sheet.horizontalPageBreaks.removePageBreaks();
  const all = sheet.getRange();
  all.rowHidden = false;
  all.columnHidden = false;
  all.unmerge();
  all.clear();
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
  all.format.useStandardHeight = true;
  all.format.useStandardWidth = true;
}

/** A part of the writing that is queued as a whole. */
interface WritingStep {
  /** An estimate of what it adds to the request. */
  readonly bytes: number;
  readonly queue: () => void;
}

function writingSteps(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  blocks: readonly ContentBlock[],
  renamed: ReadonlyMap<string, string>,
): readonly WritingStep[] {
  const links = plan.rows.reduce(
    (count, { cells }) => count + cells.filter(({ link }) => link !== undefined).length,
    0,
  );
  return [
    {
      bytes: links * BYTES_PER_LINK,
      queue: () => {
        writeLinks(sheet, plan, renamed);
      },
    },
    ...blocks.map((block) => ({
      bytes: block.bytes,
      queue: () => {
        writeBlock(sheet, block);
      },
    })),
    {
      bytes: BYTES_PER_FORMATS,
      queue: () => {
        formatSheet(sheet, plan);
        setUpSheet(sheet, plan);
        for (const chart of plan.charts) addChart(sheet, chart);
      },
    },
  ];
}

/** Queues all steps, sending what is queued before it becomes too much for one request. */
async function sendInParts(
  steps: readonly WritingStep[],
  flush: () => Promise<void>,
): Promise<void> {
  let bytes = 0;
  for (const step of steps) {
    if (bytes > 0 && bytes + step.bytes > MOST_BYTES) {
      await flush();
      bytes = 0;
    }
    step.queue();
    bytes += step.bytes;
  }
}

/** Takes out the sheets that a failed writing has added, as far as it came. */
async function removeSheets(names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await inExcel(
    async (context) => {
      const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
      await context.sync();
      for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
      await context.sync();
    },
    { waitForEdit: true },
  );
}
