import { enUS } from './en-US';
import type { Language } from './language';
import type { Texts } from './texts';
import { zhCN } from './zh-CN';

const TEXTS: Readonly<Record<Language, Texts>> = { 'zh-CN': zhCN, 'en-US': enUS };

/** The domain's texts in a language. */
export function domainTexts(language: Language): Texts {
  return TEXTS[language];
}
