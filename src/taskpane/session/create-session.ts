import type { WorkbookHost } from '../../hosts/host';
import { PaneSession } from './pane-session';
import type { Session } from './session';
import type { SessionOptions } from './session-options';

/**
 * Starts the pane's session on a workbook. It can be used at once: what is asked before the
 * workbook's settings have been read waits for them.
 */
export function createSession(host: WorkbookHost, options: SessionOptions): Session {
  return new PaneSession(host, options);
}
