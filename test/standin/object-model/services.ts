import type { ExcelHost } from '../excel-host';
import { notImplemented } from '../host-error';
import { listOf } from '../wire-value';
import { HostObject, type MemberValue } from './host-object';

/** Objects of the library that belong to no workbook: `new` paths such as the custom functions' door. */
export class ServiceObject extends HostObject {
  readonly className: string;

  constructor(host: ExcelHost, fullName: string) {
    super(host);
    this.className = fullName.slice(fullName.lastIndexOf('.') + 1);
  }

  protected override callUndeclared(
    member: string,
    args: readonly unknown[],
    full: string,
  ): MemberValue {
    if (this.className !== 'CustomFunctions') throw notImplemented(full);
    if (member === 'setInvocationArrayResults' || member === 'setInvocationResults') {
      this.host.functions.receive(listOf(args[0]));
      return undefined;
    }
    if (member === '_GetEnabledFeatures') return [];
    throw notImplemented(full);
  }
}
