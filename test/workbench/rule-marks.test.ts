import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { RuleFormulas } from '../../src/hosts/workbench/rule-formulas';
import { RuleMarks } from '../../src/hosts/workbench/rule-marks';
import { XlsxWorkbookSource } from '../../src/hosts/xlsx/xlsx-source';
import { parseRange } from '../../src/ooxml/cell-range';
import { cellAddress } from '../../src/ooxml/write/cell-address';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import type { HighlightMark } from '../../src/plans/highlight-plan';
import { planHighlights } from '../../src/reports/highlight';
import { DEFAULT_STANDARD } from '../../src/standard/standards';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import { keepRows } from '../../src/workbook/sheet-cells';
import { CellFault, type CellContent, type WorkbookSource } from '../../src/workbook/source';
import type { WorkbookCheck } from '../../src/workbook/workbook-check';
import { schoolPlan, variedCounty } from '../reports/county-workbook';
import { marksByEngine } from '../reports/marks-by-engine';
import { SAMPLE } from './started-workbench';

function formulas(cells: Readonly<Record<string, CellContent>>): (formula: string) => boolean {
  const evaluated = new RuleFormulas((row, column) => cells[cellAddress(row, column)]);
  return (formula) => evaluated.holds(formula, { rows: 0, columns: 0 });
}

describe('the formulas of conditional formats', () => {
  const holds = formulas({
    A1: 3,
    A2: '３',
    A3: new CellFault('#DIV/0!'),
    A4: '2141000001',
    B1: 2,
    B2: '3',
    B3: true,
    B4: 2141000001,
  });

  it.each([
    ['1+2*3^2=19', true],
    ['-2^2=4', true],
    ['(1+2)*3=9', true],
    ['50%=0.5', true],
    ['"a"&1="A1"', true],
    ['A1>B1', true],
    ['A1="3"', false],
    ['A9=0', true],
    ['A9=""', true],
    ['A2>A1', true],
    ['B3>A2', true],
    ['A3>0', false],
    ['IFERROR(A3>0,TRUE)', true],
    ['ISERROR(A3)', true],
    ['AND(A1,A3)', false],
    ['OR(A1=3,A1=4)', true],
    ['NOT(A1=3)', false],
    ['VALUE(ASC(A2))=3', true],
    ['COUNTIF(B1:B4,"3")=1', true],
    ['COUNTIF($B$1:$B$4,A4)=1', true],
    ['COUNTIF(B1:B4,">=2")=2', true],
    ['COUNTIF(A1:A4,"214*")=1', true],
    ['SUMIF(B1:B4,2,A1:A4)=3', true],
    ['COUNT(A1:B4)=3', true],
    ['COUNT(FIND("b","abc"),FIND("z","abc"))=1', true],
    ['SUM(A1:A2)=3', true],
    ['MIN(A1,B1)=2', true],
    ['COUNT(B2)=0', true],
    ['COUNT(A1,B2,B3,"3",TRUE)=3', true],
    ['COUNT((B2))=0', true],
    ['COUNTA(B2,B9,A1)=2', true],
    ['SUM(A1,B2,B3)=3', true],
    ['SUM(A1,"3",TRUE)=7', true],
    ['MAX(A1,A4)=3', true],
    ['MIN(B2,A9)=0', true],
    ['SUM(A1,A3)=3', false],
    ['B2+0=3', true],
    ['AND(B2)', false],
    ['ISERROR(AND(B2))', true],
    ['ISERROR(OR(B2,B9))', true],
    ['AND(B2,B3)', true],
    ['ISERROR(AND("3",TRUE))', true],
    ['COUNTIF(B2,"3")=1', true],
    ['SUMIF(B1,2,A1)=3', true],
    ['ROUND(2.675,2)=2.68', true],
    ['ROUNDUP(0.9*20,0)=18', true],
    ['TRIM("  a  b ")="a b"', true],
    ['LEFT("abc",2)="ab"', true],
    ['IF(A1=3,"x")="x"', true],
    ['UNKNOWN(A1)', false],
    ['A1=', false],
    ["'表'!A1=3", false],
  ])('takes %s for %s', (formula, expected) => {
    expect(holds(formula)).toBe(expected);
  });

  it('moves relative references with the cell and keeps those with a $', () => {
    const evaluated = new RuleFormulas((row, column) => row * 10 + column);
    expect(evaluated.holds('AND(A1=32,$A1=30,A$1=12,$A$1=10)', { rows: 2, columns: 2 })).toBe(true);
  });
});

/** The marks that the check asks for on the sheets of schools. */
function marksWanted(check: WorkbookCheck): ReadonlyMap<string, HighlightMark> {
  const sheets = check.reading?.layouts.map(({ sheet }) => sheet) ?? [];
  return new Map(
    [...marksByEngine(check)].filter(([cell]) =>
      sheets.some((sheet) => cell.startsWith(`${sheet}!`)),
    ),
  );
}

/** Every mark that a county's sheets of schools show, by `sheet!row,column`. */
async function marksShown(
  source: WorkbookSource,
  check: WorkbookCheck,
): Promise<ReadonlyMap<string, HighlightMark>> {
  const marks = ['below', 'near', 'fault'] as const;
  const found = new Map<string, HighlightMark>();
  for (const { sheet, rules } of planHighlights(check).sheets) {
    const rows = new Map(
      (await keepRows(source, sheet)).map(({ number, cells }) => [number, cells]),
    );
    const shown = new RuleMarks(
      rules.map(({ mark, ranges, formula }, priority) => ({
        ranges: ranges.map(parseRange).filter((range) => range !== null),
        formula,
        look: marks.indexOf(mark),
        priority,
        stops: true,
      })),
      (row, column) => rows.get(row)?.[column],
    );
    const columns = Math.max(...[...rows.values()].map(({ length }) => length));
    for (let row = 1; row <= Math.max(...rows.keys()) + 3; row += 1) {
      for (let column = 0; column < columns + 3; column += 1) {
        const mark = marks[shown.at(row - 1, column) ?? -1];
        if (mark !== undefined) found.set(`${sheet}!${row},${column}`, mark);
      }
    }
  }
  return found;
}

function sorted(marks: ReadonlyMap<string, HighlightMark>): string[] {
  return [...marks].map(([cell, mark]) => `${cell} ${mark}`).sort();
}

describe('the marks shown', () => {
  it('in the sample county are those that the check has found, and no others', async () => {
    const source = XlsxWorkbookSource.open(new Uint8Array(readFileSync(SAMPLE)), 'sample');
    const check = await checkWorkbook(source, { standard: DEFAULT_STANDARD });
    const wanted = marksWanted(check);
    expect(new Set(wanted.values())).toEqual(new Set(['below', 'near', 'fault']));
    expect(sorted(await marksShown(source, check))).toEqual(sorted(wanted));
  });

  it('in a county of every type of school are those that the check has found', async () => {
    const source = XlsxWorkbookSource.open(createWorkbook([schoolPlan(variedCounty())]), 'county');
    const check = await checkWorkbook(source, { standard: DEFAULT_STANDARD });
    const wanted = marksWanted(check);
    expect(wanted.size).toBeGreaterThan(20);
    expect(sorted(await marksShown(source, check))).toEqual(sorted(wanted));
  });

  it('are forgotten when a cell changes', () => {
    let value = 1;
    const marks = new RuleMarks(
      [
        {
          ranges: [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 0 }],
          formula: 'SUM($A$1:$A$2)<3',
          look: 0,
          priority: 1,
          stops: true,
        },
      ],
      () => value,
    );
    expect(marks.at(0, 0)).toBe(0);
    value = 5;
    expect(marks.at(0, 0)).toBe(0);
    marks.forget();
    expect(marks.at(0, 0)).toBeNull();
  });
});
