import { generateSchools } from '../../../scripts/samples/generate-schools';
import { schoolWithForm } from '../../../scripts/samples/school-form';
import type { FormAnswers } from '../../../scripts/samples/school-form';
import { ANSWER_ORDER } from '../../../src/workbook/collection/answer-order';
import { answerLabel } from '../../../src/workbook/collection/contradictions';
import { FORM_FIELDS } from '../../../src/workbook/collection/form-fields';
import type { AnswerId } from '../../../src/workbook/collection/form-labels';
import type { FormReading } from '../../../src/workbook/collection/form-reading';
import { readForms } from '../../../src/workbook/collection/read-forms';
import type { CellContent } from '../../../src/workbook/source';
import { MemorySource } from '../memory-source';
import type { MemorySheet } from '../memory-source';

/** Answers as a cell may hold them; undefined takes the row away. */
export type CellAnswers = Partial<Record<AnswerId, CellContent>>;

function answersOf(seed: number, type: string): FormAnswers {
  const schools = generateSchools({
    seed,
    schools: 60,
    abundance: 1.3,
    spread: 0.05,
    everySchoolPasses: true,
  });
  return schoolWithForm(schools.find((school) => school.type === type)!).answers;
}

/** A 小学 of one stage, filled in without a flaw. */
export const PRIMARY: CellAnswers = {
  ...answersOf(3, '小学'),
  name: '城关小学',
  code: '3141000001',
};
/** A 初级中学 without a flaw. */
export const JUNIOR: CellAnswers = {
  ...answersOf(3, '初级中学'),
  name: '城关初中',
  code: '3141000002',
};
/** A nine-year school without a flaw, its figures by stage filled in. */
export const NINE_YEAR: CellAnswers = {
  ...answersOf(3, '九年一贯制学校'),
  name: '城南学校',
  code: '3141000003',
};

/** The form as sheets have it: number, category, label, unit, answer. */
export function formSheet(answers: CellAnswers, name = '采集表'): MemorySheet {
  return {
    name,
    rows: [
      ['学校数据采集表'],
      ['序号', '类别', '填报项目', '单位', '填报内容'],
      ...ANSWER_ORDER.filter((id) => id in answers).map((id) => {
        const field = FORM_FIELDS.find((one) => one.id === id);
        return [
          field?.number ?? null,
          field?.category ?? null,
          answerLabel(id),
          field?.unit ?? null,
          answers[id],
        ];
      }),
    ],
  };
}

/** The forms that a workbook of these sheets holds. */
export async function formsOf(...sheets: readonly MemorySheet[]): Promise<readonly FormReading[]> {
  return (await readForms(new MemorySource(sheets), '表.xlsx')).forms;
}

/** The one form of answers. */
export async function formOf(answers: CellAnswers, file = '表.xlsx'): Promise<FormReading> {
  const { forms } = await readForms(new MemorySource([formSheet(answers)]), file);
  return forms[0]!;
}
