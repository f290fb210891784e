import { readFormFile, unreadableForm } from '../hosts/xlsx/read-form-file';
import { collectionTexts } from '../locales/collection-texts';
import { fill } from '../locales/fill';
import type { Language } from '../locales/language';
import { createWorkbook } from '../ooxml/write/create-workbook';
import { openIssues, planCollection } from '../reports/collection';
import { DEFAULT_STANDARD } from '../standard/standards';
import type { FileReading } from '../workbook/collection/form-reading';
import { mergeForms } from '../workbook/collection/merge-forms';
import { pathOfFile } from './dropped-files';
import { removeNotice, showNotice } from './notices';
import { readFile, UnreadableFile } from './read-file';

/** What the page does with files that look like collection forms. */
export interface CollectionPage {
  /** Shows the merged county as a workbook that is not saved yet; false where it was not shown. */
  open(bytes: Uint8Array, name: string): Promise<boolean>;
  /** What is done with several workbooks that are no forms. */
  checkEach(): void;
  /** Says what is under way; '' when nothing is. */
  showStatus(text: string): void;
  readonly closeNotice: string;
}

/** Says that a dropped folder holds no workbook. */
export function sayEmptyFolder(language: Language, closeNotice: string): void {
  const { emptyFolder } = collectionTexts(language).workbench;
  showNotice('collect', 'fault', emptyFolder, [{ label: closeNotice, onChoice: () => undefined }]);
}

/** So many files tell what the others are. */
const LOOKED_AT = 3;

/**
 * Offers to merge files into one county where they look like school collection forms.
 * @returns whether they do; otherwise nothing was offered
 */
export async function offerCollection(
  files: readonly File[],
  language: Language,
  page: CollectionPage,
): Promise<boolean> {
  if (!(await lookLikeForms(files, language))) return false;
  const texts = collectionTexts(language).workbench;
  showNotice('collect', 'about', fill(texts.offer, { count: files.length }), [
    { label: texts.collect, onChoice: () => void collect(files, language, page) },
    {
      label: texts.check,
      onChoice: () => {
        page.checkEach();
      },
    },
  ]);
  return true;
}

/** Whether most of a few of the files, spread over all of them, hold a form. */
async function lookLikeForms(files: readonly File[], language: Language): Promise<boolean> {
  const count = Math.min(LOOKED_AT, files.length);
  let forms = 0;
  for (let index = 0; index < count; index += 1) {
    const file = files[Math.floor((index * (files.length - 1)) / Math.max(1, count - 1))];
    if (file !== undefined && (await readForm(file, language)).forms.length > 0) forms += 1;
  }
  return 2 * forms > count;
}

async function readForm(file: File, language: Language): Promise<FileReading> {
  const path = pathOfFile(file);
  try {
    return await readFormFile(await readFile(file), path, language);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return unreadableForm(path, error.code, { detail: error.detail }, language);
  }
}

async function collect(
  files: readonly File[],
  language: Language,
  page: CollectionPage,
): Promise<void> {
  const texts = collectionTexts(language).workbench;
  const readings: FileReading[] = [];
  for (const [index, file] of files.entries()) {
    page.showStatus(fill(texts.progress, { done: index + 1, total: files.length }));
    // Reading is short and asks for no pause of its own: the page shows the progress in between.
    if (index % FILES_A_FRAME === 0) await new Promise((resolve) => setTimeout(resolve));
    readings.push(await readForm(file, language));
  }
  const collection = mergeForms(readings);
  page.showStatus('');
  const dismiss = { label: page.closeNotice, onChoice: () => undefined };
  if (collection.forms.length === 0) {
    showNotice('collect', 'fault', texts.none, [dismiss]);
    return;
  }
  const bytes = createWorkbook(planCollection(collection, DEFAULT_STANDARD, language));
  removeNotice('collect');
  if (!(await page.open(bytes, texts.fileName))) return;
  const done = fill(texts.done, {
    files: collection.files,
    schools: collection.forms.filter(({ used }) => used).length,
    issues: openIssues(collection).length,
  });
  showNotice('collect', 'about', done, [dismiss]);
}

/** How many forms are read between two glances at the page. */
const FILES_A_FRAME = 5;
