// The README's first command: checks the sample county, shows the verdict and the worst gaps, and
// writes the report workbook and a marked copy beside it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const program = path.join(root, 'dist/cli/junheng.js');
const sample = path.join('assets', 'samples', 'sample-county.xlsx');

const run = (...words) => {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
  return status ?? 1;
};

if (!existsSync(program) && run('scripts/build-cli.mjs') !== 0) process.exit(1);
mkdirSync(path.join(root, 'out'), { recursive: true });
// 1 means that the county does not meet the standard, as the sample does not; 2 is a failure here.
const codes = [
  run(program, 'check', sample),
  run(program, 'summarize', sample, '-o', path.join('out', '样例县-汇总表.xlsx')),
  run(program, 'annotate', sample, '-o', path.join('out', '样例县-标记.xlsx')),
];
process.exitCode = codes.some((code) => code > 1) ? 1 : 0;
