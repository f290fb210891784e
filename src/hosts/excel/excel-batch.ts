import { hostErrorOf } from './excel-error';

/** How a batch is run. */
export interface BatchOptions {
  /** The sheet that the batch is about, for errors. */
  readonly subject?: string;
  /** Wait while a cell is being typed into, instead of failing with `cell-editing`. */
  readonly waitForEdit?: boolean;
}

/**
 * Runs requests in Excel.
 *
 * @throws {HostError} for whatever Excel refuses
 */
export async function inExcel<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  options: BatchOptions = {},
): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: options.waitForEdit === true }, batch);
  } catch (error) {
    throw hostErrorOf(error, options.subject);
  }
}

/**
 * Writes with Excel's events off, so that no listener hears of the program's own edits, and the
 * screen still. Events are then as they were: switched back with the last of the writes, or after
 * a failure.
 *
 * @param context with `runtime.enableEvents` loaded
 * @param write queues writes and ends with `finish`, which sends them; `flush` sends what is queued
 */
export async function withEventsOff(
  context: Excel.RequestContext,
  write: (steps: {
    readonly flush: () => Promise<void>;
    readonly finish: () => Promise<void>;
  }) => Promise<void>,
): Promise<void> {
  const { runtime } = context;
  const before = runtime.enableEvents;
  const { application } = context.workbook;
  const still = (): void => {
    application.suspendScreenUpdatingUntilNextSync();
  };
  runtime.enableEvents = false;
  still();
  try {
    await write({
      flush: async () => {
        await context.sync();
        still();
      },
      finish: async () => {
        runtime.enableEvents = before;
        await context.sync();
      },
    });
  } catch (error) {
    // What stopped the writing says more than a failure of this.
    await restoreEvents(before).catch(() => undefined);
    throw error;
  }
}

/** Waits for a cell being edited, for events that stay off would be worse than a late answer. */
async function restoreEvents(enabled: boolean): Promise<void> {
  await inExcel(
    async (context) => {
      context.runtime.enableEvents = enabled;
      await context.sync();
    },
    { waitForEdit: true },
  );
}
