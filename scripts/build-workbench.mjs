// Builds the workbench as static files: node scripts/build-workbench.mjs [--out DIR]
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);

/**
 * @param {{ out?: string }} env
 */
export async function buildWorkbench(env = {}) {
  const webpack = require('webpack');
  const configuration = await require('../webpack.workbench.config.js')(env);
  await new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
  return configuration.output.path;
}

if (path.resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  console.log(await buildWorkbench(values.out === undefined ? {} : { out: values.out }));
}
