import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type FileServer, folderServer } from '../standin/browser';
import type { ChromiumHost } from '../standin/chromium-host';

/**
 * Serves the add-in and tells its initial scripts, which run before the pane asks Excel for anything,
 * from those that are fetched afterwards.
 */
export class ScriptLog {
  readonly initial: string[] = [];
  readonly later: string[] = [];
  readonly #serve: FileServer;
  #followed: { readonly host: ChromiumHost; readonly roundTrips: number } | undefined;

  constructor(folder: string) {
    this.#serve = folderServer(folder);
  }

  /** Begins to note scripts; the pane is to be opened anew after this. */
  follow(host: ChromiumHost): void {
    this.#followed = { host, roundTrips: host.log.roundTrips };
  }

  readonly files: FileServer = (file) => {
    if (this.#followed !== undefined && file.endsWith('.js')) {
      const { host, roundTrips } = this.#followed;
      (host.log.roundTrips > roundTrips ? this.later : this.initial).push(file);
    }
    return this.#serve(file);
  };
}

/** Bytes of files of a folder, each as a web server compresses it. */
export function gzipBytes(folder: string, files: readonly string[]): number {
  return files
    .map((file) => gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);
}
