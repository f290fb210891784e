import type { BundledPackage } from './bundled-package';
import { licenceOf, STATED_ELSEWHERE } from './permissive';

const LINE = '-'.repeat(80);

/** Texts of licences for packages that state them and carry no text of their own. */
const STANDARD_TEXTS: Readonly<Record<string, (holder: string) => string>> = {
  MIT: (holder) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  ISC: (holder) => `ISC License

Copyright (c) ${holder}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
  'Apache-2.0': (holder) => `Copyright ${holder}

Licensed under the Apache License, Version 2.0. The text of the licence stands with other packages in this file and at http://www.apache.org/licenses/LICENSE-2.0.`,
};

function textOf(one: BundledPackage): string {
  const licence = licenceOf(one) ?? '';
  const text = one.text ?? STANDARD_TEXTS[licence]?.(one.author ?? `the authors of ${one.name}`);
  if (text === undefined) {
    throw new Error(`${one.name} carries no licence text, and none is known for ${licence}.`);
  }
  return [text, ...one.notices].join('\n\n');
}

/**
 * The listing that ships with a bundle: every package with its version and licence, then the
 * licences' texts, each once with the packages it stands for. The same packages give the same text.
 */
export function thirdPartyText(packages: readonly BundledPackage[]): string {
  const sorted = [...packages].sort((a, b) =>
    a.name === b.name ? compare(a.version, b.version) : compare(a.name, b.name),
  );
  const byText = new Map<string, string[]>();
  for (const one of sorted) {
    const text = textOf(one);
    byText.set(text, [...(byText.get(text) ?? []), titleOf(one)]);
  }
  const remarks = sorted.flatMap((one) => {
    const known = one.licence === null ? STATED_ELSEWHERE.get(one.name) : undefined;
    return known === undefined ? [] : [`${one.name}: ${known.reason}`];
  });
  return [
    'Third-party software in this folder. 本目录所含第三方软件及其许可。',
    '',
    ...sorted.map((one) => `${titleOf(one)}  ${licenceOf(one) ?? ''}`),
    '',
    ...remarks,
    ...[...byText].flatMap(([text, titles]) => [LINE, ...titles, LINE, '', text, '']),
  ].join('\n');
}

function titleOf({ name, version }: BundledPackage): string {
  return `${name} ${version}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
