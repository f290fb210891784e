import type { Codec } from '../../ooxml/codec';
import { OoxmlError } from '../../ooxml/ooxml-error';
import type { WorkbookSource } from '../../workbook/source';
import { XlsWorkbookSource } from './xls-source';
import { XlsxWorkbookSource } from './xlsx-source';

function open(bytes: Uint8Array, name: string, codec?: Codec): WorkbookSource {
  try {
    return XlsxWorkbookSource.open(bytes, name, codec);
  } catch (error) {
    if (error instanceof OoxmlError && error.code === 'legacy-xls') {
      return XlsWorkbookSource.open(bytes, name);
    }
    throw error;
  }
}

/**
 * Opens a workbook file of any format that can be read: .xlsx, .xlsm, .xltx, and .xls.
 *
 * @param bytes the file, which must not change while the source is in use
 * @param name as it is to be shown
 * @throws {OoxmlError} for whatever is wrong with the file
 */
export function openWorkbookSource(
  bytes: Uint8Array,
  name: string,
  codec?: Codec,
): Promise<WorkbookSource> {
  return new Promise((resolve) => {
    resolve(open(bytes, name, codec));
  });
}
