import type { Finding } from '../assessment/finding';
import { finding } from '../assessment/finding-codes';
import type { SurveyField, SurveyNumber, SurveyRow } from '../assessment/judge-survey';
import { cellText, isBlank } from './cell-text';
import { SURVEY_COLUMNS } from './input-columns';
import { readInputNumber } from './input-number';
import { inputSheet, readInputTable } from './input-table';
import type { InputRow } from './input-table';
import { normaliseText } from './normalise-text';
import { isNoteLabel } from './row-labels';
import { INPUT_SHEETS } from './sheet-names';
import type { SheetHead, WorkbookSource } from './source';

/** What the sheet 社会认可度 holds; `rows` null: nobody filled in anything. */
export interface ReadSurvey {
  readonly sheet: string;
  readonly rows: readonly SurveyRow[] | null;
  readonly findings: readonly Finding[];
}

const TOTAL = /^(?:计|合计|总计|总体|全部|全体|共计)$/;
const PARENTS = '家长';

/** Reads 社会认可度, one row a group; null where the workbook has no such sheet. */
export async function readSurvey(
  source: WorkbookSource,
  heads: readonly SheetHead[],
): Promise<ReadSurvey | null> {
  const head = inputSheet(heads, INPUT_SHEETS.recognition);
  if (head === null) return null;
  const table = await readInputTable(source, head, SURVEY_COLUMNS);
  const findings: Finding[] = [...table.findings];
  const rows: SurveyRow[] = [];
  for (const row of table.rows) {
    const group = cellText(row.cell('group'));
    const cell = row.place('group');
    if (cell === null || group === '' || isNoteLabel(group)) continue;
    const filled = SURVEY_COLUMNS.some(
      ({ field }) => field !== 'group' && !isBlank(row.cell(field)),
    );
    if (!filled) continue;
    rows.push({ group, kind: surveyGroup(group), numbers: numbersOf(row, findings), cell });
  }
  if (rows.length === 0 && findings.length === 0) {
    findings.push(finding('input-sheet-blank', { sheet: table.sheet }));
  }
  return { sheet: table.sheet, rows: rows.length === 0 ? null : rows, findings };
}

/** Which group a name of 社会认可度 means: all asked, the parents among them, or others. */
export function surveyGroup(group: string): SurveyRow['kind'] {
  const text = normaliseText(group);
  if (TOTAL.test(text)) return 'total';
  return text.includes(PARENTS) ? 'parents' : 'other';
}

function numbersOf(
  row: InputRow<'group' | SurveyField>,
  findings: Finding[],
): ReadonlyMap<SurveyField, SurveyNumber> {
  const numbers = new Map<SurveyField, SurveyNumber>();
  for (const { field, heading, headingEn, kind } of SURVEY_COLUMNS) {
    const cell = row.place(field);
    if (field === 'group' || cell === null) continue;
    const shape = {
      kind: kind === 'percent' ? 'percent' : 'count',
      heading,
      ...(headingEn === undefined ? {} : { headingEn }),
    } as const;
    const content = row.cell(field);
    numbers.set(field, {
      ...readInputNumber(content, shape, cell, findings),
      written: typeof content === 'string' || typeof content === 'number' ? content : null,
      cell,
    });
  }
  return numbers;
}
