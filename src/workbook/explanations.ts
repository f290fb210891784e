import type { AcceptedReason, Finding } from '../assessment/finding';
import { cellText } from './cell-text';
import { normaliseText } from './normalise-text';
import { keepRows } from './sheet-cells';
import { INPUT_SHEETS, isNamed } from './sheet-names';
import type { CellContent, SheetHead, WorkbookSource } from './source';

/** The headings of 情况说明, in order. */
export const EXPLANATION_HEADINGS = [
  '代码',
  '学校',
  '指标',
  '单元格',
  '原因',
  '填写人',
  '时间',
] as const;

/** One line of 情况说明: a warning that somebody lets stand, and why. */
export interface Explanation extends AcceptedReason {
  readonly code: string;
  /** '' where the warning is not about one school. */
  readonly school: string;
  readonly indicator: string;
  /** `学校数据!F12`, `F12` or ''. */
  readonly cell: string;
}

/** A heading of 情况说明. */
export type ExplanationHeading = (typeof EXPLANATION_HEADINGS)[number];

/** The 0-based column of each heading in a row of 情况说明; null for a row that is not the headings'. */
export function explanationColumns(
  cells: readonly CellContent[],
): ReadonlyMap<ExplanationHeading, number> | null {
  const found = new Map<ExplanationHeading, number>();
  cells.forEach((content, index) => {
    const text = normaliseText(cellText(content));
    const heading = EXPLANATION_HEADINGS.find((one) => one === text);
    if (heading !== undefined) found.set(heading, index);
  });
  return found.has('代码') && found.has('原因') ? found : null;
}

/** Reads 情况说明; lines without a code or a reason say nothing. */
export async function readExplanations(
  source: WorkbookSource,
  heads: readonly SheetHead[],
): Promise<Explanation[]> {
  const head = heads.find((one) => isNamed(one, INPUT_SHEETS.explanations));
  if (head === undefined) return [];
  const explanations: Explanation[] = [];
  let columns: ReadonlyMap<ExplanationHeading, number> | null = null;
  for (const { cells } of await keepRows(source, head.name)) {
    if (columns === null) {
      columns = explanationColumns(cells);
      continue;
    }
    const known = columns;
    const text = (heading: ExplanationHeading): string => cellText(cells[known.get(heading) ?? -1]);
    if (text('代码') === '' || text('原因') === '') continue;
    explanations.push({
      code: normaliseText(text('代码')),
      school: text('学校'),
      indicator: normaliseText(text('指标')),
      cell: text('单元格'),
      reason: text('原因'),
      by: text('填写人'),
      at: text('时间'),
    });
  }
  return explanations;
}

/** The line of 情况说明 that accepts a finding. */
export function explanationOf(finding: Finding, accepted: AcceptedReason): Explanation {
  return {
    code: finding.code,
    school: finding.school ?? '',
    indicator: finding.indicator ?? '',
    cell: finding.cell === null ? '' : `${finding.sheet ?? ''}!${finding.cell}`,
    ...accepted,
  };
}

/**
 * Marks the warnings that 情况说明 accepts. A line is about one cell where it names one; after rows
 * have been sorted or inserted, the school and the column still tell which warning is meant.
 */
export function acceptFindings(
  findings: readonly Finding[],
  explanations: readonly Explanation[],
): readonly Finding[] {
  if (explanations.length === 0) return findings;
  const byCode = new Map<string, Explanation[]>();
  for (const explanation of explanations) {
    const same = byCode.get(explanation.code);
    if (same === undefined) byCode.set(explanation.code, [explanation]);
    else same.push(explanation);
  }
  return findings.map((finding) => {
    if (finding.severity !== 'warning') return finding;
    const found = byCode.get(finding.code)?.find((explanation) => accepts(explanation, finding));
    if (found === undefined) return finding;
    return { ...finding, accepted: { reason: found.reason, by: found.by, at: found.at } };
  });
}

function accepts(explanation: Explanation, finding: Finding): boolean {
  if (normaliseText(explanation.school) !== normaliseText(finding.school ?? '')) return false;
  if (explanation.indicator !== '' && !explanation.indicator.startsWith(finding.indicator ?? '-')) {
    return false;
  }
  if (explanation.cell === '') return true;
  const at = explanation.cell.lastIndexOf('!');
  const sheet = explanation.cell.slice(0, Math.max(at, 0)).replace(/^'|'$/g, '');
  const cell = explanation.cell.slice(at + 1).replaceAll('$', '');
  if (sheet !== '' && sheet !== finding.sheet) return false;
  if (cell === finding.cell) return true;
  return explanation.school !== '' && columnPart(cell) === columnPart(finding.cell ?? '');
}

function columnPart(cell: string): string {
  return cell.replace(/\d.*$/, '');
}
