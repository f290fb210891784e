import { codecOfNode } from '../hosts/xlsx/node-codec';
import { openWorkbookSource } from '../hosts/xlsx/open-workbook-source';
import { OoxmlError } from '../ooxml/ooxml-error';
import { cellText } from '../workbook/cell-text';
import { readLedger } from '../workbook/read-ledger';
import type { LedgerReading } from '../workbook/read-ledger';
import type { WorkbookSource } from '../workbook/source';
import { FileFault } from './file-fault';
import { readWholeFile } from './read-whole-file';

/**
 * The 整改台账 to go on with: the input's, else that of the file that the output will take the place
 * of, for whoever keeps the data in one file works on the log in the other.
 *
 * @param replace whether the output's may be given up where the two differ
 * @throws FileFault `output-ledger-differs` where writing would lose what the output's holds
 */
export async function earlierLedger(
  input: WorkbookSource,
  output: string,
  replace: boolean,
): Promise<LedgerReading | null> {
  const ledger = await readLedger(input, await input.heads());
  const replaced = await ledgerOfFile(output);
  if (replaced === null) return ledger;
  if (ledger === null && replaced.kind === 'ledger') return replaced;
  if (!replace && textOf(ledger) !== textOf(replaced)) {
    throw new FileFault('output-ledger-differs', { output, sheet: replaced.sheet });
  }
  return ledger;
}

async function ledgerOfFile(file: string): Promise<LedgerReading | null> {
  try {
    const source = await openWorkbookSource(await readWholeFile(file), file, codecOfNode);
    return await readLedger(source, await source.heads());
  } catch (error) {
    // A file that is not there, or no workbook, holds no log.
    if (error instanceof FileFault || error instanceof OoxmlError) return null;
    throw error;
  }
}

function textOf(ledger: LedgerReading | null): string | null {
  if (ledger === null || ledger.kind === 'unknown') return null;
  return JSON.stringify(ledger.rows.map(({ number, cells }) => [number, cells.map(cellText)]));
}
