/** What a request was for. Only `batch` is a round trip that the add-in asked for. */
export type RequestKind =
  /** A `context.sync()` of the add-in. */
  | 'batch'
  /** The library letting go of tracked ranges after `Excel.run`; it waits for no answer. */
  | 'cleanup'
  /** Results of custom functions coming back. */
  | 'results'
  /** The library's own start in a browser. */
  | 'startup';

/** One request of the library, as the host saw it. */
export interface LoggedRequest {
  readonly kind: RequestKind;
  /** Actions in the batch, instantiations included. */
  readonly actions: number;
  /** Every member read, written or called, as `Range.values`, each once. */
  readonly members: readonly string[];
  readonly cellsRead: number;
  readonly cellsWritten: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** `code: message` when the host refused. */
  readonly error: string | undefined;
}

/** What a browser page tried to fetch outside its own origin and Office's. */
export interface BlockedRequest {
  readonly url: string;
  readonly resourceType: string;
}

/** Everything that reached the host, in order. Tests count round trips here, never in the add-in. */
export class RequestLog {
  readonly requests: LoggedRequest[] = [];
  readonly blocked: BlockedRequest[] = [];

  /** Round trips since the start or the last `clear`. */
  get roundTrips(): number {
    return this.requests.filter((request) => request.kind === 'batch').length;
  }

  /** Refusals, as `code: message`. */
  get errors(): string[] {
    return this.requests.flatMap(({ error }) => (error === undefined ? [] : [error]));
  }

  /** How many requests used a member, as `Range.values`. */
  uses(member: string): number {
    return this.requests.filter((request) => request.members.includes(member)).length;
  }

  /** Forgets what came so far. */
  clear(): void {
    this.requests.length = 0;
    this.blocked.length = 0;
  }
}
