import type { CellReference } from '../assessment/school';
import { columnLetters } from '../assessment/school';
import type { Stage } from '../standard/stage';
import type { Standard } from '../standard/standard';
import { isWords } from './cell-text';
import { indicatorOfHeading, isCompositeHeading } from './indicator-headings';
import { normaliseText } from './normalise-text';
import { isNoteLabel } from './row-labels';
import { statedNumber } from './sheet-cells';
import type { KeptRow } from './sheet-cells';
import { stageNamed } from './sheet-names';
import type { CellContent } from './source';

/** What a row of 表Ⅲ or 表Ⅱ-1 states. Ratios are as written: 95.2 or 0.952. */
export type StatedMeasure = 'mean' | 'coefficient' | 'count' | 'ratio';

/** One figure of a filled-in 表Ⅲ or 表Ⅱ-1. */
export interface StatedFigure {
  readonly stage: Stage;
  readonly measure: StatedMeasure;
  /** Position among the standard's indicators; null is the composite (综合). */
  readonly indicator: number | null;
  readonly value: number;
  readonly cell: CellReference;
}

const MEASURES: readonly (readonly [StatedMeasure, RegExp])[] = [
  ['coefficient', /差异系数/],
  ['mean', /平均/],
  ['ratio', /比例|百分比|达标率|占比|%/],
  ['count', /达标.*(?:总数|校数|数)|达标学校|^(?:学?校数|数量)/],
];

/** Rows that give a limit or a judgement beside the figures. */
const NOT_A_FIGURE = /上限|限值|界限|标准值|门槛|要求|是否/;

/** A table read along its rows or along its columns. */
interface Grid {
  readonly height: number;
  readonly width: number;
  at(row: number, column: number): CellContent;
  cell(row: number, column: number): string;
}

/** Fewest indicators in one line of headings. */
const FEWEST_INDICATORS = 3;

/**
 * Reads the figures of a filled-in 表Ⅲ or 表Ⅱ-1, whichever way round it is laid out: indicators
 * over the columns and a row for each stage and measure, or indicators down the rows.
 */
export function readIndicatorGrid(
  sheet: string,
  rows: readonly KeptRow[],
  standard: Standard,
): StatedFigure[] {
  const upright = uprightGrid(rows);
  const figures = readAcross(sheet, upright, standard);
  return figures.length > 0 ? figures : readAcross(sheet, transposed(upright), standard);
}

function uprightGrid(rows: readonly KeptRow[]): Grid {
  return {
    height: rows.length,
    width: rows.reduce((width, { cells }) => Math.max(width, cells.length), 0),
    at: (row, column) => rows[row]?.cells[column],
    cell: (row, column) => `${columnLetters(column)}${rows[row]?.number ?? 0}`,
  };
}

function transposed(grid: Grid): Grid {
  return {
    height: grid.width,
    width: grid.height,
    at: (row, column) => grid.at(column, row),
    cell: (row, column) => grid.cell(column, row),
  };
}

function readAcross(sheet: string, grid: Grid, standard: Standard): StatedFigure[] {
  const header = findHeadings(grid, standard);
  if (header === null) return [];
  const firstColumn = Math.min(...header.columns.keys());
  const figures: StatedFigure[] = [];
  let stage: Stage | null = compulsory(stageNamed(sheet));
  for (let row = header.row + 1; row < grid.height; row += 1) {
    let label = '';
    for (let column = 0; column < firstColumn; column += 1) {
      const text = grid.at(row, column);
      if (isWords(text)) label += normaliseText(text);
    }
    if (isNoteLabel(label)) continue;
    stage = compulsory(stageNamed(label)) ?? stage;
    const measure = MEASURES.find(([, pattern]) => pattern.test(label))?.[0];
    if (stage === null || measure === undefined || NOT_A_FIGURE.test(label)) continue;
    for (const [column, indicator] of header.columns) {
      const value = statedNumber(grid.at(row, column));
      if (value === null) continue;
      figures.push({
        stage,
        measure,
        indicator,
        value,
        cell: { sheet, cell: grid.cell(row, column) },
      });
    }
  }
  return figures;
}

interface Headings {
  readonly row: number;
  readonly columns: ReadonlyMap<number, number | null>;
}

function findHeadings(grid: Grid, standard: Standard): Headings | null {
  let best: Headings | null = null;
  for (let row = 0; row < grid.height; row += 1) {
    const columns = new Map<number, number | null>();
    const taken = new Set<number | null>();
    for (let column = 0; column < grid.width; column += 1) {
      const text = grid.at(row, column);
      if (!isWords(text)) continue;
      const indicator = indicatorOfHeading(standard, text);
      if (indicator === null && !isCompositeHeading(text)) continue;
      if (taken.has(indicator)) continue;
      taken.add(indicator);
      columns.set(column, indicator);
    }
    if (columns.size >= FEWEST_INDICATORS && columns.size > (best?.columns.size ?? 0)) {
      best = { row, columns };
    }
  }
  return best;
}

function compulsory(stage: string | null): Stage | null {
  return stage === 'primary' || stage === 'junior' ? stage : null;
}
