import { stat } from 'node:fs/promises';
import path from 'node:path';
import { codecOfNode } from '../hosts/xlsx/node-codec';
import { openWorkbookSource } from '../hosts/xlsx/open-workbook-source';
import { cliTexts } from '../locales/cli-texts';
import { describeFileFault } from '../locales/describe-file-fault';
import { fill } from '../locales/fill';
import type { Language } from '../locales/language';
import type { SheetHead, SheetRow, WorkbookSource } from '../workbook/source';
import type { Command } from './command';
import { faultOf } from './fault-of';
import { readWholeFile } from './read-whole-file';
import { UsageError } from './usage-error';

/**
 * Refuses one workbook of last year for several of this year: a folder is needed, in which each has
 * its own under the same file name.
 * @throws UsageError
 */
export async function refuseUnclearLastYear(
  { lastYear, language }: Command,
  files: readonly string[],
): Promise<void> {
  if (lastYear === null || files.length < 2 || (await isFolder(lastYear))) return;
  throw new UsageError(fill(cliTexts(language).faults.lastYearNotFolder, { file: lastYear }));
}

/** Last year's workbook of a file, not opened yet; null where none was asked for. */
export async function lastYearOf(
  { lastYear, language }: Command,
  file: string,
): Promise<WorkbookSource | null> {
  if (lastYear === null) return null;
  const folder = await isFolder(lastYear);
  return new LastYearFile(folder ? path.join(lastYear, path.basename(file)) : lastYear, language);
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isDirectory();
  } catch {
    return false;
  }
}

/**
 * A workbook that is opened when it is first asked for, so that what is wrong with it comes out where
 * it is read: as an error whose message is worded for the person.
 */
class LastYearFile implements WorkbookSource {
  readonly name: string;
  readonly #language: Language;
  #opened: Promise<WorkbookSource> | null = null;

  constructor(file: string, language: Language) {
    this.name = file;
    this.#language = language;
  }

  async heads(): Promise<readonly SheetHead[]> {
    try {
      return await (await this.#open()).heads();
    } catch (error) {
      throw this.#worded(error);
    }
  }

  async *rows(sheet: string): AsyncIterable<Iterable<SheetRow>> {
    try {
      for await (const block of (await this.#open()).rows(sheet)) yield this.#wording(block);
    } catch (error) {
      throw this.#worded(error);
    }
  }

  *#wording(block: Iterable<SheetRow>): Iterable<SheetRow> {
    try {
      yield* block;
    } catch (error) {
      throw this.#worded(error);
    }
  }

  #open(): Promise<WorkbookSource> {
    this.#opened ??= readWholeFile(this.name).then((bytes) =>
      openWorkbookSource(bytes, this.name, codecOfNode),
    );
    return this.#opened;
  }

  #worded(error: unknown): Error {
    if (error instanceof WordedError) return error;
    const { code, parameters } = faultOf(error);
    return new WordedError(describeFileFault(code, parameters, this.#language).message);
  }
}

/** A failure that is told as it is. */
class WordedError extends Error {}
