import { collectionTexts } from '../locales/collection-texts';
import { describeIssue } from '../locales/describe-issue';
import { fill } from '../locales/fill';
import type { Language } from '../locales/language';
import type { CellStyle, SheetPlan } from '../plans/sheet-plan';
import type { Standard } from '../standard/standard';
import { ANSWER_ORDER } from '../workbook/collection/answer-order';
import type { CollectedForm, CollectedTotal, Collection } from '../workbook/collection/collection';
import { ISSUE_CODES, ISSUE_KINDS } from '../workbook/collection/collection-issue';
import type { CollectionIssue } from '../workbook/collection/collection-issue';
import { answerLabel } from '../workbook/collection/contradictions';
import { FORM_FIELDS } from '../workbook/collection/form-fields';
import { SheetDraft } from './sheet-draft';
import { COLORS, STYLES } from './styles';
import { planSchoolSheet } from './template-plan';
import { lineHeight, wrappedLines } from './text-width';

/** How the sheets of a collection are known as ours. */
const COLLECTION_KEYS = { issues: 'collection', answers: 'collection_answers' } as const;

/**
 * The county workbook of collected forms: 学校数据, ready to be checked; 收集情况 with what was
 * missing, doubled or contradictory, each line with its file, sheet and cell; and 收集明细 with every
 * answer of every form, those not used included.
 */
export function planCollection(
  collection: Collection,
  standard: Standard,
  language: Language,
): readonly SheetPlan[] {
  const schools = collection.forms.filter(({ used }) => used).map(({ values }) => values);
  return [
    planSchoolSheet(standard, schools),
    planIssues(collection, language),
    planAnswers(collection, language),
  ];
}

/** Lines of 收集情况 that somebody must look at. */
export function openIssues({ issues }: Collection): readonly CollectionIssue[] {
  return issues.filter(({ code }) => ISSUE_CODES[code] !== 'note');
}

const ISSUE_WIDTHS = [6, 10, 20, 13, 26, 14, 8, 24, 14, 46, 30];
const LAST = ISSUE_WIDTHS.length - 1;
const TEXT: CellStyle = { ...STYLES.text, numberFormat: 'text' };

function planIssues(collection: Collection, language: Language): SheetPlan {
  const texts = collectionTexts(language);
  const draft = new SheetDraft();
  draft.putAcross(1, 0, LAST, texts.title, { style: STYLES.title });
  draft.height(1, 28);
  const summary = fill(texts.summary, {
    files: collection.files,
    forms: collection.forms.length,
    schools: collection.forms.filter(({ used }) => used).length,
  });
  const counts = ISSUE_KINDS.flatMap((kind) => {
    const count = collection.issues.filter(({ code }) => ISSUE_CODES[code] === kind).length;
    return count === 0 ? [] : [fill(texts.kindCounts, { kind: texts.kinds[kind], count })];
  });
  draft.putAcross(2, 0, LAST, [summary, ...counts].join('  '), { style: STYLES.verdict });
  draft.height(2, 26);
  const headingRow = 4;
  const { columns } = texts;
  const headings = [
    columns.number,
    columns.kind,
    columns.school,
    columns.code,
    columns.file,
    columns.sheet,
    columns.cell,
    columns.field,
    columns.actual,
    columns.message,
    columns.mending,
  ];
  headings.forEach((heading, column) => {
    draft.put(headingRow, column, heading, { style: STYLES.heading });
  });
  collection.issues.forEach((issue, index) => {
    const { message, mending } = describeIssue(issue, language);
    const cells = [
      String(index + 1),
      texts.kinds[ISSUE_CODES[issue.code]],
      issue.school,
      issue.schoolCode,
      issue.file,
      issue.sheet ?? texts.wholeFile,
      issue.cell ?? '—',
      issue.field === null ? '—' : answerLabel(issue.field),
      issue.actual,
      message,
      mending,
    ];
    const row = headingRow + 1 + index;
    cells.forEach((cell, column) => {
      const style = CENTERED.has(column) ? STYLES.centered : TEXT;
      const value = column === 0 ? index + 1 : cell === '' ? null : cell;
      draft.put(row, column, value, { style });
    });
    const lines = cells.map((cell, column) => wrappedLines(cell, ISSUE_WIDTHS[column] ?? 1));
    draft.height(row, lineHeight(Math.max(...lines)));
  });
  let row = headingRow + 1 + collection.issues.length;
  if (collection.issues.length === 0) {
    draft.putAcross(row, 0, LAST, texts.nothingWrong, { style: STYLES.centered });
    row += 1;
  }
  planTotals(draft, row + 1, collection.totals, language);
  return {
    key: COLLECTION_KEYS.issues,
    name: texts.issueSheet,
    columnWidths: ISSUE_WIDTHS,
    rows: draft.rows,
    merges: draft.merges,
    freeze: { rows: headingRow, columns: 0 },
    print: { orientation: 'landscape', repeatRows: [headingRow, headingRow] },
    charts: [],
    tabColor: 'C2410C',
    showGridLines: false,
  };
}

/** Number, kind and cell. */
const CENTERED: ReadonlySet<number> = new Set([0, 1, 6]);

/** The form's fields that items of 表Ⅳ and 表Ⅴ need as sums of the county. */
function planTotals(
  draft: SheetDraft,
  first: number,
  totals: readonly CollectedTotal[],
  language: Language,
): void {
  const texts = collectionTexts(language);
  draft.putAcross(first, 0, LAST, texts.totalsHeading, { style: STYLES.section });
  const head = first + 1;
  draft.putAcross(head, 0, 4, texts.totals.field, { style: STYLES.heading });
  draft.putAcross(head, 5, 6, texts.totals.total, { style: STYLES.heading });
  draft.put(head, 7, texts.totals.schools, { style: STYLES.heading });
  draft.putAcross(head, 8, LAST, texts.totals.use, { style: STYLES.heading });
  totals.forEach(({ field, total, schools }, index) => {
    const row = head + 1 + index;
    draft.putAcross(row, 0, 4, answerLabel(field), { style: STYLES.text });
    draft.putAcross(row, 5, 6, total, { style: STYLES.integer });
    draft.put(row, 7, schools, { style: STYLES.integer });
    draft.putAcross(row, 8, LAST, texts.uses[useOf(field)], { style: STYLES.text });
  });
}

function useOf(field: CollectedTotal['field']): 'district' | 'migrants' | 'retention' {
  if (field === 'migrantStudents') return 'migrants';
  return field === 'primaryInDistrict' || field === 'juniorInDistrict' ? 'district' : 'retention';
}

const NUMBERS: ReadonlyMap<string, number> = new Map(
  FORM_FIELDS.map(({ id, number }) => [id, number]),
);

function planAnswers({ forms }: Collection, language: Language): SheetPlan {
  const texts = collectionTexts(language);
  const { columns } = texts;
  const asked = ANSWER_ORDER.filter((id) => forms.some(({ answers }) => answers[id] !== undefined));
  const draft = new SheetDraft();
  const headings = [
    columns.used,
    columns.file,
    columns.sheet,
    ...asked.map((id) => `${NUMBERS.get(id) ?? ''} ${answerLabel(id)}`.trim()),
  ];
  headings.forEach((heading, column) => {
    draft.put(1, column, heading, { style: STYLES.heading });
  });
  draft.height(1, 60);
  forms.forEach((form, index) => {
    const row = index + 2;
    const style = form.used ? PLAIN : UNUSED;
    [form.used ? texts.yes : texts.no, form.file, form.sheet].forEach((text, column) => {
      draft.put(row, column, text, { style });
    });
    asked.forEach((id, index) => {
      const value = answerCell(form, id);
      if (value !== null) draft.put(row, index + 3, value, { style });
    });
  });
  return {
    key: COLLECTION_KEYS.answers,
    name: texts.answerSheet,
    columnWidths: [6, 28, 14, ...asked.map((id) => (id === 'name' ? 26 : 13))],
    rows: draft.rows,
    merges: [],
    freeze: { rows: 1, columns: 4 },
    print: { orientation: 'landscape', repeatRows: [1, 1] },
    charts: [],
  };
}

const PLAIN: CellStyle = { fontSize: 10 };
const UNUSED: CellStyle = { fontSize: 10, fontColor: COLORS.muted, italic: true };

/** An answer as it was understood; what could not be used stands as it was written. */
function answerCell(
  { answers }: CollectedForm,
  id: (typeof ANSWER_ORDER)[number],
): string | number | null {
  const answer = answers[id];
  if (answer === undefined || answer.written === '') return null;
  return typeof answer.value === 'number' || typeof answer.value === 'string'
    ? answer.value
    : answer.written;
}
