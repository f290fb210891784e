import type { Assessment, SchoolStage } from '../assessment/assessment';
import type { Standard } from '../standard/standard';
import { STAGES } from '../standard/stage';
import type { Stage } from '../standard/stage';
import { schoolSlots } from './school-slots';
import type { SchoolSlot } from './school-slots';
import { columnFixed, fixedColumn, quotedSheet } from './sheet-reference';

/** The rows of one stage in 表Ⅱ-2. */
export interface SchoolBlock {
  readonly stage: Stage;
  /** The row above the schools, which holds the thresholds. */
  readonly thresholdRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly schools: readonly SchoolStage[];
}

/** Columns that follow a school: its key, its row in each sheet of schools, and its numbers. */
export interface WorkingColumns {
  readonly key: number;
  /** One for each sheet of schools. */
  readonly rows: readonly number[];
  readonly slots: readonly number[];
}

const FIRST_BLOCK_ROW = 5;
const FIRST_INDICATOR_COLUMN = 6;

/** Rows of the headings that every page of 表Ⅱ-2 repeats. */
export const SCHOOL_TABLE_HEADING_ROWS: readonly [number, number] = [3, 4];

/**
 * Where everything stands in 表Ⅱ-2. The other tables count over it, so its places are worked out once
 * and shared. All columns 0-based, rows 1-based.
 */
export class SchoolTable {
  readonly sheet: string;
  readonly blocks: readonly SchoolBlock[];
  readonly slots: readonly SchoolSlot[];
  readonly numberColumn = 0;
  readonly nameColumn = 1;
  readonly ownershipColumn = 2;
  readonly studentsColumn = 3;
  readonly gradesColumn = 4;
  readonly classesColumn = 5;
  readonly passColumn: number;
  readonly remarkColumn: number;
  readonly working: WorkingColumns;
  readonly localityColumn: number;
  readonly groupColumn: number;
  readonly memberNameColumn: number;
  readonly member: WorkingColumns;
  readonly lastColumn: number;
  readonly #firstStatusColumn: number;

  /**
   * @param sheet the name under which 表Ⅱ-2 is written
   * @param sources how many sheets the schools stand on (0 where their values are constants)
   */
  constructor(sheet: string, assessment: Assessment, sources: number) {
    const { standard } = assessment;
    const indicators = standard.indicators.length;
    this.sheet = sheet;
    this.slots = schoolSlots(standard);
    this.blocks = blocksOf(assessment);
    this.passColumn = FIRST_INDICATOR_COLUMN + indicators;
    this.remarkColumn = this.passColumn + 1;
    let next = this.remarkColumn + 1;
    const take = (): number => next++;
    const takeMany = (count: number): number[] => Array.from({ length: count }, take);
    const takeWorking = (): WorkingColumns => ({
      key: take(),
      rows: takeMany(sources),
      slots: takeMany(sources === 0 ? 0 : this.slots.length),
    });
    this.working = takeWorking();
    this.#firstStatusColumn = next;
    takeMany(indicators);
    this.localityColumn = take();
    this.groupColumn = take();
    this.memberNameColumn = take();
    this.member = takeWorking();
    this.lastColumn = next - 1;
  }

  /** Columns that hold workings and are not shown. */
  get hiddenColumns(): readonly number[] {
    const first = this.remarkColumn + 1;
    return Array.from({ length: this.lastColumn - first + 1 }, (_, index) => first + index);
  }

  /** Column of an indicator's values. */
  valueColumn(index: number): number {
    return FIRST_INDICATOR_COLUMN + index;
  }

  /** Column of an indicator's attainment: 2 met, 1 at 85 % or more, −1 below, '' unknown. */
  statusColumn(index: number): number {
    return this.#firstStatusColumn + index;
  }

  /** The stage's rows of a column, as another sheet's formula names them. */
  range(block: SchoolBlock, column: number): string {
    return `${quotedSheet(this.sheet)}!${fixedColumn(column, block.firstRow, block.lastRow)}`;
  }

  /** One row's attainments, side by side. */
  statusRange(row: number, standard: Standard): string {
    const last = this.statusColumn(standard.indicators.length - 1);
    return `${columnFixed(this.#firstStatusColumn, row)}:${columnFixed(last, row)}`;
  }
}

function blocksOf(assessment: Assessment): readonly SchoolBlock[] {
  const blocks: SchoolBlock[] = [];
  let row = FIRST_BLOCK_ROW;
  for (const stage of STAGES) {
    const schools = assessment.schools.filter((school) => school.stage === stage);
    if (schools.length === 0) continue;
    blocks.push({
      stage,
      thresholdRow: row,
      firstRow: row + 1,
      lastRow: row + schools.length,
      schools,
    });
    row += schools.length + 1;
  }
  return blocks;
}
