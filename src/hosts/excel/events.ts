import { parseRange } from '../../ooxml/cell-range';
import type { HostChange, HostSelection, Unsubscribe } from '../host';
import { inExcel } from './excel-batch';
import { hostErrorOf } from './excel-error';
import { readSelection } from './selection';

/** A handler that Excel calls, with the context it was added in. */
interface Handler {
  readonly context: OfficeExtension.ClientRequestContext;
  remove(): void;
}

/** A handler can be removed only in the context that it was added in; these share one. */
async function removeAll(handlers: readonly Handler[]): Promise<void> {
  const [first] = handlers;
  if (first === undefined) return;
  try {
    await Excel.run(first.context, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  } catch (error) {
    throw hostErrorOf(error);
  }
}

/**
 * Reports edits, whoever typed them here or at another computer, but none of this program. The name
 * of the sheet costs one round trip an edit; it waits while the next cell is being typed into.
 */
export async function listenToChanges(
  listener: (change: HostChange) => void,
): Promise<Unsubscribe> {
  const report = async (worksheetId: string, range: string | null): Promise<void> => {
    listener({ sheet: await sheetName(worksheetId), range });
  };
  const handlers = await inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const added: Handler[] = [
      worksheets.onChanged.add(async ({ worksheetId, address, changeType, triggerSource }) => {
        if (triggerSource === 'ThisLocalAddin') return;
        const isKnown = changeType === 'RangeEdited' && parseRange(address) !== null;
        await report(worksheetId, isKnown ? address : null);
      }),
      worksheets.onAdded.add(({ worksheetId }) => report(worksheetId, null)),
      worksheets.onDeleted.add(({ worksheetId }) => report(worksheetId, null)),
    ];
    await context.sync();
    return added;
  });
  return () => removeAll(handlers);
}

/** The name of a sheet; '' when it is gone. */
function sheetName(id: string): Promise<string> {
  return inExcel(
    async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id);
      sheet.load('name');
      await context.sync();
      return sheet.isNullObject ? '' : sheet.name;
    },
    { waitForEdit: true },
  );
}

/** Reports where the person goes: other cells, or another sheet. */
export async function listenToSelection(
  listener: (selection: HostSelection) => void,
): Promise<Unsubscribe> {
  const report = async (): Promise<void> => {
    const selection = await readSelection({ waitForEdit: true });
    if (selection !== null) listener(selection);
  };
  const handlers = await inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const added: Handler[] = [
      worksheets.onSelectionChanged.add(report),
      worksheets.onActivated.add(report),
    ];
    await context.sync();
    return added;
  });
  return () => removeAll(handlers);
}
