/** What a live check needs to know of the session. */
export interface LiveCheckSession {
  /** Whether edits are to be followed by a check at all. */
  readonly wanted: () => boolean;
  /** Whether something is under way, with which a check would get mixed up. */
  readonly busy: () => boolean;
  readonly check: () => void;
}

/** Checks again once the person has stopped editing for a while. */
export class LiveCheck {
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** @param delay milliseconds without an edit before the check */
  constructor(
    private readonly session: LiveCheckSession,
    private readonly delay: number,
  ) {}

  /** To be called at every edit by the person; the wait begins anew. */
  edited(): void {
    this.stop();
    if (!this.session.wanted()) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (!this.session.wanted()) return;
      if (this.session.busy()) this.edited();
      else this.session.check();
    }, this.delay);
  }

  /** Forgets the edits so far: they have been checked, or are not to be. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
