import { normaliseText } from './normalise-text';
import type { HeadingStage } from './heading';
import { isWords } from './cell-text';
import type { SheetHead } from './source';

/** Names of the input sheets. */
export const INPUT_SHEETS = {
  schools: '学校数据',
  finance: '教育经费',
  government: '政府保障',
  quality: '教育质量',
  recognition: '社会认可度',
  veto: '一票否决',
  county: '县域信息',
  explanations: '情况说明',
} as const;

/** The template's page of instructions. */
export const INSTRUCTIONS_SHEET = '填写说明';

/** Whether a sheet may hold input: sheets that this program wrote are never taken for it. */
export function mayHoldInput({ madeAs }: SheetHead): boolean {
  return madeAs === null;
}

/** Whether a sheet has this name, spaces and width of characters aside. */
export function isNamed(head: Pick<SheetHead, 'name'>, name: string): boolean {
  return normaliseText(head.name) === normaliseText(name);
}

/** The official tables that may be filled in by hand. */
export type OfficialTable = 'table1' | 'table21' | 'table22' | 'table3';

const TABLE = '(?:附?表|table)[-_.]?';
const OFFICIAL: readonly (readonly [OfficialTable, RegExp])[] = [
  ['table22', new RegExp(`${TABLE}(?:ii|2|二)[-_.之]?(?:2|ii|二)(?!\\d)`, 'i')],
  ['table21', new RegExp(`${TABLE}(?:ii|2|二)[-_.之]?(?:1|i|一)(?![\\di])`, 'i')],
  ['table3', new RegExp(`${TABLE}(?:iii|3|三)(?![-_.之\\d])`, 'i')],
  ['table1', new RegExp(`${TABLE}(?:i|1|一)(?![-_.之\\di])`, 'i')],
];

/** How many rows at the top may carry the number of an official table. */
const TITLE_ROWS = 3;

/** Which official table a sheet is, by its name, else by the title in its first rows. */
export function officialTable(head: SheetHead): OfficialTable | null {
  return tableNamed(head.name) ?? tableNamed(titles(head));
}

function tableNamed(text: string): OfficialTable | null {
  const plain = normaliseText(text);
  return OFFICIAL.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

function titles(head: SheetHead): string {
  return head.rows
    .slice(0, TITLE_ROWS)
    .flatMap(({ cells }) => cells.filter(isWords).slice(0, 1))
    .join('\n');
}

/** The one stage that a text such as a sheet's name speaks of; null for none or several. */
export function stageNamed(text: string): HeadingStage | null {
  const plain = normaliseText(text);
  const primary = plain.includes('小学');
  const junior = /初中|初级中学/.test(plain);
  if (primary === junior) return null;
  return primary ? 'primary' : 'junior';
}
