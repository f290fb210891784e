import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { cliTexts } from '../locales/cli-texts';
import { fill } from '../locales/fill';
import type { Command } from './command';
import { FileFault } from './file-fault';
import { UsageError } from './usage-error';

async function isFolder(file: string): Promise<boolean | null> {
  try {
    return (await stat(file)).isDirectory();
  } catch {
    return null;
  }
}

async function canonical(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    return path.resolve(file);
  }
}

/**
 * Where the result of each input goes: the output itself for one input, else a file in the output
 * folder under the input's own name (with its folder's name in front where two share a name).
 * @throws UsageError when several inputs would go into one file
 */
export async function outputPaths(
  command: Command,
  files: readonly string[],
): Promise<readonly (string | null)[]> {
  const { output, language } = command;
  if (output === null) return files.map(() => null);
  const folder = await isFolder(output);
  if (files.length === 1 && folder !== true) return [output];
  if (folder === false || (folder === null && /\.xlsx?$/i.test(output))) {
    throw new UsageError(fill(cliTexts(language).faults.outputNotFolder, { output }));
  }
  const taken = new Set<string>();
  return files.map((file) => {
    const stem = path.parse(file).name;
    const parent = path.basename(path.dirname(path.resolve(file)));
    let name = `${stem}.xlsx`;
    for (let copy = 1; taken.has(name.toLowerCase()); copy += 1) {
      name = copy === 1 ? `${parent}-${stem}.xlsx` : `${parent}-${stem}-${copy}.xlsx`;
    }
    taken.add(name.toLowerCase());
    return path.join(output, name);
  });
}

/**
 * Refuses any output that is one of the inputs, by whichever name it is called.
 * @throws FileFault `output-is-input`
 */
export async function refuseOverwriting(
  inputs: readonly string[],
  outputs: readonly (string | null)[],
): Promise<void> {
  const originals = new Set(await Promise.all(inputs.map(canonical)));
  for (const output of outputs) {
    if (output !== null && originals.has(await canonical(output))) {
      throw new FileFault('output-is-input', { output });
    }
  }
}
