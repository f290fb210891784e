import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { packageFolder, readPackage } from '../../scripts/licences/bundled-package';
import type { BundledPackage } from '../../scripts/licences/bundled-package';
import {
  isPermissive,
  licenceBreaches,
  licenceOf,
  STATED_ELSEWHERE,
} from '../../scripts/licences/permissive';
import { thirdPartyText } from '../../scripts/licences/third-party-text';

const modules = path.join(__dirname, '../../node_modules');

function made(details: Partial<BundledPackage>): BundledPackage {
  return {
    name: 'somebody',
    version: '1.0.0',
    licence: 'MIT',
    author: 'Somebody',
    text: 'MIT License',
    notices: [],
    ...details,
  };
}

describe('The licences of what ships', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND Apache-2.0', true],
    ['GPL-3.0-or-later', false],
    ['LGPL-2.1', false],
    ['MIT AND GPL-2.0', false],
    ['MPL-2.0', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['UNLICENSED', false],
  ])('take %s: %s', (expression, permissive) => {
    expect(isPermissive(expression)).toBe(permissive);
  });

  it('refuse a package that may not ship, and one that states nothing, each by name', () => {
    const breaches = licenceBreaches([
      made({ name: 'free' }),
      made({ name: 'viral', licence: 'AGPL-3.0' }),
      made({ name: 'silent', licence: null }),
    ]);
    expect(breaches).toHaveLength(2);
    expect(breaches[0]).toContain('viral 1.0.0 is under AGPL-3.0');
    expect(breaches[1]).toContain('silent 1.0.0 states no licence');
  });

  it('take a silent package only by the words of its own licence text', () => {
    for (const [name, { licence }] of STATED_ELSEWHERE) {
      const shipped = readPackage(path.join(modules, name));
      expect(shipped.licence).toBeNull();
      expect(licenceOf(shipped)).toBe(licence);
      expect(licenceOf({ ...shipped, text: 'All rights reserved.' })).toBeNull();
    }
  });

  it('find the package of a file, also within another package and within a scope', () => {
    expect(packageFolder('/a/node_modules/react/cjs/react.js')).toBe('/a/node_modules/react');
    expect(packageFolder('/a/node_modules/x/node_modules/@s/y/i.js')).toBe(
      '/a/node_modules/x/node_modules/@s/y',
    );
    expect(packageFolder('/a/src/workbench/index.ts')).toBeNull();
  });

  it('are listed with each text once, whatever the order the packages come in', () => {
    const packages = [
      made({ name: 'b' }),
      made({ name: 'a', version: '2.0.0' }),
      made({ name: 'c', licence: 'Apache-2.0', text: 'Apache', notices: ['Made by C.'] }),
    ];
    const text = thirdPartyText(packages);
    expect(thirdPartyText([...packages].reverse())).toBe(text);
    expect(text).toContain('a 2.0.0  MIT\nb 1.0.0  MIT\nc 1.0.0  Apache-2.0');
    expect(text.split('MIT License')).toHaveLength(2);
    expect(text).toContain('Apache\n\nMade by C.');
  });

  it('give the text of the licence where a package states it and carries none', () => {
    expect(thirdPartyText([made({ text: null })])).toContain('Copyright (c) Somebody');
    expect(() => thirdPartyText([made({ text: null, licence: 'BSD-3-Clause' })])).toThrow(
      'carries no licence text',
    );
  });
});
