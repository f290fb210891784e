import { builtInFormatKind, type FormatKind, formatKind } from './number-format';
import { XmlTokenizer } from './xml-tokenizer';

/** What the cell formats of a workbook do to numbers, by their index (the `s` of a cell). */
export type CellFormats = readonly FormatKind[];

/**
 * Reads the cell formats of a styles part. A format without a number format is a plain number.
 *
 * @param part the part's name, for errors
 */
export function parseCellFormats(text: string, part: string): CellFormats {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  const tokens = new XmlTokenizer(text, part);
  let list = '';
  while (tokens.next() !== 'end') {
    if (tokens.token !== 'open') continue;
    if (tokens.depth === 2) list = tokens.local;
    if (tokens.depth !== 3) continue;
    if (list === 'numFmts' && tokens.local === 'numFmt') {
      codes.set(Number(tokens.attribute('numFmtId')), tokens.attribute('formatCode') ?? '');
    } else if (list === 'cellXfs' && tokens.local === 'xf') {
      ids.push(Number(tokens.attribute('numFmtId') ?? 0));
    }
  }
  return ids.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtInFormatKind(id) : formatKind(code);
  });
}
