import { findIndicator } from '../standard/indicator-lookup';
import type { Standard } from '../standard/standard';
import { normaliseText } from './normalise-text';

/** What in a heading tells the indicators of both standards apart. */
const MARKS = [
  /学历/,
  /骨干/,
  /艺术|美术/,
  /辅助用房/,
  /场馆|运动场/,
  /仪器设备/,
  /多媒体/,
  /计算机/,
  /图书/,
  /师生比/,
  /中级/,
] as const;

/**
 * Which indicator of the standard a heading of an official table means, however it is shortened
 * (体育艺术教师, 生均体育运动场馆面积(㎡)).
 *
 * @returns its position among the standard's indicators, or null
 */
export function indicatorOfHeading(standard: Standard, heading: string): number | null {
  const named = findIndicator(standard, heading);
  if (named !== null && !/^[LM]\d$/i.test(normaliseText(heading))) {
    return standard.indicators.indexOf(named);
  }
  const plain = normaliseText(heading);
  const mark = MARKS.find((one) => one.test(plain));
  if (mark === undefined) return null;
  const index = standard.indicators.findIndex(
    ({ name }) => MARKS.find((one) => one.test(name.zh)) === mark,
  );
  return index === -1 ? null : index;
}

/** Whether a heading means the composite of all indicators (综合, 综合评估, 综合差异系数). */
export function isCompositeHeading(heading: string): boolean {
  return normaliseText(heading).includes('综合');
}
