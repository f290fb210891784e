import type { SchoolStage, StageSummary } from '../../assessment/assessment';
import type { CellStyle } from '../../plans/sheet-plan';
import { stageName } from '../report-context';
import type { JudgedContext } from '../report-context';
import type { SchoolBlock } from '../school-table';
import { cellAddress, quotedText } from '../sheet-reference';
import { STYLES } from '../styles';
import { Table3Places } from '../table-3';
import { lineHeight, wrappedLines } from '../text-width';
import { columnRange, FIRST_STAGE_COLUMN, LAST_COLUMN, WIDTHS } from './overview-page';
import type { Live, OverviewPage } from './overview-page';

/**
 * One line a stage: schools, pupils, how many pass. Gives the cells with the stages' conclusions;
 * null where those are no live formulas.
 */
export function planStages(page: OverviewPage, judged: JudgedContext): string | null {
  const { overview } = page.context.words;
  page.sectionTitle(overview.stages);
  const headings = [
    overview.schools,
    overview.students,
    overview.passing,
    overview.passingRatio,
    overview.failing,
    overview.conclusion,
  ];
  page.draft.putAcross(page.row, 0, 1, overview.stage, { style: STYLES.heading });
  headings.forEach((heading, index) => {
    page.draft.put(page.row, FIRST_STAGE_COLUMN + index, heading, { style: STYLES.heading });
  });
  page.draft.height(page.row, lineHeight(2));
  page.row += 1;
  const firstRow = page.row;
  for (const block of judged.table.blocks) stageLine(page, judged, block);
  const lines = page.row - firstRow;
  page.row += 1;
  return page.links('table_2_2', 'table_3') ? columnRange(LAST_COLUMN, firstRow, lines) : null;
}

function stageLine(page: OverviewPage, judged: JudgedContext, block: SchoolBlock): void {
  const { table, assessment } = judged;
  const { words, texts } = page.context;
  const summary = assessment.stages[block.stage];
  if (summary === undefined) return;
  const row = page.row;
  page.draft.putAcross(row, 0, 1, stageName(block.stage, judged), {
    style: { ...STYLES.centered, bold: true },
  });
  const counted = (word: string): string =>
    `COUNTIF(${table.range(block, table.passColumn)},${quotedText(word)})`;
  const put = (offset: number, live: Live, style: CellStyle): void => {
    page.live(row, FIRST_STAGE_COLUMN + offset, live, style, page.links('table_2_2'));
  };
  put(
    0,
    { value: summary.schools, formula: `ROWS(${table.range(block, table.nameColumn)})` },
    STYLES.integer,
  );
  put(
    1,
    { value: summary.students, formula: `SUM(${table.range(block, table.studentsColumn)})` },
    STYLES.integer,
  );
  if (summary.passing === null) {
    for (const offset of [2, 3, 4]) {
      page.draft.put(row, FIRST_STAGE_COLUMN + offset, words.notApplicable, {
        style: STYLES.centered,
      });
    }
  } else {
    const failing = block.schools.filter(({ passes }) => passes === false).length;
    put(2, { value: summary.passing, formula: counted(words.yes) }, STYLES.integer);
    put(
      3,
      {
        value: summary.passing / summary.schools,
        formula: `${cellAddress(FIRST_STAGE_COLUMN + 2, row)}/${cellAddress(FIRST_STAGE_COLUMN, row)}`,
      },
      STYLES.percent,
    );
    put(4, { value: failing, formula: counted(words.no) }, STYLES.integer);
  }
  const places = new Table3Places(judged);
  const limits = places.spanReference(block.stage, 'passes', true);
  const failsAny = [
    ...(summary.passing === null ? [] : [`${counted(words.no)}>0`]),
    `COUNTIF(${limits},${quotedText(words.no)})>0`,
  ];
  const unknownAny = [
    ...(summary.passing === null ? [] : [`${counted(words.unjudged)}>0`]),
    `COUNTIF(${limits},${quotedText(words.unjudged)})>0`,
  ];
  const { fail, unjudged, pass } = texts.verdicts;
  const lines = [fail, unjudged, pass].map((word) => wrappedLines(word, WIDTHS[7] - 1.5));
  page.draft.height(row, lineHeight(Math.max(...lines)));
  page.live(
    row,
    LAST_COLUMN,
    {
      value: texts.verdicts[stageVerdict(summary, block.schools)],
      formula: `IF(OR(${failsAny.join(',')}),${quotedText(fail)},IF(OR(${unknownAny.join(',')}),${quotedText(unjudged)},${quotedText(pass)}))`,
    },
    { ...STYLES.centered, bold: true },
    page.links('table_2_2', 'table_3'),
  );
  page.row += 1;
}

function stageVerdict(
  summary: StageSummary,
  schools: readonly SchoolStage[],
): 'pass' | 'fail' | 'unjudged' {
  const judgements: (boolean | null)[] = [];
  if (summary.passing !== null) judgements.push(...schools.map(({ passes }) => passes));
  for (const { cvLimit, cvPasses } of [...summary.indicators, summary.composite]) {
    if (cvLimit !== null) judgements.push(cvPasses);
  }
  if (judgements.includes(false)) return 'fail';
  return judgements.includes(null) ? 'unjudged' : 'pass';
}
