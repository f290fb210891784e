const SECTOR = 512;

/**
 * An OLE2 compound file ([MS-CFB]) with one stream of at least 4096 bytes besides the root. Sector 0
 * is the allocation table, sector 1 the directory, and the stream follows.
 */
export function compoundFile(stream: string, content = new Uint8Array(4096)): Uint8Array {
  const sectors = Math.ceil(content.length / SECTOR);
  const file = new Uint8Array(SECTOR * (3 + sectors));
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, 0xfffffffe, true);
  view.setUint32(68, 0xfffffffe, true);
  for (let at = 80; at < SECTOR; at += 4) view.setUint32(at, 0xffffffff, true);

  for (let sector = 0; sector < SECTOR / 4; sector++) {
    const isLast = sector === sectors + 1;
    const next = sector > sectors + 1 ? 0xffffffff : isLast ? 0xfffffffe : sector + 1;
    view.setUint32(
      SECTOR + sector * 4,
      sector === 0 ? 0xfffffffd : sector === 1 ? 0xfffffffe : next,
      true,
    );
  }
  const entry = (index: number, name: string, type: number, start: number, size: number): void => {
    const at = SECTOR * 2 + index * 128;
    file.set(Buffer.from(name, 'utf16le'), at);
    view.setUint16(at + 64, name.length * 2 + 2, true);
    view.setUint8(at + 66, type);
    view.setUint8(at + 67, 1);
    for (const link of [68, 72, 76]) view.setUint32(at + link, 0xffffffff, true);
    view.setUint32(at + 116, start, true);
    view.setUint32(at + 120, size, true);
  };
  entry(0, 'Root Entry', 5, 0xfffffffe, 0);
  view.setUint32(SECTOR * 2 + 76, 1, true);
  entry(1, stream, 2, 2, content.length);
  file.set(content, SECTOR * 3);
  return file;
}
