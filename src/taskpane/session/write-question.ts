import type { WorkbookHost } from '../../hosts/host';
import type { SheetPlan } from '../../plans/sheet-plan';
import type { WriteQuestion } from './session';

/** What there is to ask before these plans are written. */
export async function questionAbout(
  host: WorkbookHost,
  plans: readonly SheetPlan[],
): Promise<WriteQuestion> {
  const own = await host.ownSheets();
  const replaced = plans.flatMap(({ key }) => {
    const name = key === null ? undefined : own.get(key.toLowerCase());
    return name === undefined ? [] : [name];
  });
  return { replaced, foreign: await host.sheetConflicts(plans) };
}
