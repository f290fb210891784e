import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe } from '@jest/globals';

function runs(program: string, argument: string): boolean {
  return spawnSync(program, [argument], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

/** Whether LibreOffice can be started here. */
export const hasLibreOffice = runs('soffice', '--version');

/** Whether pages can be turned into pictures here (poppler). */
export const hasPoppler = runs('pdftoppm', '-v');

/**
 * `describe` for suites that need LibreOffice: where it is not installed they are skipped, and the
 * name says why.
 */
export function describeWithLibreOffice(name: string, suite: () => void): void {
  if (hasLibreOffice) describe(name, suite);
  else describe.skip(`${name} (skipped: LibreOffice is not installed)`, suite);
}

/** Recalculates every formula on loading, where the default trusts the cached values. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** Converts files with a profile of their own, so that no other LibreOffice is met or changed. */
function convert(
  files: ReadonlyMap<string, Uint8Array>,
  filter: string,
  extension: string,
): Map<string, Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'libreoffice-'));
  try {
    const profile = path.join(folder, 'profile', 'user');
    mkdirSync(profile, { recursive: true });
    writeFileSync(path.join(profile, 'registrymodifications.xcu'), PROFILE);
    mkdirSync(path.join(folder, 'in'));
    // Numbered, for names that no file system or command line takes amiss.
    const names = [...files.keys()];
    const inputs = names.map((name, index) => {
      const input = path.join(folder, 'in', `${index}${path.extname(name) || '.xlsx'}`);
      writeFileSync(input, files.get(name) ?? new Uint8Array());
      return input;
    });
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${path.join(folder, 'profile')}`,
        '--headless',
        '--norestore',
        '--convert-to',
        filter,
        '--outdir',
        path.join(folder, 'out'),
        ...inputs,
      ],
      { stdio: 'ignore', timeout: 300_000, env: { ...process.env, HOME: folder } },
    );
    return new Map(
      names.map((name, index) => [
        name,
        new Uint8Array(readFileSync(path.join(folder, 'out', `${index}.${extension}`))),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Opens workbooks in LibreOffice, recalculates every formula whatever its cached value, and gives
 * them back as LibreOffice saves them (.xlsx). Throws when one cannot be opened.
 * @param files bytes by a name of the caller's choice.
 */
export function recalculate(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  return convert(files, 'xlsx:Calc MS Excel 2007 XML', 'xlsx');
}

/**
 * Pages of a workbook as LibreOffice prints them, as PNG pictures.
 * @param options `wholeSheets` puts every sheet on one page of its size instead of on paper.
 */
export function toPdfPages(
  workbook: Uint8Array,
  options: { readonly wholeSheets?: boolean; readonly dotsPerInch?: number } = {},
): Uint8Array[] {
  const filter = options.wholeSheets
    ? 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}'
    : 'pdf:calc_pdf_Export';
  const pdf = convert(new Map([['book.xlsx', workbook]]), filter, 'pdf').get('book.xlsx');
  if (!pdf) return [];
  const folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
  try {
    const input = path.join(folder, 'book.pdf');
    writeFileSync(input, pdf);
    const resolution = String(options.dotsPerInch ?? 96);
    execFileSync('pdftoppm', ['-png', '-r', resolution, input, path.join(folder, 'page')]);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .sort()
      .map((name) => new Uint8Array(readFileSync(path.join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
