import { HostError } from '../hosts/host-error';
import { ExcelHost } from '../hosts/excel/excel-host';
import { createSession } from './session/create-session';
import type { Session } from './session/session';

/** Key of the person's language in the browser's storage. */
const LANGUAGE = 'junheng.language';

/** Milliseconds before asking again while the person is typing into a cell. */
const PAUSE = 500;

let opened: Promise<Session> | null = null;

/**
 * The one session of this page, which the pane and the ribbon share. It starts as soon as Excel
 * answers: it does not while a cell is being typed into, and the add-in may well start then.
 *
 * @throws {HostError} when Excel refuses for another reason; asked again, it tries again
 */
export function openSession(): Promise<Session> {
  opened ??= startSession().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function startSession(): Promise<Session> {
  await Office.onReady();
  return createSession(await openHost(), {
    language: Office.context.displayLanguage.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US',
    languageStore: {
      read: () => localStorage.getItem(LANGUAGE),
      write: (language) => {
        localStorage.setItem(LANGUAGE, language);
      },
    },
    now: () => new Date().toISOString(),
    sample: async () => {
      const { loadSampleSheets } = await import(
        /* webpackChunkName: 'sample' */ './session/sample-sheets'
      );
      return loadSampleSheets();
    },
  });
}

async function openHost(): Promise<ExcelHost> {
  for (;;) {
    try {
      return await ExcelHost.open();
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== 'cell-editing') throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
