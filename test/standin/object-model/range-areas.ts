import {
  type Area,
  cellCount,
  formatArea,
  intersection,
  isEntireColumn,
  isEntireRow,
  parseArea,
  quoteSheetName,
  splitAddress,
} from '../a1';
import type { ExcelHost } from '../excel-host';
import { invalidArgument } from '../host-error';
import type { SheetModel } from '../workbook-model';
import { ConditionalFormatCollection } from './conditional-formats';
import { FormatObject } from './format';
import { HostCollection, HostObject } from './host-object';
import { RangeObject } from './range';
import { WorksheetObject } from './worksheets';

/** Characters that Excel takes in one address; it cuts the rest off without a word. */
const LONGEST_ADDRESS = 8_192;

/** Several rectangles of one sheet. */
export class RangeAreasObject extends HostObject {
  readonly className = 'RangeAreas';

  constructor(
    host: ExcelHost,
    readonly sheet: SheetModel,
    readonly parts: readonly Area[],
  ) {
    super(host);
  }

  override isTrackable(): boolean {
    return true;
  }

  override isGone(): boolean {
    return !this.host.workbook.sheets.includes(this.sheet);
  }

  get address(): string {
    const sheet = quoteSheetName(this.sheet.name);
    return this.parts.map((area) => `${sheet}!${formatArea(area)}`).join(', ');
  }
  get areaCount(): number {
    return this.parts.length;
  }
  get cellCount(): number {
    return this.parts.reduce((sum, area) => sum + cellCount(area), 0);
  }
  get isEntireRow(): boolean {
    return this.parts.every(isEntireRow);
  }
  get isEntireColumn(): boolean {
    return this.parts.every(isEntireColumn);
  }
  get areas(): HostObject {
    return new RangeCollection(this.host, this.sheet, this.parts);
  }
  get worksheet(): HostObject {
    return new WorksheetObject(this.host, this.sheet);
  }
  get format(): HostObject {
    return new FormatObject(this.host, 'RangeFormat', this.sheet, this.parts, '');
  }
  get conditionalFormats(): HostObject {
    return new ConditionalFormatCollection(this.host, this.sheet, this.parts);
  }

  getEntireRow(): HostObject {
    const rows = this.parts.map(
      (area) => new RangeObject(this.host, this.sheet, area).getEntireRow().area,
    );
    return new RangeAreasObject(this.host, this.sheet, rows);
  }

  getIntersectionOrNullObject(another: unknown): HostObject | null {
    const others =
      another instanceof RangeObject
        ? [another.area]
        : another instanceof RangeAreasObject
          ? another.parts
          : undefined;
    if (others === undefined)
      throw invalidArgument('RangeAreas.getIntersection', 'a range is expected');
    const common = this.parts.flatMap((area) =>
      others.flatMap((other) => intersection(area, other) ?? []),
    );
    return common.length === 0 ? null : new RangeAreasObject(this.host, this.sheet, common);
  }

  clear(applyTo: unknown): void {
    for (const area of this.parts) new RangeObject(this.host, this.sheet, area).clear(applyTo);
  }

  select(): void {
    this.host.select(this.sheet, this.parts);
  }

  _KeepReference(): void {
    // The reference is given with the instantiation that follows.
  }
}

class RangeCollection extends HostCollection {
  readonly className = 'RangeCollection';

  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel,
    private readonly areas: readonly Area[],
  ) {
    super(host);
  }

  override list(): readonly HostObject[] {
    return this.areas.map((area) => new RangeObject(this.host, this.sheet, area));
  }
}

/** Reads `A1:B2,D4`, refusing what Excel would silently cut. */
export function rangeAreasOf(
  host: ExcelHost,
  sheet: SheetModel,
  address: string,
): RangeAreasObject {
  if (address.length > LONGEST_ADDRESS) {
    throw invalidArgument(
      'Worksheet.getRanges',
      `the address has ${address.length} characters; Excel cuts it at ${LONGEST_ADDRESS}`,
    );
  }
  const areas = address.split(/[,;]/).map((part) => {
    const split = splitAddress(part.trim());
    const area = parseArea(split.area);
    if (area === undefined || (split.sheet !== undefined && split.sheet !== sheet.name)) {
      throw invalidArgument('Worksheet.getRanges', part);
    }
    return area;
  });
  return new RangeAreasObject(host, sheet, areas);
}
