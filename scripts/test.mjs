// Everything that must hold before a change lands, in one run; the last line counts the tests.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const results = path.join(root, '.cache/jest-results.json');
mkdirSync(path.dirname(results), { recursive: true });
rmSync(results, { force: true });

const npx = (...words) => ['npx', '--no-install', ...words];
const STEPS = [
  ['test programs', ['node', 'scripts/install-test-programs.mjs']],
  ['command line build', ['node', 'scripts/build-cli.mjs']],
  ['format', npx('prettier', '--check', '--log-level', 'warn', '.')],
  ['lint', npx('eslint', '.', '--max-warnings', '0')],
  ['types', npx('tsc', '--noEmit')],
  ['unused code', npx('knip', '--include', 'files,dependencies,exports')],
  ['layering', npx('depcruise', '--config', '.dependency-cruiser.cjs', 'src')],
  // Before the tests that serve it: two that built it at once would get in each other's way.
  ['workbench build', ['node', 'scripts/build-workbench.mjs']],
  ['tests', npx('jest', '--json', `--outputFile=${results}`)],
];

const failed = [];
for (const [name, [command, ...words]] of STEPS) {
  const started = Date.now();
  const { status } = spawnSync(command, words, {
    cwd: root,
    stdio: ['ignore', name === 'tests' ? 'ignore' : 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}

let counts = { passed: 0, failed: 0, skipped: 0 };
try {
  const report = JSON.parse(readFileSync(results, 'utf8'));
  counts = {
    passed: report.numPassedTests,
    // A test file that does not even load holds no test that could fail.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
} catch {
  failed.push('tests');
}
const otherFailures = failed.filter((name) => name !== 'tests').length;
if (failed.length > 0) console.log(`Failed: ${[...new Set(failed)].join(', ')}`);
console.log(
  `${counts.passed} passed, ${counts.failed + otherFailures} failed, ${counts.skipped} skipped`,
);
process.exitCode = failed.length > 0 || counts.passed === 0 ? 1 : 0;
