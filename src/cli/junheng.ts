import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod/mini';
import { serveBatches } from './collect-files';
import { COMMANDS } from './command';
import { run } from './run';
import { serveTasks } from './worker';

const workerStartSchema = z.object({
  command: z.object({
    name: z.enum(COMMANDS),
    inputs: z.array(z.string()),
    output: z.nullable(z.string()),
    report: z.nullable(z.string()),
    standard: z.string(),
    sheet: z.nullable(z.string()),
    lastYear: z.nullable(z.string()),
    json: z.boolean(),
    all: z.boolean(),
    whole: z.boolean(),
    replace: z.boolean(),
    date: z.nullable(z.string()),
    workingDays: z.boolean(),
    form: z.boolean(),
    language: z.enum(['zh-CN', 'en-US']),
  }),
});

if (isMainThread) {
  // A reader such as `head` may stop listening; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  void run(process.argv.slice(2), {
    out: (text) => {
      process.stdout.write(text);
    },
    complain: (text) => {
      process.stderr.write(text);
    },
    showProgress: process.stderr.isTTY
      ? (line) => {
          process.stderr.write(`\r\u001b[K${line}`);
        }
      : null,
    program: __filename,
  }).then((exitCode) => {
    process.exitCode = exitCode;
  });
} else if (parentPort !== null) {
  const start = workerStartSchema.parse(workerData);
  if (start.command.name === 'collect') serveBatches(start.command, parentPort);
  else serveTasks(start, parentPort);
}
