import type { ExcelHost } from '../excel-host';
import { formatArea, quoteSheetName } from '../a1';
import { type Bag, childBag, emptyBag } from '../workbook-model';
import { type WireValue, toWire } from '../wire-value';
import { HostCollection, HostObject, type MemberValue } from './host-object';
import { RangeObject } from './range';

/** Methods that only record what they are given, under `name()`. */
const RECORDED = new Set([
  'clear',
  'clearDataLabel',
  'setBubbleSizes',
  'setCategoryNames',
  'setData',
  'setFormula',
  'setPosition',
  'setSolidColor',
  'setValues',
  'setXAxisValues',
]);

function recordedArgument(value: unknown): WireValue {
  if (value instanceof RangeObject) {
    return `${quoteSheetName(value.sheet.name)}!${formatArea(value.area)}`;
  }
  return toWire(value);
}

/**
 * An object kept only as what was written to it: charts, page layouts, the formats of conditional
 * formats. Its members and their classes come from the types of Office.js.
 */
export class BagObject extends HostObject {
  constructor(
    host: ExcelHost,
    readonly className: string,
    readonly bag: Bag,
    /** Called before a write, to refuse it on a protected sheet. */
    protected readonly beforeWrite: () => void = () => undefined,
    private readonly key?: string,
  ) {
    super(host);
  }

  override objectKey(): string | undefined {
    return this.key;
  }

  protected override hasScalar(): boolean {
    return true;
  }

  protected override readUndeclared(member: string, full: string): MemberValue {
    const type = this.host.catalog.get(this.className)?.members.get(member)?.type ?? '';
    const className = this.host.objectTypeOf(type);
    if (className === undefined) return this.bag.values[member] ?? null;
    if (className === 'Range' || className === 'Worksheet')
      return super.readUndeclared(member, full);
    return this.child(className, member);
  }

  /** The object under a navigation property. */
  protected child(className: string, member: string): HostObject {
    const bag = childBag(this.bag, member);
    return className.endsWith('Collection')
      ? new BagCollection(this.host, className, bag, this.beforeWrite)
      : new BagObject(this.host, className, bag, this.beforeWrite);
  }

  protected override writeUndeclared(member: string, value: WireValue, full: string): void {
    const declared = this.host.catalog.get(this.className)?.members.get(member);
    if (declared === undefined || declared.readonly) {
      super.writeUndeclared(member, value, full);
      return;
    }
    this.beforeWrite();
    this.bag.values[member] = value;
  }

  protected override callUndeclared(
    member: string,
    args: readonly unknown[],
    full: string,
  ): MemberValue {
    if (!RECORDED.has(member)) return super.callUndeclared(member, args, full);
    this.beforeWrite();
    if (member === 'clear') {
      for (const name of Object.keys(this.bag.values))
        Reflect.deleteProperty(this.bag.values, name);
    } else {
      this.bag.values[`${member}()`] = args.map(recordedArgument);
    }
    return undefined;
  }
}

/** A collection of bags, such as the series of a chart. */
export class BagCollection extends HostCollection {
  constructor(
    host: ExcelHost,
    readonly className: string,
    readonly bag: Bag,
    private readonly beforeWrite: () => void = () => undefined,
  ) {
    super(host);
  }

  /** The class of the items: `ChartSeriesCollection` has `ChartSeries`. */
  private itemClass(): string {
    const type = this.host.catalog.get(this.className)?.members.get('items')?.type ?? '';
    return this.host.objectTypeOf(type.replace(/\[\]$/, '')) ?? this.className;
  }

  override list(): readonly HostObject[] {
    return this.bag.items.map(
      (bag) => new BagObject(this.host, this.itemClass(), bag, this.beforeWrite),
    );
  }

  protected override find(key: unknown): HostObject | undefined {
    if (typeof key === 'number') return this.list()[key];
    if (typeof key !== 'string') return undefined;
    const child = childBag(this.bag, key);
    return new BagObject(this.host, this.itemClass(), child, this.beforeWrite);
  }

  add(name: unknown): HostObject {
    this.beforeWrite();
    const bag = emptyBag();
    if (typeof name === 'string') bag.values['name'] = name;
    this.bag.items.push(bag);
    return new BagObject(this.host, this.itemClass(), bag, this.beforeWrite);
  }

  protected override readUndeclared(member: string, full: string): MemberValue {
    const type = this.host.catalog.get(this.className)?.members.get(member)?.type ?? '';
    const className = this.host.objectTypeOf(type);
    if (className === undefined) return super.readUndeclared(member, full);
    return new BagObject(this.host, className, childBag(this.bag, member), this.beforeWrite);
  }
}
