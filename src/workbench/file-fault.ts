import { HostError } from '../hosts/host-error';
import { describeFileFault } from '../locales/describe-file-fault';
import { fill } from '../locales/fill';
import type { Language } from '../locales/language';
import { paneTexts } from '../locales/pane-texts';
import { workbenchTexts } from '../locales/workbench-texts';
import { OoxmlError } from '../ooxml/ooxml-error';

/** Whether a file is of Excel 97–2003: it can be checked, and not be written, so the grid does not open it. */
export function isReadOnlyFormat(error: unknown): boolean {
  return error instanceof OoxmlError && error.code === 'legacy-xls';
}

/** The sentence for a file that the grid does not open because it could not be saved. */
export function readOnlySentence(file: string, language: Language): string {
  const { message, mending } = describeFileFault('legacy-xls-not-writable', {}, language);
  return fill(workbenchTexts(language).fileFault, { file, message, mending });
}

/** The sentence for a file that cannot be opened here, in the words of the command line. */
export function fileFaultSentence(file: string, error: unknown, language: Language): string {
  const texts = workbenchTexts(language);
  if (error instanceof HostError) {
    if (error.code === 'too-large') return fill(texts.tooLarge, { file });
    const { message, next } = paneTexts(language).notices.hostErrors[error.code];
    return fill(texts.openFailed, { file, message, mending: next });
  }
  const { message, mending } =
    error instanceof OoxmlError
      ? describeFileFault(error.code, { part: error.part ?? '', detail: error.detail }, language)
      : describeFileFault(
          'unexpected',
          { detail: error instanceof Error ? error.message : String(error) },
          language,
        );
  return fill(texts.fileFault, { file, message, mending });
}
