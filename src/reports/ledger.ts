import { columnLetters } from '../assessment/school';
import { ledgerTexts } from '../locales/ledger-texts';
import type { Language } from '../locales/language';
import type { CellStyle, PlannedCell, SheetPlan, ValidationPlan } from '../plans/sheet-plan';
import { cellText, isBlank } from '../workbook/cell-text';
import {
  LEDGER_AS_OF,
  LEDGER_CHOICES,
  LEDGER_FIELDS,
  LEDGER_HEADINGS,
  ledgerChoices,
} from '../workbook/ledger-columns';
import type { LedgerChoiceField, LedgerField } from '../workbook/ledger-columns';
import { FIRST_SERIAL, LAST_SERIAL, LEDGER_DAYS, serialOfDay } from '../workbook/ledger-dates';
import type { DueDays } from '../workbook/ledger-dates';
import { ledgerProblems } from '../workbook/ledger-problems';
import type { EarlierLedger, LedgerReading, LedgerRow } from '../workbook/read-ledger';
import { CellDate } from '../workbook/source';
import type { CellContent } from '../workbook/source';
import { baselineText } from './ledger-baseline';
import { ledgerLines, LIVE_FIELDS } from './ledger-lines';
import type { LedgerLine, LiveField } from './ledger-lines';
import { ledgerStateFormula } from './ledger-state';
import { inLanguage, sheetName } from './report-context';
import type { ReportContext } from './report-context';
import { SheetDraft } from './sheet-draft';
import { areaAddress, columnFixed } from './sheet-reference';
import { COLORS, STYLES } from './styles';
import { lineHeight, wrappedLines } from './text-width';

/** What 整改台账 is made with beside the check. */
export interface LedgerOptions {
  /** What the workbook's 整改台账 holds now, read immediately before; null where it has none. */
  readonly ledger: LedgerReading | null;
  /** The day, ISO (`2026-03-05`). */
  readonly today: string;
  readonly dueDays: DueDays;
}

const WIDTHS: Readonly<Record<LedgerField, number>> = {
  number: 5,
  id: 18,
  baseline: 10,
  problem: 38,
  school: 16,
  unit: 12,
  person: 9,
  measure: 22,
  due: 11,
  progress: 8,
  settled: 6,
  level: 7,
  found: 11,
  assignBy: 11,
  replyBy: 11,
  settledOn: 11,
  state: 9,
  note: 20,
};

const DATE_STYLE: CellStyle = { ...STYLES.centered, numberFormat: 'date' };

const FIELD_STYLES: Readonly<Record<LedgerField, CellStyle>> = {
  number: STYLES.centered,
  id: STYLES.text,
  baseline: { ...STYLES.text, wrap: false },
  problem: STYLES.text,
  school: STYLES.text,
  unit: STYLES.text,
  person: STYLES.centered,
  measure: STYLES.text,
  due: DATE_STYLE,
  progress: STYLES.centered,
  settled: STYLES.centered,
  level: STYLES.centered,
  found: DATE_STYLE,
  assignBy: DATE_STYLE,
  replyBy: DATE_STYLE,
  settledOn: DATE_STYLE,
  state: STYLES.centered,
  note: STYLES.text,
};

const LATE_STYLE: CellStyle = { ...STYLES.centered, bold: true, fontColor: COLORS.bad };
const SETTLED_STYLE: CellStyle = { ...STYLES.centered, fontColor: COLORS.muted };

/** Where a sheet that is written for the first time has its parts. */
const TITLE_ROW = 1;
const RULE_ROW = 2;
const HEADING_ROW = 3;

/** Columns that are not shown: they tell lines again, and what was written into them. */
const HIDDEN_FIELDS: readonly LedgerField[] = ['id', 'baseline'];

const NARROWEST_COLUMN = 10;
const WIDEST_COLUMN = 40;
/** Lists reach over so many rows below, for lines that people add. */
const SPARE_ROWS = 50;

/**
 * 整改台账: one line a school and problem, kept from run to run. What people wrote into it (see
 * {@link LedgerOptions.ledger}) comes first: their cells, lines, columns and order stay.
 */
export function planLedger(context: ReportContext, options: LedgerOptions): SheetPlan {
  const { ledger } = options;
  const earlier = ledger?.kind === 'ledger' ? ledger : null;
  const today = serialOfDay(options.today);
  if (today === null) throw new RangeError(`${options.today} is no ISO day`);
  const page = new LedgerPage(context, earlier, today, options.dueDays);
  const lines = ledgerLines(context, ledgerProblems(context.check), earlier, {
    today,
    dueDays: options.dueDays,
  });
  return page.plan(lines, ledger?.kind === 'unknown');
}

/** The sheet while it is laid out. */
class LedgerPage {
  readonly #context: ReportContext;
  readonly #earlier: EarlierLedger | null;
  readonly #today: number;
  readonly #dueDays: DueDays;
  readonly #draft = new SheetDraft();
  /** 0-based column of each field. */
  readonly #columns: ReadonlyMap<LedgerField, number>;
  readonly #width: number;
  readonly #headingRow: number;
  /** Where the day stands; its label is in the column before. */
  readonly #asOf: { readonly row: number; readonly column: number };
  readonly #widths: number[];
  /** Columns under headings that people have added. */
  readonly #personsColumns: number[] = [];

  constructor(
    context: ReportContext,
    earlier: EarlierLedger | null,
    today: number,
    dueDays: DueDays,
  ) {
    this.#context = context;
    this.#earlier = earlier;
    this.#today = today;
    this.#dueDays = dueDays;
    const columns = new Map<LedgerField, number>(earlier?.fields ?? []);
    let width = earlier?.width ?? 0;
    for (const field of LEDGER_FIELDS) {
      if (columns.has(field)) continue;
      columns.set(field, width);
      width += 1;
    }
    this.#columns = columns;
    // Room for the day beside its label, should the sheet have been cut down to few columns.
    this.#width = Math.max(width, (earlier?.asOf?.column ?? 0) + 2);
    // Without its day the sheet gets a row for it, above the headings.
    const asOf = earlier?.asOf ?? null;
    const added = earlier !== null && asOf === null ? 1 : 0;
    this.#headingRow = (earlier?.headingRow ?? HEADING_ROW) + added;
    this.#asOf =
      asOf === null
        ? { row: this.#headingRow - 1, column: this.#width - 1 }
        : { row: asOf.row, column: asOf.column + 1 };
    this.#widths = this.#columnWidths();
  }

  plan(lines: readonly LedgerLine[], asksFirst: boolean): SheetPlan {
    if (this.#earlier === null) this.#newTop();
    else this.#earlierTop(this.#earlier);
    this.#asOfCells();
    this.#headings();
    let row = this.#headingRow;
    for (const line of lines) {
      row += line.gap + 1;
      this.#line(line, row);
    }
    return {
      key: 'ledger',
      name: sheetName('ledger', this.#context),
      columnWidths: this.#widths,
      hiddenColumns: HIDDEN_FIELDS.map((field) => this.#column(field)),
      rows: this.#draft.rows,
      merges: this.#draft.merges,
      freeze: { rows: this.#headingRow, columns: this.#frozenColumns() },
      print: { orientation: 'landscape', repeatRows: [this.#headingRow, this.#headingRow] },
      charts: [],
      validations: this.#validations(row + SPARE_ROWS),
      showGridLines: false,
      ...(asksFirst ? { asksFirst } : {}),
    };
  }

  #column(field: LedgerField): number {
    return this.#columns.get(field) ?? 0;
  }

  /** 问题 and 学校 stay in view where they stand among the first columns. */
  #frozenColumns(): number {
    const last = Math.max(this.#column('problem'), this.#column('school')) + 1;
    return last <= this.#defaultFrozen() ? last : 0;
  }

  #defaultFrozen(): number {
    return LEDGER_FIELDS.indexOf('school') + 1;
  }

  #columnWidths(): number[] {
    const widths = Array.from({ length: this.#width }, () => NARROWEST_COLUMN);
    for (const { number, cells } of this.#earlier?.rows ?? []) {
      if (number < this.#headingRow) continue;
      cells.forEach((content, column) => {
        const [longest = 0] = cellText(content)
          .split('\n')
          .map((line) => line.length * 2)
          .sort((a, b) => b - a);
        widths[column] = Math.min(WIDEST_COLUMN, Math.max(widths[column] ?? 0, longest));
      });
    }
    for (const [field, column] of this.#columns) widths[column] = WIDTHS[field];
    return widths;
  }

  #newTop(): void {
    const { title } = ledgerTexts(this.#context.language);
    this.#draft.putAcross(TITLE_ROW, 0, this.#width - 1, title, { style: STYLES.title });
    this.#draft.height(TITLE_ROW, 26);
    this.#rule(RULE_ROW, 0);
  }

  /** The sentence on 13710, up to the day. */
  #rule(row: number, column: number): void {
    const { rule } = ledgerTexts(this.#context.language);
    const last = row === this.#asOf.row ? this.#asOf.column - 2 : this.#width - 1;
    const text = rule[this.#dueDays];
    this.#draft.putAcross(row, column, Math.max(column, last), text, { style: STYLES.note });
    const room = this.#widths
      .slice(column, last + 1)
      .filter((_, index) => !this.#isHidden(column + index))
      .reduce((sum, width) => sum + width, 0);
    this.#draft.height(row, Math.max(18, lineHeight(wrappedLines(text, Math.max(10, room)))));
  }

  #isHidden(column: number): boolean {
    return HIDDEN_FIELDS.some((field) => this.#column(field) === column);
  }

  /** The rows above the headings: our own texts brought up to date, all else as people have it. */
  #earlierTop({ rows, headingRow }: EarlierLedger): void {
    for (const row of rows) {
      if (row.number >= headingRow) continue;
      const others = row.cells.filter((content) => !isBlank(content)).length;
      row.cells.forEach((content, column) => {
        if (!isBlank(content)) this.#topCell(row, column, content, others === 1);
      });
    }
  }

  #topCell({ number }: LedgerRow, column: number, content: CellContent, isAlone: boolean): void {
    const text = cellText(content);
    const texts = LANGUAGES.map((language) => ledgerTexts(language));
    if (texts.some(({ title }) => title === text)) {
      const { title } = ledgerTexts(this.#context.language);
      const last = isAlone ? this.#width - 1 : column;
      this.#draft.putAcross(number, column, last, title, { style: STYLES.title });
      this.#draft.height(number, 26);
    } else if (texts.some(({ rule }) => Object.values(rule).includes(text))) {
      const isFirst = column === 0;
      if (isFirst) this.#rule(number, column);
      else this.#put(number, column, content, STYLES.note);
    } else {
      this.#put(number, column, content, STYLES.subtitle);
    }
  }

  #asOfCells(): void {
    const { row, column } = this.#asOf;
    const label = inLanguage(LEDGER_AS_OF, this.#context.language);
    this.#draft.put(row, column - 1, label, { style: { ...STYLES.subtitle, horizontal: 'right' } });
    this.#draft.put(row, column, this.#today, {
      style: { ...STYLES.subtitle, numberFormat: 'date', horizontal: 'left' },
    });
  }

  #headings(): void {
    const { language } = this.#context;
    for (const [field, column] of this.#columns) {
      const heading = inLanguage(LEDGER_HEADINGS[field], language);
      this.#draft.put(this.#headingRow, column, heading, { style: STYLES.heading });
    }
    const fields = new Set(this.#columns.values());
    const row = this.#earlier?.rows.find(({ number }) => number === this.#earlier?.headingRow);
    row?.cells.forEach((content, column) => {
      if (!fields.has(column) && !isBlank(content)) {
        this.#put(this.#headingRow, column, content, STYLES.heading);
        this.#personsColumns.push(column);
      }
    });
    this.#draft.height(this.#headingRow, lineHeight(2));
  }

  /** A cell as a person has it. */
  #put(row: number, column: number, content: CellContent, style: CellStyle): void {
    const isDate = content instanceof CellDate;
    this.#draft.put(row, column, plannedValue(content), {
      style: isDate ? { ...style, numberFormat: 'date' } : style,
    });
  }

  #line(line: LedgerLine, row: number): void {
    const { baseline } = line;
    for (const [field, column] of this.#columns) {
      if (baseline === null && !line.cells.has(field)) {
        this.#draft.put(row, column, null, { style: FIELD_STYLES[field] });
      } else if (isLiveField(field) && line.live.has(field)) {
        this.#draft.put(row, column, plannedValue(line.cells.get(field)) ?? '', {
          style: field === 'state' ? this.#stateStyle(line) : FIELD_STYLES[field],
          formula: this.#formula(field, row),
        });
      } else if (field === 'baseline' && baseline !== null) {
        this.#draft.put(row, column, baselineText(baseline), { style: FIELD_STYLES.baseline });
      } else {
        this.#fieldCell(line, field, row, column);
      }
    }
    for (const column of this.#personsColumns) {
      this.#draft.put(row, column, null, { style: STYLES.text });
    }
    for (const [column, content] of line.others) this.#put(row, column, content, STYLES.text);
    this.#draft.height(row, lineHeight(this.#linesOf(line)));
  }

  #fieldCell(line: LedgerLine, field: LedgerField, row: number, column: number): void {
    const content = line.cells.get(field);
    const style = FIELD_STYLES[field];
    if (field === 'school' && line.link !== null) {
      this.#draft.put(row, column, plannedValue(content), {
        style: { ...STYLES.link, horizontal: 'left' },
        link: line.link,
      });
    } else {
      this.#put(row, column, content, style);
    }
  }

  #stateStyle(line: LedgerLine): CellStyle {
    const { states } = ledgerTexts(this.#context.language);
    const state = line.cells.get('state');
    if (state === states.settled) return SETTLED_STYLE;
    return state === states.open ? STYLES.centered : LATE_STYLE;
  }

  #linesOf(line: LedgerLine): number {
    const lines = [...this.#columns].map(([field, column]) =>
      HIDDEN_FIELDS.includes(field)
        ? 1
        : wrappedLines(cellText(line.cells.get(field)), (this.#widths[column] ?? 10) - 1),
    );
    for (const [column, content] of line.others) {
      lines.push(wrappedLines(cellText(content), (this.#widths[column] ?? 10) - 1));
    }
    return Math.max(...lines);
  }

  #formula(field: LiveField, row: number): string {
    const at = (one: LedgerField): string => columnFixed(this.#column(one), row);
    if (field === 'state') {
      const { row: dayRow, column } = this.#asOf;
      return ledgerStateFormula(
        {
          settled: at('settled'),
          progress: at('progress'),
          due: at('due'),
          assignBy: at('assignBy'),
          replyBy: at('replyBy'),
          asOf: `$${columnLetters(column)}$${dayRow}`,
        },
        this.#context.language,
      );
    }
    const found = at('found');
    const { level } = LEDGER_CHOICES;
    const major = `TRIM(${at('level')})="${inLanguage(level.major, this.#context.language)}"`;
    const counted = dueFormula(field, found, major, this.#dueDays);
    return `IF(AND(N(${found})>=${FIRST_SERIAL},N(${found})<${LAST_SERIAL}),${counted},"")`;
  }

  #validations(lastRow: number): readonly ValidationPlan[] {
    const texts = ledgerTexts(this.#context.language);
    const fields: readonly LedgerChoiceField[] = ['progress', 'settled', 'level'];
    return fields.map((field) => {
      const column = this.#column(field);
      const title = inLanguage(LEDGER_HEADINGS[field], this.#context.language);
      return {
        range: areaAddress(column, this.#headingRow + 1, column, lastRow),
        rule: {
          kind: 'list',
          values: ledgerChoices(field).map((one) => inLanguage(one, this.#context.language)),
        },
        prompt: { title, text: texts.prompts[field] },
        onError: { style: 'warning', title, text: texts.notInList },
      };
    });
  }
}

const LANGUAGES: readonly Language[] = ['zh-CN', 'en-US'];

function isLiveField(field: LedgerField): field is LiveField {
  return LIVE_FIELDS.some((one) => one === field);
}

/** A due date as a formula over the day found. */
function dueFormula(
  field: Exclude<LiveField, 'state'>,
  found: string,
  major: string,
  dueDays: DueDays,
): string {
  const after = (days: number): string =>
    dueDays === 'working' ? `WORKDAY(${found},${days})` : `${found}+${days}`;
  if (field !== 'due') return after(LEDGER_DAYS[field]);
  const month = dueDays === 'working' ? `WORKDAY(EDATE(${found},1)-1,1)` : `EDATE(${found},1)`;
  return `IF(${major},${month},${after(LEDGER_DAYS.ordinary)})`;
}

/** What a plan can write of a cell: errors and formulas without results as their text. */
function plannedValue(content: CellContent): PlannedCell['value'] {
  if (content === null || content === undefined) return null;
  if (typeof content === 'number' && !Number.isFinite(content)) return null;
  if (typeof content !== 'object') return content;
  return content instanceof CellDate ? content.serial : cellText(content);
}
