import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { COMMAND_IDS } from '../src/commands/command-ids';
import { manifestBreaches } from './manifest-rules';
import type { ManifestBreach } from './manifest-rules';
import { pngSize } from './png-size';

/** Checks the manifest of a built folder against the folder itself. */
export function packageBreaches(folder: string, base: string): readonly ManifestBreach[] {
  const file = (name: string): string => path.join(folder, ...name.split('/'));
  return manifestBreaches(readFileSync(file('manifest.xml'), 'utf8'), {
    base,
    commandIds: COMMAND_IDS,
    hasFile: (name) => existsSync(file(name)),
    pictureSize: (name) => (existsSync(file(name)) ? pngSize(readFileSync(file(name))) : null),
  });
}
