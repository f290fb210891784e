import { describe, expect, it } from '@jest/globals';
import { deflateSync, strToU8 } from 'fflate';
import { crc32 } from '../../src/ooxml/crc32';
import { OoxmlPackage } from '../../src/ooxml/package';
import { DEFAULT_LIMITS } from '../../src/ooxml/package-limits';
import { zipParts } from './build-workbook';
import { refusalOf } from './refusal';

interface RawEntry {
  readonly name: string;
  readonly content: string;
  readonly flags?: number;
  readonly method?: number;
  /** Sizes and checksum follow the data, as programs write that cannot seek. */
  readonly descriptor?: 'signed' | 'bare' | 'wide';
  readonly zip64?: boolean;
  readonly statedSize?: number;
}

/** Writes an archive field by field, for the shapes that ordinary writers do not make. */
function rawZip(
  entries: readonly RawEntry[],
  options: { prefix?: string; suffix?: string; comment?: string; zip64End?: boolean } = {},
): Uint8Array {
  const bytes: number[] = [];
  const put = (size: 2 | 4 | 8, value: number): void => {
    let rest = value;
    for (let index = 0; index < size; index++) {
      bytes.push(rest % 256);
      rest = Math.floor(rest / 256);
    }
  };
  const text = (value: string | Uint8Array): void => {
    bytes.push(...(typeof value === 'string' ? strToU8(value) : value));
  };
  text(options.prefix ?? '');
  const start = bytes.length;
  const places = entries.map((entry) => {
    const place = bytes.length - start;
    const content = strToU8(entry.content);
    const method = entry.method ?? 8;
    const packed = method === 0 ? content : deflateSync(content);
    const later = entry.descriptor !== undefined;
    const flags = (entry.flags ?? 0) | (later ? 8 : 0);
    put(4, 0x04034b50);
    put(2, 20);
    put(2, flags);
    put(2, method);
    put(4, 0x50435241);
    put(4, later ? 0 : crc32(content));
    put(4, later ? 0 : entry.zip64 === true ? 0xffffffff : packed.length);
    put(4, later ? 0 : entry.zip64 === true ? 0xffffffff : content.length);
    put(2, strToU8(entry.name).length);
    put(2, entry.zip64 === true ? 20 : 0);
    text(entry.name);
    if (entry.zip64 === true) {
      put(2, 1);
      put(2, 16);
      put(8, content.length);
      put(8, packed.length);
    }
    text(packed);
    if (later) {
      if (entry.descriptor === 'signed' || entry.descriptor === 'wide') put(4, 0x08074b50);
      put(4, crc32(content));
      const width = entry.descriptor === 'wide' ? 8 : 4;
      put(width, packed.length);
      put(width, content.length);
    }
    return {
      entry,
      place,
      flags,
      method,
      packed: packed.length,
      size: entry.statedSize ?? content.length,
      crc: crc32(content),
    };
  });
  const directory = bytes.length - start;
  for (const { entry, place, flags, method, packed, size, crc } of places) {
    const wide = entry.zip64 === true;
    put(4, 0x02014b50);
    put(2, 45);
    put(2, 45);
    put(2, flags);
    put(2, method);
    put(4, 0x50435241);
    put(4, crc);
    put(4, wide ? 0xffffffff : packed);
    put(4, wide ? 0xffffffff : size);
    put(2, strToU8(entry.name).length);
    put(2, wide ? 28 : 0);
    put(2, 0);
    put(2, 0);
    put(2, 0);
    put(4, 0x81a40000);
    put(4, wide ? 0xffffffff : place);
    text(entry.name);
    if (wide) {
      put(2, 1);
      put(2, 24);
      put(8, size);
      put(8, packed);
      put(8, place);
    }
  }
  const end = bytes.length - start;
  if (options.zip64End === true) {
    put(4, 0x06064b50);
    put(8, 44);
    put(2, 45);
    put(2, 45);
    put(4, 0);
    put(4, 0);
    put(8, entries.length);
    put(8, entries.length);
    put(8, end - directory);
    put(8, directory);
    put(4, 0x07064b50);
    put(4, 0);
    put(8, end);
    put(4, 1);
  }
  const full = options.zip64End === true;
  put(4, 0x06054b50);
  put(2, 0);
  put(2, 0);
  put(2, full ? 0xffff : entries.length);
  put(2, full ? 0xffff : entries.length);
  put(4, full ? 0xffffffff : end - directory);
  put(4, full ? 0xffffffff : directory);
  put(2, strToU8(options.comment ?? '').length);
  text(options.comment ?? '');
  text(options.suffix ?? '');
  return Uint8Array.from(bytes);
}

const A: RawEntry = { name: 'a.xml', content: '<a>一一一一一一</a>' };
const B: RawEntry = { name: 'dir/b.xml', content: '<b/>' };

/** Changes another part and sees that `a.xml` comes through with its very bytes. */
function survivesSaving(file: Uint8Array): void {
  const opened = OoxmlPackage.open(file);
  expect(opened.save()).toEqual(file);
  opened.write('dir/b.xml', '<b>2</b>');
  const again = OoxmlPackage.open(opened.save());
  expect(again.parts()).toEqual(['a.xml', 'dir/b.xml']);
  expect(again.text('a.xml')).toBe(A.content);
  expect(again.text('dir/b.xml')).toBe('<b>2</b>');
}

describe('an archive is read whatever program wrote it', () => {
  it.each([
    ['deflated', rawZip([A, B])],
    ['stored', rawZip([{ ...A, method: 0 }, B])],
    ['with sizes behind the data, signed', rawZip([{ ...A, descriptor: 'signed' }, B])],
    ['with sizes behind the data, unsigned', rawZip([{ ...A, descriptor: 'bare' }, B])],
    ['with 64-bit sizes behind the data', rawZip([{ ...A, descriptor: 'wide' }, B])],
    [
      'with zip64 entries',
      rawZip([
        { ...A, zip64: true },
        { ...B, zip64: true },
      ]),
    ],
    ['with a zip64 directory', rawZip([A, B], { zip64End: true })],
    ['with bytes before it', rawZip([A, B], { prefix: 'MZ junk before' })],
    ['with bytes before a zip64 directory', rawZip([A, B], { prefix: 'junk', zip64End: true })],
    ['with a comment', rawZip([A, B], { comment: 'made by hand' })],
    ['with bytes after it', rawZip([A, B], { suffix: '\0\0\0\0\r\n' })],
  ])('%s', (_, file) => {
    survivesSaving(file);
  });

  it('keeps packed bytes, date and attributes of untouched entries, and their order', () => {
    const file = rawZip([
      A,
      { ...B, content: 'x'.repeat(100) },
      { name: 'c.xml', content: '<c/>' },
    ]);
    const opened = OoxmlPackage.open(file);
    opened.write('dir/b.xml', '<new/>');
    opened.write('z.xml', '<z/>');
    const saved = opened.save();
    const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
    const original = latin(file);
    const localA = original.slice(0, original.indexOf('PK\x03\x04', 4));
    expect(latin(saved).startsWith(localA)).toBe(true);
    const localC = original.slice(
      original.lastIndexOf('PK\x03\x04'),
      original.indexOf('PK\x01\x02'),
    );
    expect(latin(saved)).toContain(localC);
    expect(OoxmlPackage.open(saved).parts()).toEqual(['a.xml', 'dir/b.xml', 'c.xml', 'z.xml']);
    // Date and external attributes of the rewritten entry too.
    const record = latin(saved).slice(
      latin(saved).indexOf('dir/b.xml', latin(saved).indexOf('PK\x01\x02')) - 46,
    );
    expect(record.slice(12, 16)).toBe('ARCP');
    expect(record.slice(38, 42)).toBe('\0\0\xa4\x81');
  });

  it('gives the same file for the same changes', () => {
    const save = (): Uint8Array => {
      const opened = OoxmlPackage.open(rawZip([A, B]));
      opened.write('dir/b.xml', '<b>二</b>');
      opened.write('中文.xml', '<c/>');
      return opened.save();
    };
    expect(save()).toEqual(save());
    expect(OoxmlPackage.open(save()).text('中文.xml')).toBe('<c/>');
  });

  it('ignores folder entries but keeps them', () => {
    const opened = OoxmlPackage.open(rawZip([{ name: 'dir/', content: '', method: 0 }, A, B]));
    expect(opened.parts()).toEqual(['a.xml', 'dir/b.xml']);
    expect(opened.has('dir/')).toBe(false);
    opened.remove('a.xml');
    expect(Buffer.from(opened.save()).toString('latin1')).toContain('dir/PK');
  });

  it('takes a backslash in a name for a slash', () => {
    expect(OoxmlPackage.open(rawZip([{ ...A, name: 'dir\\a.xml' }])).has('dir/a.xml')).toBe(true);
  });
});

describe('a bad archive is refused with its reason', () => {
  const sound = rawZip([A, B]);
  const changed = (at: number, ...bytes: number[]): Uint8Array => {
    const copy = sound.slice();
    copy.set(bytes, at);
    return copy;
  };
  const directoryAt = Buffer.from(sound).indexOf('PK\x01\x02');

  it.each([
    ['nothing', new Uint8Array(), 'not-a-zip'],
    ['text', strToU8('学校名称,学生数\n一小,300\n'), 'not-a-zip'],
    ['the first half', sound.subarray(0, sound.length / 2), 'truncated'],
    ['all but the last bytes', sound.subarray(0, -4), 'truncated'],
    [
      'a directory that points beyond the end',
      changed(directoryAt + 42, 0xff, 0xff, 0, 0),
      'truncated',
    ],
    ['a directory that points at no entry', changed(directoryAt + 42, 1), 'damaged-zip'],
    ['a directory with a broken record', changed(directoryAt, 0), 'damaged-zip'],
    ['an encrypted entry', rawZip([{ ...A, flags: 1 }]), 'encrypted'],
    ['a climbing name', rawZip([{ ...A, name: 'xl/../../a.xml' }]), 'bad-path'],
    ['an absolute name', rawZip([{ ...A, name: '/xl/a.xml' }]), 'bad-path'],
    ['a name with a drive', rawZip([{ ...A, name: 'C:\\a.xml' }]), 'bad-path'],
    ['a doubled name', rawZip([A, A]), 'bad-path'],
    ['a name doubled but for case', rawZip([A, { ...A, name: 'A.XML' }]), 'bad-path'],
    ['a size that cannot be', rawZip([{ ...A, statedSize: 1e9 }]), 'damaged-zip'],
  ])('%s', (_, file, code) => {
    expect(refusalOf(() => OoxmlPackage.open(file))).toBe(code);
  });

  it('two records for the same data, the trick of bombs without nesting', () => {
    const file = rawZip([A, B]);
    const view = new DataView(file.buffer);
    const first = Buffer.from(file).indexOf('PK\x01\x02');
    const second = Buffer.from(file).indexOf('PK\x01\x02', first + 4);
    // The second entry is made to begin at the first one's header and to have its sizes.
    view.setUint32(second + 42, 0, true);
    for (const field of [16, 20, 24])
      view.setUint32(second + field, view.getUint32(first + field, true), true);
    expect(refusalOf(() => OoxmlPackage.open(file))).toBe('damaged-zip');
  });

  it('a wrong checksum or size when the part is read, not before', () => {
    const checksum = OoxmlPackage.open(changed(directoryAt + 16, 1, 2, 3, 4));
    expect(refusalOf(() => checksum.bytes('a.xml'))).toBe('crc');
    const short = OoxmlPackage.open(rawZip([{ ...A, statedSize: 5 }]));
    expect(['crc', 'damaged-zip']).toContain(refusalOf(() => short.bytes('a.xml')));
  });

  it('data that do not decompress', () => {
    const packedAt = 30 + 'a.xml'.length;
    const opened = OoxmlPackage.open(changed(packedAt, 0xff, 0xff));
    expect(refusalOf(() => opened.bytes('a.xml'))).toBe('damaged-zip');
  });

  it('an unknown packing method when the part is read; untouched it is copied', () => {
    const file = rawZip([{ ...A, method: 9 }, B]);
    const opened = OoxmlPackage.open(file);
    expect(refusalOf(() => opened.bytes('a.xml'))).toBe('unsupported-compression');
    opened.write('dir/b.xml', '<b>2</b>');
    expect(OoxmlPackage.open(opened.save()).parts()).toEqual(['a.xml', 'dir/b.xml']);
  });

  it('too many entries, too much content, too good a ratio', () => {
    const bomb = zipParts([['a.xml', new Uint8Array(3_000_000)]]);
    const open = (limits: Partial<typeof DEFAULT_LIMITS>) => () =>
      OoxmlPackage.open(bomb, { limits: { ...DEFAULT_LIMITS, ...limits } });
    expect(refusalOf(open({ entries: 0 }))).toBe('too-large');
    expect(refusalOf(open({ totalBytes: 2_000_000 }))).toBe('too-large');
    expect(refusalOf(open({ ratioFromBytes: 1_000_000 }))).toBe('too-large');
    const opened = open({ partBytes: 2_000_000 })();
    expect(refusalOf(() => opened.bytes('a.xml'))).toBe('too-large');
    const described = open({ descriptiveBytes: 2_000_000 })();
    expect(refusalOf(() => described.descriptiveText('a.xml'))).toBe('too-large');
  });

  it('a bomb that says less than it unpacks to', async () => {
    const bomb = zipParts([['a.xml', new Uint8Array(50_000_000)]]);
    const directory = Buffer.from(bomb).indexOf('PK\x01\x02');
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, 2_000_000, true);
    const opened = OoxmlPackage.open(bomb);
    expect(['crc', 'damaged-zip']).toContain(refusalOf(() => opened.bytes('a.xml')));
    let kept = 0;
    await expect(async () => {
      for await (const chunk of opened.chunks('a.xml')) kept += chunk.length;
    }).rejects.toMatchObject({ code: 'crc' });
    expect(kept).toBeLessThanOrEqual(2_000_000);
  });

  it('what a plain zip cannot hold, on saving', () => {
    const made = OoxmlPackage.create();
    for (let index = 0; index < 65_535; index++) made.write(`p${index}.xml`, '');
    expect(refusalOf(() => made.save())).toBe('too-large');
  });
});
