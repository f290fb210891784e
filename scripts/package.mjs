// Builds a folder that any static web server can host, with a manifest that points to it.
import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTypeScript } from './load-typescript.mjs';
import { runWebpack } from './run-webpack.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const { packageArguments, PACKAGE_USAGE } = await loadTypeScript('scripts/package-arguments.ts');
const { packageBreaches } = await loadTypeScript('scripts/package-breaches.ts');
const { SELF_HOSTED_FOLDER } = await loadTypeScript('scripts/office-js-source.ts');

/** Building empties the folder first: only a new one, or an earlier package, may be emptied. */
async function refuseForeignFolder(folder) {
  const names = await readdir(folder).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length > 0 && !(names.includes('manifest.xml') && names.includes('taskpane.html'))) {
    throw new Error(`输出目录里有其他文件，为免覆盖请另选：${folder}`);
  }
}

async function buildPackage(args) {
  const { base, officeJs, out } = packageArguments(args);
  const folder = path.resolve(out);
  await refuseForeignFolder(folder);
  await runWebpack({ base, officeJs, out: folder, mode: 'production' });
  if (officeJs === 'self') {
    // Microsoft's licence allows unmodified files as part of an add-in, and no others.
    const library = path.join(root, 'node_modules/@microsoft/office-js');
    const copy = path.join(folder, SELF_HOSTED_FOLDER);
    await cp(path.join(library, 'dist'), copy, { recursive: true });
    await cp(path.join(library, 'LICENSE.md'), path.join(copy, 'LICENSE.md'));
  }
  const breaches = packageBreaches(folder, base);
  if (breaches.length > 0) {
    const lines = breaches.map(({ rule, detail }) => `  ${rule}: ${detail}`);
    throw new Error(`清单不合规：\n${lines.join('\n')}`);
  }
  console.log(`已生成 ${folder}

把整个目录放到 ${base}/ 下（https），再分发其中的 manifest.xml。
nginx：在对应的 location 中 include nginx-headers.conf；IIS：web.config 已在目录中。
分发步骤见 docs/deployment.md。`);
}

try {
  await buildPackage(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  if (/Arguments|BaseAddress/.test(error.name)) console.error(`\n${PACKAGE_USAGE}`);
  process.exitCode = 1;
}
