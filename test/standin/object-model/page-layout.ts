import { formatArea } from '../a1';
import { invalidArgument } from '../host-error';
import type { ExcelHost } from '../excel-host';
import type { SheetModel } from '../workbook-model';
import { BagObject } from './bag-object';
import type { HostObject } from './host-object';
import { RangeObject, rangeOf } from './range';
import { RangeAreasObject, rangeAreasOf } from './range-areas';

/** How a sheet prints: a bag, and the areas that methods set. */
export class PageLayoutObject extends BagObject {
  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel,
  ) {
    super(host, 'PageLayout', sheet.pageLayout, () => {
      host.assertFormatWritable(
        sheet,
        { row: 0, column: 0, rowCount: 1, columnCount: 1 },
        'PageLayout',
        'none',
      );
    });
  }

  private setArea(key: string, value: unknown): void {
    this.beforeWrite();
    const range = typeof value === 'string' ? rangeOf(this.host, this.sheet, value) : value;
    if (range instanceof RangeObject) this.bag.values[key] = formatArea(range.area);
    else if (range instanceof RangeAreasObject) {
      this.bag.values[key] = range.parts.map(formatArea).join(',');
    } else throw invalidArgument('PageLayout', 'a range is expected');
  }

  private areaOf(key: string): string | undefined {
    const address = this.bag.values[key];
    return typeof address === 'string' ? address : undefined;
  }

  setPrintArea(range: unknown): void {
    this.setArea('printArea', range);
  }
  setPrintTitleRows(range: unknown): void {
    this.setArea('printTitleRows', range);
  }
  setPrintTitleColumns(range: unknown): void {
    this.setArea('printTitleColumns', range);
  }
  setPrintMargins(unit: unknown, margins: unknown): void {
    this.beforeWrite();
    this.bag.values['printMargins'] = JSON.stringify({ unit, margins });
  }
  getPrintAreaOrNullObject(): HostObject | null {
    const address = this.areaOf('printArea');
    return address === undefined ? null : rangeAreasOf(this.host, this.sheet, address);
  }
  getPrintTitleRowsOrNullObject(): HostObject | null {
    const address = this.areaOf('printTitleRows');
    return address === undefined ? null : rangeOf(this.host, this.sheet, address);
  }
  getPrintTitleColumnsOrNullObject(): HostObject | null {
    const address = this.areaOf('printTitleColumns');
    return address === undefined ? null : rangeOf(this.host, this.sheet, address);
  }
}
