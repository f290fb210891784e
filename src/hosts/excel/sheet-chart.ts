import { parseRange } from '../../ooxml/cell-range';
import { cellAddress } from '../../ooxml/write/cell-address';
import { formatCode } from '../../ooxml/write/style-sheet';
import type { ChartPlan, ChartSeries } from '../../plans/sheet-plan';

const TYPES = {
  column: 'ColumnClustered',
  bar: 'BarClustered',
  line: 'Line',
  stackedColumn: 'ColumnStacked',
} as const satisfies Record<ChartPlan['kind'], string>;

const GRID_COLOR = '#D9D9D9';
const TEXT_COLOR = '#404040';

/**
 * Queues a chart of native series over cells of the sheet. It looks as in files: limits are dashed
 * lines, columns begin at zero, bars run from the top down.
 */
export function addChart(sheet: Excel.Worksheet, plan: ChartPlan): void {
  const [first, ...others] = plan.series;
  if (first === undefined) return;
  const chart = sheet.charts.add(
    TYPES[plan.kind],
    sheet.getRange(first.values),
    directionOf(first),
  );
  const { fromColumn, fromRow, toColumn, toRow } = plan.anchor;
  chart.setPosition(cellAddress(fromRow, fromColumn), cellAddress(toRow - 1, toColumn - 1));
  chart.title.text = plan.title;
  chart.title.format.font.size = 12;
  chart.title.format.font.bold = true;
  chart.legend.visible = others.length > 0;
  chart.legend.position = 'Bottom';
  // Series over hidden columns of workings are still to be seen; gaps stay gaps.
  chart.plotVisibleOnly = false;
  chart.displayBlanksAs = 'NotPlotted';
  writeSeries(sheet, chart.series.getItemAt(0), first, plan);
  for (const series of others) writeSeries(sheet, chart.series.add(series.name), series, plan);
  writeAxes(chart, plan);
}

/** Excel takes a single row or column of numbers for one series. */
function directionOf({ values }: ChartSeries): 'Rows' | 'Columns' {
  const area = parseRange(values);
  return area !== null && area.firstRow === area.lastRow && area.firstColumn !== area.lastColumn
    ? 'Rows'
    : 'Columns';
}

function writeSeries(
  sheet: Excel.Worksheet,
  series: Excel.ChartSeries,
  plan: ChartSeries,
  chart: ChartPlan,
): void {
  series.setValues(sheet.getRange(plan.values));
  series.setXAxisValues(sheet.getRange(plan.categories));
  series.name = plan.name;
  const color = `#${plan.color}`;
  // Bars cannot be combined with lines: there a limit is one more bar.
  const isLine = chart.kind === 'line' || (chart.kind !== 'bar' && plan.asLine === true);
  if (!isLine) {
    series.format.fill.setSolidColor(color);
    series.gapWidth = chart.kind === 'stackedColumn' ? 60 : 80;
    return;
  }
  const isLimit = plan.asLine === true;
  // One point makes no line: then a mark has to show where it is.
  const isLonePoint = plan.cached.length < 2;
  series.chartType = isLimit && !isLonePoint ? 'Line' : 'LineMarkers';
  series.smooth = false;
  series.format.line.color = color;
  series.format.line.weight = 2.25;
  if (isLimit) series.format.line.lineStyle = 'Dash';
  if (isLimit && !isLonePoint) {
    series.markerStyle = 'None';
    return;
  }
  series.markerStyle = isLimit ? 'Dash' : 'Circle';
  series.markerSize = isLimit ? 20 : 6;
  series.markerBackgroundColor = color;
  series.markerForegroundColor = color;
}

function writeAxes(chart: Excel.Chart, plan: ChartPlan): void {
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.tickLabelPosition = 'Low';
  categoryAxis.majorTickMark = 'None';
  categoryAxis.format.font.size = 9;
  categoryAxis.format.font.color = TEXT_COLOR;
  valueAxis.numberFormat = formatCode(plan.axisFormat);
  valueAxis.majorGridlines.visible = true;
  valueAxis.majorGridlines.format.line.color = GRID_COLOR;
  valueAxis.majorTickMark = 'None';
  valueAxis.format.font.size = 9;
  valueAxis.format.font.color = TEXT_COLOR;
  const values = plan.series.flatMap(({ cached }) => cached.filter((value) => value !== null));
  // Columns that do not begin at zero mislead about their proportions.
  if (plan.kind !== 'line' && values.every((value) => value >= 0)) valueAxis.minimum = 0;
  if (plan.kind === 'bar') {
    categoryAxis.reversePlotOrder = true;
    // The values' axis stays below although the categories run downwards.
    categoryAxis.position = 'Maximum';
  }
}
