import { describe, expect, it } from '@jest/globals';
import { assess } from '../../src/assessment/assess';
import type { School } from '../../src/assessment/school';
import { unitSlips } from '../../src/assessment/unit-slips';
import { CN_2017 } from '../../src/standard/cn-2017';
import { primarySchool } from './county-fixture';

/** Equipment of 20 schools that differ as real ones do: between about 0.1 and 0.6 万元 a pupil. */
function county(change: (row: number, equipment: number) => number = (_, own) => own): School[] {
  return Array.from({ length: 20 }, (_, index) => {
    const spread = Math.exp(0.35 * Math.sin(index * 2.4) + 0.2 * Math.cos(index * 5.1));
    const equipment = Math.round(500 * 0.25 * spread * 100) / 100;
    return primarySchool({ equipmentValue: change(index + 2, equipment) }, { row: index + 2 });
  });
}

function slips(schools: readonly School[]): unknown[] {
  return unitSlips(schools, CN_2017).map(({ cell, parameters }) => [cell, parameters['factor']]);
}

describe('amounts whose unit may have slipped', () => {
  it('are not seen in a county whose schools differ as real ones do', () => {
    expect(slips(county())).toEqual([]);
  });

  it.each([
    [10000, 10000],
    [100, 100],
    [10, 10],
    [1 / 10000, 0.0001],
  ])('are those off by %d', (slip, factor) => {
    expect(slips(county((row, own) => (row === 7 ? own * slip : own)))).toEqual([['AB7', factor]]);
  });

  it('are not zeros, blanks, or whole counties kept in another unit', () => {
    expect(slips(county((row, own) => (row === 7 ? 0 : own)))).toEqual([]);
    expect(slips(county((_, own) => own * 10000))).toEqual([]);
  });

  it('are not sought among fewer than eight schools', () => {
    const few = county((row, own) => (row === 4 ? own * 10000 : own)).slice(0, 7);
    expect(slips(few)).toEqual([]);
  });

  it('are not a tenfold difference where schools differ that much by nature', () => {
    const wide = Array.from({ length: 20 }, (_, index) =>
      primarySchool({ sportsGroundArea: 500 * 1.6 ** index }, { row: index + 2 }),
    );
    expect(slips(wide)).toEqual([]);
  });

  it('are named once: the implausible value they lead to is not reported beside them', () => {
    const codes = (schools: readonly School[]): string[] =>
      assess(schools, CN_2017)
        .findings.map(({ code }) => code)
        .filter((code) => code === 'unit-slip' || code === 'value-implausible');
    expect(codes(county((row, own) => (row === 7 ? own * 10000 : own)))).toEqual(['unit-slip']);
    expect(codes([primarySchool({ equipmentValue: 20000 })])).toEqual(['value-implausible']);
    expect(codes([primarySchool({ teachingArea: 400 })])).toEqual(['value-implausible']);
  });
});
