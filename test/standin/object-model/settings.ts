import { textArgument } from '../arguments';
import type { ExcelHost } from '../excel-host';
import { type WireValue, toWire } from '../wire-value';
import { HostCollection, HostObject } from './host-object';

/** `workbook.settings`: kept in the file, read by this add-in alone. */
export class SettingCollection extends HostCollection {
  readonly className = 'SettingCollection';

  override list(): readonly HostObject[] {
    return [...this.host.workbook.settings.keys()].map((key) => new Setting(this.host, key));
  }

  add(key: unknown, value: unknown): HostObject {
    const name = textArgument(key, 'SettingCollection.add');
    this.host.workbook.settings.set(name, toWire(value));
    return new Setting(this.host, name);
  }
}

class Setting extends HostObject {
  readonly className = 'Setting';

  constructor(
    host: ExcelHost,
    readonly name: string,
  ) {
    super(host);
  }

  override objectKey(): string {
    return this.name;
  }

  get key(): string {
    return this.name;
  }
  get value(): WireValue {
    return this.host.workbook.settings.get(this.name) ?? null;
  }
  set value(value: WireValue) {
    this.host.workbook.settings.set(this.name, value);
  }

  delete(): void {
    this.host.workbook.settings.delete(this.name);
  }
}
