import { readFile } from 'node:fs/promises';
import { cliTexts } from '../locales/cli-texts';
import { domainTexts } from '../locales/domain-texts';
import { fill } from '../locales/fill';
import type { Language } from '../locales/language';
import { loadStandard } from '../standard/extend-standard';
import type { Standard } from '../standard/standard';
import { StandardError } from '../standard/standard-error';
import { STANDARDS, standardById } from '../standard/standards';
import { FileFault } from './file-fault';
import { UsageError } from './usage-error';

/**
 * The standard that `--standard` names: a national one by id, or a bureau's JSON by path.
 * @throws UsageError for an unknown id
 * @throws FileFault `standard-unreadable` or `standard-invalid` (with the path of the wrong value)
 */
export async function standardNamed(name: string, language: Language): Promise<Standard> {
  const national = standardById(name);
  if (national !== null) return national;
  if (!/\.json$/i.test(name)) {
    const known = STANDARDS.map(({ id }) => id).join(language === 'zh-CN' ? '、' : ', ');
    throw new UsageError(
      fill(cliTexts(language).faults.unknownStandard, { standard: name, known }),
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(await readFile(name, 'utf8'));
  } catch (error) {
    throw new FileFault('standard-unreadable', {
      detail: error instanceof Error ? error.message : String(error),
    });
  }
  try {
    return loadStandard(json);
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    throw new FileFault('standard-invalid', {
      path: error.path,
      detail: fill(domainTexts(language).standardFaults[error.code], { bound: error.bound ?? '' }),
    });
  }
}
