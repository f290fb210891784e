import { inExcel } from './excel-batch';

/** Office keeps settings of its own in the same place, such as that the pane opens with the file. */
const PREFIX = 'junheng.';

/**
 * Our settings in the workbook. They are `workbook.settings`, not `Office.context.document.settings`:
 * both are kept in the file for this add-in alone, but the latter is a copy from when the add-in was
 * started and is saved as a whole, over what another window has saved since.
 */
export function readSettings(): Promise<ReadonlyMap<string, string>> {
  return inExcel(async (context) => {
    const { settings } = context.workbook;
    settings.load('items/key,items/value');
    await context.sync();
    return new Map(
      settings.items.flatMap(({ key, value }): [string, string][] =>
        key.startsWith(PREFIX) && typeof value === 'string'
          ? [[key.slice(PREFIX.length), value]]
          : [],
      ),
    );
  });
}

/** Makes our settings exactly these. Two round trips. */
export async function saveSettings(wanted: ReadonlyMap<string, string>): Promise<void> {
  await inExcel(async (context) => {
    const { settings } = context.workbook;
    settings.load('items/key');
    await context.sync();
    for (const item of settings.items) {
      const isOurs = item.key.startsWith(PREFIX);
      if (isOurs && !wanted.has(item.key.slice(PREFIX.length))) item.delete();
    }
    for (const [key, value] of wanted) settings.add(PREFIX + key, value);
    await context.sync();
  });
}
