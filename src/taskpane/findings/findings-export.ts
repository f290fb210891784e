import { describeCitation } from '../../locales/describe-citation';
import { domainTexts } from '../../locales/domain-texts';
import type { Language } from '../../locales/language';
import { reportTexts } from '../../locales/report-texts';
import type { Standard } from '../../standard/standard';
import type { ListedFinding } from './finding-filter';

/** A table of findings as rows of cells, headings first: the columns of 问题清单. */
export function findingsTable(
  findings: readonly ListedFinding[],
  standard: Standard,
  language: Language,
): readonly (readonly (string | number)[])[] {
  const words = reportTexts(language).findings;
  const texts = domainTexts(language);
  const headings = [
    words.number,
    words.severity,
    words.school,
    words.stage,
    words.indicator,
    words.place,
    words.message,
    words.actual,
    words.required,
    words.shortfall,
    words.unit,
    words.citation,
    words.accepted,
  ];
  const rows = findings.map(({ finding, sentence }, index) => [
    index + 1,
    texts.severities[finding.severity],
    finding.school ?? '',
    finding.stage === null ? '' : texts.stages[finding.stage],
    finding.indicator ?? '',
    [finding.sheet, finding.cell].filter((part) => part !== null).join('!'),
    sentence,
    finding.actual ?? '',
    finding.required ?? '',
    finding.shortfall ?? '',
    finding.unit === null ? '' : texts.units[finding.unit],
    finding.citation === null ? '' : describeCitation(finding.citation, standard, language),
    finding.accepted?.reason ?? '',
  ]);
  return [headings, ...rows];
}

/**
 * Text that a spreadsheet would take for a formula when it opens a CSV or takes in pasted cells is
 * led by an apostrophe; numbers are left as they are.
 */
function harmless(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  return /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}

/** Comma-separated values by RFC 4180, with a byte order mark so that Excel reads it as UTF-8. */
export function toCsv(table: readonly (readonly (string | number)[])[]): string {
  const quoted = (cell: string): string =>
    /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = table.map((row) => row.map((cell) => quoted(harmless(cell))).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Tab-separated lines as spreadsheets take them from the clipboard. */
export function toTabSeparated(table: readonly (readonly (string | number)[])[]): string {
  return table
    .map((row) => row.map((cell) => harmless(cell).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
}
