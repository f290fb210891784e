import { domainTexts } from './domain-texts';
import { fill } from './fill';
import type { Language } from './language';
import type { FileFaultCode } from './texts';

/** The sentences for a file that cannot be read or written: what is wrong, and what to do next. */
export function describeFileFault(
  code: FileFaultCode,
  parameters: Readonly<Record<string, string>>,
  language: Language,
): { readonly message: string; readonly mending: string } {
  const text = domainTexts(language).fileFaults[code];
  return { message: fill(text.message, parameters), mending: fill(text.mending, parameters) };
}
