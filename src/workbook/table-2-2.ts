import type { StatedRow } from '../assessment/assessment';
import { finding } from '../assessment/finding-codes';
import type { Finding } from '../assessment/finding';
import { columnLetters, School } from '../assessment/school';
import type { CellReference, SchoolField } from '../assessment/school';
import type { Quantity } from '../standard/quantities';
import type { Stage } from '../standard/stage';
import type { Standard } from '../standard/standard';
import { cellText, isBlank, isWords } from './cell-text';
import { columnOf } from './columns';
import { HeadingGrid } from './header-paths';
import type { HeadingPart } from './header-paths';
import { parseHeading } from './heading';
import { indicatorOfHeading } from './indicator-headings';
import { shiftDecimal, shiftToTenThousandYuan } from './money-unit';
import { parseOwnership } from './ownership-names';
import { isNoteLabel, isTotalLabel } from './row-labels';
import { keepRows, statedNumber } from './sheet-cells';
import type { KeptRow } from './sheet-cells';
import { stageNamed } from './sheet-names';
import type { CellContent, SheetHead, WorkbookSource } from './source';

/** A row of a filled-in 表Ⅱ-2 with what it says of the school rule. */
export interface StatedSchool extends StatedRow {
  /** 综合评估是否达标 as stated; null where it says neither. */
  readonly passes: boolean | null;
  readonly passesCell: CellReference | null;
  readonly studentsCell: CellReference | null;
}

/** A filled-in 表Ⅱ-2, its blocks one after the other. */
export interface Table22 {
  readonly sheet: string;
  readonly rows: readonly StatedSchool[];
  /** Missing headings, and cells whose content is not a number. */
  readonly findings: readonly Finding[];
  /** Whether a heading that the judgement needs is missing. */
  readonly unusable: boolean;
}

interface Layout {
  readonly lastRow: number;
  readonly name: number | null;
  readonly serial: number | null;
  readonly stage: number | null;
  readonly ownership: number | null;
  readonly students: number | null;
  readonly passes: number | null;
  readonly values: readonly (number | null)[];
  /** Places the point of each indicator's value moves to be in 元 and the like. */
  readonly shifts: readonly number[];
}

const NAME_KEYS = new Set(
  [columnOf('name')].flatMap((column) =>
    column === null
      ? []
      : [column.heading, ...column.aliases].map((name) => parseHeading(name).key),
  ),
);
const MOST_HEADING_ROWS = 4;
const YUAN_SHIFT = -shiftToTenThousandYuan('yuan');

/** Reads a 表Ⅱ-2 that somebody filled in: primary schools first, junior schools after them. */
export async function readTable22(
  source: WorkbookSource,
  head: SheetHead,
  standard: Standard,
): Promise<Table22> {
  const layout = recogniseLayout(head, standard);
  const findings = missingHeadings(head.name, layout, standard);
  if (layout === null || findings.length > 0) {
    return { sheet: head.name, rows: [], findings, unusable: true };
  }
  const reader = new TableReader(head, layout, standard);
  for (const row of await keepRows(source, head.name)) {
    if (row.number > layout.lastRow) reader.read(row);
  }
  return { sheet: head.name, rows: reader.finish(), findings: reader.findings, unusable: false };
}

function recogniseLayout(head: SheetHead, standard: Standard): Layout | null {
  const grid = new HeadingGrid(head);
  const rows = grid.headingRows();
  let best: { score: number; layout: Layout } | null = null;
  for (const firstRow of rows) {
    for (let lastRow = firstRow; lastRow < firstRow + MOST_HEADING_ROWS; lastRow += 1) {
      if (!rows.includes(lastRow)) break;
      const layout = layoutOf(grid.paths(firstRow, lastRow).paths, lastRow, standard);
      const score =
        [layout.name, layout.students, layout.passes].filter((one) => one !== null).length +
        layout.values.filter((one) => one !== null).length;
      if (
        score > 2 &&
        (best === null ||
          score > best.score ||
          (score === best.score &&
            firstRow <= best.layout.lastRow &&
            lastRow > best.layout.lastRow))
      ) {
        best = { score, layout };
      }
    }
  }
  return best?.layout ?? null;
}

function layoutOf(
  paths: ReadonlyMap<number, readonly HeadingPart[]>,
  lastRow: number,
  standard: Standard,
): Layout {
  const values: (number | null)[] = standard.indicators.map(() => null);
  const shifts = standard.indicators.map(() => 0);
  let name: number | null = null;
  let serial: number | null = null;
  let stage: number | null = null;
  let ownership: number | null = null;
  let students: number | null = null;
  let passes: number | null = null;
  for (const [column, path] of [...paths].sort(([a], [b]) => a - b)) {
    const parts = path.filter(({ heading }) => heading.key !== '');
    const leaf = parts[parts.length - 1]?.heading;
    if (leaf === undefined) {
      if (path.some(({ heading }) => heading.stage !== null)) stage ??= column;
      continue;
    }
    const whole = parts.map(({ heading }) => heading.written).join('');
    if (NAME_KEYS.has(leaf.key)) name ??= column;
    else if (/^(?:序号?|编号)$/.test(leaf.key)) serial ??= column;
    else if (/^(?:学段|阶段)$/.test(leaf.key)) stage ??= column;
    else if (leaf.key.includes('举办者')) ownership ??= column;
    else if (/在校(?:学?生)|^学生(?:人)?数/.test(leaf.key)) students ??= column;
    else if (/综合.*达标|是否达标|^综合评估/.test(leaf.key)) passes ??= column;
    else {
      const indicator =
        indicatorOfHeading(standard, leaf.written) ?? indicatorOfHeading(standard, whole);
      if (indicator !== null && values[indicator] === null) {
        values[indicator] = column;
        const unit = path.reduce<(typeof leaf)['unit']>(
          (found, { heading }) => heading.unit ?? found,
          null,
        );
        if (unit !== null) shifts[indicator] = shiftToTenThousandYuan(unit) + YUAN_SHIFT;
      }
    }
  }
  return { lastRow, name, serial, stage, ownership, students, passes, values, shifts };
}

function missingHeadings(sheet: string, layout: Layout | null, standard: Standard): Finding[] {
  const missing: string[] = [];
  if (layout?.name == null) missing.push('学校名称');
  if (layout?.students == null) missing.push('在校生数');
  standard.indicators.forEach(({ name }, index) => {
    if (layout?.values[index] == null) missing.push(name.zh);
  });
  return missing.map((heading) =>
    finding('column-missing', { sheet, required: heading, parameters: { heading } }),
  );
}

/** Goes down the rows of a 表Ⅱ-2 and keeps track of the block (小学, 初中) it is in. */
class TableReader {
  readonly findings: Finding[] = [];
  readonly #sheet: string;
  readonly #layout: Layout;
  readonly #standard: Standard;
  readonly #columns: ReadonlyMap<Stage, ReadonlyMap<SchoolField, number>>;
  readonly #rows: { row: KeptRow; stage: Stage | null }[] = [];
  #stage: Stage | null;
  #lastSerial = 0;

  constructor(head: SheetHead, layout: Layout, standard: Standard) {
    this.#sheet = head.name;
    this.#layout = layout;
    this.#standard = standard;
    const columns = (students: SchoolField): ReadonlyMap<SchoolField, number> =>
      new Map<SchoolField, number>([
        ...(layout.name === null ? [] : [['name', layout.name] as const]),
        ...(layout.students === null ? [] : [[students, layout.students] as const]),
        ...(layout.ownership === null ? [] : [['ownership', layout.ownership] as const]),
      ]);
    this.#columns = new Map([
      ['primary', columns('primaryStudents')],
      ['junior', columns('juniorStudents')],
    ]);
    this.#stage = compulsory(stageNamed(head.name)) ?? stageOfTitle(head, layout);
  }

  read(row: KeptRow): void {
    const { cells } = row;
    const { name, serial, students } = this.#layout;
    const label = cells.find(isWords);
    const nameText = cellText(cells[name ?? -1]);
    const hasStudents = statedNumber(cells[students ?? -1]) !== null;
    const side = this.#sideHeading(cells);
    if (side !== null) this.#enter(side);
    if (!hasStudents && label !== undefined && this.#valueCount(cells) < 2) {
      const stage = compulsory(stageNamed(label));
      if (stage !== null && !isNoteLabel(label)) this.#enter(stage);
      if (nameText === '' || cellText(cells[serial ?? -1]) === '') return;
    }
    if (nameText === '' || (label !== undefined && (isTotalLabel(label) || isNoteLabel(label)))) {
      const stage = label === undefined || isNoteLabel(label) ? null : stageNamed(label);
      if (stage !== null && !isTotalLabel(label ?? '')) this.#enter(compulsory(stage));
      return;
    }
    if (isTotalLabel(nameText) || isNoteLabel(nameText)) return;
    if (NAME_KEYS.has(parseHeading(nameText).key) || /^[L\d]\d*$/.test(nameText)) return;
    const number = statedNumber(cells[serial ?? -1]);
    if (number !== null) {
      if (number <= this.#lastSerial && this.#stage !== 'junior') {
        for (const earlier of this.#rows) earlier.stage ??= 'primary';
        this.#stage = 'junior';
      }
      this.#lastSerial = number;
    }
    this.#rows.push({ row, stage: this.#stage });
  }

  finish(): StatedSchool[] {
    const unknown = this.#rows.filter(({ stage }) => stage === null);
    const juniorNames = unknown.filter(({ row }) =>
      /中学|初中|[一二三四五六七八九十]中$/.test(cellText(row.cells[this.#layout.name ?? -1])),
    );
    const assumed: Stage = juniorNames.length * 2 > unknown.length ? 'junior' : 'primary';
    return this.#rows.map(({ row, stage }) => this.#toSchool(row, stage ?? assumed));
  }

  #enter(stage: Stage | null): void {
    if (stage === null || stage === this.#stage) return;
    this.#stage = stage;
    this.#lastSerial = 0;
  }

  #valueCount(cells: readonly CellContent[]): number {
    return this.#layout.values.filter((column) => statedNumber(cells[column ?? -1]) !== null)
      .length;
  }

  #sideHeading(cells: readonly CellContent[]): Stage | null {
    const { name, stage } = this.#layout;
    const columns = stage === null ? [...Array(name ?? 0).keys()] : [stage];
    for (const column of columns) {
      const text = cells[column];
      if (!isWords(text)) continue;
      const { key, stage: named } = parseHeading(text);
      if (key === '' && named !== 'several') return compulsory(named);
    }
    return null;
  }

  #reference(column: number | null, row: number): CellReference | null {
    return column === null ? null : { sheet: this.#sheet, cell: `${columnLetters(column)}${row}` };
  }

  #toSchool({ number, cells }: KeptRow, stage: Stage): StatedSchool {
    const { name, students, ownership, passes, values, shifts } = this.#layout;
    const schoolName = cellText(cells[name ?? -1]);
    const pupils = this.#number(cells, number, students, schoolName, stage, null);
    const quantity = stage === 'primary' ? 'primaryStudents' : 'juniorStudents';
    const faults = new Set<Quantity>();
    if (pupils === null && !isBlank(cells[students ?? -1])) faults.add(quantity);
    const stated = values.map((column, index) => {
      const indicator = this.#standard.indicators[index];
      const value = this.#number(cells, number, column, schoolName, stage, indicator?.id ?? null);
      if (value !== null) return shiftDecimal(value, shifts[index] ?? 0);
      const own = indicator?.numerator[stage][0];
      if (own !== undefined && !isBlank(cells[column ?? -1])) faults.add(own.quantity);
      return null;
    });
    const school = new School(
      {
        name: schoolName,
        code: '',
        typeText: '',
        type: null,
        ownership: parseOwnership(cellText(cells[ownership ?? -1])),
        locality: null,
        group: '',
        boarding: null,
        mergedInto: '',
      },
      [{ sheet: this.#sheet, row: number, columns: this.#columns.get(stage) ?? new Map() }],
      pupils === null ? [] : [[quantity, pupils]],
      faults,
    );
    return {
      school,
      stage,
      students: pupils,
      values: stated,
      cells: values.map((column) => this.#reference(column, number)),
      passes: parsePasses(cellText(cells[passes ?? -1])),
      passesCell: this.#reference(passes, number),
      studentsCell: this.#reference(students, number),
    };
  }

  #number(
    cells: readonly CellContent[],
    row: number,
    column: number | null,
    school: string,
    stage: Stage,
    indicator: string | null,
  ): number | null {
    const content = cells[column ?? -1];
    if (isBlank(content)) return null;
    const value = statedNumber(content);
    if (value !== null && value >= 0) return value;
    const name = this.#standard.indicators.find(({ id }) => id === indicator)?.shortName.zh;
    this.findings.push(
      finding(value === null ? 'not-a-number' : 'negative-number', {
        sheet: this.#sheet,
        cell: this.#reference(column, row)?.cell ?? null,
        school,
        stage,
        indicator,
        actual: value ?? cellText(content),
        parameters: { heading: name ?? '在校生数' },
      }),
    );
    return null;
  }
}

function stageOfTitle(head: SheetHead, layout: Layout): Stage | null {
  const titles = head.rows
    .filter(({ number }) => number < layout.lastRow)
    .flatMap(({ cells }) => cells.filter(isWords))
    .filter((text) => text.includes('表'));
  return compulsory(stageNamed(titles.join('\n')));
}

function compulsory(stage: string | null): Stage | null {
  return stage === 'primary' || stage === 'junior' ? stage : null;
}

function parsePasses(text: string): boolean | null {
  if (/^(?:是|达标|通过|合格|√|✓|Y|YES|TRUE)$/i.test(text)) return true;
  return /^(?:否|不达标|未达标|不通过|未通过|不合格|×|✗|N|NO|FALSE)$/i.test(text) ? false : null;
}
