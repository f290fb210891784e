import { finding } from '../assessment/finding-codes';
import type { Finding } from '../assessment/finding';
import { columnLetters } from '../assessment/school';
import type { CellReference } from '../assessment/school';
import { isBlank } from './cell-text';
import { HeadingGrid } from './header-paths';
import { parseHeading } from './heading';
import type { HeadingStage } from './heading';
import { inputHeading } from './input-columns';
import type { InputColumn } from './input-columns';
import type { MoneyUnit } from './money-unit';
import { keepRows } from './sheet-cells';
import { isNamed, mayHoldInput } from './sheet-names';
import type { CellContent, SheetHead, WorkbookSource } from './source';

/** One row below the headings. */
export interface InputRow<Field extends string> {
  readonly number: number;
  readonly cell: (field: Field) => CellContent;
  /** Where the field's cell stands; null where the sheet has no such column. */
  readonly place: (field: Field) => CellReference | null;
}

/** A small input sheet, found and cut into rows. */
export interface InputTable<Field extends string> {
  readonly sheet: string;
  readonly rows: readonly InputRow<Field>[];
  /** The unit of money that a column's heading names, where it names one. */
  readonly units: ReadonlyMap<Field, MoneyUnit>;
  /** Fields whose unit only a heading above their own names: a note over the whole table, perhaps. */
  readonly inheritedUnits: ReadonlySet<Field>;
  readonly fields: ReadonlySet<Field>;
  /** Headings of columns that are none of these, as written. */
  readonly unknown: readonly string[];
  /** 0-based column of each field, and the 1-based last row of the headings. */
  readonly columns: ReadonlyMap<Field, number>;
  readonly headingRow: number;
  /** The last row and the last column that hold anything; 1-based and 0-based. */
  readonly extent: { readonly lastRow: number; readonly lastColumn: number };
  readonly findings: readonly Finding[];
  /** Whether a needed column is missing or doubled, so that nothing can be read. */
  readonly unusable: boolean;
}

/** The most rows that a heading may take. */
const MOST_HEADING_ROWS = 3;

/** The sheet of that name, or null: sheets that this program wrote are never input. */
export function inputSheet(heads: readonly SheetHead[], name: string): SheetHead | null {
  return heads.find((head) => isNamed(head, name) && mayHoldInput(head)) ?? null;
}

/** Reads a small input sheet by its headings, in any order, over one or several rows. */
export async function readInputTable<Field extends string>(
  source: WorkbookSource,
  head: SheetHead,
  columns: readonly InputColumn<Field>[],
): Promise<InputTable<Field>> {
  const sheet = head.name;
  const headings = findHeadings(head, columns);
  const findings: Finding[] = [];
  let unusable = false;
  if (head.visibility !== 'visible') findings.push(finding('sheet-hidden', { sheet }));
  for (const declared of columns) {
    if (!declared.required || headings.columns.has(declared.field)) continue;
    unusable = true;
    const heading = inputHeading(declared);
    findings.push(finding('column-missing', { sheet, required: heading, parameters: { heading } }));
  }
  for (const [declared, other] of headings.doubled) {
    unusable = true;
    const at = headings.columns.get(declared.field)?.column ?? 0;
    findings.push(
      finding('column-doubled', {
        sheet,
        cell: `${columnLetters(at)}${headings.lastRow}`,
        parameters: {
          heading: inputHeading(declared),
          other: `${columnLetters(other)}${headings.lastRow}`,
        },
      }),
    );
  }
  const kept = unusable ? [] : await keepRows(source, sheet);
  const rows = kept
    .filter(({ number }) => number > headings.lastRow)
    .map(({ number, cells }): InputRow<Field> => ({
      number,
      cell: (field) => {
        const column = headings.columns.get(field)?.column;
        return column === undefined ? null : cells[column];
      },
      place: (field) => {
        const column = headings.columns.get(field)?.column;
        return column === undefined ? null : { sheet, cell: `${columnLetters(column)}${number}` };
      },
    }))
    .filter((row) => columns.some(({ field }) => !isBlank(row.cell(field))));
  return {
    sheet,
    rows,
    units: new Map(
      [...headings.columns].flatMap(([field, { unit }]) =>
        unit === null ? [] : [[field, unit] as const],
      ),
    ),
    inheritedUnits: new Set(
      [...headings.columns].flatMap(([field, { inherited }]) => (inherited ? [field] : [])),
    ),
    fields: new Set(headings.columns.keys()),
    unknown: headings.unknown,
    columns: new Map([...headings.columns].map(([field, { column }]) => [field, column])),
    headingRow: headings.lastRow,
    extent: {
      lastRow: kept.reduce((last, { number }) => Math.max(last, number), headings.lastRow),
      lastColumn: kept.reduce((last, { cells }) => Math.max(last, cells.length - 1), 0),
    },
    findings,
    unusable,
  };
}

interface HeadingPlace {
  readonly column: number;
  readonly unit: MoneyUnit | null;
  /** Whether the unit is none of the column's own heading. */
  readonly inherited: boolean;
}

interface Headings<Field extends string> {
  readonly columns: ReadonlyMap<Field, HeadingPlace>;
  readonly doubled: readonly (readonly [InputColumn<Field>, number])[];
  readonly unknown: readonly string[];
  readonly lastRow: number;
}

function findHeadings<Field extends string>(
  head: SheetHead,
  columns: readonly InputColumn<Field>[],
): Headings<Field> {
  const grid = new HeadingGrid(head);
  const rows = grid.headingRows();
  let best: Headings<Field> = {
    columns: new Map(),
    doubled: [],
    unknown: [],
    lastRow: rows[0] ?? 0,
  };
  for (const [index, firstRow] of rows.entries()) {
    for (const lastRow of rows.slice(index, index + MOST_HEADING_ROWS)) {
      const found = matchHeadings(grid, firstRow, lastRow, columns);
      if (found.columns.size > best.columns.size) best = found;
    }
  }
  return best;
}

function matchHeadings<Field extends string>(
  grid: HeadingGrid,
  firstRow: number,
  lastRow: number,
  columns: readonly InputColumn<Field>[],
): Headings<Field> {
  const found = new Map<Field, HeadingPlace>();
  const doubled: [InputColumn<Field>, number][] = [];
  const unknown: string[] = [];
  for (const [column, parts] of grid.paths(firstRow, lastRow).paths) {
    const keys = parts.filter(({ heading }) => !heading.transparent);
    const own = keys[keys.length - 1]?.heading;
    if (own === undefined) continue;
    const stages = parts.flatMap(({ heading }) => (heading.stage === null ? [] : [heading.stage]));
    const units = parts.flatMap(({ heading }) => (heading.unit === null ? [] : [heading.unit]));
    const declared = columns.find((one) =>
      matches(one, own.key, stages[stages.length - 1] ?? null),
    );
    if (declared === undefined) {
      unknown.push(own.written);
      continue;
    }
    if (found.has(declared.field)) doubled.push([declared, column]);
    else {
      const unit = units[units.length - 1] ?? null;
      found.set(declared.field, { column, unit, inherited: unit !== null && own.unit === null });
    }
  }
  return { columns: found, doubled, unknown, lastRow };
}

function matches(
  declared: InputColumn<string>,
  key: string,
  stage: HeadingStage | 'several' | null,
): boolean {
  if (declared.stage !== stage) return false;
  return [declared.heading, ...declared.aliases].some((name) => parseHeading(name).key === key);
}
