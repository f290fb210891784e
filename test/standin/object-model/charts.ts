import { formatArea, quoteSheetName } from '../a1';
import { textArgument } from '../arguments';
import type { ExcelHost } from '../excel-host';
import { invalidArgument } from '../host-error';
import { type Bag, type SheetModel, cellKey, childBag, emptyBag, nextId } from '../workbook-model';
import { BagObject } from './bag-object';
import { HostCollection, type HostObject } from './host-object';
import { RangeObject } from './range';

/** The charts of a sheet. */
export class ChartCollection extends HostCollection {
  readonly className = 'ChartCollection';

  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel,
  ) {
    super(host);
  }

  override list(): readonly ChartObject[] {
    return this.sheet.charts.map((bag) => new ChartObject(this.host, this.sheet, bag));
  }

  protected override find(key: unknown): HostObject | undefined {
    return this.list().find(({ bag }) => bag.values['id'] === key || bag.values['name'] === key);
  }

  /** A chart over a range, with the series that Excel takes from its columns or rows. */
  add(type: unknown, source: unknown, seriesBy: unknown): HostObject {
    this.host.assertObjectsWritable(this.sheet, 'ChartCollection.add');
    if (!(source instanceof RangeObject)) {
      throw invalidArgument('ChartCollection.add', 'a range is expected');
    }
    const { area, sheet } = source;
    const bag = emptyBag();
    bag.values['id'] = nextId(this.host.workbook);
    bag.values['name'] = `图表 ${this.sheet.charts.length + 1}`;
    bag.values['chartType'] = textArgument(type, 'ChartCollection.add');
    bag.values['sourceData'] = `${quoteSheetName(sheet.name)}!${formatArea(area)}`;
    const byRows =
      seriesBy === 'Rows' || (seriesBy !== 'Columns' && area.columnCount > area.rowCount);
    const count = Math.max(1, (byRows ? area.rowCount : area.columnCount) - 1);
    for (let series = 0; series < count; series += 1) {
      const seriesBag = emptyBag();
      const row = area.row + (byRows ? series + 1 : 0);
      const column = area.column + (byRows ? 0 : series + 1);
      const header = sheet.cells.get(cellKey(row, column))?.value;
      seriesBag.values['name'] = typeof header === 'string' ? header : `系列${series + 1}`;
      childBag(bag, 'series').items.push(seriesBag);
    }
    this.sheet.charts.push(bag);
    return new ChartObject(this.host, this.sheet, bag);
  }
}

class ChartObject extends BagObject {
  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel,
    bag: Bag,
  ) {
    const id = bag.values['id'];
    super(
      host,
      'Chart',
      bag,
      () => {
        host.assertObjectsWritable(sheet, 'Chart');
      },
      typeof id === 'string' ? id : undefined,
    );
  }

  delete(): void {
    this.beforeWrite();
    this.sheet.charts = this.sheet.charts.filter((bag) => bag !== this.bag);
  }

  activate(): void {
    this.host.activate(this.sheet);
  }
}
