import type { Language } from '../locales/language';
import type { CustomFunction } from './custom-function';
import { FunctionFault } from './function-fault';
import type { FaultKind } from './function-fault';
import { inLanguage } from './function-text';
import { FUNCTIONS } from './functions';

/** The part of Excel's custom functions runtime that registration needs. */
export interface FunctionsRuntime {
  readonly associate: (id: string, implementation: (...args: unknown[]) => unknown) => void;
  /** Throws the error that a cell shows, with its message where such an error carries one. */
  readonly fail: (kind: FaultKind, message: string) => never;
}

function implementation(
  declared: CustomFunction,
  runtime: FunctionsRuntime,
  language: () => Language,
): (...args: unknown[]) => unknown {
  return (...args) => {
    try {
      // Excel adds the invocation after the declared parameters.
      return declared.call(args.slice(0, declared.parameters.length));
    } catch (error) {
      if (!(error instanceof FunctionFault)) throw error;
      return runtime.fail(error.kind, inLanguage(error.texts, language()));
    }
  };
}

/**
 * Registers every custom function with the runtime.
 *
 * @param language asked at each error, since the interface language is known only after start
 */
export function registerFunctions(runtime: FunctionsRuntime, language: () => Language): void {
  for (const declared of FUNCTIONS) {
    runtime.associate(declared.name, implementation(declared, runtime, language));
  }
}
