/** The codes of Excel's own errors that the stand-in answers with, as Microsoft documents them. */
export type HostErrorCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'GeneralException'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'NotImplemented'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded'
  | 'UnsupportedOperation';

/** An error that reaches the add-in as `OfficeExtension.Error` with this code and message. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message: string,
    /** The member at fault, as `Range.values`. */
    readonly location?: string,
  ) {
    super(message);
    this.name = 'HostError';
  }
}

/** Says by name what the stand-in does not do, so that no test passes on an answer made up. */
export function notImplemented(member: string): HostError {
  return new HostError('NotImplemented', `The stand-in does not implement Excel.${member}`, member);
}

/** An argument Excel would refuse. */
export function invalidArgument(location: string, reason: string): HostError {
  return new HostError('InvalidArgument', `The argument is invalid: ${reason}`, location);
}
