import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import { XlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import type { PlannedCell, SheetPlan } from '../../src/plans/sheet-plan';
import type { Language } from '../../src/locales/language';
import { planSummary } from '../../src/reports/summary';
import { CN_2017 } from '../../src/standard/cn-2017';
import type { Standard } from '../../src/standard/standard';
import { checkWorkbook } from '../../src/workbook/check-workbook';
import type { DueDays } from '../../src/workbook/ledger-dates';
import { readLedger } from '../../src/workbook/read-ledger';
import { CellDate } from '../../src/workbook/source';
import type { CellContent } from '../../src/workbook/source';

/** How a run is made. */
export interface Run {
  readonly today: string;
  readonly dueDays?: DueDays;
  readonly language?: Language;
  readonly standard?: Standard;
  readonly replace?: 'ours' | 'any';
}

/** A file with a county, in which 整改台账 is written again and again. */
export class LedgerBook {
  host: XlsxHost;

  constructor(sheets: readonly SheetPlan[]) {
    this.host = XlsxHost.open(createWorkbook(sheets), 'county.xlsx');
  }

  /** Puts other data in place of the county's, the ledger staying as it is. */
  async setData(sheets: readonly SheetPlan[]): Promise<void> {
    await this.host.writeSheets(sheets, 'any');
  }

  /** The plan of 整改台账 as a run would write it now. */
  async plan({ today, dueDays, language, standard }: Run): Promise<SheetPlan> {
    const check = await checkWorkbook(this.host, { standard: standard ?? CN_2017 });
    const plans = planSummary(check, {
      keys: ['ledger'],
      language: language ?? 'zh-CN',
      ledger: await readLedger(this.host, await this.host.heads()),
      today,
      ...(dueDays === undefined ? {} : { dueDays }),
    });
    return plans[0]!;
  }

  async run(run: Run): Promise<SheetPlan> {
    const plan = await this.plan(run);
    await this.host.writeSheets([plan], run.replace ?? 'ours');
    return plan;
  }

  /** The rows of 整改台账 by number, blank ones left out. */
  async rows(): Promise<ReadonlyMap<number, readonly CellContent[]>> {
    const rows = new Map<number, readonly CellContent[]>();
    const own = await this.host.ownSheets();
    for await (const block of this.host.rows(own.get('ledger') ?? '整改台账')) {
      for (const { number, cells } of block) rows.set(number, [...cells]);
    }
    return rows;
  }

  /** The lines below the headings, by Chinese heading; other columns by their own heading. */
  async lines(): Promise<readonly Readonly<Record<string, CellContent>>[]> {
    const rows = [...(await this.rows()).values()];
    const at = rows.findIndex((cells) => cells.includes('问题') || cells.includes('Problem'));
    const headings = rows[at] ?? [];
    return rows.slice(at + 1).map((cells) => {
      const line: Record<string, CellContent> = {};
      headings.forEach((heading, column) => {
        const content = cells[column];
        if (typeof heading === 'string' && content !== undefined && content !== null) {
          line[heading] = content;
        }
      });
      return line;
    });
  }

  /** Types into the line of an id under a heading. */
  async type(
    id: string,
    heading: string,
    content: string | number | boolean | null,
  ): Promise<void> {
    const rows = await this.rows();
    let headings: readonly CellContent[] = [];
    for (const [number, cells] of rows) {
      if (cells.includes('问题')) headings = cells;
      if (cells[headings.indexOf('编号')] !== id || headings.length === 0) continue;
      const column = headings.indexOf(heading);
      await this.typeAt(`${letters(column)}${number}`, content);
      return;
    }
    throw new Error(`no line ${id}`);
  }

  /**
   * Leaves the sheet as a person does who moves rows and columns about: these rows from row 1 on,
   * formulas as their values, and still known as ours.
   */
  async rearrange(
    rows: readonly (readonly CellContent[])[],
    key: string | null = 'ledger',
  ): Promise<void> {
    const own = await this.host.ownSheets();
    const name = own.get('ledger') ?? '整改台账';
    await this.host.writeSheets([{ ...plainSheet(name, rows), key }], 'any');
  }

  async typeAt(cell: string, content: string | number | boolean | null): Promise<void> {
    const own = await this.host.ownSheets();
    await this.host.editCells([{ sheet: own.get('ledger') ?? '整改台账', cell, content }]);
  }
}

/** A sheet of these rows, dates shown as dates. */
export function plainSheet(name: string, rows: readonly (readonly CellContent[])[]): SheetPlan {
  return {
    key: null,
    name,
    columnWidths: [],
    rows: rows.map((cells, row) => ({
      number: row + 1,
      cells: [...cells].flatMap((content, column): PlannedCell[] => {
        if (content === null || content === undefined) return [];
        if (content instanceof CellDate) {
          return [{ column, value: content.serial, style: { numberFormat: 'date' } }];
        }
        return typeof content === 'object' ? [] : [{ column, value: content }];
      }),
    })),
    merges: [],
    print: { orientation: 'landscape' },
    charts: [],
  };
}

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}
