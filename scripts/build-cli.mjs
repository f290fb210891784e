// Builds the command line in one file, so that it starts quickly: dist/cli/junheng.js, or the file
// that is named.
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const outfile = path.resolve(root, process.argv[2] ?? 'dist/cli/junheng.js');

await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/junheng.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Less text to read at the start of every thread; names stay, for traces.
  minifyWhitespace: true,
  // Read only when a pattern asks for it.
  external: ['tinyglobby'],
  banner: { js: '#!/usr/bin/env node' },
  logLevel: 'warning',
});
await chmod(outfile, 0o755);
