import type { ExcelHost } from '../excel-host';
import { HostError, notImplemented } from '../host-error';
import { gateMember, isSetSupported } from '../requirement-sets';
import { type WireValue, shownText } from '../wire-value';

/** What reading a member gives: a value, another object, or null for a null object. */
export type MemberValue = WireValue | HostObject | undefined;

function declared(object: HostObject, name: string): PropertyDescriptor | undefined {
  let prototype = Reflect.getPrototypeOf(object);
  while (prototype !== null && prototype !== HostObject.prototype) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    if (descriptor !== undefined) return descriptor;
    prototype = Reflect.getPrototypeOf(prototype);
  }
  return undefined;
}

function isMemberValue(value: unknown): value is MemberValue {
  return typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint';
}

/**
 * An object of Excel's object model. A member exists when its class here declares an accessor or a
 * method of the public name; everything else is refused by name. Which names are public, and since
 * when, is told by the types of Office.js, so a helper of these classes can never be reached.
 */
export abstract class HostObject {
  /** The class in the Excel namespace. */
  abstract readonly className: string;

  constructor(readonly host: ExcelHost) {}

  /** What the library finds this object again by in its collection; undefined: its index. */
  objectKey(): string | undefined {
    return undefined;
  }

  /** Whether the library may hold this object by reference between requests, as it does ranges. */
  isTrackable(): boolean {
    return false;
  }

  /** Whether what this object stands for was deleted since. */
  isGone(): boolean {
    return false;
  }

  private gate(member: string, use: 'read' | 'write' | 'call'): string {
    gateMember(this.host.catalog, this.host.profile, this.className, member, use);
    const full = `${this.className}.${member}`;
    this.host.touched(full);
    return full;
  }

  /** Reads a property. */
  read(member: string): MemberValue {
    const full = this.gate(member, 'read');
    const descriptor = declared(this, member);
    if (descriptor?.get === undefined) return this.readUndeclared(member, full);
    const value: unknown = descriptor.get.call(this);
    if (!isMemberValue(value)) throw notImplemented(full);
    return value;
  }

  /** Writes a property. */
  write(member: string, value: WireValue): void {
    const full = this.gate(member, 'write');
    const descriptor = declared(this, member);
    if (descriptor?.set !== undefined) {
      descriptor.set.call(this, value);
      return;
    }
    if (descriptor !== undefined) {
      throw new HostError('AccessDenied', `${full} is read-only`, full);
    }
    this.writeUndeclared(member, value, full);
  }

  /** Calls a method. Objects among the arguments are already objects of the host. */
  call(member: string, args: readonly unknown[]): MemberValue {
    const full = this.gate(member, 'call');
    const method: unknown = declared(this, member)?.value;
    if (typeof method !== 'function') return this.callUndeclared(member, args, full);
    const value: unknown = Reflect.apply(method, this, [...args]);
    if (!isMemberValue(value)) throw notImplemented(full);
    return value;
  }

  /** The scalar properties that `load('*')` gives. */
  scalarMembers(): string[] {
    const members = this.host.catalog.get(this.className)?.members;
    return [...(members?.values() ?? [])]
      .filter(({ kind, type }) => kind === 'property' && !this.host.isObjectType(type))
      .filter(
        ({ since }) =>
          since === undefined || isSetSupported(this.host.profile, since.name, since.version),
      )
      .map(({ name }) => name)
      .filter((name) => this.hasScalar(name));
  }

  protected hasScalar(name: string): boolean {
    return declared(this, name)?.get !== undefined;
  }

  protected readUndeclared(_member: string, full: string): MemberValue {
    throw notImplemented(full);
  }

  protected writeUndeclared(_member: string, _value: WireValue, full: string): void {
    throw notImplemented(full);
  }

  protected callUndeclared(_member: string, _args: readonly unknown[], full: string): MemberValue {
    throw notImplemented(full);
  }
}

/** A collection: an object with items that are found by key or by place. */
export abstract class HostCollection extends HostObject {
  /** The items in order. */
  abstract list(): readonly HostObject[];

  /** The item of a key, or undefined. */
  protected find(key: unknown): HostObject | undefined {
    return this.list().find((item) => item.objectKey() === key);
  }

  /** The item of a key (`getItem`), or ItemNotFound. */
  item(key: unknown): HostObject {
    const found = this.find(key);
    if (found === undefined) {
      const what = `${this.className}: ${shownText(key)}`;
      throw new HostError('ItemNotFound', `The requested resource doesn't exist. (${what})`);
    }
    return found;
  }

  getItemAt(index: unknown): HostObject {
    const found = typeof index === 'number' ? this.list()[index] : undefined;
    if (found === undefined) {
      throw new HostError(
        'ItemNotFound',
        `The requested resource doesn't exist. (${this.className})`,
      );
    }
    return found;
  }

  getItem(key: unknown): HostObject {
    return this.item(key);
  }

  getItemOrNullObject(key: unknown): HostObject | null {
    return this.find(key) ?? null;
  }

  getCount(): number {
    return this.list().length;
  }

  get count(): number {
    return this.list().length;
  }
}
