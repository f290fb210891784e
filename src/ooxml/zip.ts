import { OoxmlError } from './ooxml-error';
import type { PackageLimits } from './package-limits';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_RECORD = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const ZIP64_DIRECTORY_END = 0x06064b50;
const ZIP64_LOCATOR = 0x07064b50;
const DATA_DESCRIPTOR = 0x08074b50;

const LOCAL_HEADER_SIZE = 30;
const DIRECTORY_RECORD_SIZE = 46;
const DIRECTORY_END_SIZE = 22;
const ZIP64_DIRECTORY_END_SIZE = 56;
const ZIP64_LOCATOR_SIZE = 20;

const FLAG_ENCRYPTED = 1;
const FLAG_DESCRIPTOR = 8;
const FLAG_UTF8 = 0x800;
const ZIP64_EXTRA = 1;
const MAX_UINT16 = 0xffff;
const MAX_UINT32 = 0xffffffff;
const DEFLATE_LARGEST_RATIO = 1032;

/** Packing methods that spreadsheets use. */
export const METHOD_STORED = 0;
export const METHOD_DEFLATED = 8;

// New entries carry the first moment the format knows, so that the same content gives the same file.
const FIXED_DOS_TIME = 0;
const FIXED_DOS_DATE = (1 << 5) | 1;

/** An entry of an archive that was read, with what is needed to copy it untouched. */
export interface ZipEntry {
  /** As stored, with `/` between folders. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** The packed bytes: a view of the file. */
  readonly packed: Uint8Array;
  /** Local header, packed bytes and descriptor as they stand in the file. */
  readonly raw: Uint8Array;
  /** The entry's record of the directory as it stands in the file. */
  readonly record: Uint8Array;
  /** Where in `record` the offset of the local header is, and whether in 64 bits. */
  readonly offsetField: { readonly at: number; readonly wide: boolean };
}

/** Content that is put into an archive anew. */
export interface NewZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
  /** The entry whose place it takes: its date and attributes stay. */
  readonly replaces: ZipEntry | null;
}

interface Directory {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  /** Bytes before the archive proper, by which all offsets are too small. */
  readonly prefix: number;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readUint64(view: DataView, at: number): number {
  const value = view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
  if (!Number.isSafeInteger(value)) throw new OoxmlError('zip64', null, 'size beyond 2^53');
  return value;
}

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === LOCAL_HEADER;
}

function findDirectoryEnd(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  const lowest = Math.max(0, bytes.length - DIRECTORY_END_SIZE - MAX_UINT16);
  for (let at = bytes.length - DIRECTORY_END_SIZE; at >= lowest; at--) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== DIRECTORY_END) continue;
    if (at + DIRECTORY_END_SIZE + view.getUint16(at + 20, true) <= bytes.length) return at;
  }
  if (looksLikeZip(bytes)) throw new OoxmlError('truncated', null, 'no end of directory');
  throw new OoxmlError('not-a-zip', null, 'no zip directory');
}

function readZip64End(
  bytes: Uint8Array,
  locator: number,
): Omit<Directory, 'prefix'> & { at: number } {
  const view = viewOf(bytes);
  const stated = readUint64(view, locator + 8);
  // With bytes before the archive the stated place is wrong; the record usually stands just before.
  const at = [stated, locator - ZIP64_DIRECTORY_END_SIZE].find(
    (place) =>
      place >= 0 &&
      place + ZIP64_DIRECTORY_END_SIZE <= locator &&
      view.getUint32(place, true) === ZIP64_DIRECTORY_END,
  );
  if (at === undefined) throw new OoxmlError('zip64', null, 'no zip64 end of directory');
  return {
    at,
    count: readUint64(view, at + 32),
    size: readUint64(view, at + 40),
    offset: readUint64(view, at + 48),
  };
}

function readDirectoryEnd(bytes: Uint8Array): Directory {
  const view = viewOf(bytes);
  const end = findDirectoryEnd(bytes);
  if (view.getUint16(end + 4, true) !== view.getUint16(end + 6, true)) {
    throw new OoxmlError('damaged-zip', null, 'split over several disks');
  }
  const locator = end - ZIP64_LOCATOR_SIZE;
  const isZip64 = locator >= 0 && view.getUint32(locator, true) === ZIP64_LOCATOR;
  const directory = isZip64
    ? readZip64End(bytes, locator)
    : {
        at: end,
        count: view.getUint16(end + 10, true),
        size: view.getUint32(end + 12, true),
        offset: view.getUint32(end + 16, true),
      };
  const prefix = directory.at - directory.size - directory.offset;
  if (prefix < 0) {
    throw new OoxmlError('damaged-zip', null, 'the directory reaches beyond its end');
  }
  return { count: directory.count, size: directory.size, offset: directory.offset, prefix };
}

interface Zip64Values {
  size: number;
  packedSize: number;
  offset: number;
  /** Where in the record the 64-bit offset is, null when it is not there. */
  offsetAt: number | null;
}

function readZip64Extra(
  record: Uint8Array,
  extraAt: number,
  extraSize: number,
  values: Zip64Values,
): Zip64Values {
  const view = viewOf(record);
  const end = extraAt + extraSize;
  let at = extraAt;
  while (at + 4 <= end) {
    const id = view.getUint16(at, true);
    const size = view.getUint16(at + 2, true);
    if (id === ZIP64_EXTRA) {
      let next = at + 4;
      const fieldEnd = Math.min(next + size, end);
      const take = (value: number): number => {
        if (value !== MAX_UINT32) return value;
        if (next + 8 > fieldEnd) throw new OoxmlError('zip64', null, 'a zip64 size is missing');
        next += 8;
        return readUint64(view, next - 8);
      };
      const unpacked = take(values.size);
      const packedSize = take(values.packedSize);
      const offsetAt = values.offset === MAX_UINT32 ? next : null;
      return { size: unpacked, packedSize, offset: take(values.offset), offsetAt };
    }
    at += 4 + size;
  }
  return values;
}

function descriptorSize(bytes: Uint8Array, at: number, values: Zip64Values, crc: number): number {
  const view = viewOf(bytes);
  const word = (place: number): number =>
    place + 4 <= bytes.length ? view.getUint32(place, true) : -1;
  const packedLow = values.packedSize % 2 ** 32;
  const sizeLow = values.size % 2 ** 32;
  for (const signature of [4, 0]) {
    const fields = at + signature;
    if (signature === 4 && word(at) !== DATA_DESCRIPTOR) continue;
    if (word(fields) !== crc || word(fields + 4) !== packedLow) continue;
    if (word(fields + 8) === sizeLow) return signature + 12;
    if (word(fields + 12) === sizeLow) return signature + 20;
  }
  return 0;
}

function readEntry(bytes: Uint8Array, record: Uint8Array, prefix: number): ZipEntry {
  const view = viewOf(record);
  const nameSize = view.getUint16(28, true);
  const extraSize = view.getUint16(30, true);
  const name = decodeName(
    record.subarray(DIRECTORY_RECORD_SIZE, DIRECTORY_RECORD_SIZE + nameSize),
  ).replaceAll('\\', '/');
  const flags = view.getUint16(8, true);
  const crc = view.getUint32(16, true);
  if ((flags & FLAG_ENCRYPTED) !== 0) {
    throw new OoxmlError('encrypted', name, 'the archive entry is encrypted');
  }
  const values = readZip64Extra(record, DIRECTORY_RECORD_SIZE + nameSize, extraSize, {
    packedSize: view.getUint32(20, true),
    size: view.getUint32(24, true),
    offset: view.getUint32(42, true),
    offsetAt: null,
  });
  const at = values.offset + prefix;
  if (at + LOCAL_HEADER_SIZE > bytes.length) {
    throw new OoxmlError('truncated', name, 'its header lies beyond the end of the file');
  }
  const local = viewOf(bytes);
  if (local.getUint32(at, true) !== LOCAL_HEADER) {
    throw new OoxmlError('damaged-zip', name, 'no local header where the directory says');
  }
  const packedAt =
    at + LOCAL_HEADER_SIZE + local.getUint16(at + 26, true) + local.getUint16(at + 28, true);
  const packedEnd = packedAt + values.packedSize;
  if (packedEnd > bytes.length) {
    throw new OoxmlError('truncated', name, 'its data reach beyond the end of the file');
  }
  const method = view.getUint16(10, true);
  if (
    (method === METHOD_STORED && values.size !== values.packedSize) ||
    (method === METHOD_DEFLATED && values.size > (values.packedSize + 1) * DEFLATE_LARGEST_RATIO)
  ) {
    throw new OoxmlError('damaged-zip', name, 'its stated sizes cannot be');
  }
  const tail = (flags & FLAG_DESCRIPTOR) === 0 ? 0 : descriptorSize(bytes, packedEnd, values, crc);
  return {
    name,
    isFolder: name.endsWith('/') && values.size === 0,
    method,
    crc,
    packedSize: values.packedSize,
    size: values.size,
    packed: bytes.subarray(packedAt, packedEnd),
    raw: bytes.subarray(at, packedEnd + tail),
    record,
    offsetField:
      values.offsetAt === null ? { at: 42, wide: false } : { at: values.offsetAt, wide: true },
  };
}

function checkName(name: string, seen: Set<string>): void {
  const steps = name.split('/');
  if (
    name === '' ||
    name.startsWith('/') ||
    name.includes('\0') ||
    /^[a-z]:/i.test(name) ||
    steps.includes('..') ||
    steps.includes('.')
  ) {
    throw new OoxmlError('bad-path', name, 'the entry name leads out of the archive');
  }
  const folded = name.toLowerCase();
  if (seen.has(folded)) throw new OoxmlError('bad-path', name, 'the entry name is there twice');
  seen.add(folded);
}

function checkOverlap(entries: readonly ZipEntry[]): void {
  const inOrder = [...entries].sort((a, b) => a.raw.byteOffset - b.raw.byteOffset);
  let end = 0;
  for (const { raw, name } of inOrder) {
    if (raw.byteOffset < end) {
      throw new OoxmlError('damaged-zip', name, 'it overlaps another entry');
    }
    end = raw.byteOffset + raw.byteLength;
  }
}

function checkSizes(entries: readonly ZipEntry[], fileSize: number, limits: PackageLimits): void {
  let total = 0;
  for (const entry of entries) total += entry.size;
  if (total > limits.totalBytes) {
    throw new OoxmlError('too-large', null, `unpacks to ${total} bytes`);
  }
  if (total > limits.ratioFromBytes && total > fileSize * limits.ratio) {
    throw new OoxmlError('too-large', null, `unpacks ${fileSize} bytes to ${total}`);
  }
}

/**
 * Reads the directory of an archive and checks what it says against the file and the limits; nothing
 * is unpacked. Archives with bytes before or after them and zip64 directories are read.
 *
 * @throws {OoxmlError} `not-a-zip`, `truncated`, `damaged-zip`, `zip64`, `encrypted`, `bad-path`,
 * `too-large`
 */
export function readZip(bytes: Uint8Array, limits: PackageLimits): ZipEntry[] {
  const directory = readDirectoryEnd(bytes);
  if (directory.count > limits.entries) {
    throw new OoxmlError('too-large', null, `${directory.count} entries`);
  }
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  let at = directory.offset + directory.prefix;
  const end = at + directory.size;
  for (let index = 0; index < directory.count; index++) {
    if (at + DIRECTORY_RECORD_SIZE > end || view.getUint32(at, true) !== DIRECTORY_RECORD) {
      throw new OoxmlError('damaged-zip', null, `no directory record ${index + 1}`);
    }
    const next =
      at +
      DIRECTORY_RECORD_SIZE +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (next > end) throw new OoxmlError('damaged-zip', null, 'a directory record is cut off');
    const entry = readEntry(bytes, bytes.subarray(at, next), directory.prefix);
    checkName(entry.name, seen);
    entries.push(entry);
    at = next;
  }
  checkOverlap(entries);
  checkSizes(entries, bytes.length, limits);
  return entries;
}

/** The name in a directory record, byte for byte: it may be in another encoding, or hold backslashes. */
function storedNameOf(record: Uint8Array, view: DataView): Uint8Array {
  return record.subarray(DIRECTORY_RECORD_SIZE, DIRECTORY_RECORD_SIZE + view.getUint16(28, true));
}

function writeNewHeaders(entry: NewZipEntry): { local: Uint8Array; record: Uint8Array } {
  const old = entry.replaces === null ? null : viewOf(entry.replaces.record);
  const name =
    entry.replaces === null || old === null
      ? new TextEncoder().encode(entry.name)
      : storedNameOf(entry.replaces.record, old);
  const isPlain = name.length === entry.name.length;
  const flags = old === null ? (isPlain ? 0 : FLAG_UTF8) : old.getUint16(8, true) & FLAG_UTF8;
  const time = old?.getUint16(12, true) ?? FIXED_DOS_TIME;
  const date = old?.getUint16(14, true) ?? FIXED_DOS_DATE;

  const local = new Uint8Array(LOCAL_HEADER_SIZE + name.length);
  const localView = viewOf(local);
  localView.setUint32(0, LOCAL_HEADER, true);
  const record = new Uint8Array(DIRECTORY_RECORD_SIZE + name.length);
  const recordView = viewOf(record);
  recordView.setUint32(0, DIRECTORY_RECORD, true);
  recordView.setUint16(4, 20, true);
  recordView.setUint16(36, old?.getUint16(36, true) ?? 0, true);
  recordView.setUint32(38, old?.getUint32(38, true) ?? 0, true);
  // From "version needed" to the length of the name both headers hold the same fields.
  for (const [view, from] of [
    [localView, 4],
    [recordView, 6],
  ] as const) {
    view.setUint16(from, 20, true);
    view.setUint16(from + 2, flags, true);
    view.setUint16(from + 4, entry.method, true);
    view.setUint16(from + 6, time, true);
    view.setUint16(from + 8, date, true);
    view.setUint32(from + 10, entry.crc, true);
    view.setUint32(from + 14, entry.packed.length, true);
    view.setUint32(from + 18, entry.size, true);
    view.setUint16(from + 22, name.length, true);
  }
  local.set(name, LOCAL_HEADER_SIZE);
  record.set(name, DIRECTORY_RECORD_SIZE);
  return { local, record };
}

function copiedRecord(entry: ZipEntry, offset: number): Uint8Array {
  const record = entry.record.slice();
  const view = viewOf(record);
  const { at, wide } = entry.offsetField;
  view.setUint32(at, offset, true);
  if (wide) view.setUint32(at + 4, 0, true);
  return record;
}

/**
 * Writes an archive: entries that were read are copied byte for byte, new ones get plain headers.
 *
 * @throws {OoxmlError} `too-large` beyond what a plain zip holds (4 GiB, 65 535 entries)
 */
export function writeZip(entries: readonly (ZipEntry | NewZipEntry)[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    if ('raw' in entry) {
      records.push(copiedRecord(entry, offset));
      pieces.push(entry.raw);
      offset += entry.raw.length;
    } else {
      if (entry.size >= MAX_UINT32) {
        throw new OoxmlError('too-large', entry.name, 'beyond 4 GiB');
      }
      const { local, record } = writeNewHeaders(entry);
      viewOf(record).setUint32(42, offset, true);
      records.push(record);
      pieces.push(local, entry.packed);
      offset += local.length + entry.packed.length;
    }
  }
  const directorySize = records.reduce((sum, record) => sum + record.length, 0);
  if (offset + directorySize >= MAX_UINT32 || entries.length >= MAX_UINT16) {
    throw new OoxmlError('too-large', null, 'beyond what a plain zip archive holds');
  }
  const end = new Uint8Array(DIRECTORY_END_SIZE);
  const view = viewOf(end);
  view.setUint32(0, DIRECTORY_END, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, directorySize, true);
  view.setUint32(16, offset, true);

  const file = new Uint8Array(offset + directorySize + DIRECTORY_END_SIZE);
  let at = 0;
  for (const piece of [...pieces, ...records, end]) {
    file.set(piece, at);
    at += piece.length;
  }
  return file;
}
