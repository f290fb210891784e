import { officeJsOrigin } from './office-js-source';
import type { OfficeJsSource } from './office-js-source';

/**
 * The Content-Security-Policy of every page. Nothing is allowed but what the pane uses, so that
 * school data cannot leave the machine and Office.js cannot send its own telemetry.
 *
 * Inline styles are the exception: Fluent UI writes its rules into style elements of its own, and
 * a static server cannot give them nonces. Who may frame the pages is left open, because the
 * address of Excel on the web differs by cloud and by on-premises server.
 */
export function contentSecurityPolicy(source: OfficeJsSource): string {
  const origin = officeJsOrigin(source);
  const scripts = origin === null ? "'self'" : `'self' ${origin}`;
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * The policy of the workbench's page, which has neither Office.js nor anything else from another
 * origin. The grid draws pictures of its own making and writes its rules into style elements.
 */
export function workbenchPolicy(): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
