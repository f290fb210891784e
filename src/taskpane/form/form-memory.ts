import { useSyncExternalStore } from 'react';
import type { Session } from '../session/session';
import type { FilledPart } from './form-detail';

/** What the person has opened and typed on the page of the verdict, and not yet written. */
export interface FormMemory {
  readonly openParts: ReadonlySet<FilledPart>;
  /** Keys of items whose evidence is shown, and of those whose blanks are being filled in. */
  readonly openItems: ReadonlySet<string>;
  readonly editing: ReadonlySet<string>;
  /** What was typed, by the key of the blank. */
  readonly drafts: ReadonlyMap<string, string>;
  /** The item whose first field takes the focus when it appears. */
  readonly focus: string | null;
}

const NOTHING: FormMemory = {
  openParts: new Set(),
  openItems: new Set(),
  editing: new Set(),
  drafts: new Map(),
  focus: null,
};

class MemoryStore {
  memory = NOTHING;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly read = (): FormMemory => this.memory;

  readonly change = (change: Partial<FormMemory>): void => {
    this.memory = { ...this.memory, ...change };
    for (const listener of [...this.#listeners]) listener();
  };
}

const STORES = new WeakMap<Session, MemoryStore>();

/** A session's memory of the page; it outlives a visit to another page of the pane. */
export function useFormMemory(
  session: Session,
): readonly [FormMemory, (change: Partial<FormMemory>) => void] {
  let store = STORES.get(session);
  if (store === undefined) {
    store = new MemoryStore();
    STORES.set(session, store);
  }
  return [useSyncExternalStore(store.subscribe, store.read), store.change];
}

/** A set with a member put in or taken out. */
export function withMember<Member>(
  set: ReadonlySet<Member>,
  member: Member,
  isIn: boolean,
): ReadonlySet<Member> {
  const changed = new Set(set);
  if (isIn) changed.add(member);
  else changed.delete(member);
  return changed;
}

/** The key of an item, a survey or a veto matter. */
export function itemKey(part: FilledPart, number: number): string {
  return `${part} ${number}`;
}

/** The key of a draft within an item. */
export function draftKey(item: string, blank: string): string {
  return `${item} ${blank}`;
}
