import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Standard } from '../standard/standard';
import type { Command } from './command';
import { processFile } from './process-file';
import type { FileOutcome, Voice } from './process-file';
import type { WorkerReply, WorkerStart, WorkerTask } from './worker-messages';

/** Text that a file's turn has not come for yet. */
interface Pending {
  readonly pieces: { readonly kind: 'out' | 'complain'; readonly text: string }[];
  outcome: FileOutcome | null;
}

/**
 * Processes files, several at once on as many threads as there are processors, and speaks in the
 * order of the files.
 * @param program the script that a thread is started with
 * @returns the outcomes, in the order of the files
 */
export async function processFiles(
  command: Command,
  standard: Standard,
  tasks: readonly WorkerTask[],
  program: string,
  voice: Voice,
  onProgress: (done: number) => void,
): Promise<readonly FileOutcome[]> {
  const [only] = tasks;
  if (only !== undefined && tasks.length === 1) {
    return [await processFile(command, standard, only.file, only.output, voice)];
  }

  const pending: Pending[] = tasks.map(() => ({ pieces: [], outcome: null }));
  let spoken = 0;
  let done = 0;
  const speakInTurn = (): void => {
    for (; ; spoken += 1) {
      const turn = pending[spoken];
      if (turn === undefined) return;
      for (const { kind, text } of turn.pieces.splice(0)) {
        if (kind === 'out') voice.out(text);
        else voice.complain(text);
      }
      if (turn.outcome === null) return;
    }
  };

  let next = 0;
  const runThread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const start: WorkerStart = { command };
      const worker = new Worker(program, { workerData: start });
      const giveNext = (): void => {
        const task = tasks[next];
        next += 1;
        if (task === undefined) {
          void worker.terminate().then(() => {
            resolve();
          });
        } else {
          worker.postMessage(task);
        }
      };
      worker.on('message', (message: WorkerReply) => {
        const turn = pending[message.index];
        if (turn === undefined) return;
        if (message.kind !== 'done') {
          turn.pieces.push(message);
          if (message.index === spoken) speakInTurn();
          return;
        }
        turn.outcome = message.outcome;
        done += 1;
        onProgress(done);
        speakInTurn();
        giveNext();
      });
      worker.on('error', reject);
      giveNext();
    });

  const threads = Math.min(availableParallelism(), tasks.length);
  await Promise.all(Array.from({ length: threads }, runThread));
  return pending.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]));
}
