// Preloaded by the command that is measured: tells what its process used, all threads together.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const CHANNEL = 3;

if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeSync(CHANNEL, String((user + system) / 1e6));
  });
}
