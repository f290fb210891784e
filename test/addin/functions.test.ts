import { expect, it } from '@jest/globals';
import type { ExampleArgument } from '../../src/functions/custom-function';
import { exampleFormula } from '../../src/functions/function-text';
import { FUNCTIONS } from '../../src/functions/functions';
import { THRESHOLD } from '../../src/functions/threshold';
import { formatArea } from '../standin/a1';
import type { CellValue } from '../standin/workbook-model';
import { WORDS, describeInExcel } from './in-excel';
import { until } from './until-started';

const BOOKS = [[279], [137], [935], [160], [402]];
const PUPILS = [[45], [37], [89], [76], [55]];
/** Columns between two results, so that none spills into another. */
const APART = 12;

function addressOf(row: number, column: number, rowCount = 1, columnCount = 1): string {
  return formatArea({ row, column, rowCount, columnCount });
}

function literal(value: number | string | boolean): string {
  return typeof value === 'string' ? `"${value}"` : String(value).toUpperCase();
}

describeInExcel('Functions typed into cells', (addIn) => {
  /** Types the arguments that are lists into a sheet's cells, and gives each as it is written. */
  const typeArguments = (
    sheet: string,
    given: readonly ExampleArgument[],
    fromColumn: number,
  ): string[] => {
    let column = fromColumn;
    return given.map((argument) => {
      if (argument === null) return '';
      if (typeof argument !== 'object') return literal(argument);
      const width = argument[0]?.length ?? 0;
      const address = addressOf(0, column, argument.length, width);
      addIn.host.type(`${sheet}!${address}`, argument);
      column += width;
      return `${sheet}!${address}`;
    });
  };

  const rounded = (value: CellValue | undefined): CellValue | undefined =>
    typeof value === 'number' ? Number(value.toFixed(3)) : value;

  it('all give what their examples say, spilled where they spill', async () => {
    const typed = FUNCTIONS.flatMap(({ name, examples }) => {
      const results = `${name}结果`;
      return examples.map((example, index) => ({
        name,
        results,
        example,
        column: index * APART,
      }));
    });
    const sheets = FUNCTIONS.flatMap(({ name }) => [{ name }, { name: `${name}结果` }]);
    await addIn.open({ sheets });
    for (const { name, results, example, column } of typed) {
      const args = typeArguments(name, example.arguments, column);
      while (args.at(-1) === '') args.pop();
      addIn.host.type(`${results}!${addressOf(0, column)}`, `=EDU.${name}(${args.join(',')})`);
    }
    await addIn.host.functions.settled();
    for (const { name, results, example, column } of typed) {
      const { result } = example;
      const expected = typeof result === 'object' ? result : [[result]];
      const shown = expected.map((cells, down) =>
        cells.map((_, right) =>
          rounded(addIn.host.cell(`${results}!${addressOf(down, column + right)}`)?.value),
        ),
      );
      expect({ name, shown }).toEqual({ name, shown: expected.map((row) => row.map(rounded)) });
    }
  });

  it('say what is wrong beside the error', async () => {
    await addIn.open({ sheets: [{ name: '数据' }] });
    const { host } = addIn;
    host.type('数据!A1', BOOKS);
    host.type('数据!B1', PUPILS);
    host.type('数据!D1', '=EDU.DIFFCOEF(A1:A5,B1:B4)');
    host.type('数据!E1', '=EDU.THRESHOLD("L9","小学")');
    host.type('数据!F1', '=EDU.DIFFCOEF(A8:A9,B1:B2)');
    host.type('数据!A7', '无');
    host.type('数据!G1', '=EDU.DIFFMEAN(A1:A7,B1:B7)');
    await host.functions.settled();
    expect(host.cell('数据!D1')).toMatchObject({ value: '#VALUE!', isError: true });
    expect(host.cell('数据!D1')?.errorMessage).toMatch(/5.*4|4.*5/);
    expect(host.cell('数据!E1')?.value).toBe('#N/A');
    expect(host.cell('数据!E1')?.errorMessage).toContain('L7');
    expect(host.cell('数据!F1')?.value).toBe('#DIV/0!');
    expect(host.cell('数据!G1')?.value).toBe('#VALUE!');
  });

  it.each(['zero', 'null'] as const)(
    'take a blank cell alike where Excel hands it over as %s',
    async (blanks) => {
      await addIn.open({ sheets: [{ name: '数据' }] });
      const { host } = addIn;
      host.functions.blankCells = blanks;
      host.type('数据!A1', [...BOOKS, [999]]);
      host.type('数据!B1', PUPILS);
      host.type('数据!D1', '=EDU.DIFFCOEF(A1:A7,B1:B7)');
      await host.functions.settled();
      expect(host.cell('数据!D1')?.value).toBeCloseTo(0.5152566, 7);
    },
  );

  it('calculate again when a cell that they read is edited', async () => {
    await addIn.open({ sheets: [{ name: '数据' }] });
    const { host } = addIn;
    host.type('数据!A1', BOOKS);
    host.type('数据!B1', PUPILS);
    host.type('数据!D1', '=EDU.DIFFSHARE(A1:A5,B1:B5)');
    await host.functions.settled();
    const before = [1, 2, 3, 4, 5].map((row) => Number(host.cell(`数据!D${row}`)?.value));
    expect(before.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    host.type('数据!A3', 160);
    await host.functions.settled();
    const after = [1, 2, 3, 4, 5].map((row) => Number(host.cell(`数据!D${row}`)?.value));
    expect(after.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(after).not.toEqual(before);
  });

  it('come from the pane’s list into the active cell', async () => {
    await addIn.open({ sheets: [{ name: '数据' }] });
    const { host, pane } = addIn;
    host.pick('数据!C4');
    await addIn.goTo('functions');
    await pane.getByRole('searchbox').fill('THRESHOLD');
    await addIn
      .button(/EDU\.THRESHOLD/)
      .first()
      .click();
    const [example] = THRESHOLD.examples;
    await pane.getByRole('button', { name: WORDS.functions.insert }).first().click();
    await until(() => host.cell('数据!C4')?.formula !== undefined);
    await host.functions.settled();
    expect(host.cell('数据!C4')).toMatchObject({
      formula: exampleFormula(THRESHOLD, example!),
      value: example!.result,
    });
  });
});
