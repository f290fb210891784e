import type { WorkbookHost } from '../../hosts/host';
import type { SheetPlan } from '../../plans/sheet-plan';
import type { WriteQuestion } from './session';

/** What there is to ask before these plans are written. */
export async function questionAbout(
  host: WorkbookHost,
  plans: readonly SheetPlan[],
): Promise<WriteQuestion> {
  const own = await host.ownSheets();
  const earlier = plans.map(({ key }) => (key === null ? undefined : own.get(key.toLowerCase())));
  const foreign = await host.sheetConflicts(plans);
  return {
    added: plans.flatMap(({ name }, index) =>
      earlier[index] !== undefined || foreign.includes(name) ? [] : [name],
    ),
    replaced: earlier.flatMap((name) =>
      name === undefined || foreign.includes(name) ? [] : [name],
    ),
    foreign,
  };
}
