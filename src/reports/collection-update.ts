import type { SchoolField } from '../assessment/school';
import type { CellEdit } from '../plans/cell-edit';
import type { Standard } from '../standard/standard';
import { parseTextNumber, shownDecimal } from '../workbook/cell-number';
import { cellText, isBlank } from '../workbook/cell-text';
import type { CollectedForm, Collection } from '../workbook/collection/collection';
import { collectionIssue } from '../workbook/collection/collection-issue';
import type { CollectionIssue } from '../workbook/collection/collection-issue';
import { columnOf, headingOf, headingWithUnit, SCHOOL_COLUMNS } from '../workbook/columns';
import { shiftDecimal, shiftToTenThousandYuan } from '../workbook/money-unit';
import { normaliseText } from '../workbook/normalise-text';
import { recogniseHeaders } from '../workbook/recognise-headers';
import type { RecognisedHeaders } from '../workbook/recognise-headers';
import { parseSchoolType } from '../workbook/school-type-names';
import { SchoolRowReader } from '../workbook/school-rows';
import type { SchoolRow } from '../workbook/school-rows';
import { INPUT_SHEETS, isNamed, mayHoldInput } from '../workbook/sheet-names';
import { keepRows } from '../workbook/sheet-cells';
import type { KeptRow } from '../workbook/sheet-cells';
import type { CellContent, WorkbookSource } from '../workbook/source';
import { cellAddress } from './sheet-reference';

/** What brings the 学校数据 of a county up to date with collected forms. */
export interface CollectionUpdate {
  /** Cells of 学校数据 to change; every other cell stays. */
  readonly edits: readonly CellEdit[];
  /** The collection, with what was changed and which schools sent no form among its notes. */
  readonly collection: Collection;
}

/**
 * Plans how forms go into a 学校数据 that is there already: a school's own row is changed where its
 * form says something else, new schools are added below everything, schools without a form stay.
 * Null where the workbook holds no 学校数据 whose headings can be recognised.
 *
 * @param file the county workbook, as notes name it
 */
export async function planCollectionUpdate(
  source: WorkbookSource,
  file: string,
  collection: Collection,
  standard: Standard,
): Promise<CollectionUpdate | null> {
  const heads = await source.heads();
  const head = heads.find((one) => isNamed(one, INPUT_SHEETS.schools) && mayHoldInput(one));
  const headers = head === undefined ? null : recogniseHeaders(head, null);
  if (!headers?.columns.has('name')) return null;
  const rows = await keepRows(source, headers.head.name);
  return new CountyUpdate(headers, rows, standard, file).plan(collection);
}

class CountyUpdate {
  readonly #edits: CellEdit[] = [];
  readonly #notes: CollectionIssue[] = [];
  readonly #columns: Map<SchoolField, number>;
  readonly #cells: ReadonlyMap<number, readonly CellContent[]>;
  readonly #schools: readonly SchoolRow[];
  #nextRow: number;
  #nextColumn: number;

  constructor(
    private readonly headers: RecognisedHeaders,
    rows: readonly KeptRow[],
    standard: Standard,
    private readonly file: string,
  ) {
    const reader = new SchoolRowReader(headers, standard);
    for (const row of rows) reader.read({ ...row, hidden: false });
    this.#schools = reader.rows;
    this.#columns = new Map(
      [...headers.columns.values()].map(({ column, index }) => [column.field, index]),
    );
    this.#cells = new Map(rows.map(({ number, cells }) => [number, cells]));
    const filled = rows.filter(({ cells }) => cells.some((cell) => !isBlank(cell)));
    this.#nextRow = Math.max(headers.lastRow, ...filled.map(({ number }) => number)) + 1;
    this.#nextColumn = Math.max(0, ...filled.map(({ cells }) => cells.length));
  }

  plan(collection: Collection): CollectionUpdate {
    const left = new Set(this.#schools);
    for (const form of collection.forms) {
      if (!form.used) continue;
      const row = findSchool(left, form);
      if (row === null) this.#add(form);
      else {
        left.delete(row);
        this.#change(row.place.row, form);
      }
    }
    for (const { description, place } of left) {
      const subject = { file: this.file, sheet: place.sheet, ...description };
      this.#notes.push(
        collectionIssue('kept-from-before', subject, {
          cell: this.#address('name', place.row),
          field: 'name',
          actual: description.name,
          parameters: { row: place.row },
        }),
      );
    }
    return {
      edits: this.#edits,
      collection: { ...collection, issues: [...collection.issues, ...this.#notes] },
    };
  }

  #add({ values }: CollectedForm): void {
    const row = this.#nextRow;
    this.#nextRow += 1;
    for (const { field } of SCHOOL_COLUMNS) {
      const value = values[field];
      if (value !== undefined) this.#put(field, row, this.#inUnit(field, value));
    }
  }

  #change(row: number, form: CollectedForm): void {
    for (const { field } of SCHOOL_COLUMNS) {
      const stated = form.values[field];
      if (stated === undefined) continue;
      const value = this.#inUnit(field, stated);
      const column = this.#columns.get(field);
      const before = column === undefined ? null : this.#cells.get(row)?.[column];
      if (saysTheSame(field, before, value)) continue;
      this.#put(field, row, value);
      if (isBlank(before)) continue;
      this.#notes.push(
        collectionIssue('value-replaced', form, {
          cell: form.answers[field]?.cell ?? null,
          field,
          actual: String(value),
          parameters: {
            heading: headingOf(field),
            place: this.#address(field, row),
            before: cellText(before),
          },
        }),
      );
    }
  }

  #put(field: SchoolField, row: number, content: string | number): void {
    if (!this.#columns.has(field)) this.#addColumn(field);
    const cell = this.#address(field, row);
    this.#edits.push({ sheet: this.headers.head.name, cell, content });
  }

  #addColumn(field: SchoolField): void {
    this.#columns.set(field, this.#nextColumn);
    this.#nextColumn += 1;
    const column = columnOf(field);
    this.#edits.push({
      sheet: this.headers.head.name,
      cell: this.#address(field, this.headers.lastRow),
      content: column === null ? field : headingWithUnit(column),
    });
  }

  #address(field: SchoolField, row: number): string {
    return cellAddress(this.#columns.get(field) ?? 0, row);
  }

  /** An amount of money in the unit that the column's heading names. */
  #inUnit(field: SchoolField, value: string | number): string | number {
    const recognised = this.headers.columns.get(field);
    if (typeof value !== 'number' || recognised?.column.kind !== 'money') return value;
    const { unit } = recognised;
    return unit === null ? value : shiftDecimal(value, -shiftToTenThousandYuan(unit));
  }
}

/** The row of the school that filled in a form: by 标识码, else by a name that no code contradicts. */
function findSchool(rows: ReadonlySet<SchoolRow>, form: CollectedForm): SchoolRow | null {
  const { code } = form;
  const name = normaliseText(form.name);
  const sameCode = [...rows].filter(({ description }) => code !== '' && description.code === code);
  const [only] = sameCode;
  if (only !== undefined && sameCode.length === 1) return only;
  const sameName = [...(sameCode.length > 1 ? sameCode : rows)].filter(
    ({ description }) =>
      name !== '' &&
      normaliseText(description.name) === name &&
      (code === '' || description.code === '' || description.code === code),
  );
  return sameName.length === 1 ? (sameName[0] ?? null) : null;
}

function saysTheSame(field: SchoolField, before: CellContent, value: string | number): boolean {
  if (typeof value === 'number') {
    const number = typeof before === 'string' ? (parseTextNumber(before)?.value ?? null) : before;
    return typeof number === 'number' && shownDecimal(number) === shownDecimal(value);
  }
  const text = cellText(before);
  if (field === 'type') {
    const type = parseSchoolType(text);
    if (type !== null && type === parseSchoolType(value)) return true;
  }
  return normaliseText(text) === normaliseText(value);
}
