import { HostError } from '../host-error';

/** The properties of `worksheets` that `isFormatLocked` and `refuseProtected` need. */
export const PROTECTION_PROPERTIES = 'items/protection/protected,items/protection/options';

/** Whether a sheet's protection forbids formats, conditional ones among them. */
export function isFormatLocked({ protection }: Excel.Worksheet): boolean {
  return protection.protected && protection.options.allowFormatCells !== true;
}

/**
 * Stops before anything is changed.
 *
 * @param names of the protected sheets that would be changed
 * @throws {HostError} `sheet-protected` naming all of them, unless there are none
 */
export function refuseProtected(names: readonly string[]): void {
  if (names.length > 0) throw new HostError('sheet-protected', names.join('、'));
}
