import { describe, expect, it } from '@jest/globals';
import { baseAddress, BaseAddressError, rebaseManifest } from '../../scripts/base-address';

describe('the base address of a package', () => {
  it('loses its closing slashes', () => {
    expect(baseAddress('https://edu.example.gov.cn/')).toBe('https://edu.example.gov.cn');
    expect(baseAddress('https://edu.example.gov.cn:8443/a/b//')).toBe(
      'https://edu.example.gov.cn:8443/a/b',
    );
  });

  it.each([
    ['http', 'http://edu.example.gov.cn'],
    ['a path alone', '/junheng'],
    ['a query', 'https://edu.example.gov.cn/?a=1'],
    ['a fragment', 'https://edu.example.gov.cn/#a'],
    ['a password', 'https://user:secret@edu.example.gov.cn/'],
    ['nothing', ''],
  ])('refuses %s', (_what, address) => {
    expect(() => baseAddress(address)).toThrow(BaseAddressError);
  });
});

describe('a manifest for another base', () => {
  it('has every address moved and nothing else changed', () => {
    const manifest = '<a v="https://localhost:3000/x.html" w="https://localhost:3000/y"/>localhost';
    expect(rebaseManifest(manifest, 'https://e.cn/p&q')).toBe(
      '<a v="https://e.cn/p&amp;q/x.html" w="https://e.cn/p&amp;q/y"/>localhost',
    );
  });

  it('takes a base with $ as it stands', () => {
    expect(rebaseManifest('"https://localhost:3000/x"', "https://e.cn/$&$'")).toBe(
      '"https://e.cn/$&amp;$\'/x"',
    );
  });
});
