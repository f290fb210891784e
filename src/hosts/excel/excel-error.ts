import { HostError, type HostErrorCode } from '../host-error';

/**
 * What Excel's error codes mean to a person. `AccessDenied` is `read-only` here: protected sheets are
 * looked for before anything is written, and what is refused after that is a workbook for reading.
 */
const CODES: ReadonlyMap<string, HostErrorCode> = new Map([
  ['InvalidOperationInCellEditMode', 'cell-editing'],
  ['ItemNotFound', 'sheet-missing'],
  ['AccessDenied', 'read-only'],
  ['RequestPayloadSizeLimitExceeded', 'too-large'],
  ['ResponsePayloadSizeLimitExceeded', 'too-large'],
  ['RangeExceedsLimit', 'too-large'],
  ['OperationCellsExceedLimit', 'too-large'],
  ['ApiNotFound', 'unsupported'],
  ['NotImplemented', 'unsupported'],
  ['UnsupportedFeature', 'unsupported'],
  ['UnsupportedOperation', 'unsupported'],
  ['UnsupportedSheet', 'unsupported'],
]);

/**
 * The HostError for whatever a batch threw.
 *
 * @param subject the sheet that the batch was about, '' when none
 */
export function hostErrorOf(error: unknown, subject = ''): HostError {
  if (error instanceof HostError) return error;
  if (error instanceof OfficeExtension.Error) {
    const code = CODES.get(error.code) ?? 'failed';
    return new HostError(code, subject, `${error.code}: ${error.message}`);
  }
  return new HostError('failed', subject, error instanceof Error ? error.message : String(error));
}
