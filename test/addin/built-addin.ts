import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ADD_IN_ORIGIN } from '../standin/chromium-host';

/** Tests and scripts run in the project's folder. */
const ROOT = process.cwd();
const FOLDER = path.join(ROOT, '.cache', 'test-addin');
const LOCK = `${FOLDER}.lock`;
const STAMP = `${FOLDER}.stamp`;
/** What a package is made of; dependencies are told apart by the lock file. */
const SOURCES = [
  'src',
  'assets',
  'scripts',
  'manifest.xml',
  'webpack.config.js',
  'package-lock.json',
];
/** Milliseconds after which a builder is taken to have died. */
const PATIENCE = 90_000;

function filesBelow(entry: string): readonly string[] {
  const file = path.join(ROOT, entry);
  if (!statSync(file).isDirectory()) return [file];
  return readdirSync(file, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(file, name))
    .filter((name) => statSync(name, { throwIfNoEntry: false })?.isFile() === true)
    .sort();
}

function stampOfSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesBelow)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function builtStamp(): string | null {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return null;
  }
}

/** Takes the right to build; false while another test file builds. */
function tookLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > PATIENCE) {
      rmSync(LOCK, { recursive: true, force: true });
    }
    return false;
  }
}

/**
 * The folder of the package as a bureau would serve it from the stand-in's origin. It is built once for
 * all test files, and again only when what it is made of has changed.
 */
export async function builtAddIn(): Promise<string> {
  mkdirSync(path.dirname(FOLDER), { recursive: true });
  const wanted = stampOfSources();
  while (builtStamp() !== wanted) {
    if (!tookLock()) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      continue;
    }
    try {
      if (builtStamp() === wanted) break;
      rmSync(STAMP, { force: true });
      // The bundler leaves a file whose name says that it is unchanged, even where it was altered.
      rmSync(FOLDER, { recursive: true, force: true });
      execFileSync(
        process.execPath,
        ['scripts/package.mjs', '--base', ADD_IN_ORIGIN, '--out', FOLDER],
        { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
      );
      writeFileSync(STAMP, wanted);
    } finally {
      rmSync(LOCK, { recursive: true, force: true });
    }
  }
  return FOLDER;
}
