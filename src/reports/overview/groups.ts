import type { SchoolStage } from '../../assessment/assessment';
import type { Locality } from '../../assessment/school';
import type { CellStyle } from '../../plans/sheet-plan';
import type { JudgedContext } from '../report-context';
import type { SchoolBlock } from '../school-table';
import { cellAddress, quotedText } from '../sheet-reference';
import { STYLES } from '../styles';
import { lineHeight, wrappedLines } from '../text-width';
import { FIRST_STAGE_COLUMN, STAGE_COLUMNS, WIDTHS } from './overview-page';
import type { Live, OverviewPage } from './overview-page';

const LOCALITIES: readonly Locality[] = ['urban', 'town', 'rural'];

interface GroupLine {
  readonly dimension: string;
  readonly label: string;
  readonly column: number;
  readonly criterion: string | number;
  readonly holds: (row: SchoolStage) => boolean;
}

/** Schools that pass, by 城乡, 集团 and 举办者. */
export function planGroups(page: OverviewPage, judged: JudgedContext): void {
  const { words, texts } = page.context;
  const { overview } = words;
  const { table } = judged;
  const { schools } = judged.assessment;
  const groups = [...new Set(schools.map(({ school }) => school.description.group))]
    .filter((group) => group !== '')
    .sort((a, b) => (a < b ? -1 : 1));
  const owners = [...new Set(schools.map(({ school }) => school.description.ownership))]
    .filter((owner) => owner !== null)
    .sort((a, b) => a - b);
  const localities = LOCALITIES.filter((locality) =>
    schools.some(({ school }) => school.description.locality === locality),
  );
  const lines: GroupLine[] = [
    ...localities.map((locality) => ({
      dimension: overview.dimensions.locality,
      label: texts.localities[locality],
      column: table.localityColumn,
      criterion: texts.localities[locality],
      holds: ({ school }: SchoolStage) => school.description.locality === locality,
    })),
    ...groups.map((group) => ({
      dimension: overview.dimensions.group,
      label: group,
      column: table.groupColumn,
      criterion: group,
      holds: ({ school }: SchoolStage) => school.description.group === group,
    })),
    ...owners.map((owner) => ({
      dimension: overview.dimensions.ownership,
      label: words.ownerships[owner - 1] ?? String(owner),
      column: table.ownershipColumn,
      criterion: owner,
      holds: ({ school }: SchoolStage) => school.description.ownership === owner,
    })),
  ];
  if (lines.length === 0) return;
  page.sectionTitle(overview.groups);
  page.stageHeadings(
    judged,
    [overview.schools, overview.passing, overview.passingRatio],
    overview.dimension,
  );
  for (const line of lines) {
    page.draft.put(page.row, 0, line.dimension, { style: STYLES.centered });
    page.draft.put(page.row, 1, line.label, { style: STYLES.text });
    page.draft.height(
      page.row,
      lineHeight(
        Math.max(
          wrappedLines(line.label, WIDTHS[1] - 1),
          wrappedLines(line.dimension, WIDTHS[0] - 1),
        ),
      ),
    );
    table.blocks.forEach((block, position) => {
      groupCells(page, judged, block, position, line);
    });
    page.row += 1;
  }
  page.row += 1;
}

function groupCells(
  page: OverviewPage,
  judged: JudgedContext,
  block: SchoolBlock,
  position: number,
  line: GroupLine,
): void {
  const { table } = judged;
  const { words } = page.context;
  const column = FIRST_STAGE_COLUMN + position * STAGE_COLUMNS;
  const members = block.schools.filter(line.holds);
  const passing = members.filter(({ passes }) => passes === true).length;
  const range = table.range(block, line.column);
  const criterion =
    typeof line.criterion === 'number'
      ? String(line.criterion)
      : quotedText(literalCriterion(line.criterion));
  const passes = `${table.range(block, table.passColumn)},${quotedText(words.yes)}`;
  const put = (offset: number, live: Live, style: CellStyle): void => {
    page.live(page.row, column + offset, live, style, page.links('table_2_2'));
  };
  put(0, { value: members.length, formula: `COUNTIF(${range},${criterion})` }, STYLES.integer);
  put(1, { value: passing, formula: `COUNTIFS(${range},${criterion},${passes})` }, STYLES.integer);
  const count = cellAddress(column, page.row);
  put(
    2,
    {
      value: members.length === 0 ? words.notApplicable : passing / members.length,
      formula: `IF(${count}=0,${quotedText(words.notApplicable)},${cellAddress(column + 1, page.row)}/${count})`,
    },
    STYLES.percent,
  );
}

/** COUNTIF takes `*`, `?`, `~` for wildcards and a leading comparison for one: named literally. */
function literalCriterion(text: string): string {
  return `=${text.replace(/[*?~]/g, '~$&')}`;
}
