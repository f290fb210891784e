import type { Session } from '../taskpane/session/session';
import type { CommandSurroundings } from './run-command';

/** The page that explains functions and finding codes, beside the pane's own. */
const HELP_PAGE = 'help.html';

/** What commands reach in Office. */
export function officeSurroundings(session: Session): CommandSurroundings {
  return { session, showPane: () => Office.addin.showAsTaskpane(), showHelp };
}

/**
 * Opens the help in the browser where Excel can. A page in Excel on the web may have to open it
 * itself; a browser that refuses windows nobody clicked for leaves a window within Excel.
 */
async function showHelp(): Promise<void> {
  const address = new URL(HELP_PAGE, location.href).href;
  const { requirements, ui } = Office.context;
  if (requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) {
    ui.openBrowserWindow(address);
    return;
  }
  if (window.open(address, '_blank') !== null) return;
  await new Promise<void>((resolve) => {
    ui.displayDialogAsync(address, { height: 80, width: 60, displayInIframe: true }, () => {
      resolve();
    });
  });
}
