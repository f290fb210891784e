import { codecOfNode } from '../hosts/xlsx/node-codec';
import { openWorkbookSource } from '../hosts/xlsx/open-workbook-source';
import { describeFileFault } from '../locales/describe-file-fault';
import type { Language } from '../locales/language';
import { OoxmlError } from '../ooxml/ooxml-error';
import { collectionIssue } from '../workbook/collection/collection-issue';
import type { FileReading } from '../workbook/collection/form-reading';
import { readForms } from '../workbook/collection/read-forms';
import { FileFault } from './file-fault';
import { readWholeFile } from './read-whole-file';

/**
 * Reads the collection forms of one file. Whatever is wrong with the file is a line of 收集情况,
 * never thrown.
 */
export async function collectFile(file: string, language: Language): Promise<FileReading> {
  try {
    const bytes = await readWholeFile(file);
    return await readForms(await openWorkbookSource(bytes, file, codecOfNode), file);
  } catch (error) {
    const { code, parameters } = faultOf(error);
    const { message, mending } = describeFileFault(code, parameters, language);
    // A line of 收集情况 ends its sentences itself.
    const parametersOfLine = { message, mending: mending.replace(/[。.]$/, '') };
    const subject = { file, sheet: null, name: '', code: '' };
    return {
      file,
      forms: [],
      issues: [collectionIssue('file-unreadable', subject, { parameters: parametersOfLine })],
    };
  }
}

function faultOf(error: unknown): Pick<FileFault, 'code' | 'parameters'> {
  if (error instanceof FileFault) return error;
  if (error instanceof OoxmlError) {
    return { code: error.code, parameters: { part: error.part ?? '', detail: error.detail } };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', parameters: { detail } };
}
