import { readFile } from 'node:fs/promises';
import { FileFault } from './file-fault';

/**
 * Reads a file.
 * @throws FileFault `not-found`, `not-readable` or `empty-file`
 */
export async function readWholeFile(file: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new FileFault(code === 'ENOENT' ? 'not-found' : 'not-readable', { detail: code });
  }
  if (bytes.length === 0) throw new FileFault('empty-file');
  return bytes;
}
