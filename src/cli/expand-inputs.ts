import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { cliTexts } from '../locales/cli-texts';
import { fill } from '../locales/fill';
import type { Language } from '../locales/language';
import { UsageError } from './usage-error';

const WORKBOOK = /\.(xlsx|xlsm|xls)$/i;
/** Excel's own lock files beside open workbooks. */
const LOCK_FILE = /^(~\$|\.~)/;

function isWorkbook(file: string): boolean {
  return WORKBOOK.test(file) && !LOCK_FILE.test(path.basename(file));
}

async function kindOf(input: string): Promise<'file' | 'folder' | 'absent'> {
  try {
    return (await stat(input)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'absent';
  }
}

/**
 * The workbook files that the typed inputs stand for: files as they are (even ones that do not
 * exist: they are reported one by one), folders with all workbooks below them, patterns with all
 * they match; each file once, folders and patterns in alphabetical order.
 * @throws UsageError when a folder or pattern holds no workbook
 */
export async function expandInputs(
  inputs: readonly string[],
  language: Language,
): Promise<readonly string[]> {
  const files = new Set<string>();
  for (const input of inputs) {
    const kind = await kindOf(input);
    const isPattern = kind === 'absent' && /[*?[\]{}]/.test(input);
    if (kind === 'file' || (kind === 'absent' && !isPattern)) {
      files.add(input);
      continue;
    }
    const found = kind === 'folder' ? await workbooksBelow(input) : await workbooksMatching(input);
    if (found.length === 0) {
      throw new UsageError(fill(cliTexts(language).faults.noMatch, { pattern: input }));
    }
    for (const file of found.sort()) files.add(file);
  }
  return [...files];
}

async function workbooksBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isWorkbook(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

async function workbooksMatching(pattern: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const found = await glob(pattern.replaceAll('\\', '/'), { expandDirectories: false });
  return found.filter(isWorkbook);
}
