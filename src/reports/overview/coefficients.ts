import { fill } from '../../locales/fill';
import type { CellStyle } from '../../plans/sheet-plan';
import { stageName } from '../report-context';
import type { JudgedContext } from '../report-context';
import type { SchoolBlock } from '../school-table';
import { COLORS, STYLES } from '../styles';
import { Table3Places } from '../table-3';
import {
  columnRange,
  FIRST_STAGE_COLUMN,
  indicatorSummaries,
  STAGE_COLUMNS,
} from './overview-page';
import type { Live, OverviewPage } from './overview-page';

/** 差异系数 against the limit, by indicator and stage, with a chart a stage. */
export function planCoefficients(page: OverviewPage, judged: JudgedContext): void {
  const { words } = page.context;
  const { overview } = words;
  const { indicators, coefficients } = judged.assessment.standard;
  const hasLimits = coefficients.each !== null;
  page.sectionTitle(overview.coefficients);
  page.stageHeadings(judged, [overview.coefficient, overview.limit, overview.passes]);
  const first = page.row;
  const places = new Table3Places(judged);
  for (let index = 0; index <= indicators.length; index += 1) {
    page.indicatorLabel(judged, index);
    judged.table.blocks.forEach((block, position) => {
      coefficientCells(page, judged, places, block, position, index);
    });
    page.row += 1;
  }
  page.row += 1;
  page.chartRow(judged, first, (block, position, column) => ({
    kind: 'column',
    title: fill(hasLimits ? overview.coefficientChart : overview.coefficientChartAlone, {
      stage: stageName(block.stage, judged),
    }),
    axisFormat: 'decimal2',
    series: [
      {
        name: overview.coefficient,
        values: columnRange(column, first, indicators.length),
        cached: indicatorSummaries(judged, block).map(({ cv }) => cv),
        color: position === 0 ? COLORS.primary : COLORS.junior,
      },
      ...(hasLimits
        ? [
            {
              name: overview.limit,
              values: columnRange(column + 1, first, indicators.length),
              cached: indicatorSummaries(judged, block).map(({ cvLimit }) => cvLimit),
              color: COLORS.limit,
              asLine: true,
            },
          ]
        : []),
    ],
  }));
}

function coefficientCells(
  page: OverviewPage,
  judged: JudgedContext,
  places: Table3Places,
  block: SchoolBlock,
  position: number,
  index: number,
): void {
  const { words } = page.context;
  const summary = judged.assessment.stages[block.stage];
  if (summary === undefined) return;
  const { cv, cvLimit, cvPasses } = summary.indicators[index] ?? summary.composite;
  const mean = summary.indicators[index]?.mean ?? null;
  const column = FIRST_STAGE_COLUMN + position * STAGE_COLUMNS;
  const link = (item: 'coefficient' | 'limit' | 'passes'): string =>
    places.reference(block.stage, item, index);
  const unknown = mean === null ? words.unjudged : words.table3.undefinedCoefficient;
  const put = (offset: number, live: Live, style: CellStyle): void => {
    page.live(page.row, column + offset, live, style, page.links('table_3'));
  };
  put(0, { value: cv ?? unknown, formula: link('coefficient') }, exactStyle(cv, cvLimit));
  put(1, { value: cvLimit ?? words.notApplicable, formula: link('limit') }, STYLES.general);
  const word =
    cvLimit === null
      ? words.notApplicable
      : cvPasses === null
        ? words.unjudged
        : cvPasses
          ? words.yes
          : words.no;
  put(
    2,
    { value: word, formula: link('passes') },
    cvPasses === false
      ? { ...STYLES.centered, bold: true, fontColor: COLORS.bad }
      : STYLES.centered,
  );
}

/** A coefficient so near its limit that three decimals would show it equal is shown in full. */
function exactStyle(cv: number | null, limit: number | null): CellStyle {
  const base: CellStyle = { ...STYLES.decimal3, bold: cv !== null && limit !== null && cv > limit };
  const looksEqual =
    cv !== null && limit !== null && cv !== limit && cv.toFixed(3) === limit.toFixed(3);
  return looksEqual ? { ...base, numberFormat: 'general' } : base;
}
