import { describeProblem } from '../locales/describe-problem';
import { fill } from '../locales/fill';
import type { Language } from '../locales/language';
import { ledgerTexts } from '../locales/ledger-texts';
import type { CellLink } from '../plans/sheet-plan';
import { cellText, dateText, isBlank } from '../workbook/cell-text';
import { isChoice, LEDGER_CHOICES, ledgerChoices } from '../workbook/ledger-columns';
import type { LedgerChoiceField, LedgerField } from '../workbook/ledger-columns';
import { dateSerial, ledgerDueDates } from '../workbook/ledger-dates';
import type { DueDays } from '../workbook/ledger-dates';
import type { LedgerProblem, LedgerProblems, Mending } from '../workbook/ledger-problems';
import { normaliseText } from '../workbook/normalise-text';
import type { EarlierLedger, LedgerRow } from '../workbook/read-ledger';
import { CellDate, CellFault, UncalculatedFormula } from '../workbook/source';
import type { CellContent } from '../workbook/source';
import { isAsWritten, readBaseline } from './ledger-baseline';
import type { LedgerBaseline, WrittenField, WrittenValue } from './ledger-baseline';
import { isAnswer, ledgerState } from './ledger-state';
import type { ReportContext } from './report-context';

/** The columns whose cells are formulas. */
export const LIVE_FIELDS = ['assignBy', 'replyBy', 'due', 'state'] as const;

/** A column whose cells are formulas. */
export type LiveField = (typeof LIVE_FIELDS)[number];

/** A line of 整改台账 as it is to be written. */
export interface LedgerLine {
  /** How many rows stay blank above it. */
  readonly gap: number;
  /** What each of our columns holds; of a formula its result. */
  readonly cells: ReadonlyMap<LedgerField, CellContent>;
  /** The cells that are formulas: no person has overtyped them. */
  readonly live: ReadonlySet<LiveField>;
  /** What stands in the person's own columns, by column of the earlier sheet. */
  readonly others: ReadonlyMap<number, CellContent>;
  /** Null for a line that a person has typed. */
  readonly baseline: LedgerBaseline | null;
  readonly link: CellLink | null;
}

/** What the lines are made with. */
export interface LedgerLineOptions {
  /** Serial number of the day. */
  readonly today: number;
  readonly dueDays: DueDays;
}

/** Blank rows between lines are kept up to so many. */
const MOST_BLANK_ROWS = 20;

/**
 * The lines of 整改台账: those of the earlier sheet in its order, then the new problems, below the
 * last line that the program wrote. A cell that a person has changed stays as it is; one that still
 * holds what was written is brought up to date. No line is ever taken out: a problem that is mended
 * is struck off, one that returns is opened again.
 */
export function ledgerLines(
  context: ReportContext,
  problems: LedgerProblems,
  earlier: EarlierLedger | null,
  options: LedgerLineOptions,
): readonly LedgerLine[] {
  const merge = new LedgerMerge(context, problems, earlier, options);
  return merge.lines();
}

class LedgerMerge {
  readonly #context: ReportContext;
  readonly #problems: LedgerProblems;
  readonly #earlier: EarlierLedger | null;
  readonly #options: LedgerLineOptions;
  readonly #byId = new Map<string, LedgerProblem>();
  /** Baselines by id: sorting a part of the columns parts them from their lines. */
  readonly #baselines = new Map<string, LedgerBaseline>();

  constructor(
    context: ReportContext,
    problems: LedgerProblems,
    earlier: EarlierLedger | null,
    options: LedgerLineOptions,
  ) {
    this.#context = context;
    this.#problems = problems;
    this.#earlier = earlier;
    this.#options = options;
    for (const problem of problems.problems) {
      for (const id of problem.ids) this.#byId.set(id, problem);
    }
    const column = earlier?.fields.get('baseline') ?? -1;
    for (const { cells } of earlier?.rows ?? []) {
      const baseline = readBaseline(cells[column]);
      if (baseline !== null && !this.#baselines.has(baseline.id)) {
        this.#baselines.set(baseline.id, baseline);
      }
    }
  }

  lines(): readonly LedgerLine[] {
    const rows = (this.#earlier?.rows ?? []).filter(
      ({ number }) => number > (this.#earlier?.headingRow ?? 0),
    );
    const problemOf = this.#match(rows);
    const lines: LedgerLine[] = [];
    let above = this.#earlier?.headingRow ?? 0;
    let lastOfOurs = 0;
    let numbered = 0;
    for (const row of rows) {
      const gap = Math.min(MOST_BLANK_ROWS, row.number - above - 1);
      above = row.number;
      const match = problemOf.get(row);
      if (match === undefined) {
        if (!isBlank(this.#cell(row, 'problem'))) numbered += 1;
        lines.push(this.#ownLine(row, gap));
        continue;
      }
      numbered += 1;
      lines.push(this.#known(row, gap, match, numbered));
      lastOfOurs = lines.length;
    }
    const matched = new Set([...problemOf.values()].map(({ problem }) => problem));
    const added = this.#problems.problems
      .filter((problem) => problem.opens && !matched.has(problem))
      .map((problem, index) => this.#added(problem, numbered + index + 1));
    // Lines of a person's own that stand below keep their place at the end.
    return [...lines.slice(0, lastOfOurs), ...added, ...lines.slice(lastOfOurs)];
  }

  /** The rows that the program wrote, each with its id and the problem that it still is. */
  #match(rows: readonly LedgerRow[]): ReadonlyMap<LedgerRow, Match> {
    const found = new Map<LedgerRow, Match>();
    const taken = new Set<string>();
    const problems = new Set<LedgerProblem>();
    for (const row of rows) {
      const id = this.#idOf(row);
      // A line that a person has copied is theirs.
      if (id === null || taken.has(id)) continue;
      const problem = this.#byId.get(id) ?? this.#renamed(id);
      const isOurs = this.#baselines.has(id) || this.#problems.mending(id, []) !== null;
      if (problem === null ? !isOurs : problems.has(problem)) continue;
      taken.add(id);
      if (problem !== null) problems.add(problem);
      found.set(row, { id, problem });
    }
    return found;
  }

  #idOf(row: LedgerRow): string | null {
    if (this.#earlier?.fields.has('id') === true) {
      const text = cellText(this.#cell(row, 'id'));
      return text === '' ? null : text;
    }
    return readBaseline(this.#cell(row, 'baseline'))?.id ?? null;
  }

  /** The problem of a school whose 标识码 has changed since: the name tells it. */
  #renamed(id: string): LedgerProblem | null {
    const school = this.#baselines.get(id)?.written.school;
    if (typeof school !== 'string') return null;
    const name = normaliseText(school);
    return (
      this.#problems.problems.find(
        (problem) =>
          problem.school !== null &&
          normaliseText(problem.school) === name &&
          id.endsWith(`-${problem.kind}`),
      ) ?? null
    );
  }

  #cell(row: LedgerRow, field: LedgerField): CellContent {
    return row.cells[this.#earlier?.fields.get(field) ?? -1];
  }

  #others(row: LedgerRow): ReadonlyMap<number, CellContent> {
    const ours = new Set(this.#earlier?.fields.values() ?? []);
    const others = new Map<number, CellContent>();
    row.cells.forEach((content, column) => {
      if (!ours.has(column) && !isBlank(content)) others.set(column, content);
    });
    return others;
  }

  #ownLine(row: LedgerRow, gap: number): LedgerLine {
    const cells = new Map<LedgerField, CellContent>();
    for (const [field, column] of this.#earlier?.fields ?? []) {
      const content = row.cells[column];
      if (!isBlank(content)) cells.set(field, content);
    }
    return { gap, cells, live: new Set(), others: this.#others(row), baseline: null, link: null };
  }

  #added(problem: LedgerProblem, number: number): LedgerLine {
    const [id = ''] = problem.ids;
    return this.#line({
      row: null,
      gap: 0,
      number,
      id,
      problem,
      baseline: null,
      written: this.#opened(problem),
      status: 'open',
      contested: false,
      remark: null,
    });
  }

  /** What the program writes of a problem on the day that it is listed. */
  #opened(problem: LedgerProblem): Opened {
    const { check, language } = this.#context;
    const { progress, settled, level } = LEDGER_CHOICES;
    return {
      problem: describeProblem(problem, check.standard, language),
      school: problem.school ?? check.county ?? ledgerTexts(language).county,
      progress: this.#word(progress.open),
      settled: this.#word(settled.no),
      level: this.#word(problem.major ? level.major : level.ordinary),
      found: this.#options.today,
      settledOn: null,
    };
  }

  #word({ zh, en }: { readonly zh: string; readonly en: string }): string {
    return this.#context.language === 'zh-CN' ? zh : en;
  }

  /** A line of an earlier run. */
  #known(row: LedgerRow, gap: number, { id, problem }: Match, number: number): LedgerLine {
    const baseline = this.#baselines.get(id) ?? null;
    const { progress, settled } = LEDGER_CHOICES;
    const isStruck = isChoice(cellText(this.#cell(row, 'settled')), settled.yes);
    const wasOpen = baseline === null ? problem !== null || !isStruck : baseline.status === 'open';
    const before = this.#before(row, baseline);
    const common = { row, gap, number, id, problem, baseline };
    if (problem !== null && wasOpen) {
      const contested = isStruck;
      const isNew = contested && baseline?.contested !== true;
      return this.#line({
        ...common,
        // A milder value does not make a problem due at once: its level stays as it was opened.
        written: { ...this.#opened(problem), found: before.found, level: before.level },
        status: 'open',
        contested,
        remark: isNew ? this.#remark('stillThere') : null,
      });
    }
    if (problem !== null) {
      return this.#line({
        ...common,
        written: this.#opened(problem),
        status: 'open',
        contested: false,
        remark: this.#reopening(row),
      });
    }
    const mending = wasOpen ? this.#problems.mending(id, baseline?.quantities ?? []) : null;
    if (mending !== null) {
      return this.#line({
        ...common,
        written: {
          ...before,
          progress: this.#word(progress.done),
          settled: this.#word(settled.yes),
          settledOn: this.#options.today,
        },
        status: 'mended',
        contested: false,
        remark: this.#remark(mending),
      });
    }
    return this.#line({
      ...common,
      written: before,
      status: wasOpen ? 'open' : 'mended',
      contested: baseline?.contested ?? false,
      remark: null,
    });
  }

  /** What the program wrote last; without a baseline, what the cells hold. */
  #before(row: LedgerRow, baseline: LedgerBaseline | null): Opened {
    const of = (field: keyof Opened): WrittenValue =>
      this.#translated(
        field,
        baseline === null ? plainValue(this.#cell(row, field)) : baseline.written[field],
      );
    return {
      problem: of('problem'),
      school: of('school'),
      progress: of('progress'),
      settled: of('settled'),
      level: of('level') ?? this.#word(LEDGER_CHOICES.level.ordinary),
      found: of('found') ?? this.#options.today,
      settledOn: of('settledOn'),
    };
  }

  #remark(kind: Mending | 'stillThere'): string {
    const { notes } = ledgerTexts(this.#context.language);
    return fill(notes[kind], { date: dateText(this.#options.today) });
  }

  #reopening(row: LedgerRow): string {
    const { notes } = ledgerTexts(this.#context.language);
    const found = cellText(this.#cell(row, 'found'));
    const settled = cellText(this.#cell(row, 'settledOn'));
    const text = found === '' || settled === '' ? notes.reopened : notes.reopenedFrom;
    return fill(text, { date: dateText(this.#options.today), found, settled });
  }

  /** An answer of a list in the language of the sheet; everything else as it is. */
  #translated<Value extends CellContent>(field: LedgerField, value: Value): Value | string {
    if (typeof value !== 'string' || !isChoiceField(field)) return value;
    const choice = ledgerChoices(field).find((one) => isChoice(value, one));
    return choice === undefined ? value : this.#word(choice);
  }

  /** Puts a line together: what a person changed stays, the rest is written anew. */
  #line(parts: LineParts): LedgerLine {
    const { row, gap, number, problem, baseline } = parts;
    const id =
      problem === null || problem.ids.includes(parts.id) ? parts.id : (problem.ids[0] ?? parts.id);
    const cells = new Map<LedgerField, CellContent>();
    const put = (field: WrittenField & LedgerField, ours: WrittenValue): void => {
      cells.set(field, this.#kept(row, baseline, field, ours));
    };
    put('number', number);
    for (const field of OPENED_FIELDS) put(field, parts.written[field]);
    for (const field of ['unit', 'person', 'measure', 'note'] as const) {
      cells.set(field, row === null ? null : this.#cell(row, field));
    }
    if (parts.remark !== null) {
      const note = cellText(cells.get('note'));
      cells.set('note', note === '' ? parts.remark : `${note}\n${parts.remark}`);
    }
    const live = new Set<LiveField>();
    const derive = (field: LiveField, ours: WrittenValue): void => {
      const isLive = row === null || this.#isLive(row, baseline, field);
      if (isLive) live.add(field);
      cells.set(field, isLive ? ours : this.#cell(row, field));
    };
    const { language } = this.#context;
    const dates = datesOf(cells.get('found'), cells.get('level'), this.#options.dueDays, language);
    derive('assignBy', dates.assignBy);
    derive('replyBy', dates.replyBy);
    derive('due', dates.due);
    const shown = standing((field) => cells.get(field));
    const state = ledgerTexts(language).states[ledgerState(shown, this.#options.today, language)];
    derive('state', state);
    cells.set('id', id);
    return {
      gap,
      cells,
      live,
      others: row === null ? new Map() : this.#others(row),
      baseline: {
        id,
        dueDays: this.#options.dueDays,
        status: parts.status,
        contested: parts.contested,
        quantities: problem?.quantities ?? baseline?.quantities ?? [],
        written: { number, ...parts.written, ...dates, state },
      },
      link: problem === null ? null : linkOf(problem),
    };
  }

  #kept(
    row: LedgerRow | null,
    baseline: LedgerBaseline | null,
    field: WrittenField,
    ours: WrittenValue,
  ): CellContent {
    if (row === null || this.#earlier?.fields.has(field) !== true) return ours;
    const theirs = this.#translated(field, this.#cell(row, field));
    if (baseline === null) return isBlank(theirs) ? ours : theirs;
    const written = this.#translated(field, baseline.written[field]);
    return isAsWritten(theirs, written) ? ours : theirs;
  }

  /** Whether a cell with a formula still holds it: what it shows follows from its line. */
  #isLive(row: LedgerRow, baseline: LedgerBaseline | null, field: LiveField): boolean {
    if (this.#earlier?.fields.has(field) !== true) return true;
    const theirs = this.#cell(row, field);
    // Some programs save formulas without their results, or show none; one that lost a cell shows an
    // error. None of these is what a person wrote.
    if (theirs instanceof UncalculatedFormula) return LIVE_BEGINNING.test(theirs.formula);
    if (theirs instanceof CellFault || isBlank(theirs) || isZero(theirs)) return true;
    if (baseline !== null && isAsWritten(theirs, baseline.written[field])) return true;
    return this.#results(row, baseline, field).some((one) => isAsWritten(theirs, one));
  }

  /** What the formula of a cell shows, given what stands in its line now. */
  #results(row: LedgerRow, baseline: LedgerBaseline | null, field: LiveField): WrittenValue[] {
    if (field === 'state') {
      const asOf = this.#earlier?.asOf?.serial ?? 0;
      const line = standing((one) => this.#cell(row, one));
      return LANGUAGES.map(
        (language) => ledgerTexts(language).states[ledgerState(line, asOf, language)],
      );
    }
    const counted: readonly DueDays[] =
      baseline === null ? ['calendar', 'working'] : [baseline.dueDays];
    const found = this.#cell(row, 'found');
    const level = this.#cell(row, 'level');
    return counted.flatMap((days) =>
      LANGUAGES.map((language) => datesOf(found, level, days, language)[field]),
    );
  }
}

/** A row of the earlier sheet that the program wrote. */
interface Match {
  readonly id: string;
  /** Null where the check does not find it any more. */
  readonly problem: LedgerProblem | null;
}

const OPENED_FIELDS = [
  'problem',
  'school',
  'progress',
  'settled',
  'level',
  'found',
  'settledOn',
] as const;

/** What is written into a line beside its number and its formulas. */
type Opened = Readonly<Record<(typeof OPENED_FIELDS)[number], WrittenValue>>;

interface LineParts {
  readonly row: LedgerRow | null;
  readonly gap: number;
  readonly number: number;
  readonly id: string;
  readonly problem: LedgerProblem | null;
  readonly baseline: LedgerBaseline | null;
  readonly written: Opened;
  readonly status: LedgerBaseline['status'];
  readonly contested: boolean;
  /** What is added to 备注. */
  readonly remark: string | null;
}

const LANGUAGES: readonly Language[] = ['zh-CN', 'en-US'];

/** How the formulas of a line begin. */
const LIVE_BEGINNING = /^=?IF\((?:AND\(N\(|TRIM\()/;

function isChoiceField(field: LedgerField): field is LedgerChoiceField {
  return field in LEDGER_CHOICES;
}

/** The dates that follow from the day found; null where no day is given. */
function datesOf(
  found: CellContent,
  level: CellContent,
  dueDays: DueDays,
  language: Language,
): Readonly<Record<'assignBy' | 'replyBy' | 'due', number | null>> {
  const serial = dateSerial(found);
  if (serial === null) return { assignBy: null, replyBy: null, due: null };
  return ledgerDueDates(serial, isAnswer(level, LEDGER_CHOICES.level.major, language), dueDays);
}

/** What a formula shows that was written while its program does not calculate. */
function isZero(content: CellContent): boolean {
  return content === 0 || (content instanceof CellDate && content.serial === 0);
}

function plainValue(content: CellContent): WrittenValue {
  if (typeof content === 'number') return content;
  const serial = dateSerial(content);
  if (serial !== null) return serial;
  const text = cellText(content);
  return text === '' ? null : text;
}

function standing(
  at: (field: 'settled' | 'progress' | 'due' | 'assignBy' | 'replyBy') => CellContent,
): Parameters<typeof ledgerState>[0] {
  return {
    settled: at('settled'),
    progress: at('progress'),
    due: at('due'),
    assignBy: at('assignBy'),
    replyBy: at('replyBy'),
  };
}

/** The cell that a problem is seen in; of a range its first cell. */
function linkOf({ findings }: LedgerProblem): CellLink | null {
  const [first] = findings;
  if (first === undefined || first.sheet === null || first.cell === null) return null;
  const [cell = first.cell] = first.cell.split(':');
  return { sheet: first.sheet, cell };
}
