import type { Language } from '../locales/language';
import type { FunctionParameter } from './custom-function';
import { inLanguage } from './function-text';
import { FUNCTIONS } from './functions';

/** One parameter as Excel's metadata describes it. */
export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality: string;
  readonly optional?: true;
  readonly repeating?: true;
}

/** One function as Excel's metadata describes it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type: string; readonly dimensionality: string };
}

/** The content of `functions.json`. */
export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
}

function parameterMetadata(parameter: FunctionParameter, language: Language): ParameterMetadata {
  return {
    name: parameter.name,
    description: inLanguage(parameter.description, language),
    type: parameter.type,
    dimensionality: parameter.dimension,
    // Excel takes every repeating parameter as optional already, and refuses both together.
    ...(parameter.presence === 'optional' && { optional: true as const }),
    ...(parameter.presence === 'repeating' && { repeating: true as const }),
  };
}

/** The metadata by which Excel knows the functions, described in one language. */
export function buildFunctionsMetadata(language: Language): FunctionsMetadata {
  return {
    functions: FUNCTIONS.map(({ name, description, parameters, returns }) => ({
      id: name,
      name,
      description: inLanguage(description, language),
      parameters: parameters.map((parameter) => parameterMetadata(parameter, language)),
      result: { type: returns.type, dimensionality: returns.dimension },
    })),
  };
}
