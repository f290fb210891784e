import { readFileSync } from 'node:fs';

/** The requirement set in which a member appeared. */
export interface ApiSet {
  readonly name: string;
  /** `1.10` stays text: it is newer than `1.9`. */
  readonly version: string;
}

/** One member of a class of the Excel namespace, as its published types declare it. */
export interface CatalogMember {
  readonly name: string;
  readonly kind: 'property' | 'method';
  readonly readonly: boolean;
  /** The declared type of a property, or what a method returns. */
  readonly type: string;
  /** The oldest requirement set that has the member. */
  readonly since: ApiSet | undefined;
  /** When writing came later than reading. */
  readonly writableSince: ApiSet | undefined;
}

/** A class of the Excel namespace. */
export interface CatalogClass {
  readonly name: string;
  readonly since: ApiSet | undefined;
  readonly members: ReadonlyMap<string, CatalogMember>;
}

/** Every class of the Excel namespace by name. */
export type ApiCatalog = ReadonlyMap<string, CatalogClass>;

const SET_NOTE = /\[Api set: ([A-Za-z]+) (\d+\.\d+)([^\]]*)\]/;
const LATER_WRITE = /(\d+\.\d+) for set/;

/** Compares requirement set versions part by part. Negative when `left` is older. */
export function compareVersions(left: string, right: string): number {
  const [leftMajor = 0, leftMinor = 0] = left.split('.').map(Number);
  const [rightMajor = 0, rightMinor = 0] = right.split('.').map(Number);
  return leftMajor - rightMajor || leftMinor - rightMinor;
}

function setsOf(doc: string): { since: ApiSet | undefined; writableSince: ApiSet | undefined } {
  const remarks = doc
    .split('\n')
    .filter((line) => !line.includes('@param'))
    .join('\n');
  const note = SET_NOTE.exec(remarks);
  const name = note?.[1];
  const version = note?.[2];
  if (name === undefined || version === undefined) {
    return { since: undefined, writableSince: undefined };
  }
  const later = LATER_WRITE.exec(note?.[3] ?? '')?.[1];
  return {
    since: { name, version },
    writableSince: later === undefined ? undefined : { name, version: later },
  };
}

function older(left: ApiSet | undefined, right: ApiSet | undefined): ApiSet | undefined {
  if (left === undefined) return right;
  if (right === undefined) return left;
  if (left.name !== right.name) return left.name === 'ExcelApi' ? left : right;
  return compareVersions(left.version, right.version) <= 0 ? left : right;
}

/**
 * Reads the classes of the Excel namespace from the text of `@types/office-js`. The file is generated
 * and regular, one member a line, so no TypeScript parser is needed (which would take a second).
 */
function parseCatalog(declarations: string): ApiCatalog {
  const classes = new Map<string, CatalogClass>();
  let inExcel = false;
  let current: { name: string; members: Map<string, CatalogMember> } | undefined;
  let doc: string[] = [];
  let inDoc = false;
  for (const line of declarations.split('\n')) {
    if (line.startsWith('declare namespace ')) {
      inExcel = line.startsWith('declare namespace Excel ');
      continue;
    }
    if (!inExcel) continue;
    const trimmed = line.trim();
    if (!inDoc && trimmed.startsWith('/**')) {
      doc = [trimmed];
      inDoc = !trimmed.endsWith('*/');
      continue;
    }
    if (inDoc) {
      doc.push(trimmed);
      inDoc = !trimmed.endsWith('*/');
      continue;
    }
    const opened = /^ {4}class (\w+)/.exec(line)?.[1];
    if (opened !== undefined) {
      current = { name: opened, members: new Map() };
      classes.set(opened, { ...current, since: setsOf(doc.join('\n')).since });
      doc = [];
      continue;
    }
    if (line.startsWith('    }')) {
      current = undefined;
      continue;
    }
    if (current === undefined) continue;
    const member = /^ {8}(readonly )?(\w+)\??(\(|: )(.*)$/.exec(line);
    const name = member?.[2];
    if (member === null || name === undefined || name === 'context') continue;
    const method = member[3] === '(';
    const rest = member[4] ?? '';
    const sets = setsOf(doc.join('\n'));
    doc = [];
    const known = current.members.get(name);
    current.members.set(name, {
      name,
      kind: method ? 'method' : 'property',
      readonly: member[1] !== undefined,
      type: method ? (/\): (.*);$/.exec(rest)?.[1] ?? '') : rest.replace(/;$/, ''),
      since: known === undefined ? sets.since : older(known.since, sets.since),
      writableSince: sets.writableSince,
    });
  }
  return classes;
}

let shared: ApiCatalog | undefined;

/** The catalog of the installed `@types/office-js`, read once a process. */
export function excelCatalog(): ApiCatalog {
  shared ??= parseCatalog(readFileSync(require.resolve('@types/office-js/index.d.ts'), 'utf8'));
  return shared;
}
