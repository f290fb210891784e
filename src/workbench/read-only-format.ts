import { OoxmlError } from '../ooxml/ooxml-error';

/** Whether a file is of Excel 97–2003: it can be checked, and not be written, so the grid does not open it. */
export function isReadOnlyFormat(error: unknown): boolean {
  return error instanceof OoxmlError && error.code === 'legacy-xls';
}
