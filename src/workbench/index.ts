import type { WorkbenchHost } from '../hosts/workbench/workbench-host';
import { HostError } from '../hosts/host-error';
import { fill } from '../locales/fill';
import type { Language } from '../locales/language';
import { workbenchTexts } from '../locales/workbench-texts';
import { mountPane } from '../taskpane/mount-pane';
import { createSession } from '../taskpane/session/create-session';
import type { Grid } from './create-grid';
import { downloadFile } from './download-file';
import { droppedFiles } from './dropped-files';
import { removeNotice, showNotice } from './notices';
import { pageElement } from './page-element';
import { readFile } from './read-file';
import { isReadOnlyFormat } from './read-only-format';
import { startSplitter } from './splitter';
import { forgetUnsavedWork, keepUnsavedWork, keptUnsavedWork } from './unsaved-work';

const SAMPLE = 'samples/sample-county.xlsx';
const SAMPLE_NAME = '样例县.xlsx';
const LANGUAGE_KEY = 'junheng.language';
/** Milliseconds after an edit before unsaved work is kept. */
const KEEP_DELAY = 1500;
/** Megabytes beyond which opening asks first. */
const ASK_SIZE = 20;
const BYTES_PER_MEGABYTE = 1_048_576;

const language: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';
const texts = workbenchTexts(language);

const buttons = {
  open: pageElement('open'),
  save: pageElement('save'),
  unsaved: pageElement('unsaved'),
  name: pageElement('file-name'),
  status: pageElement('status'),
};
const pane = mountPane(pageElement('pane'), { kind: 'waiting', text: texts.loading }, 'light');
let grid: Promise<Grid> | null = null;
let host: WorkbenchHost | null = null;
let keeping: ReturnType<typeof setTimeout> | null = null;

function loadGrid(): Promise<Grid> {
  grid ??= import(/* webpackChunkName: 'grid' */ './create-grid').then(({ createGrid }) =>
    createGrid(pageElement('grid'), language, () => {
      showNotice('cells-only', 'about', texts.cellsOnly, [dismiss()]);
    }),
  );
  return grid;
}

function dismiss(): { label: string; onChoice: () => void } {
  return { label: texts.closeNotice, onChoice: () => undefined };
}

/** Opens a workbook; what is wrong with it is said above the grid, and the one before stays. */
async function openWorkbook(
  bytes: Uint8Array,
  name: string,
  origin: 'fresh' | 'recovered',
): Promise<void> {
  removeNotice('open');
  removeNotice('unshown');
  buttons.status.textContent = texts.loading;
  try {
    const opened = await (await loadGrid()).open(bytes, name);
    host = opened;
    const session = createSession(opened, {
      language,
      languageStore: {
        read: () => localStorage.getItem(LANGUAGE_KEY),
        write: (chosen) => {
          localStorage.setItem(LANGUAGE_KEY, chosen);
        },
      },
      now: () => new Date().toISOString(),
      sample: async () => {
        const { loadSampleSheets } = await import(
          /* webpackChunkName: 'sample' */ '../taskpane/session/sample-sheets'
        );
        return loadSampleSheets();
      },
    });
    pane.setContent({ kind: 'session', session });
    pageElement('batch').hidden = true;
    opened.onUnsaved(() => {
      showState();
      keepLater(opened);
    });
    if (origin === 'recovered') opened.markUnsaved();
    sayUnshown(opened);
  } catch (error) {
    await (isReadOnlyFormat(error) ? offerCheckAlone(bytes, name) : sayFault(name, error));
  }
  buttons.status.textContent = '';
  showState();
}

/** The words for faults, which are not needed until there is one. */
const loadFaults = () => import(/* webpackChunkName: 'file-fault' */ './file-fault');

async function sayFault(name: string, error: unknown): Promise<void> {
  const { fileFaultSentence } = await loadFaults();
  showNotice('open', 'fault', fileFaultSentence(name, error, language), [dismiss()]);
}

/** A file that can only be read is checked on its own page, without the grid. */
async function offerCheckAlone(bytes: Uint8Array, name: string): Promise<void> {
  const { readOnlySentence } = await loadFaults();
  showNotice('open', 'fault', readOnlySentence(name, language), [
    {
      label: texts.checkAlone,
      onChoice: () => void checkBatch([new File([new Uint8Array(bytes)], name)]),
    },
    dismiss(),
  ]);
}

async function checkBatch(files: readonly File[]): Promise<void> {
  const { runBatch } = await import(/* webpackChunkName: 'batch' */ './batch');
  await runBatch(files, language, (file) => void openFiles([file]));
}

function showState(): void {
  buttons.name.textContent = host?.name ?? '';
  buttons.unsaved.hidden = host?.isUnsaved !== true;
  buttons.save.toggleAttribute('disabled', host === null);
  document.title = host === null ? texts.title : `${host.name} - ${texts.title}`;
}

function sayUnshown(opened: WorkbenchHost): void {
  const list = [...opened.unshown]
    .map(([kind, sheets]) => `${texts.unshownKinds[kind]}（${sheets.join('、')}）`)
    .join('、');
  if (list !== '') showNotice('unshown', 'about', fill(texts.unshown, { list }), [dismiss()]);
}

function keepLater(opened: WorkbenchHost): void {
  if (keeping !== null) clearTimeout(keeping);
  keeping = setTimeout(() => {
    keeping = null;
    if (opened === host) void keepNow(opened);
  }, KEEP_DELAY);
}

async function keepNow(opened: WorkbenchHost): Promise<void> {
  try {
    if (opened.isUnsaved) {
      const bytes = await opened.bytes();
      await keepUnsavedWork({
        name: opened.name,
        bytes: new Uint8Array(bytes),
        at: new Date().toISOString(),
      });
    } else {
      await forgetUnsavedWork();
    }
  } catch {
    // A browser may refuse storage; closing the page asks all the same.
  }
}

async function save(): Promise<void> {
  if (host === null) return;
  try {
    const bytes = await host.bytes();
    const name = host.name.replace(/\.(?:xlsx|xlsm|xltx|xls)$/i, (ending) => ending.toLowerCase());
    downloadFile(bytes, name);
    host.markSaved();
    buttons.status.textContent = fill(texts.saved, { file: name });
    await forgetUnsavedWork().catch(() => undefined);
  } catch (error) {
    const message =
      error instanceof HostError && error.subject !== ''
        ? `${error.subject} ${error.detail}`
        : String(error);
    showNotice('open', 'fault', fill(texts.saveFailed, { message }), [dismiss()]);
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / BYTES_PER_MEGABYTE);
}

/** Whether files are school collection forms: merging them into one county is offered then. */
async function offeredAsForms(files: readonly File[]): Promise<boolean> {
  const { offerCollection } = await import(/* webpackChunkName: 'collect' */ './collect');
  return offerCollection(files, language, {
    open: async (bytes, name) => {
      if (host?.isUnsaved === true && !window.confirm(texts.discard)) return false;
      const before = host;
      await openWorkbook(bytes, name, 'recovered');
      return host !== before;
    },
    checkEach: () => void checkBatch(files),
    showStatus: (text) => {
      buttons.status.textContent = text;
    },
    closeNotice: texts.closeNotice,
  });
}

/** Opens what was dropped; of a folder every workbook in it. */
async function openDropped(files: readonly File[]): Promise<void> {
  if (files.length > 0) {
    await openFiles(files);
    return;
  }
  const { sayEmptyFolder } = await import(/* webpackChunkName: 'collect' */ './collect');
  sayEmptyFolder(language, texts.closeNotice);
}

async function openFiles(files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  if (files.length > 1) {
    if (await offeredAsForms(files)) return;
    const large = files.filter(({ size }) => megabytes(size) > ASK_SIZE).length;
    const question = fill(texts.askLargeBatch, { count: large, size: ASK_SIZE });
    if (large > 0 && !window.confirm(question)) return;
    await checkBatch(files);
    return;
  }
  if (host?.isUnsaved === true && !window.confirm(texts.discard)) return;
  const size = megabytes(first.size);
  if (size > ASK_SIZE && !window.confirm(fill(texts.askLarge, { file: first.name, size }))) return;
  try {
    await openWorkbook(await readFile(first), first.name, 'fresh');
  } catch (error) {
    await sayFault(first.name, error);
  }
}

/** The workbook that the page was started with: the one the command named, or the sample county. */
async function openFirst(): Promise<void> {
  const named = new URLSearchParams(location.search).get('open');
  const address = named === null ? SAMPLE : `opened/${encodeURIComponent(named)}`;
  const name = named ?? SAMPLE_NAME;
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    await openWorkbook(new Uint8Array(await response.arrayBuffer()), name, 'fresh');
  } catch (error) {
    await sayFault(name, error);
  }
}

async function offerUnsavedWork(): Promise<void> {
  const work = await keptUnsavedWork().catch(() => null);
  if (work === null) return;
  const time = new Date(work.at).toLocaleString(language);
  showNotice('restore', 'about', fill(texts.restore, { file: work.name, time }), [
    {
      label: texts.restoreYes,
      onChoice: () => void openWorkbook(work.bytes, work.name, 'recovered'),
    },
    { label: texts.restoreNo, onChoice: () => void forgetUnsavedWork() },
  ]);
}

function startPage(): void {
  document.documentElement.lang = language;
  buttons.open.textContent = texts.open;
  buttons.save.textContent = texts.save;
  buttons.unsaved.textContent = texts.unsaved;
  const chooser = pageElement('file');
  if (!(chooser instanceof HTMLInputElement)) throw new Error('#file is no input');
  buttons.open.addEventListener('click', () => {
    chooser.click();
  });
  chooser.addEventListener('change', () => {
    const files = [...(chooser.files ?? [])];
    chooser.value = '';
    void openFiles(files);
  });
  buttons.save.addEventListener('click', () => void save());
  startSplitter(texts.splitter, () => {
    window.dispatchEvent(new Event('resize'));
  });
  startDropping();
  window.addEventListener('beforeunload', (event) => {
    if (host?.isUnsaved === true) event.preventDefault();
  });
}

function startDropping(): void {
  const target = pageElement('drop');
  target.textContent = texts.drop;
  const hasFiles = (event: DragEvent): boolean =>
    event.dataTransfer?.types.includes('Files') === true;
  window.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    target.hidden = false;
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) target.hidden = true;
  });
  window.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    target.hidden = true;
    void droppedFiles(event.dataTransfer).then(openDropped);
  });
}

/** Has the browser keep the page for work without its server: last, for it fetches every script. */
async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || location.protocol === 'file:') return;
  // Without it the page works all the same.
  await navigator.serviceWorker.register('service-worker.js').catch(() => undefined);
}

startPage();
// Loaded while the first workbook is on its way; what goes wrong shows when it is opened.
loadGrid().catch(() => undefined);
void openFirst().then(offerUnsavedWork).then(keepPage);
