import { openWorkbookSource } from '../../hosts/xlsx/open-workbook-source';
import { OoxmlError } from '../../ooxml/ooxml-error';
import type { WorkbookSource } from '../../workbook/source';
import type { ChosenFile, Notice } from './session';

/** Last year's workbook, or what is wrong with its file. */
export type LastYearFile =
  | { readonly kind: 'source'; readonly source: WorkbookSource }
  | Extract<Notice['content'], { readonly kind: 'file-fault' }>;

/** Opens last year's workbook, of any format that can be read. */
export async function openLastYear({ name, bytes }: ChosenFile): Promise<LastYearFile> {
  if (bytes.length === 0) return { kind: 'file-fault', file: name, code: 'empty-file' };
  try {
    return { kind: 'source', source: await openWorkbookSource(bytes, name) };
  } catch (error) {
    if (!(error instanceof OoxmlError)) throw error;
    return { kind: 'file-fault', file: name, code: error.code };
  }
}
