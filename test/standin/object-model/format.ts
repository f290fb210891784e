import type { Area } from '../a1';
import type { ExcelHost } from '../excel-host';
import { clearFormats, isKnownFormat, readFormat, writeFormat } from '../format-layers';
import { notImplemented } from '../host-error';
import { MAX_COLUMNS, MAX_ROWS } from '../a1';
import type { SheetModel } from '../workbook-model';
import type { WireValue } from '../wire-value';
import { HostCollection, HostObject, type MemberValue } from './host-object';

const EDGES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
];

/** The format of cells, or a part of it: `fill`, `font`, `protection`, one border. */
export class FormatObject extends HostObject {
  constructor(
    host: ExcelHost,
    readonly className: string,
    protected readonly sheet: SheetModel,
    protected readonly areas: readonly Area[],
    /** `''`, `fill/`, `font/`, `borders/EdgeTop/`, … */
    protected readonly prefix: string,
  ) {
    super(host);
  }

  override objectKey(): string | undefined {
    return this.className === 'RangeBorder' ? this.prefix.split('/')[1] : undefined;
  }

  protected override hasScalar(name: string): boolean {
    return isKnownFormat(this.prefix + name);
  }

  get sideIndex(): WireValue {
    if (this.className !== 'RangeBorder') throw notImplemented(`${this.className}.sideIndex`);
    return this.prefix.split('/')[1] ?? null;
  }

  protected override readUndeclared(member: string, full: string): MemberValue {
    const type = this.host.catalog.get(this.className)?.members.get(member)?.type ?? '';
    const className = this.host.objectTypeOf(type);
    if (className === 'RangeBorderCollection') {
      return new BorderCollection(this.host, this.sheet, this.areas);
    }
    if (className !== undefined) {
      return new FormatObject(this.host, className, this.sheet, this.areas, `${member}/`);
    }
    const path = this.prefix + member;
    if (!isKnownFormat(path)) return super.readUndeclared(member, full);
    const [first, ...others] = this.areas.map((area) =>
      readFormat(this.sheet, this.spread(area, member), path),
    );
    return others.every((value) => value === first) ? (first ?? null) : null;
  }

  /** Widths belong to whole columns and heights to whole rows. */
  private spread(area: Area, member: string): Area {
    if (member === 'columnWidth') return { ...area, row: 0, rowCount: MAX_ROWS };
    if (member === 'rowHeight') return { ...area, column: 0, columnCount: MAX_COLUMNS };
    return area;
  }

  private permission(member: string): string {
    if (member === 'columnWidth') return 'allowFormatColumns';
    return member === 'rowHeight' ? 'allowFormatRows' : 'allowFormatCells';
  }

  protected override writeUndeclared(member: string, value: WireValue, full: string): void {
    const path = this.prefix + member;
    if (!isKnownFormat(path)) {
      super.writeUndeclared(member, value, full);
      return;
    }
    for (const area of this.areas) {
      this.host.assertFormatWritable(this.sheet, area, full, this.permission(member));
      writeFormat(this.sheet, this.spread(area, member), path, value);
    }
  }

  clear(): void {
    if (this.className !== 'RangeFill') throw notImplemented(`${this.className}.clear`);
    for (const area of this.areas) {
      this.host.assertFormatWritable(this.sheet, area, 'RangeFill.clear');
      clearFormats(this.sheet, area, 'fill/');
    }
  }

  /** Sizes are those of a screen, which the stand-in has none of: accepted, and noted in the log. */
  autofitColumns(): void {
    for (const area of this.areas) {
      this.host.assertFormatWritable(
        this.sheet,
        area,
        'RangeFormat.autofitColumns',
        'allowFormatColumns',
      );
    }
  }

  autofitRows(): void {
    for (const area of this.areas) {
      this.host.assertFormatWritable(
        this.sheet,
        area,
        'RangeFormat.autofitRows',
        'allowFormatRows',
      );
    }
  }
}

class BorderCollection extends HostCollection {
  readonly className = 'RangeBorderCollection';

  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel,
    private readonly areas: readonly Area[],
  ) {
    super(host);
  }

  override list(): readonly HostObject[] {
    return EDGES.map(
      (edge) =>
        new FormatObject(this.host, 'RangeBorder', this.sheet, this.areas, `borders/${edge}/`),
    );
  }
}
