import { type Area, covers, intersection, subtract } from '../a1';
import type { ExcelHost } from '../excel-host';
import { type Bag, type SheetModel, emptyBag } from '../workbook-model';
import type { WireValue } from '../wire-value';
import { HostObject, type MemberValue } from './host-object';

/** What may be typed into a range. */
export class DataValidationObject extends HostObject {
  readonly className = 'DataValidation';

  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel,
    private readonly area: Area,
  ) {
    super(host);
  }

  private own(): Bag | undefined {
    return this.sheet.validations.find((validation) => covers(validation.area, this.area))?.content;
  }

  protected override hasScalar(name: string): boolean {
    return name !== 'valid';
  }

  protected override readUndeclared(member: string, full: string): MemberValue {
    if (member === 'valid') return super.readUndeclared(member, full);
    const bag = this.own();
    if (member === 'type') {
      const rule = bag?.values['rule'];
      const kind = typeof rule === 'object' && rule !== null ? Object.keys(rule)[0] : undefined;
      return kind === undefined ? 'None' : kind.charAt(0).toUpperCase() + kind.slice(1);
    }
    return bag?.values[member] ?? (member === 'ignoreBlanks' ? true : null);
  }

  protected override writeUndeclared(member: string, value: WireValue): void {
    this.host.assertFormatWritable(this.sheet, this.area, `DataValidation.${member}`, 'none');
    const old = this.own();
    const content = emptyBag();
    Object.assign(content.values, old?.values, { [member]: value });
    this.clear();
    this.sheet.validations.push({ area: this.area, content });
  }

  clear(): void {
    this.host.assertFormatWritable(this.sheet, this.area, 'DataValidation.clear', 'none');
    this.sheet.validations = this.sheet.validations.flatMap((validation) =>
      intersection(validation.area, this.area) === undefined
        ? [validation]
        : subtract(validation.area, this.area).map((area) => ({ ...validation, area })),
    );
  }
}
