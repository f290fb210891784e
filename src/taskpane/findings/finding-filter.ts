import type { Finding } from '../../assessment/finding';
import type { Severity } from '../../assessment/finding-codes';

/** What is left in the list; a null or an empty set leaves everything. */
export interface FindingFilter {
  /** Words that must all occur, in any order, letter case and width ignored. */
  readonly search: string;
  readonly severities: ReadonlySet<Severity>;
  readonly indicator: string | null;
  readonly school: string | null;
}

/** A filter that leaves everything. */
export const NO_FILTER: FindingFilter = {
  search: '',
  severities: new Set(),
  indicator: null,
  school: null,
};

/** A finding with a key of its own and its sentence, worded once. */
export interface ListedFinding {
  /** Tells the finding from all others; the same after another check finds the same thing. */
  readonly key: string;
  readonly finding: Finding;
  readonly sentence: string;
}

/** Findings with their keys and sentences, in their order. */
export function listFindings(
  findings: readonly Finding[],
  sentenceOf: (finding: Finding) => string,
): readonly ListedFinding[] {
  const met = new Map<string, number>();
  return findings.map((finding) => {
    const { code, sheet, cell, school, stage, indicator } = finding;
    const key = [code, sheet, cell, school, stage, indicator].join('|');
    const before = met.get(key) ?? 0;
    met.set(key, before + 1);
    return {
      key: before === 0 ? key : `${key}|${before}`,
      finding,
      sentence: sentenceOf(finding),
    };
  });
}

/** Whether a filter takes anything away. */
export function isFiltering(filter: FindingFilter): boolean {
  return (
    filter.search.trim() !== '' ||
    filter.severities.size > 0 ||
    filter.indicator !== null ||
    filter.school !== null
  );
}

/** The findings that a filter leaves, in their order. */
export function filterFindings(
  listed: readonly ListedFinding[],
  filter: FindingFilter,
): readonly ListedFinding[] {
  const words = searchable(filter.search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return listed.filter(({ finding, sentence }) => {
    if (filter.severities.size > 0 && !filter.severities.has(finding.severity)) return false;
    if (filter.indicator !== null && finding.indicator !== filter.indicator) return false;
    if (filter.school !== null && finding.school !== filter.school) return false;
    if (words.length === 0) return true;
    // The place as the list shows it, so that it can be copied into the search.
    const place = [finding.sheet, finding.cell].filter((part) => part !== null).join('!');
    const text = searchable([finding.school, place, finding.code, sentence].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** Full-width letters, digits and signs are found by half-width ones, and the other way round. */
function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
