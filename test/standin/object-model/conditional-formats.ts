import { type Area, formatArea, intersection, subtract } from '../a1';
import { booleanArgument, integerArgument, textArgument } from '../arguments';
import type { ExcelHost } from '../excel-host';
import { HostError, invalidArgument } from '../host-error';
import {
  type ConditionalFormatModel,
  type SheetModel,
  childBag,
  emptyBag,
  nextId,
} from '../workbook-model';
import type { WireValue } from '../wire-value';
import { BagObject } from './bag-object';
import { HostCollection, HostObject, type MemberValue } from './host-object';
import { RangeObject } from './range';
import { RangeAreasObject } from './range-areas';

/** The member that holds each type's rule, and its class. */
const CONTENTS: Readonly<Record<string, { member: string; className: string }>> = {
  Custom: { member: 'custom', className: 'CustomConditionalFormat' },
  CellValue: { member: 'cellValue', className: 'CellValueConditionalFormat' },
  DataBar: { member: 'dataBar', className: 'DataBarConditionalFormat' },
  ColorScale: { member: 'colorScale', className: 'ColorScaleConditionalFormat' },
  IconSet: { member: 'iconSet', className: 'IconSetConditionalFormat' },
  TopBottom: { member: 'topBottom', className: 'TopBottomConditionalFormat' },
  PresetCriteria: { member: 'preset', className: 'PresetCriteriaConditionalFormat' },
  ContainsText: { member: 'textComparison', className: 'TextConditionalFormat' },
};

/** The conditional formats that meet the areas, highest priority first. */
export class ConditionalFormatCollection extends HostCollection {
  readonly className = 'ConditionalFormatCollection';

  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel,
    private readonly areas: readonly Area[],
  ) {
    super(host);
  }

  override list(): readonly HostObject[] {
    return this.sheet.conditionalFormats
      .filter((rule) =>
        rule.areas.some((area) => this.areas.some((own) => intersection(area, own) !== undefined)),
      )
      .map((rule) => new ConditionalFormatObject(this.host, this.sheet, rule));
  }

  private writable(member: string): void {
    for (const area of this.areas) {
      this.host.assertFormatWritable(this.sheet, area, `ConditionalFormatCollection.${member}`);
    }
  }

  /** A new conditional format has the first priority, as documented. */
  add(type: unknown): HostObject {
    this.writable('add');
    const kind = textArgument(type, 'ConditionalFormatCollection.add');
    if (CONTENTS[kind] === undefined)
      throw invalidArgument('ConditionalFormatCollection.add', kind);
    const rule: ConditionalFormatModel = {
      id: nextId(this.host.workbook),
      type: kind,
      areas: [...this.areas],
      stopIfTrue: false,
      content: emptyBag(),
    };
    this.sheet.conditionalFormats.unshift(rule);
    return new ConditionalFormatObject(this.host, this.sheet, rule);
  }

  clearAll(): void {
    this.writable('clearAll');
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.filter((rule) => {
      for (const own of this.areas) rule.areas = rule.areas.flatMap((area) => subtract(area, own));
      return rule.areas.length > 0;
    });
  }
}

class ConditionalFormatObject extends HostObject {
  readonly className = 'ConditionalFormat';
  /** The library holds the format by its old place, so further writes would go astray. */
  private moved = false;

  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel,
    private readonly rule: ConditionalFormatModel,
  ) {
    super(host);
  }

  override objectKey(): string {
    return this.rule.id;
  }

  private writable(member: string): void {
    if (this.moved) {
      throw new HostError(
        'InvalidOperation',
        'After its priority is changed, a conditional format must be fetched anew',
        `ConditionalFormat.${member}`,
      );
    }
    for (const area of this.rule.areas) {
      this.host.assertFormatWritable(this.sheet, area, `ConditionalFormat.${member}`);
    }
  }

  get id(): string {
    return this.rule.id;
  }
  get type(): string {
    return this.rule.type;
  }
  get priority(): WireValue {
    return this.sheet.conditionalFormats.indexOf(this.rule);
  }
  set priority(value: WireValue) {
    this.writable('priority');
    const place = integerArgument(value, 'ConditionalFormat.priority');
    const others = this.sheet.conditionalFormats.filter((rule) => rule !== this.rule);
    // A negative priority counts from the back, as documented; splice stops at both ends.
    others.splice(place < 0 ? Math.max(0, others.length + 1 + place) : place, 0, this.rule);
    this.sheet.conditionalFormats = others;
    this.moved = true;
  }
  get stopIfTrue(): WireValue {
    return this.rule.stopIfTrue;
  }
  set stopIfTrue(value: WireValue) {
    this.writable('stopIfTrue');
    this.rule.stopIfTrue = booleanArgument(value, 'ConditionalFormat.stopIfTrue');
  }

  protected override readUndeclared(member: string, full: string): MemberValue {
    const orNull = member.endsWith('OrNullObject');
    const wanted = member.replace(/OrNullObject$/, '');
    const content = Object.entries(CONTENTS).find(([, entry]) => entry.member === wanted);
    if (content === undefined) return super.readUndeclared(member, full);
    const [type, { className }] = content;
    if (type !== this.rule.type) {
      if (orNull) return null;
      throw new HostError(
        'InvalidOperation',
        `${full}: the conditional format is ${this.rule.type}`,
      );
    }
    return new ConditionalContent(this.host, className, this.rule, () => {
      this.writable(member);
    });
  }

  getRange(): HostObject {
    const range = this.getRangeOrNullObject();
    if (range === null) {
      throw new HostError('InvalidOperation', 'The conditional format is on several ranges');
    }
    return range;
  }

  getRangeOrNullObject(): HostObject | null {
    const [area, ...others] = this.rule.areas;
    if (area === undefined || others.length > 0) return null;
    return new RangeObject(this.host, this.sheet, area);
  }

  getRanges(): HostObject {
    return new RangeAreasObject(this.host, this.sheet, this.rule.areas);
  }

  delete(): void {
    this.writable('delete');
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.filter(
      (rule) => rule !== this.rule,
    );
  }
}

/** The rule and format of one type. A rule's formula is given back with its leading `=`. */
class ConditionalContent extends BagObject {
  constructor(
    host: ExcelHost,
    className: string,
    rule: ConditionalFormatModel,
    beforeWrite: () => void,
  ) {
    super(host, className, rule.content, beforeWrite);
  }

  protected override child(className: string, member: string): HostObject {
    if (className !== 'ConditionalFormatRule') return super.child(className, member);
    return new RuleObject(this.host, className, childBag(this.bag, member), this.beforeWrite);
  }
}

class RuleObject extends BagObject {
  protected override readUndeclared(member: string, full: string): MemberValue {
    const value = super.readUndeclared(member, full);
    return member === 'formula' && typeof value === 'string' ? value.replace(/^(?!=)/, '=') : value;
  }
}

/** What a rule covers, for a test's eyes. */
export function conditionalFormatAddress(rule: ConditionalFormatModel): string {
  return rule.areas.map(formatArea).join(',');
}
