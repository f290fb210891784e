import { describe, expect, it } from '@jest/globals';
import { FUNCTIONS } from '../../src/functions/functions';
import { registerFunctions } from '../../src/functions/register-functions';
import type { Language } from '../../src/locales/language';

/** A runtime that keeps what is associated, as Excel's does. */
function register(language: () => Language): ReadonlyMap<string, (...args: unknown[]) => unknown> {
  const associated = new Map<string, (...args: unknown[]) => unknown>();
  registerFunctions(
    {
      associate: (id, implementation) => {
        associated.set(id, implementation);
      },
      fail: (kind, message) => {
        throw new Error(`${kind}: ${message}`);
      },
    },
    language,
  );
  return associated;
}

describe('registration', () => {
  it('associates every function by its id', () => {
    const associated = register(() => 'zh-CN');
    expect([...associated.keys()]).toEqual(FUNCTIONS.map(({ name }) => name));
  });

  it('leaves out the invocation that Excel adds to the arguments', () => {
    const associated = register(() => 'zh-CN');
    expect(associated.get('COMPOSITE')?.([[0.25, 0.75]], { address: 'Sheet1!A1' })).toBe(0.5);
    expect(associated.get('CVLIMIT')?.('小学', null, {})).toBe(0.5);
    expect(associated.get('GROWTHRATE')?.([[1, 2]], {})).toEqual([[1]]);
    const years = [[2023, 2024]];
    expect(associated.get('GROWTHCHECK')?.(years, [[1, 2]], [[2, 3]], null, {})).toHaveLength(2);
  });

  it('words an error in the language of the moment it happens', () => {
    let language: Language = 'zh-CN';
    const threshold = register(() => language).get('THRESHOLD');
    expect(() => threshold?.('L1', '高中', null, {})).toThrow(
      'na: 没有学段“高中”，可用：小学、初中',
    );
    language = 'en-US';
    expect(() => threshold?.('L1', '高中', null, {})).toThrow(
      'na: No stage “高中”; known: primary, junior',
    );
  });

  it('shows #DIV/0! apart from #VALUE!', () => {
    const associated = register(() => 'en-US');
    expect(() => associated.get('DIFFCOEF')?.([[0]], [[5]], null, {})).toThrow(/^div0: /);
    expect(() => associated.get('DIFFCOEF')?.([['x']], [[5]], null, {})).toThrow(
      'value: values, row 1, column 1 is not a number: “x”',
    );
  });
});
