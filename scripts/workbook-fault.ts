import { codecOfNode } from '../src/hosts/xlsx/node-codec';
import { openWorkbookSource } from '../src/hosts/xlsx/open-workbook-source';
import { FileFault } from '../src/cli/file-fault';
import { readWholeFile } from '../src/cli/read-whole-file';
import { cliTexts } from '../src/locales/cli-texts';
import { describeFileFault } from '../src/locales/describe-file-fault';
import { fill } from '../src/locales/fill';
import { OoxmlError } from '../src/ooxml/ooxml-error';

/** Why a file cannot be opened as a workbook, in the command line's words; null where it can. */
export async function workbookFault(file: string): Promise<string | null> {
  try {
    await openWorkbookSource(await readWholeFile(file), file, codecOfNode);
    return null;
  } catch (error) {
    if (!(error instanceof FileFault || error instanceof OoxmlError)) throw error;
    const parameters =
      error instanceof FileFault
        ? error.parameters
        : { part: error.part ?? '', detail: error.detail };
    const { message, mending } = describeFileFault(error.code, parameters, 'zh-CN');
    return fill(cliTexts('zh-CN').fileFault, { file, message, mending });
  }
}
