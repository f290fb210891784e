import { normaliseText } from './normalise-text';

const HOLDS =
  /^(?:是|达标|已达标|达到|达到标准|符合|符合要求|合格|合理|布局合理|统一|已统一|四统一|落实|已落实|完成|已完成|通过|良好|优秀|良好以上|健全|齐全|开齐开足|满足|√|✓|✔|Y|YES|TRUE|对)$/;
const FAILS =
  /^(?:否|不是|不达标|未达标|没有达标|未达到|不符合|不合格|不合理|不统一|未统一|未落实|未完成|未通过|不健全|不齐全|不满足|没有|×|✗|N|NO|FALSE|不)$/;

/** What a conclusion says: it holds, it does not, or (null) neither beyond doubt. */
export function parseConclusion(written: string): boolean | null {
  const text = normaliseText(written).toUpperCase();
  const [first = ''] = text.split(/[,;:。、!]/);
  if (HOLDS.test(first)) return true;
  return FAILS.test(first) ? false : null;
}
