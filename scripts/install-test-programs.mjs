// Installs what the tests use besides npm packages, where apt can: LibreOffice (the independent
// oracle), a Chinese font, pdftoppm and Chromium. Elsewhere it says which tests will be skipped.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PROGRAMS = [
  {
    name: 'LibreOffice',
    present: () => onPath('soffice'),
    packages: ['libreoffice-calc'],
    skipped: 'recalculation and opening of written workbooks',
  },
  {
    name: 'Chromium',
    present: () => existsSync('/usr/bin/chromium'),
    packages: ['chromium'],
    skipped: 'the pane and the custom functions in a browser',
  },
  {
    name: 'pdftoppm',
    present: () => onPath('pdftoppm'),
    packages: ['poppler-utils'],
    skipped: 'the printed pages',
  },
  {
    name: 'a Chinese font',
    present: () =>
      onPath('fc-list') && run('fc-list', [':lang=zh-cn', 'family']).stdout.trim() !== '',
    packages: ['fonts-wqy-microhei', 'fontconfig'],
    skipped: 'nothing, but pictures and pages show boxes instead of characters',
  },
];

function run(command, words, options = {}) {
  return spawnSync(command, words, { encoding: 'utf8', ...options });
}

function onPath(program) {
  return run('sh', ['-c', `command -v ${program}`]).status === 0;
}

const missing = PROGRAMS.filter(({ present }) => !present());
if (missing.length > 0 && process.platform === 'linux' && onPath('apt-get')) {
  const packages = missing.flatMap((program) => program.packages);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...words) => {
    const [command, ...rest] = [...asRoot, 'apt-get', ...words];
    return run(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  console.log(`Installing ${packages.join(', ')} …`);
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

for (const { name, present, skipped } of missing) {
  if (!present()) console.log(`Not installed: ${name}. Skipped: ${skipped}.`);
}
