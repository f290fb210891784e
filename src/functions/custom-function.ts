import type { BilingualText } from '../standard/standard';

/** What one cell can hold as a result. */
export type CellValue = number | string | boolean;

/** A result: one cell, or rows of cells that spill. */
export type FunctionResult = CellValue | readonly (readonly CellValue[])[];

/** How the grid converts an argument before the call; `any` leaves cells as they are. */
export type ArgumentType = 'any' | 'string' | 'boolean';

/** One parameter of a function. */
export interface FunctionParameter {
  readonly name: string;
  readonly type: ArgumentType;
  /** One cell, or a range of any shape. */
  readonly dimension: 'scalar' | 'matrix';
  readonly presence: 'required' | 'optional' | 'repeating';
  readonly description: BilingualText;
}

/** What a function gives. */
export interface FunctionReturn {
  readonly type: 'number' | 'string' | 'boolean' | 'any';
  /** `matrix` spills. */
  readonly dimension: 'scalar' | 'matrix';
  readonly description: BilingualText;
}

/** An argument of an example: a constant, an array constant by rows, or null where it is left out. */
export type ExampleArgument = CellValue | null | readonly (readonly (number | string)[])[];

/** An example that stands alone: constants only, so that it works in any cell of any workbook. */
export interface FunctionExample {
  readonly about: BilingualText;
  readonly arguments: readonly ExampleArgument[];
  readonly result: FunctionResult;
}

/**
 * One custom function: the declaration from which its metadata, its registration, the pane's list
 * and its documentation are made.
 */
export interface CustomFunction {
  /** Name within the namespace, and the id in the metadata: never renamed, formulas hold it. */
  readonly name: string;
  readonly description: BilingualText;
  readonly parameters: readonly FunctionParameter[];
  readonly returns: FunctionReturn;
  readonly examples: readonly FunctionExample[];
  /**
   * Computes the result. Arguments come as the grid has them: ranges as rows of cells, an omitted
   * argument as null, undefined or ''.
   *
   * @throws {FunctionFault} where there is no result
   */
  readonly call: (args: readonly unknown[]) => FunctionResult;
}

/** The namespace of all functions, kept in users' formulas: never renamed. */
export const NAMESPACE = 'EDU';
