import type { Citation, Standard } from '../standard/standard';
import type { Language } from './language';

/** Where a rule comes from, in words: document, part and item. */
export function describeCitation(
  citation: Citation,
  standard: Standard,
  language: Language,
): string {
  const source =
    citation.standard === standard.id || citation.standard === standard.base
      ? standard.document
      : citation.standard;
  const separator = language === 'zh-CN' ? '' : ' ';
  return [`${source}${separator}${citation.part}`, citation.item]
    .filter((part) => part !== '')
    .join(' ');
}
