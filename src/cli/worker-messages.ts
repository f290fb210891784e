import type { Command } from './command';
import type { FileOutcome } from './process-file';

/** What a worker is started with. */
export interface WorkerStart {
  readonly command: Command;
}

/** One file for a worker to process. */
export interface WorkerTask {
  readonly index: number;
  readonly file: string;
  readonly output: string | null;
}

/** What a worker sends back: pieces of text as they come, then the outcome. */
export type WorkerReply =
  | { readonly index: number; readonly kind: 'out' | 'complain'; readonly text: string }
  | { readonly index: number; readonly kind: 'done'; readonly outcome: FileOutcome };
