import { readFileSync } from 'node:fs';
import path from 'node:path';

const FIXTURES = path.join(__dirname, '..', 'fixtures');

/** Rows of a published table, its heading row first. */
export function publishedTable(name: string): string[][] {
  return readFileSync(path.join(FIXTURES, 'published', name), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
}

export interface ReferenceData {
  readonly values: readonly number[];
  readonly mean: number;
  /** The form with n − 1. */
  readonly standardDeviation: number;
}

/** A univariate set of the NIST Statistical Reference Datasets, with its certified values. */
export function referenceData(name: string): ReferenceData {
  const text = readFileSync(path.join(FIXTURES, 'strd', `${name}.dat`), 'utf8');
  const certified = (symbol: string): number =>
    Number(new RegExp(`${symbol}:\\s+(\\S+)`).exec(text)?.[1]);
  const data = text
    .slice(text.search(/^-{5,}\s*$/m))
    .split(/\r?\n/)
    .slice(1);
  return {
    values: data.filter((line) => line.trim() !== '').map(Number),
    mean: certified('ybar'),
    standardDeviation: certified(' s'),
  };
}
