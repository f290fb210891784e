import { OoxmlPackage } from '../../../src/ooxml/package';

/** The file after a program has renamed a sheet: its tab, and every name that leads to it. */
export function renamedSheet(bytes: Uint8Array, sheet: string, name: string): Uint8Array {
  const file = OoxmlPackage.open(bytes);
  const part = 'xl/workbook.xml';
  const xml = file
    .text(part)
    .replaceAll(`name="${sheet}"`, `name="${name}"`)
    .replaceAll(`'${sheet}'!`, `'${name}'!`);
  file.write(part, xml);
  return file.save();
}
