import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const FOLDER = `${path.sep}node_modules${path.sep}`;
const TEXT = /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i;
const NOTICE = /^(?:notice|copyrightnotice)(?:\.(?:md|txt))?$/i;

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  author: z
    .union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
    .optional(),
});

/** A package of which something is in a bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As package.json states it (SPDX), null where it states none. */
  readonly licence: string | null;
  readonly author: string | null;
  /** The text that the package carries, null where it carries none. */
  readonly text: string | null;
  /** Further notices that must go with it (NOTICE of Apache-2.0). */
  readonly notices: readonly string[];
}

/** The folder of the package that a file belongs to; null for a file of the project itself. */
export function packageFolder(file: string): string | null {
  const at = file.lastIndexOf(FOLDER);
  if (at === -1) return null;
  const start = at + FOLDER.length;
  const [scope = '', name = ''] = file.slice(start).split(path.sep);
  return file.slice(0, start) + (scope.startsWith('@') ? path.join(scope, name) : scope);
}

/** What a package says of its licence. */
export function readPackage(folder: string): BundledPackage {
  const json: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const { name, version, license, author } = manifestSchema.parse(json);
  const files = readdirSync(folder).sort();
  const read = (file: string): string =>
    readFileSync(path.join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim();
  const text = files.find((file) => TEXT.test(file));
  return {
    name,
    version,
    licence: license ?? null,
    author: author ?? null,
    text: text === undefined ? null : read(text),
    notices: files.filter((file) => NOTICE.test(file)).map(read),
  };
}
