import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCellText } from '../../../src/ooxml/cell-text';
import { encodeXstring, escapeXmlAttribute } from '../../../src/ooxml/write/xml-escape';
import { outlineXml } from '../../../src/ooxml/write/xml-outline';
import { textElement } from '../../../src/ooxml/write/sheet-xml';

describe('text in cells', () => {
  it('escapes control characters and literal text that looks like an escape', () => {
    expect(encodeXstring('a\u0001b\rc')).toBe('a_x0001_b_x000D_c');
    expect(encodeXstring('_x0041_')).toBe('_x005F_x0041_');
    expect(encodeXstring('_x00')).toBe('_x00');
    expect(encodeXstring('_x0041\u0001')).toBe('_x005F_x0041_x0001_');
  });

  it('makes half a surrogate pair a replacement character', () => {
    expect(encodeXstring('a\ud800b')).toBe('a\ufffdb');
    expect(encodeXstring('𠮷')).toBe('𠮷');
  });

  it('comes back as it was, whatever it is', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('_x0041_', '_', 'x', '0041', '\u0000', '\r\n', ' ', '<b>&amp;]]>', '\ufffe'),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        fc.pre(!/\p{Surrogate}/u.test(text));
        expect(decodeCellText(outlineXml(textElement(text), null).text)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps line breaks, tabs and quotes in attributes', () => {
    const element = outlineXml(`<a b="${escapeXmlAttribute('1\n2\t"<&>')}"/>`, null);
    expect(element.attributes[0]?.value).toBe('1\n2\t"<&>');
  });

  it('marks spaces at the ends as kept', () => {
    expect(textElement(' 甲')).toBe('<t xml:space="preserve"> 甲</t>');
    expect(textElement('甲 乙')).toBe('<t>甲 乙</t>');
  });

  it('cuts what no cell can hold', () => {
    expect(outlineXml(textElement('甲'.repeat(40_000)), null).text).toHaveLength(32_767);
  });
});
