import { describe, expect, it } from '@jest/globals';
import { cliTexts } from '../../src/locales/cli-texts';
import { collectionTexts } from '../../src/locales/collection-texts';
import { formTexts } from '../../src/locales/form-texts';
import { domainTexts } from '../../src/locales/domain-texts';
import { financeTexts } from '../../src/locales/finance-texts';
import { formPageTexts } from '../../src/locales/form-page-texts';
import { ledgerTexts } from '../../src/locales/ledger-texts';
import { paneTexts } from '../../src/locales/pane-texts';
import { yearOnYearTexts } from '../../src/locales/year-on-year-texts';
import { FINDING_SEVERITY } from '../../src/assessment/finding-codes';

/** Every text of a tree of texts, by its path. */
function leaves(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  const entries: [string, unknown][] = Object.entries(tree);
  for (const [key, value] of entries) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(here, value);
    else if (typeof value === 'object' && value !== null) {
      leaves(value, here).forEach((text, at) => found.set(at, text));
    }
  }
  return found;
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
}

const pairs = [
  ['the domain', domainTexts('zh-CN'), domainTexts('en-US')],
  ['the command line', cliTexts('zh-CN'), cliTexts('en-US')],
  ['the collection of forms', collectionTexts('zh-CN'), collectionTexts('en-US')],
  ['the form', formTexts('zh-CN'), formTexts('en-US')],
  ['the pane', paneTexts('zh-CN'), paneTexts('en-US')],
  ['the rectification log', ledgerTexts('zh-CN'), ledgerTexts('en-US')],
  ['the growth of spending', financeTexts('zh-CN'), financeTexts('en-US')],
  ['the comparison of years', yearOnYearTexts('zh-CN'), yearOnYearTexts('en-US')],
  ['the page of the verdict', formPageTexts('zh-CN'), formPageTexts('en-US')],
] as const;

describe.each(pairs)('texts of %s in Chinese and English', (where, zh, en) => {
  const chinese = leaves(zh);
  const english = leaves(en);

  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('fill in the same values', () => {
    for (const [key, text] of chinese) {
      const filled =
        /^the (?:pa|growth|comparison|rectification)/.test(where) ||
        key.endsWith('.message') ||
        key.includes('faults');
      if (!filled) continue;
      expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)]);
    }
  });

  it('are never empty, but for units of plain numbers', () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '');
    expect(new Set(empty.map(([key]) => key))).toEqual(
      new Set(chinese.has('units.ratio') ? ['units.ratio'] : []),
    );
  });
});

describe('the wording of findings', () => {
  it('exists for every code, with cause and mending', () => {
    expect(Object.keys(domainTexts('zh-CN').findings).sort()).toEqual(
      Object.keys(FINDING_SEVERITY).sort(),
    );
  });
});
