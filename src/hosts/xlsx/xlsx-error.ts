import { OoxmlError } from '../../ooxml/ooxml-error';
import { OoxmlWriteError, type OoxmlWriteErrorCode } from '../../ooxml/write/ooxml-write-error';
import { HostError, type HostErrorCode } from '../host-error';

const CODES: Readonly<Record<OoxmlWriteErrorCode, HostErrorCode>> = {
  'sheet-exists': 'foreign-sheets',
  'no-such-sheet': 'sheet-missing',
  'bad-plan': 'failed',
  'bad-value': 'failed',
  'part-of-array': 'failed',
  'table-heading': 'failed',
};

/** The HostError for whatever the reading or writing of a file threw. */
export function hostErrorOf(error: unknown): HostError {
  if (error instanceof HostError) return error;
  if (error instanceof OoxmlWriteError) {
    return new HostError(CODES[error.code], error.subjects.join('、'), error.message);
  }
  if (error instanceof OoxmlError) {
    return new HostError(
      error.code === 'too-large' ? 'too-large' : 'failed',
      error.part ?? '',
      error.message,
    );
  }
  return new HostError('failed', '', error instanceof Error ? error.message : String(error));
}
