import type { MessagePort } from 'node:worker_threads';
import { standardNamed } from './load-standard';
import { processFile } from './process-file';
import type { WorkerReply, WorkerStart, WorkerTask } from './worker-messages';

/** Answers tasks on a port, one at a time, until the port closes. */
export function serveTasks({ command }: WorkerStart, port: MessagePort): void {
  const reply = (message: WorkerReply): void => {
    port.postMessage(message);
  };
  const standard = standardNamed(command.standard, command.language);
  port.on('message', ({ index, file, output }: WorkerTask) => {
    void standard
      .then((loaded) =>
        processFile(command, loaded, file, output, {
          out: (text) => {
            reply({ index, kind: 'out', text });
          },
          complain: (text) => {
            reply({ index, kind: 'complain', text });
          },
        }),
      )
      .then((outcome) => {
        reply({ index, kind: 'done', outcome });
      });
  });
}
