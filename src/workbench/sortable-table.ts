import { textButton } from './page-element';

/** One column of a table whose rows can be put in its order. */
export interface TableColumn<Line> {
  readonly heading: string;
  /** Numbers stand at the end of their column, and its heading with them. */
  readonly isNumeric?: boolean;
  readonly className: (line: Line) => string;
  readonly show: (line: Line) => string | HTMLElement;
  /** Negative where `a` comes first. */
  readonly compare: (a: Line, b: Line) => number;
}

/** A table that is sorted by pressing a heading, and the other way round by pressing it again. */
export class SortableTable<Line> {
  readonly element = document.createElement('table');
  readonly #columns: readonly TableColumn<Line>[];
  readonly #inPlace: (line: Line) => string | null;
  readonly #body: HTMLTableSectionElement;
  readonly #heads: readonly HTMLTableCellElement[];
  readonly #rows: { readonly line: Line; readonly row: HTMLTableRowElement }[] = [];
  #sorted: { readonly column: TableColumn<Line>; readonly descending: boolean } | null = null;

  /** @param inPlace a text that stands in place of every column but the first; null for none */
  constructor(columns: readonly TableColumn<Line>[], inPlace: (line: Line) => string | null) {
    this.#columns = columns;
    this.#inPlace = inPlace;
    const headRow = this.element.createTHead().insertRow();
    this.#heads = columns.map((column) => {
      const head = document.createElement('th');
      head.scope = 'col';
      if (column.isNumeric === true) head.className = 'number';
      head.append(
        textButton(column.heading, () => {
          this.#sortBy(column);
        }),
      );
      headRow.append(head);
      return head;
    });
    this.#body = this.element.createTBody();
  }

  /** Adds a line where the order in force has it. */
  add(line: Line): void {
    const row = document.createElement('tr');
    const inPlace = this.#inPlace(line);
    const shown = inPlace === null ? this.#columns : this.#columns.slice(0, 1);
    for (const { show, className } of shown) {
      const cell = row.insertCell();
      cell.className = className(line);
      cell.append(show(line));
    }
    if (inPlace !== null) {
      const cell = row.insertCell();
      cell.className = 'note';
      cell.colSpan = this.#columns.length - 1;
      cell.append(inPlace);
    }
    this.#rows.push({ line, row });
    this.#arrange();
  }

  #sortBy(column: TableColumn<Line>): void {
    const descending = this.#sorted?.column === column && !this.#sorted.descending;
    this.#sorted = { column, descending };
    this.#columns.forEach((one, index) => {
      const head = this.#heads[index];
      if (one === column) head?.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      else head?.removeAttribute('aria-sort');
    });
    this.#arrange();
  }

  #arrange(): void {
    const sorted = this.#sorted;
    const rows = [...this.#rows];
    if (sorted !== null) {
      const sign = sorted.descending ? -1 : 1;
      rows.sort((a, b) => sign * sorted.column.compare(a.line, b.line));
    }
    this.#body.append(...rows.map(({ row }) => row));
  }
}
