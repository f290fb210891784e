import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const root = path.join(__dirname, '../..');
const run = promisify(execFile);
const failureSchema = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

/** How a run of the command line ended, and what it said. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly complaint: string;
}

/**
 * Builds the command line as it ships.
 * @param name tells the builds of suites that run at the same time apart
 * @returns the program's path
 */
export async function buildProgram(name: string): Promise<string> {
  const program = path.join(root, '.cache/test-cli', `${name}.js`);
  await run(process.execPath, [path.join(root, 'scripts/build-cli.mjs'), program]);
  return program;
}

/** Runs a program that was built, in a process of its own. */
export async function runProgram(
  program: string,
  words: readonly string[],
  folder = root,
): Promise<Outcome> {
  try {
    const { stdout, stderr } = await run(process.execPath, [program, ...words], {
      cwd: folder,
      maxBuffer: 1 << 28,
    });
    return { code: 0, out: stdout, complaint: stderr };
  } catch (error) {
    const failure = failureSchema.parse(error);
    return { code: failure.code, out: failure.stdout, complaint: failure.stderr };
  }
}
