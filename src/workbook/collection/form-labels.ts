import type { SchoolField } from '../../assessment/school';
import { matchColumn } from '../column-index';
import { parseHeading } from '../heading';
import type { MoneyUnit } from '../money-unit';
import { normaliseText } from '../normalise-text';
import { FORM_FIELDS } from './form-fields';
import type { FormFieldId } from './form-fields';

/** What an answer of a form is the answer to: one of the 68 fields, or a column of 学校数据. */
export type AnswerId = FormFieldId | SchoolField;

/** What a label asks for. */
export interface FormLabel {
  readonly id: AnswerId;
  /** The unit of money that the label names, if any. */
  readonly unit: MoneyUnit | null;
}

/** Shorter labels in use, beside the form's own and the headings of 学校数据. */
const OTHER_LABELS: Readonly<Partial<Record<FormFieldId, readonly string[]>>> = {
  foundedYear: ['建校年份', '建校年'],
  migrantStudents: ['随迁子女在校生人数', '进城务工人员随迁子女人数'],
  classes: ['班级数', '教学班总数'],
  teachers: ['专任教师人数', '专任教师数'],
  backboneTeachers: ['骨干教师数'],
  certifiedTeachers: ['持有教师资格证教师人数'],
  trained360Teachers: ['近5年培训满360学时教师人数'],
  sportsTeachers: ['体育教师人数'],
  musicTeachers: ['音乐教师人数'],
  fineArtsTeachers: ['美术教师人数'],
  artsTeachers: ['艺术教师人数'],
  sportsGroundArea: ['体育场面积'],
  gymnasiumArea: ['体育馆面积'],
  allMusicRooms: ['音乐教室数'],
  allArtRooms: ['美术教室数'],
  graduates: ['毕业学生人数'],
};

/** One form of a label: units of area, signs of comparison and ranges as one writes them. */
function plain(written: string): string {
  return normaliseText(written)
    .replace(/平方米|平米|m2|m²/g, '')
    .replace(/>=|大于等于|不小于/g, '≥')
    .replace(/<=|小于等于|不大于/g, '≤')
    .replace(/小于/g, '<')
    .replace(/(\d)[~至](\d)/g, '$1-$2')
    .replace(/及以(?=[上下])/g, '以')
    .replace(/[:*]+$/, '');
}

function keyOf(written: string): { readonly key: string; readonly unit: MoneyUnit | null } {
  const { key, stage, unit } = parseHeading(plain(written));
  const counted = key.replace(/(?:总?人数|总?个数|总?间数|总数|总额|数)$/, '');
  return { key: `${stage ?? ''}|${counted}`, unit };
}

const LABELS: ReadonlyMap<string, FormFieldId> = new Map(
  FORM_FIELDS.flatMap(({ id, label }) =>
    [...(OTHER_LABELS[id] ?? []), label].map((written) => [keyOf(written).key, id] as const),
  ),
);

/** No label is longer; sentences need no closer look. */
const LONGEST_LABEL = 60;

const known = new Map<string, FormLabel | null>();

/** What a text asks for as a label of a form; null where it is no label. */
export function formLabel(written: string): FormLabel | null {
  if (written.length > LONGEST_LABEL) return null;
  const seen = known.get(written);
  if (seen !== undefined) return seen;
  const found = lookUp(written) ?? lookUp(written.replace(/^\s*\d{1,2}\s*(?=[^\d\s.<≤㎡])/u, ''));
  if (known.size < MOST_KNOWN) known.set(written, found);
  return found;
}

/** Labels repeat from form to form; answers do not, and need not be remembered. */
const MOST_KNOWN = 20_000;

function lookUp(written: string): FormLabel | null {
  const { key, unit } = keyOf(written);
  const id = LABELS.get(key);
  if (id !== undefined) return { id, unit };
  const match = matchColumn([parseHeading(written)], null);
  if (match === null || match.column.field === 'remark') return null;
  return { id: match.column.field, unit: match.unit };
}
