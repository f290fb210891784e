const { createHash } = require('node:crypto');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const { EsbuildPlugin } = require('esbuild-loader');
const HtmlPlugin = require('html-webpack-plugin');

const TARGET = 'es2021';
const GRID_STYLES = require.resolve('@univerjs/preset-sheets-core/lib/index.css');

/** Adds the service worker, which keeps every file of this build for work without the server. */
class ServiceWorkerPlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('ServiceWorkerPlugin', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'ServiceWorkerPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => {
          const hash = createHash('sha256');
          const files = Object.keys(compilation.assets).sort();
          for (const file of files) hash.update(file).update(compilation.assets[file].buffer());
          const version = hash.digest('hex').slice(0, 16);
          const script = `const VERSION = ${JSON.stringify(`junheng-${version}`)};
const FILES = ${JSON.stringify(['./', ...files])};
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(FILES)));
  self.skipWaiting();
});
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('junheng-') && name !== VERSION)
            .map((name) => caches.delete(name)),
        ),
      ),
  );
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).pathname.includes('/opened/')) return;
  const kept = () =>
    caches
      .open(VERSION)
      .then((cache) => cache.match(request, { ignoreSearch: request.mode === 'navigate' }));
  // The page itself comes from the server while there is one, so that a new version is seen at once.
  event.respondWith(
    request.mode === 'navigate'
      ? fetch(request).catch(kept)
      : kept().then((found) => found ?? fetch(request)),
  );
});
`;
          compilation.emitAsset('service-worker.js', new sources.RawSource(script));
        },
      );
    });
  }
}

/** The workbench: one page of static files, the grid in a chunk of its own. `--env out=DIR`. */
module.exports = async (env = {}) => {
  const { loadTypeScript } = await import('./scripts/load-typescript.mjs');
  const { workbenchPolicy } = await loadTypeScript('scripts/content-security-policy.ts');
  const { LicencesPlugin } = await loadTypeScript('scripts/licences-plugin.ts');
  return {
    mode: env.mode ?? 'production',
    devtool: false,
    context: __dirname,
    target: ['web', TARGET],
    entry: { workbench: './src/workbench/index.ts' },
    output: {
      path: path.resolve(__dirname, env.out ?? 'dist/workbench'),
      filename: '[name].[contenthash:8].js',
      chunkFilename: '[name].[contenthash:8].js',
      publicPath: '',
      clean: true,
    },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'esbuild-loader',
          options: { target: TARGET, jsx: 'automatic' },
        },
      ],
    },
    optimization: {
      minimizer: [new EsbuildPlugin({ target: TARGET, legalComments: 'inline' })],
      moduleIds: 'deterministic',
      chunkIds: 'deterministic',
    },
    plugins: [
      new HtmlPlugin({
        template: './src/workbench/workbench.html',
        filename: 'index.html',
        scriptLoading: 'defer',
        policy: workbenchPolicy(),
      }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons/icon-32.png', to: 'icons' },
          { from: 'assets/samples/sample-county.xlsx', to: 'samples' },
          { from: 'src/workbench/workbench.css', to: 'workbench.css' },
          { from: GRID_STYLES, to: 'grid.css' },
        ],
      }),
      new LicencesPlugin([GRID_STYLES]),
      new ServiceWorkerPlugin(),
    ],
    performance: { hints: false },
  };
};
