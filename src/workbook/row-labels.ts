import { cellText, isBlank } from './cell-text';
import { normaliseText } from './normalise-text';
import type { CellContent } from './source';

const TOTAL =
  /^(?:[(]?(?:总?合计|小计|总计|共计|累计|平均值?|平均数|均值|全[县区市]平均值?)(?:[):].*|[(\d].*)?$)|^.{1,12}(?:合计|小计|总计|共计|平均值?):?(?:\([^)]*\))?$/;
const NOTE =
  /^[*※]?(?:注|注释|备注|说明|填表说明|填报说明|指标说明|数据来源|资料来源)\d*[:.、)]|^(?:单位)?(?:填表人|填报人|制表人|制表|审核人|审核|负责人|单位负责人|联系人|联系电话|填表日期|填报日期|填报时间|填报单位|单位)(?:\([^)]*\))?:/;
const SECTION = /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\))/;
const COLUMN_NUMBER = /^(?:[(<]?L?\d{1,3}[)>]?|[甲乙丙丁戊己庚辛壬癸]|[A-Z]{1,2})$/;

/** Every total or note holds one of these; names without them, nearly all, need no closer look. */
const MAY_BE_LABEL = /[计均注明源表核责联报位:：]/;

/** Whether a label says that its row adds up or averages other rows (合计, 城关镇小计, 合计(12所)). */
export function isTotalLabel(text: string): boolean {
  return MAY_BE_LABEL.test(text) && TOTAL.test(normaliseText(text));
}

/** Whether a text is a note or a signature line under the table rather than a school. */
export function isNoteLabel(text: string): boolean {
  return MAY_BE_LABEL.test(text) && NOTE.test(normaliseText(text));
}

/** Whether a text heads a section of the table: 一、小学. */
export function isSectionLabel(text: string): boolean {
  return SECTION.test(normaliseText(text));
}

/** Whether every cell that holds anything numbers its column (1, 2, 3 … or 甲, L1, L2 …). */
export function isColumnNumbering(cells: readonly CellContent[]): boolean {
  let count = 0;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    if (!COLUMN_NUMBER.test(normaliseText(cellText(cell)))) return false;
    count += 1;
  }
  return count > 1;
}
