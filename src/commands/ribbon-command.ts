import { openSession } from '../taskpane/open-session';
import type { CommandId } from './command-ids';
import { officeSurroundings } from './office-surroundings';
import { runCommand } from './run-command';

/**
 * Carries out the command of a ribbon button in Excel. Without a session the pane is shown all the
 * same, since it says why there is none.
 */
export async function runRibbonCommand(command: CommandId): Promise<void> {
  try {
    await runCommand(command, officeSurroundings(await openSession()));
  } catch (error) {
    await Office.addin.showAsTaskpane();
    throw error;
  }
}
