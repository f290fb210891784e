import { XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { workbookFromXlsx } from '../../standin/workbook-from-xlsx';
import { describeContract, type OpenedHost } from './contract';
import { renamedSheet } from './renamed-sheet';

describeContract('A file in memory', (bytes, name): Promise<OpenedHost> => {
  let host = XlsxHost.open(bytes, name);
  return Promise.resolve({
    get host() {
      return host;
    },
    model: () => workbookFromXlsx(host.bytes(), name),
    rename: (sheet, newName) => {
      host = XlsxHost.open(renamedSheet(host.bytes(), sheet, newName), name);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
});
