import { SCHOOL_COLUMNS } from './columns';
import type { SchoolColumn } from './columns';
import { parseHeading } from './heading';
import type { Heading, HeadingStage } from './heading';
import type { MoneyUnit } from './money-unit';

/** A column found under one heading or a path of headings. */
export interface ColumnMatch {
  readonly column: SchoolColumn;
  /** Whether the heading is the declared name itself, not one of its aliases. */
  readonly exact: boolean;
  /** The unit of money that the headings name, if any. */
  readonly unit: MoneyUnit | null;
}

interface Entry {
  readonly column: SchoolColumn;
  readonly exact: boolean;
}

/** Groups of headings whose columns are about another year or a change, not this year's figures. */
const OTHER_YEAR = /^(?:上一?年|上一?学年|去年|前年|较上|比上|增减|同比)/;

function entryKey(stage: HeadingStage | null, key: string): string {
  return `${stage ?? ''}|${key}`;
}

const INDEX: ReadonlyMap<string, Entry> = buildIndex();

function buildIndex(): Map<string, Entry> {
  const index = new Map<string, Entry>();
  for (const column of SCHOOL_COLUMNS) {
    for (const alias of column.aliases) {
      index.set(entryKey(column.stage, parseHeading(alias).key), { column, exact: false });
    }
  }
  for (const column of SCHOOL_COLUMNS) {
    const { key } = parseHeading(column.heading);
    index.set(entryKey(column.stage, key), { column, exact: true });
  }
  return index;
}

/**
 * The column that a path of headings names, from the outermost group to the heading right above the
 * data. Groups that say nothing known (办学条件) are passed over, the last heading never is, unless
 * it only says "total" or names a unit or a stage.
 *
 * @param path the headings over one column
 * @param sheetStage the stage of the whole sheet, where its name says one
 */
export function matchColumn(
  path: readonly Heading[],
  sheetStage: HeadingStage | null,
): ColumnMatch | null {
  let stage: HeadingStage | null = null;
  let unit: MoneyUnit | null = null;
  for (const heading of path) {
    if (heading.stage === 'several') return null;
    if (heading.stage !== null) {
      if (stage !== null && stage !== heading.stage) return null;
      stage = heading.stage;
    }
    unit = heading.unit ?? unit;
  }
  const keys: string[] = [];
  for (const heading of path) if (heading.key !== '') keys.push(heading.key);
  while (keys.length > 0 && isTotal(path, keys[keys.length - 1] ?? '')) keys.pop();
  if (keys.slice(0, -1).some((key) => OTHER_YEAR.test(key))) return null;

  for (const key of joined(keys)) {
    const entry = lookUp(key, stage, sheetStage);
    if (entry !== null) return { ...entry, unit };
  }
  return null;
}

function isTotal(path: readonly Heading[], key: string): boolean {
  return path.some((heading) => heading.transparent && heading.key === key);
}

function lookUp(
  key: string,
  stage: HeadingStage | null,
  sheetStage: HeadingStage | null,
): Entry | null {
  const own = INDEX.get(entryKey(stage ?? sheetStage, key));
  if (own !== undefined) return own;
  if (stage !== null && stage !== sheetStage) return null;
  return INDEX.get(entryKey(null, key)) ?? null;
}

/** The last key with every choice of the keys before it, the longest choices first. */
function joined(keys: readonly string[]): string[] {
  const last = keys[keys.length - 1];
  if (last === undefined) return [];
  const groups = keys.slice(0, -1);
  const found: { size: number; text: string }[] = [];
  for (let choice = (1 << groups.length) - 1; choice >= 0; choice -= 1) {
    const chosen = groups.filter((_, index) => (choice & (1 << index)) !== 0);
    found.push({ size: chosen.length, text: [...chosen, last].join('') });
  }
  return found.sort((a, b) => b.size - a.size).map(({ text }) => text);
}
