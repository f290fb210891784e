import type { FormItem, FormPart } from './form-item';
import { GOVERNMENT_ITEMS } from './government-items';
import { QUALITY_ITEMS } from './quality-items';
import type { Standard } from './standard';

/**
 * The items of 表Ⅳ or 表Ⅴ that a standard judges; none where its national standard has no such part
 * (2012).
 */
export function formItemsOf(standard: Standard, part: FormPart): readonly FormItem[] {
  if (!hasFormParts(standard)) return [];
  return part === 'government' ? GOVERNMENT_ITEMS : QUALITY_ITEMS;
}

/** Whether a standard has parts beyond 资源配置: 政府保障, 教育质量, 社会认可度 and 一票否决. */
export function hasFormParts({ base }: Standard): boolean {
  return base === 'cn-2017';
}
