import { XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { OoxmlPackage } from '../../../src/ooxml/package';
import { workbookFromXlsx } from '../../standin/workbook-from-xlsx';
import { describeContract, type OpenedHost } from './contract';

/** Renames a sheet as a program does: its tab, and every name that leads to it. */
function renamed(bytes: Uint8Array, sheet: string, name: string): Uint8Array {
  const file = OoxmlPackage.open(bytes);
  const part = 'xl/workbook.xml';
  const xml = file
    .text(part)
    .replaceAll(`name="${sheet}"`, `name="${name}"`)
    .replaceAll(`'${sheet}'!`, `'${name}'!`);
  file.write(part, xml);
  return file.save();
}

describeContract('A file in memory', (bytes, name): Promise<OpenedHost> => {
  let host = XlsxHost.open(bytes, name);
  return Promise.resolve({
    get host() {
      return host;
    },
    model: () => workbookFromXlsx(host.bytes(), name),
    rename: (sheet, newName) => {
      host = XlsxHost.open(renamed(host.bytes(), sheet, newName), name);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
});
