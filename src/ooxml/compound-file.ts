const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_SIZE = 512;
const DIRECTORY_ENTRY_SIZE = 128;
const HEADER_FAT_SECTORS = 109;
const END_OF_CHAIN = 0xfffffffa;
const STREAM_OR_STORAGE = new Set([1, 2]);

/** Whether the bytes begin as an OLE2 compound file: .xls, or a password-protected .xlsx. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER_SIZE && SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * The names of all streams and storages of an OLE2 compound file ([MS-CFB]), as far as its directory
 * can be followed: damage ends the list, it never throws and always ends.
 */
export function compoundFileNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return [];
  const sectorSize = 2 ** shift;
  const word = (at: number): number =>
    at >= 0 && at + 4 <= bytes.length ? view.getUint32(at, true) : END_OF_CHAIN;
  const nextSector = (sector: number): number => {
    const perSector = sectorSize / 4;
    const fatIndex = Math.floor(sector / perSector);
    // Beyond the table in the header the file is so large that its directory has long been seen.
    if (fatIndex >= HEADER_FAT_SECTORS) return END_OF_CHAIN;
    const fatSector = word(76 + fatIndex * 4);
    return word((fatSector + 1) * sectorSize + (sector % perSector) * 4);
  };

  const names: string[] = [];
  const seen = new Set<number>();
  const decoder = new TextDecoder('utf-16le');
  let sector = word(48);
  while (sector < END_OF_CHAIN && !seen.has(sector)) {
    seen.add(sector);
    const start = (sector + 1) * sectorSize;
    if (start + sectorSize > bytes.length) break;
    for (let at = start; at < start + sectorSize; at += DIRECTORY_ENTRY_SIZE) {
      const nameSize = view.getUint16(at + 64, true);
      if (STREAM_OR_STORAGE.has(bytes[at + 66] ?? 0) && nameSize >= 2 && nameSize <= 64) {
        names.push(decoder.decode(bytes.subarray(at, at + nameSize - 2)));
      }
    }
    sector = nextSector(sector);
  }
  return names;
}
