import { fill } from '../../locales/fill';
import { stageName } from '../report-context';
import type { JudgedContext } from '../report-context';
import { COLORS, STYLES } from '../styles';
import { ATTAINMENT_NUMBERS } from '../table-2-2';
import {
  columnRange,
  FIRST_STAGE_COLUMN,
  indicatorSummaries,
  STAGE_COLUMNS,
} from './overview-page';
import type { OverviewPage } from './overview-page';

/** How many schools reach each indicator, nearly reach it, fall below, with a chart a stage. */
export function planAttainment(page: OverviewPage, judged: JudgedContext): void {
  const { overview } = page.context.words;
  const { table, assessment } = judged;
  const { indicators } = assessment.standard;
  page.sectionTitle(overview.attainment);
  const levels = [
    { key: 'met', count: 'schoolsMet', label: overview.metShort, color: COLORS.met },
    { key: 'near', count: 'schoolsNear', label: overview.nearShort, color: COLORS.near },
    { key: 'below', count: 'schoolsBelow', label: overview.belowShort, color: COLORS.below },
  ] as const;
  page.stageHeadings(
    judged,
    levels.map(({ label }) => label),
  );
  const first = page.row;
  indicators.forEach((_, index) => {
    page.indicatorLabel(judged, index);
    table.blocks.forEach((block, position) => {
      levels.forEach(({ key, count }, offset) => {
        const column = FIRST_STAGE_COLUMN + position * STAGE_COLUMNS + offset;
        const value = assessment.stages[block.stage]?.indicators[index]?.[count] ?? 0;
        const formula = `COUNTIF(${table.range(block, table.statusColumn(index))},${ATTAINMENT_NUMBERS[key]})`;
        page.live(page.row, column, { value, formula }, STYLES.integer, page.links('table_2_2'));
      });
    });
    page.row += 1;
  });
  page.row += 1;
  page.chartRow(judged, first, (block, _position, column) => ({
    kind: 'stackedColumn',
    title: fill(overview.attainmentChart, { stage: stageName(block.stage, judged) }),
    axisFormat: 'integer',
    series: levels.map(({ count, label, color }, offset) => ({
      name: label,
      values: columnRange(column + offset, first, indicators.length),
      cached: indicatorSummaries(judged, block).map((summary) => summary[count]),
      color,
    })),
  }));
}
