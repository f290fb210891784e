import { formatArea, parseArea, quoteSheetName, splitAddress } from '../a1';
import { booleanArgument, textArgument } from '../arguments';
import type { ExcelHost } from '../excel-host';
import { HostError, invalidArgument } from '../host-error';
import { type NameModel, type SheetModel, sheetNamed } from '../workbook-model';
import type { WireValue } from '../wire-value';
import { HostCollection, HostObject } from './host-object';
import { RangeObject } from './range';
import { WorksheetObject } from './worksheets';

/** Rooted addresses, as a name's formula is kept: `=Sheet1!$A$1:$B$2`. */
function rooted(range: RangeObject): string {
  const area = formatArea(range.area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
  return `=${quoteSheetName(range.sheet.name)}!${area}`;
}

/** Defined names of the workbook, or of one sheet. */
export class NamedItemCollection extends HostCollection {
  readonly className = 'NamedItemCollection';

  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel | undefined,
  ) {
    super(host);
  }

  private names(): NameModel[] {
    return this.sheet?.names ?? this.host.workbook.names;
  }

  override list(): readonly HostObject[] {
    return this.names().map((name) => new NamedItem(this.host, this.sheet, name));
  }

  protected override find(key: unknown): HostObject | undefined {
    const wanted = typeof key === 'string' ? key.toLowerCase() : undefined;
    const found = this.names().find((name) => name.name.toLowerCase() === wanted);
    return found === undefined ? undefined : new NamedItem(this.host, this.sheet, found);
  }

  add(name: unknown, reference: unknown, comment: unknown): HostObject {
    const text = textArgument(name, 'NamedItemCollection.add');
    if (!/^[\p{L}_\\][\p{L}\p{N}_.?\\]{0,254}$/u.test(text) || parseArea(text) !== undefined) {
      throw invalidArgument('NamedItemCollection.add', `${text} is no name`);
    }
    if (this.find(text) !== undefined) {
      throw new HostError('ItemAlreadyExists', `The name ${text} exists already`);
    }
    this.host.assertStructureWritable('NamedItemCollection.add');
    const model: NameModel = {
      name: text,
      formula:
        reference instanceof RangeObject
          ? rooted(reference)
          : `=${String(reference).replace(/^=/, '')}`,
      visible: true,
      comment: typeof comment === 'string' ? comment : '',
    };
    this.names().push(model);
    return new NamedItem(this.host, this.sheet, model);
  }

  /** Takes a name out of this scope. */
  remove(name: NameModel): void {
    this.names().splice(this.names().indexOf(name), 1);
  }
}

class NamedItem extends HostObject {
  readonly className = 'NamedItem';

  constructor(
    host: ExcelHost,
    private readonly sheet: SheetModel | undefined,
    private readonly model: NameModel,
  ) {
    super(host);
  }

  override objectKey(): string {
    return this.model.name;
  }

  get name(): string {
    return this.model.name;
  }
  get comment(): WireValue {
    return this.model.comment;
  }
  set comment(value: WireValue) {
    this.model.comment = textArgument(value, 'NamedItem.comment');
  }
  get visible(): WireValue {
    return this.model.visible;
  }
  set visible(value: WireValue) {
    this.model.visible = booleanArgument(value, 'NamedItem.visible');
  }
  get formula(): WireValue {
    return this.model.formula;
  }
  set formula(value: WireValue) {
    this.model.formula = textArgument(value, 'NamedItem.formula').replace(/^(?!=)/, '=');
  }
  get scope(): string {
    return this.sheet === undefined ? 'Workbook' : 'Worksheet';
  }
  get type(): string {
    if (this.range() !== undefined) return 'Range';
    const text = this.model.formula.slice(1);
    if (/^".*"$/s.test(text)) return 'String';
    if (/^(TRUE|FALSE)$/i.test(text)) return 'Boolean';
    return text !== '' && Number.isFinite(Number(text)) ? 'Double' : 'Error';
  }
  get value(): WireValue {
    const range = this.range();
    if (range !== undefined) return range.address;
    const text = this.model.formula.slice(1);
    const quoted = /^"(.*)"$/s.exec(text)?.[1];
    if (quoted !== undefined) return quoted.replaceAll('""', '"');
    if (/^(TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === 'TRUE';
    return Number.isFinite(Number(text)) ? Number(text) : '#REF!';
  }

  private range(): RangeObject | undefined {
    const { sheet, area } = splitAddress(this.model.formula.slice(1));
    const target = sheet === undefined ? this.sheet : sheetNamed(this.host.workbook, sheet);
    const parsed = parseArea(area);
    if (target === undefined || parsed === undefined) return undefined;
    return new RangeObject(this.host, target, parsed);
  }

  getRange(): HostObject {
    const range = this.range();
    if (range === undefined)
      throw new HostError('InvalidReference', `${this.model.name} is no range`);
    return range;
  }

  getRangeOrNullObject(): HostObject | null {
    return this.range() ?? null;
  }

  get worksheetOrNullObject(): HostObject | null {
    return this.sheet === undefined ? null : new WorksheetObject(this.host, this.sheet);
  }

  delete(): void {
    new NamedItemCollection(this.host, this.sheet).remove(this.model);
  }
}
