import '../functions/index';
import { registerCommands } from '../commands/commands';

/*
 * The page's start. The functions are registered by now; React and the pane come apart, so that a
 * workbook full of formulas does not wait for them.
 */

/** Said in both languages, since nothing that knows the user's language has loaded. */
function showLoadFailure(): void {
  const root = document.getElementById('root');
  if (root === null) return;
  root.setAttribute('role', 'alert');
  root.textContent =
    '窗格未能载入。请检查与加载项服务器的连接，然后关闭并重新打开窗格。 / The pane could not be loaded. Check the connection to the add-in’s server, then close and reopen the pane.';
}

import(/* webpackChunkName: 'pane' */ './index').catch(showLoadFailure);

// Outside Office, as in a browser that Office.js did not reach, there is no ribbon.
if (typeof Office !== 'undefined') {
  registerCommands(Office.actions, async (command) => {
    const { runRibbonCommand } = await import(
      /* webpackChunkName: 'pane' */ '../commands/ribbon-command'
    );
    await runRibbonCommand(command);
  });
}
