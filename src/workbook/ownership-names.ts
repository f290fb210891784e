import { normaliseText } from './normalise-text';

/** 举办者类型 by code 1–10; 10 is 民办. */
export const OWNERSHIP_NAMES: ReadonlyMap<number, string> = new Map([
  [1, '中央教育部门'],
  [2, '中央其他部门'],
  [3, '省级教育部门'],
  [4, '省级其他部门'],
  [5, '地级教育部门'],
  [6, '地级其他部门'],
  [7, '县级教育部门'],
  [8, '县级其他部门'],
  [9, '地方企业'],
  [10, '民办'],
]);

/** The code of 民办 schools. */
export const PRIVATE_OWNERSHIP = 10;

const ALIASES: readonly (readonly [string, number])[] = [
  ['地市级教育部门', 5],
  ['市级教育部门', 5],
  ['地市级其他部门', 6],
  ['市级其他部门', 6],
  ['区县级教育部门', 7],
  ['县区级教育部门', 7],
  ['县(区)级教育部门', 7],
  ['地方企业办', 9],
  ['民办学校', PRIVATE_OWNERSHIP],
  ['社会力量办', PRIVATE_OWNERSHIP],
];

const CODES: ReadonlyMap<string, number> = new Map([
  ...[...OWNERSHIP_NAMES].flatMap(([code, name]) => [
    [String(code), code] as const,
    [`0${code}`, code] as const,
    [name, code] as const,
    [`${name}办`, code] as const,
  ]),
  ...ALIASES.map(([name, code]) => [normaliseText(name), code] as const),
]);

/** Code 1–10 of a written 举办者类型 (code, name, or `7 县级教育部门`); null if it names none. */
export function parseOwnership(written: string): number | null {
  const text = normaliseText(written);
  const named = CODES.get(text);
  if (named !== undefined) return named;
  const coded = /^(\d{1,2})[-.、:_]?(\D.*)$/.exec(text);
  if (coded?.[1] === undefined || coded[2] === undefined) return null;
  const byName = CODES.get(coded[2]);
  return byName !== undefined && byName === CODES.get(coded[1]) ? byName : null;
}
