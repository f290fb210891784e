import { OoxmlError } from '../../ooxml/ooxml-error';

const BOF_BIFF2 = 0x0009;
const BOF = 0x0809;
const CONTINUE = 0x003c;
const BIFF8 = 0x0600;
const HEADER_SIZE = 4;

/** A record of a BIFF stream ([MS-XLS] 2.1.4). */
export interface BiffRecord {
  readonly type: number;
  readonly data: Uint8Array;
  /** Where in the stream its header begins. */
  readonly at: number;
}

/** Walks over the records from a place in the stream; damage ends the walk. */
export function* biffRecords(stream: Uint8Array, from = 0): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let at = from;
  while (at + HEADER_SIZE <= stream.length) {
    const type = view.getUint16(at, true);
    const end = at + HEADER_SIZE + view.getUint16(at + 2, true);
    if (end > stream.length) return;
    yield { type, data: stream.subarray(at + HEADER_SIZE, end), at };
    at = end;
  }
}

/**
 * The version of a stream, by its first record: 8 is Excel 97–2003, 5 is Excel 5 and 95.
 *
 * @throws {OoxmlError} `legacy-xls` for older ones, which are not read
 */
export function biffVersion(stream: Uint8Array): 5 | 8 {
  const [first] = biffRecords(stream);
  if (first?.type !== BOF || first.data.length < 4) {
    const older = first !== undefined && (first.type & 0xff) === BOF_BIFF2;
    throw new OoxmlError('legacy-xls', null, older ? 'older than Excel 5' : 'no workbook stream');
  }
  const version = new DataView(first.data.buffer, first.data.byteOffset).getUint16(0, true);
  return version === BIFF8 ? 8 : 5;
}

/**
 * A record with those that continue it, as one run of fields. Reading beyond the end throws, so
 * damage cannot make a loop endless.
 */
export class BiffFields {
  private piece = 0;
  private at = 0;

  private left: number;

  /** @param pieces the data of the record and of the CONTINUE records behind it */
  constructor(private readonly pieces: readonly Uint8Array[]) {
    this.left = pieces.reduce((sum, { length }) => sum + length, 0);
  }

  /** Bytes that have not been read. */
  get remaining(): number {
    return this.left;
  }

  uint8(): number {
    this.settle();
    const byte = this.pieces[this.piece]?.[this.at];
    if (byte === undefined) throw new OoxmlError('legacy-xls', null, 'a record is cut off');
    this.at++;
    this.left--;
    return byte;
  }

  uint16(): number {
    return this.uint8() + this.uint8() * 0x100;
  }

  uint32(): number {
    return this.uint16() + this.uint16() * 0x10000;
  }

  bytes(count: number): Uint8Array {
    const result: number[] = [];
    for (let index = 0; index < count; index++) result.push(this.uint8());
    return Uint8Array.from(result);
  }

  float64(): number {
    const bytes = this.bytes(8);
    return new DataView(bytes.buffer).getFloat64(0, true);
  }

  /** A number packed into four bytes ([MS-XLS] 2.5.217, RkNumber). */
  rk(): number {
    const bits = this.uint32();
    let value: number;
    if ((bits & 2) !== 0) {
      value = (bits | 0) >> 2;
    } else {
      const view = new DataView(new ArrayBuffer(8));
      view.setUint32(4, (bits & 0xfffffffc) >>> 0, true);
      value = view.getFloat64(0, true);
    }
    return (bits & 1) === 0 ? value : value / 100;
  }

  skip(count: number): void {
    let rest = count;
    while (rest > 0) {
      this.settle();
      const piece = this.pieces[this.piece];
      if (piece === undefined) throw new OoxmlError('legacy-xls', null, 'a record is cut off');
      const step = Math.min(rest, piece.length - this.at);
      this.at += step;
      rest -= step;
      this.left -= step;
    }
  }

  /** Text of BIFF8 whose length is given before ([MS-XLS] 2.5.293, XLUnicodeRichExtendedString). */
  unicodeText(length: number): string {
    const flags = this.uint8();
    const runs = (flags & 8) === 0 ? 0 : this.uint16();
    const phonetic = (flags & 4) === 0 ? 0 : this.uint32();
    const text = this.characters(length, (flags & 1) !== 0);
    this.skip(runs * 4 + phonetic);
    return text;
  }

  /** Characters, which begin anew with a flag where the text goes on in a CONTINUE record. */
  private characters(length: number, startsWide: boolean): string {
    const codes: number[] = [];
    let wide = startsWide;
    for (let index = 0; index < length; index++) {
      const piece = this.pieces[this.piece];
      if (piece !== undefined && this.at >= piece.length) {
        this.settle();
        wide = (this.uint8() & 1) !== 0;
      }
      codes.push(wide ? this.uint16() : this.uint8());
    }
    let text = '';
    for (let at = 0; at < codes.length; at += 4096) {
      text += String.fromCharCode(...codes.slice(at, at + 4096));
    }
    return text;
  }

  private settle(): void {
    while (this.piece < this.pieces.length && this.at >= (this.pieces[this.piece]?.length ?? 0)) {
      this.piece++;
      this.at = 0;
    }
  }
}

/** Groups each record with the CONTINUE records behind it. */
export function* joinedRecords(
  records: Iterable<BiffRecord>,
): Generator<{ type: number; at: number; fields: BiffFields }> {
  let pending: { type: number; at: number; pieces: Uint8Array[] } | null = null;
  for (const { type, data, at } of records) {
    if (type === CONTINUE && pending !== null) {
      pending.pieces.push(data);
      continue;
    }
    if (pending !== null) {
      yield { type: pending.type, at: pending.at, fields: new BiffFields(pending.pieces) };
    }
    pending = { type, at, pieces: [data] };
  }
  if (pending !== null) {
    yield { type: pending.type, at: pending.at, fields: new BiffFields(pending.pieces) };
  }
}
