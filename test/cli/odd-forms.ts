import { read, write } from '@e965/xlsx';
import { generateSchools } from '../../scripts/samples/generate-schools';
import { filledForm, schoolWithForm } from '../../scripts/samples/school-form';
import type { FormAnswers } from '../../scripts/samples/school-form';
import { codecOfNode } from '../../src/hosts/xlsx/node-codec';
import { createWorkbook } from '../../src/ooxml/write/create-workbook';
import type { PlannedCell, SheetPlan } from '../../src/plans/sheet-plan';
import { compoundFile } from '../ooxml/compound-file';

const generated = generateSchools({
  seed: 3,
  schools: 60,
  abundance: 1.3,
  spread: 0.05,
  everySchoolPasses: true,
});

function answersOf(type: string, name: string, code: string): FormAnswers {
  const { answers } = schoolWithForm(generated.find((school) => school.type === type)!);
  return { ...answers, name, code };
}

/** Forms without a flaw. */
export const GOOD = {
  primary: answersOf('小学', '城关小学', '3141000001'),
  junior: answersOf('初级中学', '城关初中', '3141000002'),
  nineYear: answersOf('九年一贯制学校', '城南学校', '3141000003'),
} as const;

/** A workbook of sheets, as bytes. */
function workbook(...plans: readonly SheetPlan[]): Uint8Array {
  return createWorkbook(plans, codecOfNode);
}

/** A form of answers as a file. */
export function form(answers: FormAnswers): Uint8Array {
  return workbook(filledForm(answers));
}

function withCells(
  plan: SheetPlan,
  change: (cell: PlannedCell, label: string) => PlannedCell,
): SheetPlan {
  return {
    ...plan,
    rows: plan.rows.map((row) => {
      const label = String(row.cells.find(({ column }) => column === 2)?.value ?? '');
      return { ...row, cells: row.cells.map((cell) => change(cell, label)) };
    }),
  };
}

/** The form with its answers in column K, its labels in column F, and 30 rows further down. */
function movedForm(answers: FormAnswers): SheetPlan {
  const plan = filledForm(answers);
  const columns = [8, 9, 5, 6, 10, 11, 12];
  return {
    ...plan,
    merges: [],
    validations: [],
    columnWidths: [],
    rows: plan.rows.map((row) => ({
      ...row,
      number: row.number + 30,
      cells: row.cells
        .map((cell) => ({ ...cell, column: columns[cell.column] ?? cell.column }))
        .sort((a, b) => a.column - b.column),
    })),
  };
}

function formulaForm(answers: FormAnswers): SheetPlan {
  return withCells(filledForm(answers), (cell, label) =>
    cell.column === 4 && label === '专任教师总人数'
      ? { ...cell, formula: 'SUM(10,20)+0' }
      : cell.column === 4 && label === '网络多媒体教室间数'
        ? { ...cell, value: '#REF!', formula: 'A1/0' }
        : cell,
  );
}

function oldFormat(answers: FormAnswers): Uint8Array {
  const bytes: unknown = write(read(form(answers)), { bookType: 'biff8', type: 'buffer' });
  if (!(bytes instanceof Uint8Array)) throw new Error('no bytes were written');
  return new Uint8Array(bytes);
}

/** A folder as bureaus get it back from their schools: file names with their bytes. */
export function oddFolder(): ReadonlyMap<string, Uint8Array> {
  const named = (name: string, code: string): FormAnswers => ({ ...GOOD.primary, name, code });
  const good = form(GOOD.primary);
  const wages = filledForm({});
  return new Map<string, Uint8Array>([
    ['01-完整.xlsx', good],
    ['02-缺项.xlsx', form({ ...GOOD.junior, teachingArea: '', primaryStudents: '' })],
    ['03-重复.xlsx', form({ ...GOOD.primary, multimediaRooms: 77 })],
    [
      '04-矛盾.xlsx',
      form({ ...named('河东小学', '3141000004'), classes: 99, backboneTeachers: 999 }),
    ],
    ['05-移动.xlsx', workbook(movedForm(named('河西小学', '3141000005')))],
    ['06-全角.xlsx', form({ ...named('河南小学', '3141000006'), teachingArea: '９９９９．５㎡' })],
    ['07-公式.xlsx', workbook(formulaForm(named('河北小学', '3141000007')))],
    ['08-旧版.xls', oldFormat(named('河口小学', '3141000008'))],
    ['09-工资表.xlsx', workbook({ ...wages, name: '工资', rows: wages.rows.slice(0, 2) })],
    ['10-空白.xlsx', form({})],
    ['11-加密.xlsx', compoundFile('EncryptedPackage')],
    [
      '12-两校.xlsx',
      workbook(
        filledForm(named('南山小学', '3141000012'), '南山'),
        filledForm(GOOD.nineYear, '城南'),
      ),
    ],
    ['13-空文件.xlsx', new Uint8Array()],
    ['14-截断.xlsx', good.slice(0, good.length / 2)],
    ['~$01-完整.xlsx', new Uint8Array([1, 2, 3])],
    ['读我.txt', new Uint8Array([65])],
  ]);
}
