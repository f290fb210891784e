import { HostError } from '../hosts/host-error';
import { describeFileFault } from '../locales/describe-file-fault';
import { fill } from '../locales/fill';
import type { Language } from '../locales/language';
import { paneTexts } from '../locales/pane-texts';
import { workbenchTexts } from '../locales/workbench-texts';
import { OoxmlError } from '../ooxml/ooxml-error';

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
