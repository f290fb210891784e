const { readFileSync } = require('node:fs');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const { EsbuildPlugin } = require('esbuild-loader');
const HtmlPlugin = require('html-webpack-plugin');

const TARGET = 'es2021';

/** Adds files made outside webpack to its output. */
class ExtraFilesPlugin {
  constructor(files) {
    this.files = files;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('ExtraFilesPlugin', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'ExtraFilesPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          for (const [name, content] of Object.entries(this.files)) {
            compilation.emitAsset(name, new sources.RawSource(content));
          }
        },
      );
    });
  }
}

/**
 * One page is pane, functions and commands at once (the shared runtime). Its first script holds the
 * functions alone, so that formulas calculate before React has loaded.
 *
 * `--env base=https://host/path`, `--env officeJs=cdn|21vianet|self` and `--env out=DIR` as in
 * scripts/package.mjs.
 */
module.exports = async (env = {}, argv = {}) => {
  const { loadTypeScript } = await import('./scripts/load-typescript.mjs');
  const { addinFiles } = await loadTypeScript('scripts/addin-files.ts');
  const { DEVELOPMENT_BASE } = await loadTypeScript('scripts/base-address.ts');
  const { LicencesPlugin } = await loadTypeScript('scripts/licences-plugin.ts');
  const production = (env.mode ?? argv.mode) !== 'development';
  const { files, policy, officeJsAddress } = addinFiles({
    base: env.base ?? DEVELOPMENT_BASE,
    officeJs: env.officeJs ?? 'cdn',
    manifest: readFileSync(path.join(__dirname, 'manifest.xml'), 'utf8'),
  });

  return {
    mode: production ? 'production' : 'development',
    // Source maps name the folders of the machine that built them.
    devtool: production ? false : 'source-map',
    context: __dirname,
    target: ['web', TARGET],
    entry: {
      functions: './src/functions/index.ts',
      taskpane: { import: './src/taskpane/runtime.ts', dependOn: 'functions' },
    },
    output: {
      path: path.resolve(__dirname, env.out ?? 'dist/addin'),
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
      // Lazy scripts lie beside the page, wherever a bureau serves it from. Written so, and with this
      // global, the functions' script needs no document: it runs in any JavaScript runtime.
      publicPath: '',
      globalObject: 'globalThis',
      clean: true,
    },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'esbuild-loader',
          options: { target: TARGET, jsx: 'automatic', charset: 'utf8' },
        },
      ],
    },
    optimization: {
      minimizer: [new EsbuildPlugin({ target: TARGET, legalComments: 'inline', charset: 'utf8' })],
      moduleIds: 'deterministic',
      chunkIds: 'deterministic',
    },
    plugins: [
      new HtmlPlugin({
        template: './src/taskpane/taskpane.html',
        filename: 'taskpane.html',
        chunks: ['functions', 'taskpane'],
        chunksSortMode: 'manual',
        scriptLoading: 'defer',
        // Names are fixed by the manifest, so a query tells Office's cache of a new version.
        hash: true,
        policy,
        officeJsAddress,
      }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons', to: 'icons' },
          { from: 'assets/samples/sample-county.xlsx', to: 'samples' },
        ],
      }),
      new ExtraFilesPlugin(files),
      new LicencesPlugin(),
    ],
    performance: { hints: false },
  };
};
