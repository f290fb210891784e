import { SHEET_KEYS } from '../reports/sheet-keys';
import type { Session } from '../taskpane/session/session';
import type { CommandId } from './command-ids';

/** What a command reaches of the program around it. */
export interface CommandSurroundings {
  /** The session that the pane shows: commands and pane share one runtime. */
  readonly session: Session;
  /** Brings the pane into view. */
  readonly showPane: () => Promise<void>;
  readonly showHelp: () => Promise<void>;
}

/** Carries out the command of a ribbon button. What goes wrong is told in the pane. */
export async function runCommand(
  command: CommandId,
  { session, showPane, showHelp }: CommandSurroundings,
): Promise<void> {
  switch (command) {
    case 'checkNow':
      // The check does not wait for a pane that opens slowly.
      await Promise.all([showPane(), session.check()]);
      return;
    case 'writeSummary':
      await writeSummary(session);
      break;
    case 'clearHighlights':
      await session.clearMarks();
      break;
    case 'showHelp':
      await showHelp();
      return;
  }
  const { notice } = session.state();
  if (notice !== null && notice.tone !== 'success') await showPane();
}

/** Writes all summary sheets and shows the first. Sheets that are not ours are never replaced here. */
async function writeSummary(session: Session): Promise<void> {
  await session.write(SHEET_KEYS, false);
  const content = session.state().notice?.content;
  const first = content?.kind === 'written' ? content.sheets[0] : undefined;
  if (first !== undefined) await session.open(first);
}
