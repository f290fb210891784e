import { ExcelHost } from '../../../src/hosts/excel/excel-host';
import { NodeHost } from '../../standin/node-host';
import { workbookFromXlsx } from '../../standin/workbook-from-xlsx';
import { describeContract } from './contract';

describeContract('Excel', async (bytes, name) => {
  const standin = NodeHost.open({
    workbook: await workbookFromXlsx(bytes, name),
    // The only formula of the contract's workbook that is typed again.
    evaluateFormula: (formula) => (formula === '=D6+1' ? 45_537 : undefined),
  });
  return {
    host: await ExcelHost.open(),
    model: () => Promise.resolve(standin.workbook),
    rename: (sheet, newName) => {
      standin.renameSheet(sheet, newName);
      return Promise.resolve();
    },
    close: () => standin.close(),
  };
});
