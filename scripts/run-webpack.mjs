import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Builds the add-in with webpack.config.js.
 *
 * @param {{ base?: string, officeJs?: string, out?: string, mode?: string }} env
 */
export async function runWebpack(env) {
  const webpack = require('webpack');
  const configuration = await require('../webpack.config.js')(env);
  await new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
}
