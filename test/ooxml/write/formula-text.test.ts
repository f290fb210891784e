import { describe, expect, it } from '@jest/globals';
import {
  quoteSheetName,
  renameSheetsInFormula,
  shiftFormula,
} from '../../../src/ooxml/write/formula-text';

describe('a formula filled into another cell', () => {
  it.each([
    ['A1+$B$2+C$3+$D4', 'B3+$B$2+D$3+$D6'],
    ['SUM(A1:B9)*2', 'SUM(B3:C11)*2'],
    ['LOG10(A1)+ATAN2 (A1,B1)', 'LOG10(B3)+ATAN2 (B3,C3)'],
    ['"A1"&A1&"say ""A1"""', '"A1"&B3&"say ""A1"""'],
    ["'A1 表'!A1+表1!A1+[1]A1!A1", "'A1 表'!B3+表1!B3+[1]A1!B3"],
    ['表1[[#This Row],[A1]]+A1', '表1[[#This Row],[A1]]+B3'],
    ['SUM(A:B)+SUM($C:C)+SUM(1:$2)', 'SUM(B:C)+SUM($C:D)+SUM(3:$2)'],
    ['Q1:Q4!A1', 'Q1:Q4!B3'],
    ['1E5+A1.5+_A1+XFE1+A1048577', '1E5+A1.5+_A1+XFE1+A1048577'],
    ['IF(A1=#REF!,#N/A,A1)', 'IF(B3=#REF!,#N/A,B3)'],
    ['AND(N("junheng")=0,$H3<0.5)', 'AND(N("junheng")=0,$H5<0.5)'],
  ])('%s becomes %s two rows down and one column right', (formula, shifted) => {
    expect(shiftFormula(formula, 2, 1)).toBe(shifted);
  });

  it('has #REF! for what falls off the sheet', () => {
    expect(shiftFormula('A2+B1+B2+A:A+1:1', -1, -1)).toBe('#REF!+#REF!+A1+#REF!:#REF!+#REF!:#REF!');
  });

  it('stays as it is when it does not move', () => {
    expect(shiftFormula(' a1 + B2', 0, 0)).toBe(' a1 + B2');
  });
});

describe('sheet names in formulas', () => {
  it('are quoted, with quotes doubled', () => {
    expect(quoteSheetName("张三's 表")).toBe("'张三''s 表'");
  });

  it('follow a renamed sheet, quoted or not, in any case', () => {
    const names = new Map([
      ['表ⅱ-2', "新's"],
      ['data', 'Daten'],
    ]);
    expect(renameSheetsInFormula("'表Ⅱ-2'!A1+DATA!B1+data+其他!C1", names)).toBe(
      "'新''s'!A1+'Daten'!B1+data+其他!C1",
    );
  });

  it('are left alone in strings and in references to other files', () => {
    const names = new Map([['data', 'x']]);
    expect(renameSheetsInFormula('"data!A1"&[1]data!A1', names)).toBe('"data!A1"&[1]data!A1');
  });
});
