import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FileFault } from './file-fault';

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/**
 * Writes a file so that it is either all there or not there: the bytes go beside it first, then
 * take its name.
 * @throws FileFault `output-not-writable`
 */
export async function writeWholeFile(file: string, bytes: Uint8Array): Promise<void> {
  const aside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
  try {
    await writeFile(aside, bytes, { flag: 'wx' });
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw new FileFault('output-not-writable', { detail: reasonOf(error) });
  }
}
