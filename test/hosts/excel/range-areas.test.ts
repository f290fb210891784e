import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CellRectangles,
  LONGEST_ADDRESS,
  packAddresses,
  rangeAddress,
} from '../../../src/hosts/excel/range-areas';

describe('Cells gathered into rectangles', () => {
  it('make one of a block, and of a block with a notch two', () => {
    const block = new CellRectangles();
    const notched = new CellRectangles();
    for (const row of [1, 2, 3]) {
      for (const column of [0, 1, 2]) {
        block.add(row, column);
        if (row < 3 || column < 2) notched.add(row, column);
      }
    }
    expect(block.rectangles().map(rangeAddress)).toEqual(['A1:C3']);
    expect(notched.rectangles().map(rangeAddress)).toEqual(['A1:C2', 'A3:B3']);
  });

  it('cover every cell exactly once, and no other', () => {
    const cells = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat(8)), {
      selector: String,
    });
    fc.assert(
      fc.property(cells, (given) => {
        const gathered = new CellRectangles();
        const sorted = [...given].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        for (const [row, column] of sorted) gathered.add(row, column);
        const covered = gathered.rectangles().flatMap((area) => {
          const own: string[] = [];
          for (let row = area.firstRow; row <= area.lastRow; row += 1) {
            for (let column = area.firstColumn; column <= area.lastColumn; column += 1) {
              own.push(String([row, column]));
            }
          }
          return own;
        });
        expect(covered.sort()).toEqual(sorted.map(String).sort());
      }),
    );
  });
});

describe('Addresses packed for getRanges', () => {
  it('keep every address, in order, in lists that Excel does not cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_048_576 }), { maxLength: 4_000 }),
        (rows) => {
          const addresses = rows.map((row) => `A${row}`);
          const packed = packAddresses(addresses);
          expect(packed.flatMap((list) => list.split(','))).toEqual(addresses);
          expect(packed.every((list) => list.length <= LONGEST_ADDRESS)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });
});
