import { alwaysGrows, exceedsGrowth, growthGapPoints, growthRate } from '../statistics/growth';
import type { CellValue, CustomFunction, FunctionParameter } from './custom-function';
import { FunctionFault } from './function-fault';
import { readRange, refuseDifferentLength } from './read-range';
import type { NumberRange } from './read-range';
import { refuseUnusableLevels } from './read-scalar';
import { statistic } from './statistic';

/** One yearly series with the heading of its column in the result. */
interface Series {
  readonly heading: string;
  readonly levels: readonly number[];
}

function levelsParameter(
  name: string,
  presence: FunctionParameter['presence'],
  description: FunctionParameter['description'],
): FunctionParameter {
  return { name, type: 'any', dimension: 'matrix', presence, description };
}

function readYears(argument: unknown): NumberRange {
  const range = readRange(argument, 'years');
  if (range.cells.length < 2 || (range.rows > 1 && range.columns > 1)) {
    throw new FunctionFault('value', {
      zh: 'years 应为一行或一列，至少两年',
      en: 'years is one row or column of at least two years',
    });
  }
  range.cells.forEach((year, index) => {
    if (!Number.isInteger(year) || year <= 0) {
      throw new FunctionFault('value', {
        zh: `years 第 ${index + 1} 个不是年份：${year}`,
        en: `years, entry ${index + 1} is not a year: ${year}`,
      });
    }
    const last = range.cells[index - 1];
    if (last !== undefined && year !== last + 1) {
      throw new FunctionFault('value', {
        zh: `years 应逐年递增且连续：${last} 之后是 ${year}`,
        en: `years run upwards without gaps, but ${last} is followed by ${year}`,
      });
    }
  });
  return range;
}

function readSeries(argument: unknown, name: string, years: NumberRange): readonly number[] {
  const range = readRange(argument, name);
  refuseDifferentLength(range, years);
  refuseUnusableLevels(range.cells, name);
  return range.cells;
}

/** Ranges of a repeating argument: grids hand over a list of ranges, one range, or nothing. */
function rangesOf(argument: unknown): readonly unknown[] {
  if (!Array.isArray(argument)) {
    return argument === null || argument === undefined || argument === '' ? [] : [argument];
  }
  const items: readonly unknown[] = argument;
  const isListOfRanges = items.some(
    (item) => Array.isArray(item) && item.some((row: unknown) => Array.isArray(row)),
  );
  if (isListOfRanges) return items.flatMap((item) => rangesOf(item));
  const cells: readonly unknown[] = items.flat();
  const isOmitted = cells.length === 0 || (cells.length === 1 && (cells[0] ?? '') === '');
  return isOmitted ? [] : [items];
}

/** The series of one further range: a line is one, a block is one a column (years down) or row. */
function seriesOf(argument: unknown, name: string, years: NumberRange): readonly unknown[] {
  const range = readRange(argument, name);
  if (range.rows === 1 || range.columns === 1) return [argument];
  const count = years.cells.length;
  const { cells, columns, rows } = range;
  if (years.columns === 1 && rows === count) {
    return Array.from({ length: columns }, (_, column) => [
      cells.filter((__, index) => index % columns === column),
    ]);
  }
  if (years.rows === 1 && columns === count) {
    return Array.from({ length: rows }, (_, row) => [
      cells.slice(row * columns, (row + 1) * columns),
    ]);
  }
  refuseDifferentLength(range, years);
  return [];
}

function readOthers(args: readonly unknown[], years: NumberRange): readonly Series[] {
  const all = args
    .flatMap((argument) => rangesOf(argument))
    .flatMap((argument, index) => seriesOf(argument, `others ${index + 1}`, years));
  return all.map((argument, index) => ({
    heading: all.length === 1 ? '其他增长' : `其他${index + 1}增长`,
    levels: readSeries(argument, `others ${index + 1}`, years),
  }));
}

/** `EDU.GROWTHCHECK`: 三个增长 (教育法 art. 56). */
export const GROWTHCHECK: CustomFunction = {
  name: 'GROWTHCHECK',
  description: {
    zh: '教育经费增长检查：教育经费增长须高于财政经常性收入增长，其余各项须逐年增长',
    en: 'Whether education spending outgrew regular revenue and every other series grew, year by year',
  },
  parameters: [
    levelsParameter('years', 'required', {
      zh: '年份，一行或一列，逐年连续，至少两年',
      en: 'Years in one row or column, without gaps, two or more',
    }),
    levelsParameter('education', 'required', {
      zh: '各年一般公共预算教育经费，均大于 0',
      en: 'Education spending of each year, above 0',
    }),
    levelsParameter('revenue', 'required', {
      zh: '各年财政经常性收入，均大于 0',
      en: 'Regular revenue of each year, above 0',
    }),
    levelsParameter('others', 'repeating', {
      zh: '其他须逐年增长的项目（生均教育事业费、生均公用经费、教师工资等），可有多个',
      en: 'Further series that must grow (spending per pupil, wages …), any number',
    }),
  ],
  returns: {
    type: 'any',
    dimension: 'matrix',
    description: {
      zh: '标题行，及第二年起每年一行：年份、各项增长（比值）、差距（百分点）、通过 / 未通过',
      en: 'A heading row and one row a year from the second on: year, growth of each (ratio), gap (percentage points), 通过 (pass) or 未通过 (fail)',
    },
  },
  examples: [
    {
      about: { zh: '教育经费增长 12%，收入增长 10%', en: 'Spending grew by 12%, revenue by 10%' },
      arguments: [[[2023], [2024]], [[100], [112]], [[200], [220]], null],
      result: [
        ['年份', '教育经费增长', '财政经常性收入增长', '差距（百分点）', '结果'],
        [2024, 0.12, 0.1, 2, '通过'],
      ],
    },
  ],
  call: ([yearsArgument, educationArgument, revenueArgument, ...othersArguments]) => {
    const years = readYears(yearsArgument);
    const education = readSeries(educationArgument, 'education', years);
    const revenue = readSeries(revenueArgument, 'revenue', years);
    const others = readOthers(othersArguments, years);
    return statistic(() => {
      const all: readonly Series[] = [
        { heading: '教育经费增长', levels: education },
        { heading: '财政经常性收入增长', levels: revenue },
        ...others,
      ];
      const growths = all.map(({ levels }) => growthRate(levels));
      const heading = ['年份', ...all.map((series) => series.heading), '差距（百分点）', '结果'];
      const rows = years.cells.slice(1).map((year, index): readonly CellValue[] => {
        const pair = ({ levels }: Series): readonly number[] => levels.slice(index, index + 2);
        const [educationLast = 0, educationThis = 0] = education.slice(index);
        const [revenueLast = 0, revenueThis = 0] = revenue.slice(index);
        const compared = [educationLast, educationThis, revenueLast, revenueThis] as const;
        const passes =
          exceedsGrowth(...compared) && others.every((series) => alwaysGrows(pair(series)));
        return [
          year,
          ...growths.map((growth) => growth[index] ?? 0),
          growthGapPoints(...compared),
          passes ? '通过' : '未通过',
        ];
      });
      return [heading, ...rows];
    });
  },
};
