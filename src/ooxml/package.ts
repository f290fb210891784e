import { type Codec, fflateCodec } from './codec';
import { CompoundFile, isCompoundFile } from './compound-file';
import {
  CONTENT_TYPES_PART,
  type ContentTypes,
  contentTypeIn,
  parseContentTypes,
} from './content-types';
import { OoxmlError } from './ooxml-error';
import { DEFAULT_LIMITS, type PackageLimits } from './package-limits';
import { decodePart } from './part-text';
import { parseRelationships, type Relationship, relationshipsPartOf } from './relationship';
import {
  METHOD_DEFLATED,
  METHOD_STORED,
  type NewZipEntry,
  readZip,
  writeZip,
  type ZipEntry,
} from './zip';

/** How a package is opened. */
export interface OpenOptions {
  /** fflate when absent. */
  readonly codec?: Codec;
  readonly limits?: PackageLimits;
  /**
   * Bytes of unpacked parts that may stay in memory, for a file that is read again and again; none
   * when absent.
   */
  readonly keeps?: number;
}

interface Part {
  readonly name: string;
  /** As it was in the file, null for a part made since. */
  readonly stored: ZipEntry | null;
  /** Content written since, null while it is as stored. */
  content: Uint8Array | null;
  /** What `content` packs to, where that has been done ahead. */
  packed?: Uint8Array;
  /** What `stored` unpacks to, where that has been kept. */
  unpacked?: Uint8Array;
  /** Whether its text was read with a byte order mark of UTF-8, which new text keeps. */
  hasMark?: boolean;
}

// Below this a part is unpacked in one go even when a stream is asked for.
const SMALL_PART = 1024 * 1024;
const PIECE = 1024 * 1024;

/**
 * An Office Open XML package: parts by name. Parts that are not written to are saved exactly as they
 * were, in the same order; names are compared without regard to case, as the format wants.
 */
export class OoxmlPackage {
  private readonly entries = new Map<string, Part>();
  /** By the part that holds them (in lower case), as far as they have been asked for. */
  private readonly relationships = new Map<string, readonly Relationship[]>();
  private types: ContentTypes | null = null;
  private changed = false;

  private constructor(
    private readonly codec: Codec,
    private readonly limits: PackageLimits,
    private readonly file: Uint8Array | null,
    /** Bytes of unpacked parts that may yet be kept. */
    private room: number,
  ) {}

  /**
   * Opens a package. Nothing is unpacked yet; `bytes` must not change while the package is in use.
   *
   * @throws {OoxmlError} for whatever is wrong with the file
   */
  static open(file: Uint8Array, options: OpenOptions = {}): OoxmlPackage {
    // A Node Buffer's slice shares its memory; a plain view's copies, so nothing of the caller's
    // bytes is ever written to.
    const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
    if (isCompoundFile(bytes)) {
      const names = new Set(new CompoundFile(bytes).names);
      if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) {
        throw new OoxmlError('encrypted', null, 'the package is encrypted');
      }
      if (names.has('Workbook') || names.has('Book')) {
        throw new OoxmlError('legacy-xls', null, 'a workbook of Excel 97-2003 or older');
      }
      if (names.size === 0) {
        throw new OoxmlError('truncated', null, 'the directory of the compound file is missing');
      }
      throw new OoxmlError('not-a-zip', null, 'a compound file without a workbook');
    }
    const limits = options.limits ?? DEFAULT_LIMITS;
    const opened = new OoxmlPackage(
      options.codec ?? fflateCodec,
      limits,
      bytes,
      options.keeps ?? 0,
    );
    for (const entry of readZip(bytes, limits)) {
      opened.entries.set(entry.name.toLowerCase(), {
        name: entry.name,
        stored: entry,
        content: null,
      });
    }
    return opened;
  }

  /** A package without any parts. */
  static create(codec: Codec = fflateCodec): OoxmlPackage {
    return new OoxmlPackage(codec, DEFAULT_LIMITS, null, 0);
  }

  /** The same package once more: what happens to either is not seen in the other. */
  copy(): OoxmlPackage {
    const copy = new OoxmlPackage(this.codec, this.limits, this.file, this.room);
    for (const [key, part] of this.entries) copy.entries.set(key, { ...part });
    copy.changed = this.changed;
    return copy;
  }

  /** Whether the package carries digital signatures, which any change makes invalid. */
  get isSigned(): boolean {
    return this.relationshipsOf('').some(({ type }) => type.includes('/digital-signature/origin'));
  }

  /** The names of all parts, in the order of the file, those made since last. */
  parts(): string[] {
    return [...this.entries.values()]
      .filter(({ stored, content }) => content !== null || stored?.isFolder !== true)
      .map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.find(name) !== undefined;
  }

  /** The name of a part as it is stored, null when there is none. */
  storedName(name: string): string | null {
    return this.find(name)?.name ?? null;
  }

  /** Bytes that a part unpacks to, as the file states it. */
  sizeOf(name: string): number {
    const part = this.part(name);
    return part.content?.length ?? part.stored?.size ?? 0;
  }

  /**
   * The content of a part.
   *
   * @throws {OoxmlError} `part-missing`, `crc`, `damaged-zip`, `unsupported-compression`, `too-large`
   */
  bytes(name: string): Uint8Array {
    const part = this.part(name);
    if (part.content !== null) return part.content;
    if (part.unpacked !== undefined) return part.unpacked;
    const { stored } = part;
    if (stored === null) return new Uint8Array();
    if (stored.size > this.limits.partBytes) {
      throw new OoxmlError('too-large', part.name, `${stored.size} bytes`);
    }
    const content = this.unpack(stored);
    if (content.length !== stored.size || this.codec.crc32(content) !== stored.crc) {
      throw new OoxmlError('crc', part.name, 'the content is not what was stored');
    }
    if (content.length <= this.room) {
      this.room -= content.length;
      part.unpacked = content;
    }
    return content;
  }

  /**
   * The content of a part piece by piece, so that it never stands in memory as a whole. A piece is
   * valid until the next one; damage may come to light only at the end.
   *
   * @throws {OoxmlError} as `bytes`
   */
  async *chunks(name: string): AsyncGenerator<Uint8Array> {
    const { content, unpacked, stored, name: actual } = this.part(name);
    const isAtHand = content !== null || unpacked !== undefined;
    const streamed = !isAtHand && stored?.method === METHOD_DEFLATED ? stored : null;
    if (streamed === null || streamed.size <= Math.max(SMALL_PART, this.room)) {
      const bytes = this.bytes(name);
      for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
        yield bytes.subarray(at, at + PIECE);
      }
      return;
    }
    let size = 0;
    let crc = 0;
    const pieces = this.codec.inflateRawChunks(streamed.packed)[Symbol.asyncIterator]();
    try {
      for (;;) {
        let piece: Uint8Array;
        try {
          const next = await pieces.next();
          if (next.done === true) break;
          piece = next.value;
        } catch (error) {
          throw damaged(actual, error);
        }
        size += piece.length;
        if (size > streamed.size) break;
        crc = this.codec.crc32(piece, crc);
        yield piece;
      }
    } finally {
      await pieces.return?.();
    }
    if (size !== streamed.size || crc !== streamed.crc) {
      throw new OoxmlError('crc', actual, 'the content is not what was stored');
    }
  }

  /** The content of a part as text: UTF-8, UTF-16, or what its XML declaration says. */
  text(name: string): string {
    const part = this.part(name);
    const bytes = this.bytes(name);
    part.hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return decodePart(bytes, part.name);
  }

  /**
   * The text of a part that describes others: lists of sheets, styles, relationships. Such parts are
   * held in memory element by element, so a tighter limit applies.
   */
  descriptiveText(name: string): string {
    const size = this.sizeOf(name);
    if (size > this.limits.descriptiveBytes) {
      throw new OoxmlError('too-large', name, `${size} bytes of description`);
    }
    return this.text(name);
  }

  /**
   * Replaces or adds a part; text is stored as UTF-8, with the byte order mark it was read with. The
   * same content again changes nothing.
   */
  write(name: string, content: string | Uint8Array): void {
    const old = this.find(name);
    const mark = old?.hasMark === true ? '\ufeff' : '';
    const bytes = typeof content === 'string' ? new TextEncoder().encode(mark + content) : content;
    if (old === undefined) {
      this.entries.set(name.toLowerCase(), { name, stored: null, content: bytes });
      this.noteChange(name);
      return;
    }
    // What is as it was in the file again is saved as it was packed there.
    const isStored =
      old.stored?.size === bytes.length && old.stored.crc === this.codec.crc32(bytes);
    if (isStored && old.content === null) return;
    old.content = isStored ? null : bytes;
    delete old.packed;
    if (!isStored && old.unpacked !== undefined) {
      this.room += old.unpacked.length;
      delete old.unpacked;
    }
    this.noteChange(old.name);
  }

  /** Removes a part; nothing happens when there is none. What refers to it is the caller's matter. */
  remove(name: string): void {
    const part = this.find(name);
    if (part === undefined) return;
    this.entries.delete(part.name.toLowerCase());
    this.noteChange(part.name);
  }

  /** What a part refers to; '' gives the relationships of the package. Empty when it has none. */
  relationshipsOf(partName: string): readonly Relationship[] {
    const part = relationshipsPartOf(partName);
    const key = (this.storedName(part) ?? part).toLowerCase();
    let found = this.relationships.get(key);
    if (found === undefined) {
      found = this.has(part) ? parseRelationships(this.descriptiveText(part), part, partName) : [];
      this.relationships.set(key, found);
    }
    return found.map((one) => {
      const target = one.external ? null : this.storedName(one.target);
      return target === null ? one : { ...one, target };
    });
  }

  /** The content type of a part, null when the package states none. */
  contentTypeOf(part: string): string | null {
    this.types ??= parseContentTypes(this.descriptiveText(CONTENT_TYPES_PART));
    return contentTypeIn(this.types, part);
  }

  /**
   * Packs what has been written, beside whatever else is going on where the platform can: `save` then
   * takes next to no time.
   */
  async packAhead(): Promise<void> {
    for (const part of this.entries.values()) {
      const { content } = part;
      if (content === null || content.length === 0 || part.packed !== undefined) continue;
      const packed = await this.codec.deflateRawApart?.(content);
      if (packed !== undefined && part.content === content) part.packed = packed;
    }
  }

  /**
   * The package as a file. Unchanged, it is the very file that was opened; otherwise untouched parts
   * keep their packed bytes, headers and place, and the same changes always give the same file.
   */
  save(): Uint8Array {
    if (this.file !== null && !this.changed) return this.file.slice();
    const entries: (ZipEntry | NewZipEntry)[] = [];
    for (const part of this.entries.values()) {
      if (part.content !== null) entries.push(this.pack(part, part.content));
      else if (part.stored !== null) entries.push(part.stored);
    }
    return writeZip(entries);
  }

  private find(name: string): Part | undefined {
    const key = (name.startsWith('/') ? name.slice(1) : name).toLowerCase();
    const found = this.entries.get(key) ?? this.entries.get(unescaped(key));
    return found?.stored?.isFolder === true && found.content === null ? undefined : found;
  }

  private part(name: string): Part {
    const part = this.find(name);
    if (part === undefined) throw new OoxmlError('part-missing', name, 'no such part');
    return part;
  }

  private noteChange(part: string): void {
    this.changed = true;
    const key = part.toLowerCase();
    if (key === CONTENT_TYPES_PART.toLowerCase()) this.types = null;
    this.relationships.delete(key);
  }

  private unpack(stored: ZipEntry): Uint8Array {
    if (stored.method === METHOD_STORED) return stored.packed;
    if (stored.method !== METHOD_DEFLATED) {
      throw new OoxmlError('unsupported-compression', stored.name, `method ${stored.method}`);
    }
    try {
      return this.codec.inflateRaw(stored.packed, stored.size);
    } catch (error) {
      throw damaged(stored.name, error);
    }
  }

  private pack({ name, stored, packed }: Part, content: Uint8Array): NewZipEntry {
    const deflated = content.length === 0 ? content : (packed ?? this.codec.deflateRaw(content));
    const worthIt = deflated.length < content.length;
    return {
      name,
      method: worthIt ? METHOD_DEFLATED : METHOD_STORED,
      crc: this.codec.crc32(content),
      size: content.length,
      packed: worthIt ? deflated : content,
      replaces: stored,
    };
  }
}

function unescaped(name: string): string {
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name;
  }
}

function damaged(part: string, error: unknown): OoxmlError {
  return new OoxmlError('damaged-zip', part, error instanceof Error ? error.message : 'no data');
}
