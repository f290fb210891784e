// Builds the add-in, hands its manifest to this machine's Excel, and serves it at
// https://localhost:3000. `--remove` takes the manifest back; `--no-build` serves the last build;
// `--office-js self` needs no internet.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTypeScript } from './load-typescript.mjs';
import { runWebpack } from './run-webpack.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const out = path.join(root, 'dist', 'addin');
const manifest = path.join(root, 'manifest.xml');
const { sideloadPlan } = await loadTypeScript('scripts/sideload-plan.ts');
const { serveFile } = await loadTypeScript('scripts/static-files.ts');
const { OFFICE_JS_SOURCES, officeJsSource, SELF_HOSTED_FOLDER } = await loadTypeScript(
  'scripts/office-js-source.ts',
);

function readArguments() {
  try {
    return parseArgs({
      options: {
        remove: { type: 'boolean', default: false },
        'no-build': { type: 'boolean', default: false },
        'office-js': { type: 'string', default: 'cdn' },
      },
    }).values;
  } catch (error) {
    throw new Error(
      `参数有误：${error.message}\n用法：npm run sideload -- [--remove] [--no-build] [--office-js cdn|21vianet|self]`,
    );
  }
}

async function readPlan() {
  const id = /<Id>([^<]+)<\/Id>/.exec(await readFile(manifest, 'utf8'))[1];
  return sideloadPlan(process.platform, os.homedir(), manifest, id);
}

async function install(plan) {
  if (plan.kind === 'copy') {
    await mkdir(plan.folder, { recursive: true });
    await copyFile(manifest, plan.file);
    console.log(`已把清单放到 ${plan.file}`);
  } else if (plan.kind === 'registry') {
    execFileSync('reg', plan.add, { stdio: 'ignore' });
    console.log('已在注册表中登记清单（WEF\\Developer）。');
  } else {
    console.log(
      '本系统没有桌面版 Excel：请在 Excel 网页版“加载项 → 更多加载项 → 我的加载项 → 上载我的加载项”中选择 manifest.xml。',
    );
  }
}

async function remove(plan) {
  if (plan.kind === 'copy') await rm(plan.file, { force: true });
  if (plan.kind === 'registry') spawnSync('reg', plan.remove, { stdio: 'ignore' });
  console.log('已取消登记。重新启动 Excel 后，“优质均衡”选项卡不再出现。');
}

/** Certificates that this machine trusts for localhost, made once by Microsoft's own tool. */
async function certificates() {
  const folder = path.join(os.homedir(), '.office-addin-dev-certs');
  const files = {
    key: path.join(folder, 'localhost.key'),
    cert: path.join(folder, 'localhost.crt'),
  };
  if (!existsSync(files.key) || !existsSync(files.cert)) {
    console.log(
      '首次使用：正在安装本机开发证书（office-addin-dev-certs），系统可能询问是否信任，请选“是”。',
    );
    const { status } = spawnSync('npx', ['--yes', 'office-addin-dev-certs', 'install'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0 || !existsSync(files.cert)) {
      throw new Error(
        '未能安装开发证书。请连接网络后运行 npx office-addin-dev-certs install，再重试 npm run sideload。',
      );
    }
  }
  return { key: await readFile(files.key), cert: await readFile(files.cert) };
}

function serve(credentials) {
  const folders = [
    {
      prefix: `/${SELF_HOSTED_FOLDER}/`,
      folder: path.join(root, 'node_modules/@microsoft/office-js/dist'),
    },
    { prefix: '/', folder: out },
  ];
  const server = createServer(credentials, (request, response) => {
    serveFile(request, response, folders).catch(() => response.destroy());
  });
  server.on('error', (error) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? '端口 3000 已被占用，请先关闭占用它的程序（可能是另一个 npm run sideload）。'
        : `无法启动本机服务：${error.message}`,
    );
    process.exitCode = 1;
  });
  server.listen(3000, '127.0.0.1', () => {
    console.log(`加载项已在 https://localhost:3000 运行。

  Windows：打开 Excel → 开始 → 加载项 → 更多加载项 → 开发人员加载项 → 优质均衡助手
  Mac：    重新打开 Excel → 开始（或插入）→ 加载项 → 开发人员加载项 → 优质均衡助手

按 Ctrl+C 停止；npm run sideload -- --remove 取消登记。`);
  });
}

try {
  const values = readArguments();
  const officeJs = officeJsSource(values['office-js']);
  if (officeJs === null) throw new Error(`--office-js 只能是 ${OFFICE_JS_SOURCES.join('、')}`);
  const plan = await readPlan();
  if (values.remove) {
    await remove(plan);
  } else {
    if (!values['no-build']) {
      console.log('正在构建……');
      await runWebpack({ officeJs, mode: 'production' });
    }
    const credentials = await certificates();
    await install(plan);
    serve(credentials);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
