import type { FileFaultCode } from '../locales/texts';

/** A file that cannot be read or written: a code of the locales, and what fills its sentence. */
export class FileFault extends Error {
  constructor(
    readonly code: FileFaultCode,
    readonly parameters: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}
