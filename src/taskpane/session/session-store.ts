import type { Notice, SessionState } from './session';

/** Holds the pane's state and tells listeners of every change. */
export class SessionStore {
  #state: SessionState;
  #notices = 0;
  readonly #listeners = new Set<() => void>();

  constructor(state: SessionState) {
    this.#state = state;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Replaces the state by one that differs in the given fields. */
  change(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }

  /** Shows a notice in place of the one before. */
  notify(tone: Notice['tone'], content: Notice['content']): void {
    this.#notices += 1;
    this.change({ notice: { number: this.#notices, tone, content } });
  }

  /** Calls the listener after every change; returns the way to stop. */
  subscribe(listener: () => void): () => void {
    // Wrapped, so that a listener given twice is called twice and stopped one at a time.
    const own = (): void => {
      listener();
    };
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }
}
