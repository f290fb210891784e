const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_SIZE = 512;
const DIRECTORY_ENTRY_SIZE = 128;
const HEADER_FAT_SECTORS = 109;
// Sector numbers from here on mean the end of a chain, or none.
const NO_SECTOR = 0xfffffffa;
const MINI_SECTOR_SIZE = 64;
const STREAM = 2;
const ROOT = 5;

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

/** Whether the bytes begin as an OLE2 compound file: .xls, or a password-protected .xlsx. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER_SIZE && SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * An OLE2 compound file ([MS-CFB]), read as far as it can be followed: damage shortens what it gives,
 * it never throws and always ends.
 */
export class CompoundFile {
  private readonly view: DataView;
  private readonly sectorSize: number;
  private readonly fatSectors: readonly number[];
  private readonly entries: readonly DirectoryEntry[];

  /** @param bytes for which `isCompoundFile` holds */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.sectorSize = this.view.getUint16(30, true) === 12 ? 4096 : 512;
    this.fatSectors = this.readFatSectors();
    this.entries = this.readDirectory();
  }

  /** The names of all streams and storages. */
  get names(): string[] {
    return this.entries.map(({ name }) => name);
  }

  /** The content of a stream, null when there is none of the name or it is cut off. */
  stream(name: string): Uint8Array | null {
    const entry = this.entries.find((one) => one.type === STREAM && one.name === name);
    if (entry === undefined) return null;
    const smallest = this.word(56);
    const content =
      entry.size < smallest ? this.miniStream(entry) : this.join(this.chain(entry.start));
    return content.length < entry.size ? null : content.subarray(0, entry.size);
  }

  private word(at: number): number {
    return at >= 0 && at + 4 <= this.bytes.length ? this.view.getUint32(at, true) : NO_SECTOR;
  }

  private sectorAt(sector: number): number {
    return (sector + 1) * this.sectorSize;
  }

  /** The sectors of the allocation table: some in the header, more in a chain of their own. */
  private readFatSectors(): number[] {
    const sectors: number[] = [];
    for (let index = 0; index < HEADER_FAT_SECTORS; index++)
      sectors.push(this.word(76 + index * 4));
    const seen = new Set<number>();
    const perSector = this.sectorSize / 4 - 1;
    let table = this.word(68);
    while (table < NO_SECTOR && !seen.has(table) && this.sectorAt(table) < this.bytes.length) {
      seen.add(table);
      const at = this.sectorAt(table);
      for (let index = 0; index < perSector; index++) sectors.push(this.word(at + index * 4));
      table = this.word(at + perSector * 4);
    }
    return sectors;
  }

  private nextSector(sector: number): number {
    const perSector = this.sectorSize / 4;
    const table = this.fatSectors[Math.floor(sector / perSector)] ?? NO_SECTOR;
    return table < NO_SECTOR
      ? this.word(this.sectorAt(table) + (sector % perSector) * 4)
      : NO_SECTOR;
  }

  /** The sectors of a chain that lie within the file; a chain that turns in a circle ends there. */
  private chain(start: number): number[] {
    const sectors = new Set<number>();
    let sector = start;
    while (
      sector < NO_SECTOR &&
      !sectors.has(sector) &&
      this.sectorAt(sector) < this.bytes.length
    ) {
      sectors.add(sector);
      sector = this.nextSector(sector);
    }
    return [...sectors];
  }

  private join(sectors: readonly number[]): Uint8Array {
    const joined = new Uint8Array(sectors.length * this.sectorSize);
    let size = 0;
    for (const sector of sectors) {
      const at = this.sectorAt(sector);
      const piece = this.bytes.subarray(at, at + this.sectorSize);
      joined.set(piece, size);
      size += piece.length;
    }
    return joined.subarray(0, size);
  }

  private miniStream(entry: DirectoryEntry): Uint8Array {
    const root = this.entries.find(({ type }) => type === ROOT);
    const container = root === undefined ? new Uint8Array() : this.join(this.chain(root.start));
    const table = this.join(this.chain(this.word(60)));
    const tableView = new DataView(table.buffer, table.byteOffset, table.byteLength);
    const content = new Uint8Array(entry.size + MINI_SECTOR_SIZE);
    const seen = new Set<number>();
    let size = 0;
    let sector = entry.start;
    while (size < entry.size && sector < container.length / MINI_SECTOR_SIZE && !seen.has(sector)) {
      seen.add(sector);
      const at = sector * MINI_SECTOR_SIZE;
      const piece = container.subarray(at, at + MINI_SECTOR_SIZE);
      content.set(piece, size);
      size += piece.length;
      sector = sector * 4 + 4 <= table.length ? tableView.getUint32(sector * 4, true) : NO_SECTOR;
    }
    return content.subarray(0, size);
  }

  private readDirectory(): DirectoryEntry[] {
    const directory = this.join(this.chain(this.word(48)));
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
    const decoder = new TextDecoder('utf-16le');
    const entries: DirectoryEntry[] = [];
    for (let at = 0; at + DIRECTORY_ENTRY_SIZE <= directory.length; at += DIRECTORY_ENTRY_SIZE) {
      const nameSize = view.getUint16(at + 64, true);
      const type = directory[at + 66] ?? 0;
      if (type === 0 || type > ROOT || nameSize < 2 || nameSize > 64) continue;
      entries.push({
        name: decoder.decode(directory.subarray(at, at + nameSize - 2)),
        type,
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    return entries;
  }
}
