import { codecOfNode } from '../hosts/xlsx/node-codec';
import { readFormFile, unreadableForm } from '../hosts/xlsx/read-form-file';
import type { Language } from '../locales/language';
import type { FileReading } from '../workbook/collection/form-reading';
import { FileFault } from './file-fault';
import { readWholeFile } from './read-whole-file';

/**
 * Reads the collection forms of one file. Whatever is wrong with the file is a line of 收集情况,
 * never thrown.
 */
export async function collectFile(file: string, language: Language): Promise<FileReading> {
  let bytes: Uint8Array;
  try {
    bytes = await readWholeFile(file);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return unreadableForm(file, error.code, error.parameters, language);
  }
  return readFormFile(bytes, file, language, codecOfNode);
}
