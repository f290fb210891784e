import type { CollectionIssue } from '../workbook/collection/collection-issue';
import { collectionTexts } from './collection-texts';
import { fill } from './fill';
import type { Language } from './language';

/** A line of 收集情况 in words: what is wrong, and what to do. */
export function describeIssue(
  { code, parameters }: CollectionIssue,
  language: Language,
): { readonly message: string; readonly mending: string } {
  const { message, mending } = collectionTexts(language).issues[code];
  return { message: fill(message, parameters), mending: fill(mending, parameters) };
}
