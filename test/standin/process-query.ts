import type { ExcelHost } from './excel-host';
import { HostError, type HostErrorCode, notImplemented } from './host-error';
import { HostCollection, HostObject, type MemberValue } from './object-model/host-object';
import { WebWorkbook, WorkbookObject } from './object-model/workbook';
import { ServiceObject } from './object-model/services';
import type { RequestKind } from './request-log';
import { type WireValue, isRecord, listOf, recordOf, toWire } from './wire-value';

/** The answer to a request: what travels back, and whether it was refused. */
export interface QueryAnswer {
  readonly body: string;
  readonly error: HostErrorCode | undefined;
}

/** Numbers of the protocol. */
const PATH = { global: 1, create: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 };
const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 };

/** `Gridlines` is how the library writes `showGridlines`. */
const RENAMED: Readonly<Record<string, string>> = {
  Gridlines: 'showGridlines',
  Headings: 'showHeadings',
};

function memberName(wire: string): string {
  if (wire.startsWith('_')) return wire;
  return RENAMED[wire] ?? wire.charAt(0).toLowerCase() + wire.slice(1);
}

function wireName(member: string): string {
  return member.startsWith('_') ? member : member.charAt(0).toUpperCase() + member.slice(1);
}

/** The objects of one request, found along their paths. */
class RequestPaths {
  private readonly found = new Map<number, HostObject | null>();

  constructor(
    private readonly host: ExcelHost,
    private readonly paths: Record<string, unknown>,
    private readonly root: HostObject,
  ) {}

  /** The object of a path; null for a null object. */
  object(id: unknown): HostObject | null {
    const key = Number(id);
    const known = this.found.get(key);
    if (known !== undefined) return known;
    const object = this.resolve(recordOf(this.paths[String(key)]));
    this.found.set(key, object);
    return object;
  }

  private resolve(path: Record<string, unknown>): HostObject | null {
    const name = String(path['Name']);
    const type = path['ObjectPathType'];
    if (type === PATH.global) return this.root;
    if (type === PATH.create) return new ServiceObject(this.host, name);
    if (type === PATH.nothing) return null;
    if (type === PATH.reference) {
      const object = this.host.references.get(name);
      if (object === undefined) {
        throw new HostError('InvalidReference', 'The object is no longer tracked');
      }
      if (object.isGone()) {
        throw new HostError('InvalidReference', 'The sheet of the range was deleted');
      }
      return object;
    }
    const parent = this.object(path['ParentObjectPathId']);
    if (parent === null) return null;
    const args = this.arguments(path['ArgumentInfo']);
    if (type === PATH.indexer) {
      if (!(parent instanceof HostCollection)) throw notImplemented(`${parent.className}.getItem`);
      this.host.touched(`${parent.className}.getItem`);
      return parent.item(args[0]);
    }
    const member = memberName(name);
    const value = type === PATH.method ? parent.call(member, args) : parent.read(member);
    if (value instanceof HostObject) return value;
    if (value === null || value === undefined) return null;
    throw new HostError('GeneralException', `${parent.className}.${member} is no object`);
  }

  /** Arguments, with the objects among them. */
  arguments(info: unknown): unknown[] {
    const { Arguments: values, ReferencedObjectPathIds: references } = recordOf(info);
    const ids = listOf(references);
    return listOf(values).map((value, index) => this.argument(value, ids[index]));
  }

  private argument(value: unknown, reference: unknown): unknown {
    if (typeof reference === 'number' && reference !== 0) return this.object(reference);
    if (Array.isArray(reference)) {
      return listOf(value).map((item, index) => this.argument(item, listOf(reference)[index]));
    }
    if (isRecord(value) && '_ObjectPathId' in value) return this.object(value['_ObjectPathId']);
    return value;
  }
}

/** What the library needs to come back to the object later. */
function identity(object: HostObject, reference: string | undefined): Record<string, WireValue> {
  const key = object.objectKey();
  const hasId = object.host.catalog.get(object.className)?.members.has('id') === true;
  return {
    ...(key === undefined ? {} : { [hasId ? 'Id' : '_Id']: key }),
    ...(reference === undefined ? {} : { _ReferenceId: reference }),
  };
}

/** Reads the selected paths of an object, such as `name` and `format/fill/color`. */
function readPaths(object: HostObject, select: readonly string[]): Record<string, WireValue> {
  const wanted = new Map<string, string[]>();
  for (const path of select) {
    const [first = '', ...rest] = path.split(/[/.]/);
    const paths = wanted.get(first) ?? [];
    if (rest.length > 0) paths.push(rest.join('/'));
    wanted.set(first, paths);
  }
  const result: Record<string, WireValue> = identity(object, undefined);
  const ofItems: string[] = [];
  for (const [first, rest] of wanted) {
    if (first === '*') {
      for (const name of object.scalarMembers()) setValue(result, name, object.read(name), []);
      ofItems.push('*');
      continue;
    }
    const member = memberName(first);
    if (object instanceof HostCollection && !isOwnMember(object, member)) {
      ofItems.push(...(rest.length === 0 ? [first] : rest.map((path) => `${first}/${path}`)));
      continue;
    }
    setValue(result, member, object.read(member), rest);
  }
  if (object instanceof HostCollection && (ofItems.length > 0 || select.length === 0)) {
    result['_Items'] = object
      .list()
      .map((item) => readPaths(item, ofItems.length === 0 ? ['*'] : ofItems));
  }
  return result;
}

function isOwnMember(collection: HostCollection, member: string): boolean {
  const declared = collection.host.catalog.get(collection.className)?.members.get(member);
  return declared?.kind === 'property' && member !== 'items';
}

function setValue(
  result: Record<string, WireValue>,
  member: string,
  value: MemberValue,
  rest: readonly string[],
): void {
  if (value instanceof HostObject) {
    result[wireName(member)] = readPaths(value, rest.length === 0 ? ['*'] : rest);
  } else result[wireName(member)] = value ?? null;
}

function selection(info: unknown): string[] {
  const { Select: select, Expand: expand, Top: top, Skip: skip } = recordOf(info);
  if (top !== undefined || skip !== undefined) throw notImplemented('load with $top or $skip');
  const paths = [...listOf(select), ...listOf(expand)].map(String);
  return paths.length === 0 ? ['*'] : paths;
}

function rootOf(host: ExcelHost, customData: string): HostObject {
  return customData === 'WacPartition' ? new WebWorkbook(host) : new WorkbookObject(host);
}

/**
 * Runs a `ProcessQuery` body: each action in turn until one fails. What came before the failure stays
 * done, as in Excel.
 */
export function answerQuery(
  host: ExcelHost,
  given: unknown,
  editing: boolean,
  customData = '',
): QueryAnswer {
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  const parsed: unknown = typeof given === 'string' ? JSON.parse(given) : given;
  const body = recordOf(parsed);
  const actions = listOf(body['Actions']).map(recordOf);
  const paths = new RequestPaths(host, recordOf(body['ObjectPaths']), rootOf(host, customData));
  const kept = new Set(
    actions.filter(({ Name }) => Name === '_KeepReference').map(({ ObjectPathId }) => ObjectPathId),
  );
  const references = new Map<unknown, string>();
  const results: { ActionId: WireValue; Value: WireValue }[] = [];
  const traces: WireValue[] = [];
  let error: HostError | undefined;
  let at = 0;
  const requestBytes = Buffer.byteLength(text);
  try {
    if (editing) {
      throw new HostError(
        'InvalidOperationInCellEditMode',
        'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
      );
    }
    if (requestBytes > host.profile.payloadLimit) {
      throw new HostError(
        'RequestPayloadSizeLimitExceeded',
        `The request has ${requestBytes} bytes; the limit is ${host.profile.payloadLimit}`,
      );
    }
    for (; at < actions.length; at += 1) {
      const action = actions[at] ?? {};
      const { ActionType: type, ObjectPathId: pathId } = action;
      const actionId = toWire(action['Id']);
      if (type === ACTION.trace) {
        traces.push(actionId);
        results.push({ ActionId: actionId, Value: null });
        continue;
      }
      const object = paths.object(pathId);
      const name = memberName(String(action['Name']));
      if (type === ACTION.instantiate) {
        let reference: string | undefined;
        if (object !== null && object.isTrackable() && kept.has(pathId)) {
          reference = references.get(pathId) ?? host.keep(object);
          references.set(pathId, reference);
        }
        const value = object === null ? null : identity(object, reference);
        results.push({ ActionId: actionId, Value: value });
      } else if (type === ACTION.query) {
        const select = selection(action['QueryInfo']);
        const value = object === null ? null : readPaths(object, select);
        const reference = references.get(pathId);
        if (value !== null && reference !== undefined) value['_ReferenceId'] = reference;
        results.push({ ActionId: actionId, Value: value });
      } else if (type === ACTION.method) {
        if (object === null) {
          if (name === '_KeepReference') continue;
          throw new HostError('ItemNotFound', `${name} was called on a null object`);
        }
        const value = object.call(name, paths.arguments(action['ArgumentInfo']));
        results.push({
          ActionId: actionId,
          Value: value instanceof HostObject ? null : (value ?? null),
        });
      } else if (type === ACTION.setProperty) {
        if (object === null)
          throw new HostError('ItemNotFound', `${name} was set on a null object`);
        object.write(name, toWire(paths.arguments(action['ArgumentInfo'])[0]));
      } else throw notImplemented(`action of type ${String(type)}`);
    }
  } catch (caught) {
    error =
      caught instanceof HostError
        ? caught
        : new HostError(
            'GeneralException',
            caught instanceof Error ? (caught.stack ?? caught.message) : String(caught),
          );
  }
  let answer = render(results, traces, error, at);
  if (Buffer.byteLength(answer) > host.profile.payloadLimit) {
    error = new HostError(
      'ResponsePayloadSizeLimitExceeded',
      `The response has ${Buffer.byteLength(answer)} bytes; the limit is ${host.profile.payloadLimit}`,
    );
    answer = render([], traces, error, 0);
  }
  host.log.requests.push({
    kind: kindOf(host.usedMembers()),
    actions: actions.length,
    members: host.usedMembers(),
    cellsRead: host.cellsRead,
    cellsWritten: host.cellsWritten,
    requestBytes,
    responseBytes: Buffer.byteLength(answer),
    error: error === undefined ? undefined : `${error.code}: ${error.message}`,
  });
  return { body: answer, error: error?.code };
}

function kindOf(members: readonly string[]): RequestKind {
  if (members.some((member) => member.startsWith('CustomFunctions.setInvocation')))
    return 'results';
  const startup = ['CustomFunctions.', 'AddinInternalService.'];
  if (members.some((member) => startup.some((name) => member.startsWith(name)))) return 'startup';
  const own = members.filter((member) => member !== 'Workbook._RemoveReference');
  return own.length === 0 && members.length > 0 ? 'cleanup' : 'batch';
}

function render(
  results: readonly { ActionId: WireValue; Value: WireValue }[],
  traces: readonly WireValue[],
  error: HostError | undefined,
  actionIndex: number,
): string {
  return JSON.stringify({
    ...(error === undefined
      ? {}
      : {
          Error: {
            Code: error.code,
            Message: error.message,
            Location: error.location ?? '',
            ActionIndex: actionIndex,
            HttpStatusCode: 400,
          },
        }),
    Results: results,
    TraceIds: traces,
  });
}
