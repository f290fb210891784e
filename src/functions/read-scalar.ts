import { FunctionFault } from './function-fault';
import { isBlank, readRange } from './read-range';

/** The one cell of an argument: grids hand over a single cell bare or as a range of one. */
function singleCell(argument: unknown, name: string): unknown {
  if (!Array.isArray(argument)) return argument;
  const cells: readonly unknown[] = argument.flat();
  if (cells.length === 1) return cells[0];
  throw new FunctionFault('value', {
    zh: `${name} 应为一个单元格，而不是 ${cells.length} 个`,
    en: `${name} takes one cell, not ${cells.length}`,
  });
}

/**
 * Reads one number; blank is 0.
 *
 * @throws {FunctionFault} `value` for text, TRUE/FALSE or several cells
 */
export function readNumber(argument: unknown, name: string): number {
  const cell = singleCell(argument, name);
  if (isBlank(cell)) return 0;
  if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
  throw new FunctionFault('value', {
    zh: `${name} 不是数字：“${String(cell)}”`,
    en: `${name} is not a number: “${String(cell)}”`,
  });
}

/**
 * Reads one number that may not be below 0; blank is 0.
 *
 * @throws {FunctionFault} `value` as `readNumber`, and below 0
 */
export function readAmount(argument: unknown, name: string): number {
  const amount = readNumber(argument, name);
  if (amount >= 0) return amount;
  throw new FunctionFault('value', {
    zh: `${name} 小于 0：${amount}`,
    en: `${name} is below 0: ${amount}`,
  });
}

/**
 * Reads an optional TRUE/FALSE; omitted is FALSE, and a number is TRUE unless 0, as in Excel.
 *
 * @throws {FunctionFault} `value` for text or several cells
 */
export function readFlag(argument: unknown, name: string): boolean {
  const cell = singleCell(argument, name);
  if (typeof cell === 'boolean') return cell;
  if (isBlank(cell)) return false;
  if (typeof cell === 'number') return cell !== 0;
  throw new FunctionFault('value', {
    zh: `${name} 应为 TRUE 或 FALSE：“${String(cell)}”`,
    en: `${name} is TRUE or FALSE: “${String(cell)}”`,
  });
}

/** Reads a text as it stands; blank is ''. */
export function readText(argument: unknown, name: string): string {
  const cell = singleCell(argument, name);
  return isBlank(cell) ? '' : String(cell);
}

/**
 * Reads a series of yearly levels, a row or a column, oldest first.
 *
 * @throws {FunctionFault} `value` for text, a block, fewer than two years or a level not above 0
 */
export function readLevels(argument: unknown, name: string): readonly number[] {
  const range = readRange(argument, name);
  if (range.rows > 1 && range.columns > 1) {
    throw new FunctionFault('value', {
      zh: `${name} 应为一行或一列，而不是 ${range.rows}×${range.columns}`,
      en: `${name} is one row or one column, not ${range.rows}×${range.columns}`,
    });
  }
  refuseUnusableLevels(range.cells, name);
  return range.cells;
}

/** Refuses levels from which no growth follows: fewer than two, or one that is not above 0. */
export function refuseUnusableLevels(levels: readonly number[], name: string): void {
  if (levels.length < 2) {
    throw new FunctionFault('value', {
      zh: `${name} 至少要有两年的数据`,
      en: `${name} needs at least two years`,
    });
  }
  const index = levels.findIndex((level) => level <= 0);
  if (index < 0) return;
  throw new FunctionFault('value', {
    zh: `${name} 第 ${index + 1} 年不大于 0（${levels[index] ?? ''}），无法计算增长`,
    en: `${name}, year ${index + 1} is not above 0 (${levels[index] ?? ''}), so it has no growth`,
  });
}
