import type { Finding } from '../assessment/finding';
import { SEVERITIES } from '../assessment/finding-codes';
import type { Severity } from '../assessment/finding-codes';
import { describeCitation } from '../locales/describe-citation';
import { describeFinding } from '../locales/describe-finding';
import { fill } from '../locales/fill';
import type { CellLink, CellStyle, SheetPlan } from '../plans/sheet-plan';
import { HIGHLIGHT_STYLES } from './highlight-styles';
import { inLanguage, sheetName, stageName } from './report-context';
import type { ReportContext } from './report-context';
import { SheetDraft } from './sheet-draft';
import { STYLES } from './styles';
import { lineHeight, wrappedLines } from './text-width';

const HEADING_ROW = 3;
const WIDTHS = [5, 9, 17, 6, 17, 12, 46, 10, 9, 10, 8, 15, 14] as const;

const SEVERITY_STYLES: Readonly<Record<Severity, CellStyle>> = {
  error: marked(HIGHLIGHT_STYLES.fault),
  fail: marked(HIGHLIGHT_STYLES.below),
  near: marked(HIGHLIGHT_STYLES.near),
  warning: STYLES.centered,
  info: { ...STYLES.centered, fontColor: '6B7280' },
};

function marked(style: { fill: string; fontColor: string; bold: boolean }): CellStyle {
  return { ...STYLES.centered, ...style };
}

/** 问题清单: every finding, gravest first, one a row, with a link to its cell. */
export function planFindings(context: ReportContext): SheetPlan {
  const { words } = context;
  const text = words.findings;
  const findings = sortedFindings(context.check.findings);
  const draft = new SheetDraft();
  const lastColumn = WIDTHS.length - 1;
  draft.putAcross(1, 0, lastColumn, text.title, { style: STYLES.title });
  draft.height(1, 26);
  draft.putAcross(
    2,
    0,
    lastColumn,
    findings.length === 0
      ? text.none
      : fill(text.counts, { total: findings.length, counts: severityCounts(findings, context) }),
    { style: STYLES.subtitle },
  );
  const headings = [
    text.number,
    text.severity,
    text.school,
    text.stage,
    text.indicator,
    text.place,
    text.message,
    text.actual,
    text.required,
    text.shortfall,
    text.unit,
    text.citation,
    text.accepted,
  ];
  headings.forEach((heading, column) => {
    draft.put(HEADING_ROW, column, heading, { style: STYLES.heading });
  });
  draft.height(HEADING_ROW, 22);
  findings.forEach((finding, index) => {
    planFinding(draft, context, finding, index);
  });
  return {
    key: 'findings',
    name: sheetName('findings', context),
    columnWidths: WIDTHS,
    rows: draft.rows,
    merges: draft.merges,
    freeze: { rows: HEADING_ROW, columns: 3 },
    print: { orientation: 'landscape', repeatRows: [HEADING_ROW, HEADING_ROW] },
    charts: [],
    showGridLines: false,
  };
}

function planFinding(
  draft: SheetDraft,
  context: ReportContext,
  finding: Finding,
  index: number,
): void {
  const { check, texts, language } = context;
  const row = HEADING_ROW + 1 + index;
  const link = linkOf(finding);
  const indicator = check.standard.indicators.find(({ id }) => id === finding.indicator);
  const name =
    indicator === undefined
      ? finding.indicator
      : `${indicator.id} ${inLanguage(indicator.shortName, language)}`;
  const message = describeFinding(finding, check.standard, language);
  const place = finding.sheet === null ? '' : placeText(finding.sheet, finding.cell);
  const citation =
    finding.citation === null ? '' : describeCitation(finding.citation, check.standard, language);
  const accepted = finding.accepted?.reason ?? '';
  const values = [
    { value: index + 1, style: STYLES.centered },
    { value: texts.severities[finding.severity], style: SEVERITY_STYLES[finding.severity] },
    { value: finding.school, style: STYLES.text },
    {
      value: finding.stage === null ? null : stageName(finding.stage, context),
      style: STYLES.centered,
    },
    { value: name, style: STYLES.text },
    { value: place, style: link === null ? STYLES.centered : STYLES.link, link },
    { value: message, style: STYLES.text },
    { value: finding.actual, style: amountStyle(finding.actual, finding.required) },
    { value: finding.required, style: amountStyle(finding.required, finding.actual) },
    { value: finding.shortfall, style: amountStyle(finding.shortfall, null) },
    { value: finding.unit === null ? null : texts.units[finding.unit], style: STYLES.centered },
    { value: citation, style: STYLES.text },
    { value: accepted, style: STYLES.text },
  ];
  values.forEach(({ value, style, link: target }, column) => {
    draft.put(row, column, value, target == null ? { style } : { style, link: target });
  });
  const lines = values.map(({ value }, column) =>
    typeof value === 'string' ? wrappedLines(value, (WIDTHS[column] ?? 10) - 1) : 1,
  );
  draft.height(row, lineHeight(Math.max(...lines)));
}

/** Three decimals below 10, two above, and all of them where two numbers would look the same. */
function amountStyle(value: number | string | null, other: number | string | null): CellStyle {
  if (typeof value === 'string') return { ...STYLES.text, horizontal: 'right' };
  if (value === null || Number.isInteger(value)) return STYLES.general;
  const decimals = Math.abs(value) < 10 ? 3 : 2;
  const looksSame =
    typeof other === 'number' &&
    value !== other &&
    value.toFixed(decimals) === other.toFixed(decimals);
  if (looksSame) return STYLES.general;
  return decimals === 3 ? STYLES.decimal3 : STYLES.decimal2;
}

/** Gravest first; within a severity as the check found them. */
function sortedFindings(findings: readonly Finding[]): readonly Finding[] {
  return SEVERITIES.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
}

/** 数据错误 2、不达标 31、… */
export function severityCounts(
  findings: readonly Finding[],
  { texts, words }: ReportContext,
): string {
  return SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${texts.severities[severity]} ${count}`];
  }).join(words.listSeparator);
}

/** The cell a finding is about; of a range its first cell. */
function linkOf({ sheet, cell }: Finding): CellLink | null {
  if (sheet === null || cell === null) return null;
  const [first = cell] = cell.split(':');
  return { sheet, cell: first };
}

function placeText(sheet: string, cell: string | null): string {
  return cell === null ? sheet : `${sheet}!${cell}`;
}
