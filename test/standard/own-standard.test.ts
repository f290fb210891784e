import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CN_2017 } from '../../src/standard/cn-2017';
import { loadStandard } from '../../src/standard/extend-standard';
import { StandardError } from '../../src/standard/standard-error';

function refusal(json: unknown): StandardError {
  try {
    loadStandard(json);
  } catch (error) {
    if (error instanceof StandardError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

const minimal = { id: 'city', extends: 'cn-2017' };

describe("a bureau's own standard", () => {
  it('is read from the documented example', () => {
    const path = join(__dirname, '../../docs/own-standard.example.json');
    const standard = loadStandard(JSON.parse(readFileSync(path, 'utf8')));
    expect(standard.id).toBe('example-city-2026');
    expect(standard.base).toBe('cn-2017');
    expect(standard.name.zh).toBe('示例市优质均衡标准');
    expect(standard.indicators[0]?.threshold).toEqual({ primary: 4.5, junior: 5.5 });
    expect(standard.indicators[0]?.citation.standard).toBe('example-city-2026');
    expect(standard.indicators[5]?.threshold).toEqual({ primary: 2200, junior: 2500 });
    expect(standard.indicators[1]).toEqual(CN_2017.indicators[1]);
    expect(standard.coefficients.each).toEqual({ primary: 0.45, junior: 0.4 });
    expect(standard.schoolRule).toMatchObject({ requiredMet: 7, floorRatio: 0.85 });
    expect(standard.switches.artRooms).toBe('inAll');
    expect(standard.scope).toEqual(CN_2017.scope);
  });

  it('equals the national standard in everything it does not change', () => {
    expect(loadStandard(minimal)).toEqual({
      ...CN_2017,
      id: 'city',
      name: { zh: `${CN_2017.name.zh}（city）`, en: `${CN_2017.name.en} (city)` },
    });
  });

  it('may set a composite limit where the nation sets none, for both stages', () => {
    const limits = { composite: { primary: 0.4, junior: 0.35 } };
    expect(loadStandard({ ...minimal, coefficientLimits: limits }).coefficients.composite).toEqual(
      limits.composite,
    );
    expect(
      refusal({ ...minimal, coefficientLimits: { composite: { primary: 0.4 } } }),
    ).toMatchObject({ code: 'missing', path: '$.coefficientLimits.composite.junior' });
  });

  it('may judge smaller teaching points, not fewer', () => {
    expect(loadStandard({ ...minimal, teachingPointMinimum: 30 }).scope.teachingPointMinimum).toBe(
      30,
    );
    expect(refusal({ ...minimal, teachingPointMinimum: 51 })).toMatchObject({
      code: 'looser',
      path: '$.teachingPointMinimum',
      bound: 50,
    });
  });

  it('may keep the national number itself', () => {
    const same = loadStandard({
      ...minimal,
      thresholds: { L1: { primary: 4.2 } },
      coefficientLimits: { each: { junior: 0.45 } },
      floorRatio: 0.85,
      requiredMet: 6,
    });
    expect(same.indicators[0]?.threshold).toEqual({ primary: 4.2, junior: 5.3 });
  });

  it.each([
    [
      'a lower threshold',
      { thresholds: { L4: { junior: 5.7 } } },
      'looser',
      '$.thresholds.L4.junior',
    ],
    [
      'a higher limit',
      { coefficientLimits: { each: { primary: 0.65 } } },
      'looser',
      '$.coefficientLimits.each.primary',
    ],
    ['fewer indicators', { requiredMet: 5 }, 'looser', '$.requiredMet'],
    ['a lower floor', { floorRatio: 0.8 }, 'looser', '$.floorRatio'],
    ['more indicators than there are', { requiredMet: 8 }, 'wrong-type', '$.requiredMet'],
    ['an unknown key', { treshold: 1 }, 'unknown-key', '$.treshold'],
    [
      'an unknown nested key',
      { thresholds: { L1: { senior: 9 } } },
      'unknown-key',
      '$.thresholds.L1.senior',
    ],
    ['a key that needs quoting', { 'a b': 1 }, 'unknown-key', '$["a b"]'],
    [
      'an unknown indicator',
      { thresholds: { L8: { primary: 9 } } },
      'unknown-indicator',
      '$.thresholds.L8',
    ],
    [
      'text for a number',
      { thresholds: { L1: { primary: '4.5' } } },
      'wrong-type',
      '$.thresholds.L1.primary',
    ],
    [
      'a negative limit',
      { coefficientLimits: { each: { primary: -1 } } },
      'wrong-type',
      '$.coefficientLimits.each.primary',
    ],
    ['an unknown choice', { switches: { artRooms: 'none' } }, 'wrong-type', '$.switches.artRooms'],
    ['an unknown base', { extends: 'cn-2099' }, 'unknown-base', '$.extends'],
    ['a national id', { id: 'cn-2017' }, 'reserved-id', '$.id'],
    ['a blank id', { id: ' ' }, 'wrong-type', '$.id'],
    ['no base', { extends: undefined }, 'missing', '$.extends'],
    [
      'a threshold where the base has none',
      { extends: 'cn-2012', thresholds: { M1: { primary: 5 } } },
      'no-such-rule',
      '$.thresholds.M1',
    ],
    [
      'a school rule where the base has none',
      { extends: 'cn-2012', floorRatio: 0.9 },
      'no-such-rule',
      '$.floorRatio',
    ],
  ])('is refused for %s, naming the place', (_, change, code, path) => {
    expect(refusal({ ...minimal, ...change })).toMatchObject({ code, path });
  });

  it.each([null, 'cn-2017', 5, []])('is refused when the file holds %j', (json) => {
    expect(refusal(json)).toMatchObject({ code: 'wrong-type', path: '$' });
  });
});
