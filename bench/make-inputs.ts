import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codecOfNode } from '../src/hosts/xlsx/node-codec';
import { createWorkbook } from '../src/ooxml/write/create-workbook';
import { generateSchools } from '../scripts/samples/generate-schools';
import { countySheet, schoolSheet } from '../scripts/samples/school-sheet';

const FOLDER = '.cache/bench';

function write(file: string, seed: number, schools: number): string {
  const target = path.join(FOLDER, file);
  if (!existsSync(target)) {
    mkdirSync(path.dirname(target), { recursive: true });
    const rows = generateSchools({
      seed,
      schools,
      abundance: 1.2,
      spread: 0.12,
      everySchoolPasses: false,
    });
    const bytes = createWorkbook([schoolSheet(rows), countySheet('云岭县', '2026')], codecOfNode);
    writeFileSync(`${target}.part`, bytes);
    renameSync(`${target}.part`, target);
  }
  return target;
}

/** A workbook of so many schools; made once and kept. */
export function workbookOf(schools: number): string {
  return write(`schools-${schools}.xlsx`, schools, schools);
}

/** A folder of county workbooks of about 60 schools each; made once and kept. */
export function countyFolder(counties: number): string {
  for (let county = 0; county < counties; county += 1) {
    write(
      `counties/county-${String(county + 1).padStart(3, '0')}.xlsx`,
      county,
      50 + (county % 21),
    );
  }
  return path.join(FOLDER, 'counties');
}
