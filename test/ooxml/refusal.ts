import { OoxmlError, type OoxmlErrorCode } from '../../src/ooxml/ooxml-error';

/** The code with which something is refused; whatever else happens fails the test. */
export function refusalOf(action: () => unknown): OoxmlErrorCode {
  try {
    action();
  } catch (error) {
    if (error instanceof OoxmlError) return error.code;
    throw error;
  }
  throw new Error('was not refused');
}

/** The same for something asynchronous. */
export async function asyncRefusalOf(action: () => Promise<unknown>): Promise<OoxmlErrorCode> {
  try {
    await action();
  } catch (error) {
    if (error instanceof OoxmlError) return error.code;
    throw error;
  }
  throw new Error('was not refused');
}
