// Makes test/fixtures/xlsx/libreoffice.{xlsx,xls,ods} from libreoffice.fods; needs soffice.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../test/fixtures/xlsx');
const profile = mkdtempSync(path.join(tmpdir(), 'soffice-'));
try {
  for (const format of ['xlsx', 'xls', 'ods']) {
    const options = ['--headless', '--norestore', '--convert-to', format, '--outdir', folder];
    const source = path.join(folder, 'libreoffice.fods');
    execFileSync('soffice', [`-env:UserInstallation=file://${profile}`, ...options, source]);
  }
} finally {
  rmSync(profile, { recursive: true });
}
