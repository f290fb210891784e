import { HostError } from '../../hosts/host-error';
import type { Notice } from './session';

/** What a notice says about an error that a host or the program threw. */
export function failureContent(error: unknown): Notice['content'] {
  if (error instanceof HostError) {
    return error.code === 'cancelled'
      ? { kind: 'cancelled' }
      : { kind: 'host-error', code: error.code, subject: error.subject };
  }
  return { kind: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
}
