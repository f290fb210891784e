import { createServer } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const USUAL_PORT = 3210;
const ADDRESS = '127.0.0.1';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The policy that the page carries, said by the server as well: frames are refused only so. */
const HEADERS = {
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "frame-ancestors 'none'",
};

function fileOf(folder, workbook, pathname) {
  if (workbook !== null && pathname === `/opened/${path.basename(workbook)}`) return workbook;
  const file = path.normalize(path.join(folder, pathname === '/' ? 'index.html' : pathname));
  return file.startsWith(folder + path.sep) ? file : null;
}

/**
 * Serves the workbench's folder, and one workbook beside it, on this machine alone.
 *
 * @param {string} folder of the build
 * @param {string | null} workbook path of the file to open first
 * @param {number} [port] 0 for any free one
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export function serveWorkbench(folder, workbook, port = USUAL_PORT) {
  const server = createServer((request, response) => {
    // A page elsewhere could have its own name lead here; it must not read the workbook.
    const host = request.headers.host ?? '';
    if (!/^(?:127\.0\.0\.1|localhost):\d+$/.test(host)) {
      response.writeHead(403).end();
      return;
    }
    let file = null;
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      file = fileOf(folder, workbook, decodeURIComponent(pathname));
      if (file !== null && statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
        file = null;
    } catch {
      file = null;
    }
    if (file === null || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(404, HEADERS).end();
      return;
    }
    const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    const body = readFileSync(file);
    response.writeHead(200, {
      ...HEADERS,
      'Content-Type': type,
      'Content-Length': String(body.length),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' && port !== 0) {
        resolve(serveWorkbench(folder, workbook, 0));
      } else {
        reject(error);
      }
    });
    server.listen(port, ADDRESS, () => {
      const query = workbook === null ? '' : `?open=${encodeURIComponent(path.basename(workbook))}`;
      resolve({
        address: `http://${ADDRESS}:${server.address().port}/${query}`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}
