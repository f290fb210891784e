import { decodeCellText } from './cell-text';
import { OoxmlError } from './ooxml-error';
import type { OoxmlPackage } from './package';
import { utf8Chunks } from './utf8-chunks';
import { XmlByteScanner } from './xml-byte-scanner';

// More than the rows of a full sheet sixteen times over.
const MOST_STRINGS = 2 ** 24;

/** Collects the strings from a scanner as far as bytes are at hand. */
class SharedStringCollector {
  readonly strings: string[] = [];
  private item: string | null = null;
  private inText = false;
  private phoneticDepth = 0;

  constructor(private readonly scanner: XmlByteScanner) {}

  /** Takes what there is; true at the end of the part. */
  advance(): boolean {
    const { scanner } = this;
    for (;;) {
      switch (scanner.next()) {
        case 'more':
          return false;
        case 'end':
          return true;
        case 'open':
          this.open();
          break;
        case 'close':
          this.close();
          break;
        case 'text':
          if (this.inText && this.item !== null) this.item += scanner.text();
          break;
      }
    }
  }

  private open(): void {
    const { scanner } = this;
    if (scanner.local === 'si') {
      if (scanner.selfClosing) this.add('');
      else this.item = '';
    } else if (scanner.selfClosing) {
      return;
    } else if (scanner.local === 'rPh' && this.phoneticDepth === 0) {
      this.phoneticDepth = scanner.depth;
    } else if (scanner.local === 't') {
      this.inText = this.phoneticDepth === 0;
    }
  }

  private close(): void {
    const { scanner } = this;
    this.inText = false;
    if (scanner.depth < this.phoneticDepth) this.phoneticDepth = 0;
    if (scanner.local === 'si' && this.item !== null) {
      this.add(decodeCellText(this.item));
      this.item = null;
    }
  }

  private add(text: string): void {
    if (this.strings.length >= MOST_STRINGS) {
      throw new OoxmlError('too-large', this.scanner.part, 'too many shared strings');
    }
    this.strings.push(text);
  }
}

/**
 * Reads the shared strings of a workbook, formatted runs joined, phonetic readings left out.
 *
 * @param part the part's name
 */
export async function readSharedStrings(
  container: OoxmlPackage,
  part: string,
): Promise<readonly string[]> {
  const scanner = new XmlByteScanner(part);
  const collector = new SharedStringCollector(scanner);
  for await (const chunk of utf8Chunks(container.chunks(part), part)) {
    scanner.feed(chunk);
    collector.advance();
  }
  scanner.finish();
  collector.advance();
  return collector.strings;
}
