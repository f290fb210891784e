import type { BundledPackage } from './bundled-package';

/** Licences under which a package may be part of what ships. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

interface StatedElsewhere {
  readonly licence: string;
  /** Words of the package's own licence text that bear it out. */
  readonly evidence: string;
  readonly reason: string;
}

/** Packages whose package.json states no licence, and where they state it. */
export const STATED_ELSEWHERE: ReadonlyMap<string, StatedElsewhere> = new Map([
  [
    '@univerjs/telemetry',
    {
      licence: 'Apache-2.0',
      evidence: 'Apache License\n                           Version 2.0, January 2004',
      reason:
        'Its LICENSE file is the Apache License 2.0, as of the other packages of github.com/dream-num/univer; only the field in package.json is missing.',
    },
  ],
]);

/** The licence of a package, from package.json or from where it is known to stand; null for none. */
export function licenceOf({ name, licence, text }: BundledPackage): string | null {
  if (licence !== null) return licence;
  const known = STATED_ELSEWHERE.get(name);
  return known !== undefined && text?.includes(known.evidence) === true ? known.licence : null;
}

/** Whether an SPDX expression leaves a way that is permissive in all its parts. */
export function isPermissive(expression: string): boolean {
  return expression
    .replaceAll(/[()]/g, ' ')
    .split(/\sOR\s/)
    .some((choice) => choice.split(/\sAND\s/).every((one) => PERMISSIVE.has(one.trim())));
}

/** Why packages may not ship, a sentence each; none where all may. */
export function licenceBreaches(packages: readonly BundledPackage[]): string[] {
  return packages.flatMap((one) => {
    const licence = licenceOf(one);
    if (licence === null) {
      return [
        `${one.name} ${one.version} states no licence: read its repository and list it in scripts/licences/permissive.ts, or leave it out.`,
      ];
    }
    return isPermissive(licence)
      ? []
      : [`${one.name} ${one.version} is under ${licence}, which may not ship with the program.`];
  });
}
