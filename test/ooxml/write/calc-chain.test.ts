import { describe, expect, it } from '@jest/globals';
import { withChained, withoutChained } from '../../../src/ooxml/write/calc-chain';

const CHAIN =
  '<calcChain><c r="A1" i="1"/><c r="A2"/><c r="B1" i="2"/><c r="B2" l="1"/></calcChain>';

describe('the calculation chain', () => {
  it('keeps every other entry on its sheet when entries go', () => {
    expect(withoutChained(CHAIN, null, ({ cell }) => cell === 'A1')).toBe(
      '<calcChain><c i="1" r="A2"/><c r="B1" i="2"/><c r="B2" l="1"/></calcChain>',
    );
    expect(withoutChained(CHAIN, null, ({ sheetId }) => sheetId === '1')).toBe(
      '<calcChain><c r="B1" i="2"/><c r="B2" l="1"/></calcChain>',
    );
    expect(withoutChained(CHAIN, null, ({ cell }) => cell === 'B1')).toBe(
      '<calcChain><c r="A1" i="1"/><c r="A2"/><c i="2" r="B2" l="1"/></calcChain>',
    );
  });

  it('is nothing when no entry is left', () => {
    expect(withoutChained(CHAIN, null, () => true)).toBeNull();
  });

  it('gains entries at its end', () => {
    expect(withChained(CHAIN, null, [{ sheetId: '3', cell: 'C1' }])).toBe(
      CHAIN.replace('</calcChain>', '<c r="C1" i="3"/></calcChain>'),
    );
  });
});
