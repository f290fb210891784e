import type { Session } from '../taskpane/session/session';
import type { CommandSurroundings } from './run-command';

/** The page that explains functions and finding codes, beside the pane's own. */
const HELP_PAGE = 'help.html';

/** What commands reach in Office. */
export function officeSurroundings(session: Session): CommandSurroundings {
  return { session, showPane: () => Office.addin.showAsTaskpane(), showHelp };
}

/** Opens the help in the browser where Excel can, else in a window within Excel. */
async function showHelp(): Promise<void> {
  const address = new URL(HELP_PAGE, location.href).href;
  if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) {
    Office.context.ui.openBrowserWindow(address);
    return;
  }
  await new Promise<void>((resolve) => {
    Office.context.ui.displayDialogAsync(
      address,
      { height: 80, width: 60, displayInIframe: true },
      () => {
        resolve();
      },
    );
  });
}
