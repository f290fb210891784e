import { HostError } from '../hosts/host-error';
import { describeFileFault } from '../locales/describe-file-fault';
import { fill } from '../locales/fill';
import type { Language } from '../locales/language';
import { paneTexts } from '../locales/pane-texts';
import { workbenchTexts } from '../locales/workbench-texts';
import type { FileFaultCode } from '../locales/texts';
import { OoxmlError } from '../ooxml/ooxml-error';
import { UnreadableFile } from './read-file';

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
  const { code, parameters } = faultOf(error);
  const { message, mending } = describeFileFault(code, parameters, language);
  return fill(texts.fileFault, { file, message, mending });
}

function faultOf(error: unknown): {
  readonly code: FileFaultCode;
  readonly parameters: Readonly<Record<string, string>>;
} {
  if (error instanceof OoxmlError) {
    return { code: error.code, parameters: { part: error.part ?? '', detail: error.detail } };
  }
  if (error instanceof UnreadableFile) {
    return { code: error.code, parameters: { detail: error.detail } };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', parameters: { detail } };
}
