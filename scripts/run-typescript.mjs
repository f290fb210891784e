// Runs a TypeScript script of this project: node scripts/run-typescript.mjs FILE.ts [WORDS…]
import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [script, ...words] = process.argv.slice(2);
if (script === undefined) throw new Error('Name the script to run.');

const folder = path.join(root, '.cache/scripts');
await mkdir(folder, { recursive: true });
const bundle = path.join(folder, `${path.parse(script).name}.${process.pid}.cjs`);
await build({
  absWorkingDir: root,
  entryPoints: [path.resolve(script)],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  define: { 'import.meta.dirname': JSON.stringify(path.dirname(path.resolve(script))) },
  logLevel: 'warning',
});

// --expose-gc lets benches start from a clean heap.
const child = spawn(process.execPath, ['--expose-gc', bundle, ...words], {
  cwd: root,
  stdio: 'inherit',
});
child.on('exit', (code, signal) => {
  void rm(bundle, { force: true }).then(() => {
    process.exitCode = code ?? (signal === null ? 1 : 128);
  });
});
