import { describeFileFault } from '../../locales/describe-file-fault';
import type { Language } from '../../locales/language';
import type { FileFaultCode } from '../../locales/texts';
import type { Codec } from '../../ooxml/codec';
import { OoxmlError } from '../../ooxml/ooxml-error';
import { collectionIssue } from '../../workbook/collection/collection-issue';
import type { FileReading } from '../../workbook/collection/form-reading';
import { readForms } from '../../workbook/collection/read-forms';
import { openWorkbookSource } from './open-workbook-source';

/**
 * Reads the school collection forms of a workbook file. A file that cannot be opened is a line of
 * 收集情况 that says why.
 *
 * @param bytes of the file
 * @param file as lines of 收集情况 name it
 * @param language of the reason why it cannot be read
 * @param codec fflate when absent
 */
export async function readFormFile(
  bytes: Uint8Array,
  file: string,
  language: Language,
  codec?: Codec,
): Promise<FileReading> {
  try {
    return await readForms(await openWorkbookSource(bytes, file, codec), file);
  } catch (error) {
    if (error instanceof OoxmlError) {
      const parameters = { part: error.part ?? '', detail: error.detail };
      return unreadableForm(file, error.code, parameters, language);
    }
    const detail = error instanceof Error ? error.message : String(error);
    return unreadableForm(file, 'unexpected', { detail }, language);
  }
}

/** A file without forms, since it cannot be read: with the line of 收集情况 that says why. */
export function unreadableForm(
  file: string,
  code: FileFaultCode,
  parameters: Readonly<Record<string, string>>,
  language: Language,
): FileReading {
  const { message, mending } = describeFileFault(code, parameters, language);
  const subject = { file, sheet: null, name: '', code: '' };
  // A line of 收集情况 ends its sentences itself.
  const words = { message, mending: mending.replace(/[。.]$/, '') };
  return {
    file,
    forms: [],
    issues: [collectionIssue('file-unreadable', subject, { parameters: words })],
  };
}
