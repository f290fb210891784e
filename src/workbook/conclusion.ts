import { normaliseText } from './normalise-text';

/** Words that say an item holds, and words that say it does not; capitals for Latin letters. */
export const CONCLUSION_WORDS: Readonly<Record<'holds' | 'fails', readonly string[]>> = {
  holds: [
    '是',
    '达标',
    '已达标',
    '达到',
    '达到标准',
    '符合',
    '符合要求',
    '合格',
    '合理',
    '布局合理',
    '统一',
    '已统一',
    '四统一',
    '落实',
    '已落实',
    '完成',
    '已完成',
    '通过',
    '良好',
    '优秀',
    '良好以上',
    '健全',
    '齐全',
    '开齐开足',
    '满足',
    '√',
    '✓',
    '✔',
    'Y',
    'YES',
    'TRUE',
    '对',
  ],
  fails: [
    '否',
    '不是',
    '不达标',
    '未达标',
    '没有达标',
    '未达到',
    '不符合',
    '不合格',
    '不合理',
    '不统一',
    '未统一',
    '未落实',
    '未完成',
    '未通过',
    '不健全',
    '不齐全',
    '不满足',
    '没有',
    '×',
    '✗',
    'N',
    'NO',
    'FALSE',
    '不',
  ],
};

/** Signs that end the word a conclusion begins with; what follows explains it. */
export const CONCLUSION_ENDS: readonly string[] = [',', ';', ':', '。', '、', '!'];

const HOLDS: ReadonlySet<string> = new Set(CONCLUSION_WORDS.holds);
const FAILS: ReadonlySet<string> = new Set(CONCLUSION_WORDS.fails);

/** What a conclusion says: it holds, it does not, or (null) neither beyond doubt. */
export function parseConclusion(written: string): boolean | null {
  const text = normaliseText(written).toUpperCase();
  const ends = CONCLUSION_ENDS.map((sign) => text.indexOf(sign)).filter((at) => at >= 0);
  const first = text.slice(0, Math.min(text.length, ...ends));
  if (HOLDS.has(first)) return true;
  return FAILS.has(first) ? false : null;
}
