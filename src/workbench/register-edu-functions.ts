import { BooleanNumber } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { FunctionType } from '@univerjs/preset-sheets-core';
import * as z from 'zod/mini';
import { NAMESPACE } from '../functions/custom-function';
import { FunctionFault } from '../functions/function-fault';
import type { FaultKind } from '../functions/function-fault';
import { inLanguage, signature } from '../functions/function-text';
import { FUNCTIONS } from '../functions/functions';
import type { FunctionResult } from '../functions/custom-function';
import type { Language } from '../locales/language';
import type { FormulaFaults } from './formula-faults';

const ERRORS: Readonly<Record<FaultKind, string>> = {
  value: '#VALUE!',
  na: '#N/A',
  div0: '#DIV/0!',
};

/** What the grid calls a function on: it knows the cell that is calculated. */
const calledOn = z.object({
  unitId: z.string(),
  subUnitId: z.string(),
  row: z.number(),
  column: z.number(),
});

/**
 * Registers the EDU functions with the grid, with their descriptions for its autocomplete.
 * @param faults keeps why a function has no result: the grid itself shows error values alone
 */
export function registerEduFunctions(
  api: FUniver,
  language: Language,
  faults: FormulaFaults,
): void {
  const formula = api.getFormula();
  for (const declared of FUNCTIONS) {
    const name = `${NAMESPACE}.${declared.name}`;
    const description = inLanguage(declared.description, language);
    formula.registerFunction(
      name,
      function (this: unknown, ...args: readonly unknown[]) {
        try {
          return rowsOf(declared.call(args));
        } catch (error) {
          if (!(error instanceof FunctionFault)) throw error;
          const place = calledOn.safeParse(this);
          if (place.success) faults.note(place.data, inLanguage(error.texts, language));
          return ERRORS[error.kind];
        }
      },
      {
        description: {
          functionName: name,
          functionType: FunctionType.User,
          description: `${signature(declared)}\n${description}`,
          // The list that drops down while typing shows this.
          abstract: description,
          functionParameter: declared.parameters.map((parameter) => ({
            name: parameter.name,
            detail: inLanguage(parameter.description, language),
            example: parameter.dimension === 'matrix' ? 'A1:A20' : '',
            require: flag(parameter.presence === 'required'),
            repeat: flag(parameter.presence === 'repeating'),
          })),
        },
      },
    );
  }
}

function flag(isSet: boolean): BooleanNumber {
  return isSet ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

/** Results as the grid takes them: it writes into the rows it is given. */
function rowsOf(
  result: FunctionResult,
): string | number | boolean | (string | number | boolean)[][] {
  return typeof result === 'object' ? result.map((row) => [...row]) : result;
}
