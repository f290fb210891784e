import { FunctionFault } from '../../src/functions/function-fault';
import type { FaultKind } from '../../src/functions/function-fault';
import { FUNCTIONS } from '../../src/functions/functions';

/** A cell as a grid hands it over. */
export type Cell = number | string | boolean | null;

/** Calls a function by name, as a formula would. */
export function call(name: string, ...args: readonly unknown[]): unknown {
  const declared = FUNCTIONS.find((candidate) => candidate.name === name);
  if (declared === undefined) throw new Error(`no function ${name}`);
  return declared.call(args);
}

/** The error that a call shows, as its kind and Chinese message. */
export function fault(
  name: string,
  ...args: readonly unknown[]
): { readonly kind: FaultKind; readonly message: string } {
  try {
    call(name, ...args);
  } catch (error) {
    if (error instanceof FunctionFault) return { kind: error.kind, message: error.message };
    throw error;
  }
  throw new Error(`${name} gave a result`);
}

/** Numbers below one another. */
export function column(...cells: readonly Cell[]): Cell[][] {
  return cells.map((cell) => [cell]);
}

/** Numbers beside one another. */
export function row(...cells: readonly Cell[]): Cell[][] {
  return [[...cells]];
}
