import type { FileFaultCode } from '../locales/texts';

/** A file that the browser cannot hand over, or that has nothing in it. */
export class UnreadableFile extends Error {
  constructor(
    readonly code: Extract<FileFaultCode, 'empty-file' | 'not-readable'>,
    readonly detail = '',
  ) {
    super(code);
  }
}

/**
 * The bytes of a file that the person chose or dropped.
 * @throws {UnreadableFile}
 */
export async function readFile(file: File): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new UnreadableFile('not-readable', error instanceof Error ? error.name : String(error));
  }
  if (bytes.length === 0) throw new UnreadableFile('empty-file');
  return bytes;
}
