import { HostError } from '../hosts/host-error';
import { paneTexts } from '../locales/pane-texts';
import type { FaultText, PaneTexts } from '../locales/pane-texts';
import { mountPane } from './mount-pane';
import type { MountedPane } from './mount-pane';
import { followOfficeTheme } from './office-theme';
import type { OfficeColours } from './office-theme';
import { openSession } from './open-session';

/* The pane in Excel. Any other page that brings a session mounts the same pane itself. */

function officeTheme(): OfficeColours | undefined {
  // Older programs have no theme; the declarations promise one.
  const context: { readonly officeTheme?: OfficeColours } | undefined =
    typeof Office === 'undefined' ? undefined : Office.context;
  return context?.officeTheme;
}

/** Whether the page runs in Excel; false in a browser tab of its own. */
async function isInExcel(): Promise<boolean> {
  if (typeof Office === 'undefined') return false;
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel;
}

function faultOf(error: unknown, texts: PaneTexts): FaultText {
  return error instanceof HostError
    ? texts.notices.hostErrors[error.code]
    : { message: texts.notices.unexpected, next: texts.notices.unexpectedNext };
}

async function connect(pane: MountedPane, texts: PaneTexts): Promise<void> {
  pane.setContent({ kind: 'waiting', text: texts.loading });
  try {
    if (await isInExcel()) {
      pane.setContent({ kind: 'session', session: await openSession() });
    } else {
      pane.setContent({ kind: 'fault', text: texts.outside, retry: null });
    }
  } catch (error) {
    pane.setContent({
      kind: 'fault',
      text: faultOf(error, texts),
      retry: { label: texts.retry, onRetry: () => void connect(pane, texts) },
    });
  }
}

const root = document.getElementById('root');
if (root !== null) {
  // The person's own choice of language comes with the session.
  const texts = paneTexts(navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US');
  const pane = mountPane(root, { kind: 'waiting', text: texts.loading }, 'light');
  followOfficeTheme(officeTheme, (theme) => {
    pane.setTheme(theme);
  });
  void connect(pane, texts);
}
