import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.map': 'application/json; charset=utf-8',
};

/** A folder served below a path of the address: `/` or `/office-js/`. */
export interface ServedFolder {
  readonly prefix: string;
  readonly folder: string;
}

function fileFor(pathname: string, folders: readonly ServedFolder[]): string | null {
  const served = folders.find(({ prefix }) => pathname.startsWith(prefix));
  if (served === undefined) return null;
  const file = path.join(served.folder, pathname.slice(served.prefix.length));
  return file.startsWith(path.join(served.folder, path.sep)) ? file : null;
}

function decoded(url: string): string | null {
  try {
    const pathname = decodeURIComponent(new URL(url, 'https://localhost').pathname);
    return pathname.includes('\0') ? null : pathname;
  } catch {
    return null;
  }
}

/** Answers a request with a file of the folders, the most specific prefix first; else with 404. */
export async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  folders: readonly ServedFolder[],
): Promise<void> {
  const pathname = decoded(request.url ?? '/');
  const file = pathname === null ? null : fileFor(pathname, folders);
  const found = file === null ? null : await stat(file).catch(() => null);
  if (file === null || found?.isFile() !== true) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('404');
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': 'no-store',
    // Excel on the web loads the functions' metadata from its own origin.
    'Access-Control-Allow-Origin': '*',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}
