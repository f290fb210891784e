import type { ChartPlan, ChartSeries } from '../../plans/sheet-plan';
import { absoluteRange } from './cell-address';
import { quoteSheetName } from './formula-text';
import {
  CHART_NAMESPACE,
  DRAWING_NAMESPACE,
  RELATIONSHIPS_NAMESPACE,
  SHEET_DRAWING_NAMESPACE,
} from './namespaces';
import { formatCode } from './style-sheet';
import { encodeXstring, escapeXmlAttribute, escapeXmlText } from './xml-escape';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CATEGORY_AXIS = 111_111_111;
const VALUE_AXIS = 222_222_222;

const GRID_COLOR = 'D9D9D9';
const TEXT_COLOR = '404040';

function text(value: string): string {
  return escapeXmlText(encodeXstring(value));
}

function fill(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color.toUpperCase()}"/></a:solidFill>`;
}

/** Size in points for text without words of its own (axes, legend). */
function textSize(points: number): string {
  return (
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${points * 100}" b="0">` +
    `${fill(TEXT_COLOR)}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`
  );
}

/** References with the values they hold now, so that charts show before anything recalculates. */
function references(series: ChartSeries, sheet: string, format: string): string {
  const reference = (range: string): string =>
    `<c:f>${text(`${quoteSheetName(sheet)}!${absoluteRange(range)}`)}</c:f>`;
  const labels = series.categoryLabels.map(
    (label, index) => `<c:pt idx="${index}"><c:v>${text(label)}</c:v></c:pt>`,
  );
  const values = series.cached.map((value, index) =>
    value === null ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`,
  );
  return (
    `<c:cat><c:strRef>${reference(series.categories)}<c:strCache>` +
    `<c:ptCount val="${labels.length}"/>${labels.join('')}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef>${reference(series.values)}<c:numCache>` +
    `<c:formatCode>${text(format)}</c:formatCode><c:ptCount val="${values.length}"/>` +
    `${values.join('')}</c:numCache></c:numRef></c:val>`
  );
}

interface PlacedSeries {
  readonly series: ChartSeries;
  readonly index: number;
}

function barSeries({ series, index }: PlacedSeries, sheet: string, format: string): string {
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    `<c:tx><c:v>${text(series.name)}</c:v></c:tx>` +
    `<c:spPr>${fill(series.color)}</c:spPr><c:invertIfNegative val="0"/>` +
    `${references(series, sheet, format)}</c:ser>`
  );
}

function lineSeries({ series, index }: PlacedSeries, sheet: string, format: string): string {
  // A limit is dashed, without points.
  const limit = series.asLine === true;
  // One point makes no line: then a mark has to show where it is.
  const lonePoint = series.cached.length < 2;
  const shape = `<c:spPr>${fill(series.color)}<a:ln w="9525">${fill(series.color)}</a:ln></c:spPr>`;
  const marker =
    limit && !lonePoint
      ? '<c:marker><c:symbol val="none"/></c:marker>'
      : `<c:marker><c:symbol val="${limit ? 'dash' : 'circle'}"/>` +
        `<c:size val="${limit ? 20 : 6}"/>${shape}</c:marker>`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    `<c:tx><c:v>${text(series.name)}</c:v></c:tx>` +
    `<c:spPr><a:ln w="28575" cap="rnd">${fill(series.color)}` +
    `${limit ? '<a:prstDash val="dash"/>' : ''}<a:round/></a:ln></c:spPr>` +
    `${marker}${references(series, sheet, format)}<c:smooth val="0"/></c:ser>`
  );
}

function axes(plan: ChartPlan): string {
  const horizontal = plan.kind === 'bar';
  const values = plan.series.flatMap(({ cached }) => cached.filter((value) => value !== null));
  // Columns that do not begin at zero mislead about their proportions.
  const fromZero = plan.kind !== 'line' && values.every((value) => value >= 0);
  const line = `<c:spPr><a:ln w="9525">${fill(GRID_COLOR)}</a:ln></c:spPr>`;
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling>` +
    // Bars run from the top down, in the order of the table.
    `<c:orientation val="${horizontal ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${horizontal ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `${line}${textSize(9)}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/>` +
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>' +
    `</c:catAx><c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling>` +
    `<c:orientation val="minMax"/>${fromZero ? '<c:min val="0"/>' : ''}</c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${horizontal ? 'b' : 'l'}"/>` +
    `<c:majorGridlines>${line}</c:majorGridlines>` +
    `<c:numFmt formatCode="${escapeXmlAttribute(formatCode(plan.axisFormat))}" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textSize(9)}` +
    `<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${horizontal ? 'max' : 'autoZero'}"/>` +
    `<c:crossBetween val="between"/></c:valAx>`
  );
}

/**
 * The text of a chart part. Series stand on the plan's own sheet. `asLine` draws a dashed line over
 * columns; horizontal bars cannot be combined with lines, and there it is one more bar.
 * @param sheet the sheet's name in the file.
 */
export function chartXml(plan: ChartPlan, sheet: string): string {
  const format = formatCode(plan.axisFormat);
  const placed = plan.series.map((series, index) => ({ series, index }));
  const asLine = ({ series }: PlacedSeries): boolean =>
    plan.kind === 'line' || (plan.kind !== 'bar' && series.asLine === true);
  const bars = placed.filter((one) => !asLine(one));
  const lines = placed.filter(asLine);
  const stacked = plan.kind === 'stackedColumn';
  const ids = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  const barChart =
    bars.length === 0
      ? ''
      : `<c:barChart><c:barDir val="${plan.kind === 'bar' ? 'bar' : 'col'}"/>` +
        `<c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>` +
        bars.map((one) => barSeries(one, sheet, format)).join('') +
        `<c:gapWidth val="${stacked ? 60 : 80}"/>` +
        `${stacked ? '<c:overlap val="100"/>' : ''}${ids}</c:barChart>`;
  const lineChart =
    lines.length === 0
      ? ''
      : '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>' +
        lines.map((one) => lineSeries(one, sheet, format)).join('') +
        `<c:marker val="1"/>${ids}</c:lineChart>`;
  return (
    `${DECLARATION}<c:chartSpace xmlns:c="${CHART_NAMESPACE}" xmlns:a="${DRAWING_NAMESPACE}" ` +
    `xmlns:r="${RELATIONSHIPS_NAMESPACE}"><c:date1904 val="0"/><c:lang val="zh-CN"/>` +
    '<c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>' +
    `<a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="1"/>` +
    `<a:t>${text(plan.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${barChart}${lineChart}${axes(plan)}` +
    '</c:plotArea>' +
    (plan.series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textSize(9)}</c:legend>`
      : '') +
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr>${fill('FFFFFF')}<a:ln w="9525">${fill(GRID_COLOR)}</a:ln></c:spPr></c:chartSpace>`
  );
}

/**
 * The text of a drawing part that places charts on a sheet.
 * @param charts each with the relationship id of its chart part.
 */
export function drawingXml(
  charts: readonly { readonly plan: ChartPlan; readonly relationshipId: string }[],
): string {
  const anchors = charts.map(({ plan, relationshipId }, index) => {
    const { fromColumn, fromRow, toColumn, toRow } = plan.anchor;
    const corner = (column: number, row: number): string =>
      `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff>` +
      `<xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
    return (
      `<xdr:twoCellAnchor><xdr:from>${corner(fromColumn, fromRow)}</xdr:from>` +
      `<xdr:to>${corner(toColumn, toRow)}</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
      `<xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" ` +
      `descr="${escapeXmlAttribute(encodeXstring(plan.title))}"/>` +
      '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/>' +
      `<a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART_NAMESPACE}">` +
      `<c:chart xmlns:c="${CHART_NAMESPACE}" r:id="${relationshipId}"/></a:graphicData>` +
      '</a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
    );
  });
  return (
    `${DECLARATION}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING_NAMESPACE}" ` +
    `xmlns:a="${DRAWING_NAMESPACE}" xmlns:r="${RELATIONSHIPS_NAMESPACE}">${anchors.join('')}` +
    '</xdr:wsDr>'
  );
}
