import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { CN_2017 } from '../../src/standard/cn-2017';
import type { FormItem } from '../../src/standard/form-item';
import { GOVERNMENT_ITEMS } from '../../src/standard/government-items';
import { QUALITY_ITEMS } from '../../src/standard/quality-items';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import { formSchools } from './form-schools';
import { governmentSheet, qualitySheet } from './form-sheets';
import { MemorySource } from './memory-source';

const FOLDER = path.join(__dirname, 'golden-items');

const cell = z.union([z.string(), z.number(), z.null()]);
const cells = z.record(z.string(), cell).default({});

/**
 * One case of an item: the blanks that differ from a form in which everything is met, the cells of
 * 学校数据 that differ, rows added below the form; then the item's verdict and what is found on its
 * sheet (code and cell) or in the schools for it (code).
 */
const caseSchema = z.strictObject({
  about: z.string(),
  cells,
  primary: cells,
  junior: cells,
  rows: z.array(z.array(cell)).default([]),
  verdict: z.enum(['pass', 'fail', 'unjudged']),
  findings: z.array(z.string()),
});

/** Every item has these; what only a person concludes has no limit. */
const KINDS = ['met', 'limit', 'below', 'missing', 'contradictory'];

function folderOf({ part, number }: FormItem): string {
  return `${part}-${String(number).padStart(2, '0')}`;
}

describe.each(
  [...GOVERNMENT_ITEMS, ...QUALITY_ITEMS].map((item) => [folderOf(item), item] as const),
)('item %s', (folder, item) => {
  const names = readdirSync(path.join(FOLDER, folder)).map((file) => path.parse(file).name);

  it('has a case of every kind', () => {
    const wanted = KINDS.filter((kind) => kind !== 'limit' || item.kind !== 'conclusion');
    expect(wanted.filter((kind) => !names.includes(kind))).toEqual([]);
  });

  it.each(names)('is judged: %s', async (name) => {
    const file = path.join(FOLDER, folder, `${name}.json`);
    const golden = caseSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const typed = Object.fromEntries(
      Object.entries(golden.cells).map(([key, value]) => [`${item.number}.${key}`, value]),
    );
    const sheet = item.part === 'government' ? governmentSheet(typed) : qualitySheet(typed);
    const source = new MemorySource([
      formSchools(golden.primary, golden.junior),
      { ...sheet, rows: [...sheet.rows, ...golden.rows] },
    ]);
    const result = await checkWorkbook(source, { standard: CN_2017 });
    const found = result.findings
      .filter(
        ({ sheet: where, parameters }) =>
          where === sheet.name || (parameters['form'] === item.part && where !== null),
      )
      .map((one) =>
        (one.sheet === sheet.name ? [one.code, one.cell] : [one.code]).filter(Boolean).join(' '),
      );
    expect({ about: golden.about, found: found.sort() }).toEqual({
      about: golden.about,
      found: [...golden.findings].sort(),
    });
    const judged = result.form[item.part]?.find((one) => one.item.number === item.number);
    expect(judged?.verdict).toBe(golden.verdict);
    expect(result.parts[item.part]).toBe(golden.verdict);
  });
});

it('no folder belongs to no item', () => {
  const known = new Set([...GOVERNMENT_ITEMS, ...QUALITY_ITEMS].map(folderOf));
  expect(readdirSync(FOLDER).filter((folder) => !known.has(folder))).toEqual([]);
});
