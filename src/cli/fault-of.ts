import { OoxmlError } from '../ooxml/ooxml-error';
import { FileFault } from './file-fault';

/** Every failure of a file as a fault with a worded code. */
export function faultOf(error: unknown): FileFault {
  if (error instanceof FileFault) return error;
  if (error instanceof OoxmlError) {
    return new FileFault(error.code, { part: error.part ?? '', detail: error.detail });
  }
  return new FileFault('unexpected', {
    detail: error instanceof Error ? error.message : String(error),
  });
}
