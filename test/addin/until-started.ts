import type { ChromiumHost } from '../standin/chromium-host';

/** The last thing that the pane asks Excel for when it starts. */
const LAST_AT_START = 'WorksheetCollection._RegisterActivatedEvent';

/** Waits until something holds of the workbook; the test's own time limit ends it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** How often the pane has started on this workbook. */
export function startsOf(host: ChromiumHost): number {
  return host.log.uses(LAST_AT_START);
}

/** Waits until the pane has started so often, and its session listens to the workbook. */
export async function untilStarted(host: ChromiumHost, times: number): Promise<void> {
  await until(() => startsOf(host) >= times);
}
