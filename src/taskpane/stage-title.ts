import type { Language } from '../locales/language';
import type { Texts } from '../locales/texts';
import type { Stage } from '../standard/stage';

/** A stage's name as a heading: English headings begin with a capital. */
export function stageTitle(stage: Stage, domain: Texts, language: Language): string {
  const name = domain.stages[stage];
  return language === 'zh-CN' ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
