import { availableParallelism } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import type { FileReading } from '../workbook/collection/form-reading';
import { collectFile } from './collect-file';
import type { Command } from './command';
import type { WorkerStart } from './worker-messages';

/** Files that are handed to a thread together. */
const BATCH = 10;
/** A thread takes as long to start as so many forms to read. */
const FEWEST_FOR_A_THREAD = 60;

interface Batch {
  /** Index of the first of them among all files. */
  readonly from: number;
  readonly files: readonly string[];
}

interface BatchRead {
  readonly from: number;
  readonly readings: readonly FileReading[];
}

/**
 * Reads the collection forms of files, many files on as many threads as there are processors.
 *
 * @param program the script that a thread is started with
 * @returns one reading a file, in the order of the files
 */
export async function collectFiles(
  files: readonly string[],
  command: Command,
  program: string,
  onProgress: (done: number) => void,
): Promise<readonly FileReading[]> {
  const readings: FileReading[] = [];
  let next = 0;
  let done = 0;
  const take = (): Batch | null => {
    if (next >= files.length) return null;
    const from = next;
    next += BATCH;
    return { from, files: files.slice(from, next) };
  };
  const keep = ({ from, readings: read }: BatchRead): void => {
    read.forEach((reading, index) => {
      readings[from + index] = reading;
    });
    done += read.length;
    onProgress(done);
  };
  const readHere = async (): Promise<void> => {
    for (let batch = take(); batch !== null; batch = take()) keep(await readBatch(batch, command));
  };
  const readThere = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const start: WorkerStart = { command };
      const worker = new Worker(program, { workerData: start });
      const giveNext = (): void => {
        const batch = take();
        if (batch === null) {
          void worker.terminate().then(() => {
            resolve();
          });
        } else {
          worker.postMessage(batch);
        }
      };
      worker.on('message', (read: BatchRead) => {
        keep(read);
        giveNext();
      });
      worker.on('error', reject);
      giveNext();
    });
  // This thread reads as well, and has started already.
  const others = Math.min(
    availableParallelism() - 1,
    Math.floor(files.length / FEWEST_FOR_A_THREAD),
  );
  await Promise.all([...Array.from({ length: others }, readThere), readHere()]);
  return readings;
}

/** Answers batches of files on a port, one at a time, until the port closes. */
export function serveBatches(command: Command, port: MessagePort): void {
  port.on('message', (batch: Batch) => {
    void readBatch(batch, command).then((read) => {
      port.postMessage(read);
    });
  });
}

/** Together, so that some files arrive while others are read. */
async function readBatch({ from, files }: Batch, { language }: Command): Promise<BatchRead> {
  return { from, readings: await Promise.all(files.map((file) => collectFile(file, language))) };
}
