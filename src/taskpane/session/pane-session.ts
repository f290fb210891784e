import type { AcceptedReason, Finding } from '../../assessment/finding';
import type { CellReference } from '../../assessment/school';
import type { HostChange, HostSelection, WorkbookHost } from '../../hosts/host';
import { HostError } from '../../hosts/host-error';
import type { Language } from '../../locales/language';
import type { CellEdit } from '../../plans/cell-edit';
import type { HighlightPlan } from '../../plans/highlight-plan';
import type { SheetPlan } from '../../plans/sheet-plan';
import type { SheetKey } from '../../reports/sheet-keys';
import type { FormAnswer, Overwrite } from '../../workbook/plan-answers';
import type { LedgerReading } from '../../workbook/read-ledger';
import type { WorkbookSource } from '../../workbook/source';
import type { WorkbookCheck } from '../../workbook/workbook-check';
import { areasMeet } from './cell-area';
import { CheckedSource } from './checked-source';
import { failureContent } from './failure';
import { fixedNumber, planFixes, wronglyFixed } from './fixes';
import { findingsInScope } from './list-scope';
import { LiveCheck } from './live-check';
import {
  DEFAULT_PREFERENCES,
  parsePreferences,
  settingsToSave,
  storedLanguage,
  storeLanguage,
} from './preferences';
import type { WorkbookPreferences } from './preferences';
import type { SessionOptions } from './session-options';
import { SessionStore } from './session-store';
import type {
  Activity,
  AnswerOutcome,
  ChosenFile,
  ListScope,
  Preferences,
  Session,
  SessionState,
  WriteQuestion,
} from './session';
import { fallbackStandard, readOwnStandard, standardInForce } from './standard-in-force';
import { TaskQueue } from './task-queue';
import type { Task } from './task-queue';
import { questionAbout } from './write-question';

type Work = Exclude<Activity['kind'], 'idle'>;

const IDLE: Activity = { kind: 'idle' };
const DEFAULT_EDIT_DELAY = 1500;
const NO_QUESTION: WriteQuestion = { added: [], replaced: [], foreign: [] };

/** Why a check was stopped: another one follows, so nobody needs to be told. */
const SUPERSEDED = new Error('another check follows');

const loadEngine = () => import(/* webpackChunkName: 'engine' */ './engine');

/** The session of one workbook; see `Session` for what each action does. */
export class PaneSession implements Session {
  readonly #host: WorkbookHost;
  readonly #options: SessionOptions;
  readonly #store: SessionStore;
  readonly #tasks = new TaskQueue();
  readonly #live: LiveCheck;
  /** A check that was asked for and has not begun. */
  #nextCheck: Promise<void> | null = null;
  /** Counts edits by the person, to tell whether one happened during a check. */
  #edits = 0;
  /** What undoes the last fix. */
  #undo: readonly CellEdit[] = [];
  /** What undoes the answers written last. */
  #undoAnswers: readonly CellEdit[] = [];
  /** Last year's workbook, with which checks compare. */
  #lastYear: WorkbookSource | null = null;
  /** The marks that are on the sheets, to leave them alone when a live check brings no others. */
  #marks: string | null = null;
  #listed: {
    readonly of: Pick<SessionState, 'scope' | 'selection'>;
    readonly check: WorkbookCheck;
    readonly findings: readonly Finding[];
  } | null = null;

  constructor(host: WorkbookHost, options: SessionOptions) {
    this.#host = host;
    this.#options = options;
    this.#store = new SessionStore({
      capabilities: host.capabilities,
      preferences: {
        ...DEFAULT_PREFERENCES,
        language: storedLanguage(options.languageStore, options.language),
      },
      standard: fallbackStandard(DEFAULT_PREFERENCES.standard),
      activity: IDLE,
      check: null,
      stale: false,
      marked: false,
      scope: 'everything',
      selection: null,
      undoableCells: 0,
      undoableAnswers: 0,
      lastYear: null,
      ownSheets: new Map(),
      notice: null,
    });
    this.#live = new LiveCheck(
      {
        wanted: () => this.#state.preferences.live && this.#state.check !== null,
        busy: () => this.#tasks.running !== null,
        check: () => void this.#checkAgain(),
      },
      options.editDelay ?? DEFAULT_EDIT_DELAY,
    );
    void this.#tasks.add(() => this.#start());
    // Ready by the first click; if it does not come, the click says why.
    loadEngine().catch(() => undefined);
  }

  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  get #state(): SessionState {
    return this.#store.state;
  }

  async #start(): Promise<void> {
    await this.#attempt(async () => {
      this.#adopt(parsePreferences(await this.#host.settings()));
    });
    await this.#attempt(async () => {
      this.#store.change({ ownSheets: await this.#host.ownSheets() });
    });
    const { capabilities } = this.#state;
    await this.#attempt(async () => {
      if (capabilities.changeEvents) {
        await this.#host.onChange((change) => {
          this.#edited(change);
        });
      }
      if (capabilities.selection) {
        await this.#host.onSelection((selection) => {
          this.#store.change({ selection });
        });
      }
    });
  }

  /** Takes over stored preferences; a standard that cannot be used is put aside, and said. */
  #adopt(stored: WorkbookPreferences): void {
    const chosen = standardInForce(stored);
    const usable = chosen.kind === 'standard' ? stored : { ...stored, ownStandard: null };
    const standard = standardInForce(usable);
    this.#store.change({
      preferences: { ...usable, language: this.#state.preferences.language },
      standard:
        standard.kind === 'standard' ? standard.standard : fallbackStandard(stored.standard),
    });
    if (chosen.kind !== 'standard') this.#store.notify('error', chosen);
  }

  #edited({ sheet, range }: HostChange): void {
    const { check, ownSheets } = this.#state;
    if ([...ownSheets.values()].includes(sheet)) return;
    this.#edits += 1;
    const touches = (edit: CellEdit): boolean =>
      edit.sheet === sheet && (range === null || areasMeet(edit.cell, range));
    if (this.#undo.some(touches)) this.#setUndo([]);
    if (this.#undoAnswers.some(touches)) this.#setUndoAnswers([], 0);
    if (check !== null && !this.#state.stale) this.#store.change({ stale: true });
    this.#live.edited();
  }

  #setUndo(undo: readonly CellEdit[]): void {
    this.#undo = undo;
    if (this.#state.undoableCells !== undo.length) {
      this.#store.change({ undoableCells: undo.length });
    }
  }

  #setUndoAnswers(undo: readonly CellEdit[], answers: number): void {
    this.#undoAnswers = undo;
    if (this.#state.undoableAnswers !== answers) {
      this.#store.change({ undoableAnswers: answers });
    }
  }

  /** Carries out work outside the queue's errors: what goes wrong becomes a notice. */
  async #attempt(work: () => Promise<void>, signal?: AbortSignal): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (signal?.aborted === true) {
        if (signal.reason !== SUPERSEDED) this.#store.notify('warning', { kind: 'cancelled' });
        return;
      }
      const content = failureContent(error);
      this.#store.notify(content.kind === 'cancelled' ? 'warning' : 'error', content);
    }
  }

  /** Queues work on the workbook. The pane is idle again when it is done. */
  #run(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    return this.#tasks.add(async ({ control }: Task) => {
      this.#store.change({ notice: null });
      await this.#attempt(() => work(control.signal), control.signal);
      this.#setActivity(IDLE);
    });
  }

  #setActivity(activity: Activity): void {
    if (this.#state.activity !== activity) this.#store.change({ activity });
  }

  #begin(kind: Work): void {
    this.#setActivity({ kind, progress: null, cancellable: kind === 'checking' });
  }

  check(): Promise<void> {
    if (this.#nextCheck !== null) return this.#nextCheck;
    if (this.#state.activity.kind === 'checking') this.#tasks.running?.control.abort(SUPERSEDED);
    const next = this.#run(async (signal) => {
      this.#nextCheck = null;
      await this.#checkAndMark(signal, 'always');
    });
    this.#nextCheck = next;
    return next;
  }

  cancel(): void {
    const { activity } = this.#state;
    if (activity.kind === 'idle' || !activity.cancellable) return;
    this.#tasks.running?.control.abort();
  }

  /** The check after edits: it leaves notices alone, and waits while a cell is typed into. */
  async #checkAgain(): Promise<void> {
    await this.#tasks.add(async ({ control }) => {
      await this.#attempt(async () => {
        try {
          await this.#checkAndMark(control.signal, 'if-different');
        } catch (error) {
          if (!(error instanceof HostError) || error.code !== 'cell-editing') throw error;
          this.#live.edited();
        }
      }, control.signal);
      this.#setActivity(IDLE);
    });
  }

  async #checkAndMark(signal: AbortSignal, marks: 'always' | 'if-different'): Promise<void> {
    const check = await this.#readAndJudge(signal);
    if (!this.#state.preferences.markAfterCheck || check.basis !== 'schools') return;
    const { planHighlights } = await loadEngine();
    const plan = planHighlights(check);
    if (marks === 'always' || this.#marks !== JSON.stringify(plan)) await this.#putMarks(plan);
  }

  async #readAndJudge(signal: AbortSignal): Promise<WorkbookCheck> {
    const { preferences, standard, check: earlier } = this.#state;
    this.#live.stop();
    this.#begin('checking');
    const edits = this.#edits;
    const source = new CheckedSource(this.#host);
    const expected = earlier?.reading?.layouts.reduce((sum, { lastRow }) => sum + lastRow, 0) ?? 0;
    const { checkWorkbook } = await loadEngine();
    const check = await checkWorkbook(source, {
      standard,
      ...(preferences.sheet === null ? {} : { sheet: preferences.sheet }),
      ...(this.#lastYear === null ? {} : { lastYear: this.#lastYear }),
      signal,
      onProgress: (done, total) => {
        this.#progress(done, total ?? expected);
      },
    });
    signal.throwIfAborted();
    const editedMeanwhile = this.#edits !== edits;
    this.#store.change({ check, stale: editedMeanwhile, ownSheets: source.ownSheets() });
    if (editedMeanwhile) this.#live.edited();
    return check;
  }

  /** Shows progress where it can be told: by the rows of the check before, for the first by none. */
  #progress(done: number, expected: number): void {
    if (expected === 0) return;
    const progress = Math.min(Math.round((done / expected) * 100) / 100, 0.99);
    const { activity } = this.#state;
    if (activity.kind === 'idle' || (activity.progress ?? -1) >= progress) return;
    this.#setActivity({ ...activity, progress });
  }

  /** The check of the workbook as it is now: the last one, or a new one where it is out of date. */
  async #currentCheck(signal: AbortSignal): Promise<WorkbookCheck> {
    const { check, stale } = this.#state;
    return check !== null && !stale ? check : this.#readAndJudge(signal);
  }

  async #putMarks(plan: HighlightPlan): Promise<number> {
    this.#begin('marking');
    await this.#host.applyHighlights(plan);
    this.#marks = JSON.stringify(plan);
    const rules = plan.sheets.reduce((sum, sheet) => sum + sheet.rules.length, 0);
    this.#store.change({ marked: rules > 0 });
    return rules;
  }

  mark(): Promise<void> {
    return this.#run(async (signal) => {
      const check = await this.#currentCheck(signal);
      const { planHighlights } = await loadEngine();
      const rules = await this.#putMarks(planHighlights(check));
      this.#store.notify(rules === 0 ? 'warning' : 'success', {
        kind: 'marked',
        cells: null,
        rules,
      });
    });
  }

  clearMarks(): Promise<void> {
    return this.#run(async () => {
      this.#begin('clearing');
      const rules = await this.#host.clearHighlights();
      this.#marks = null;
      this.#store.change({ marked: false });
      this.#store.notify('success', { kind: 'cleared', rules });
    });
  }

  findings(): readonly Finding[] {
    const { check, scope, selection } = this.#state;
    if (check === null) return [];
    const listed = this.#listed;
    const same =
      listed?.check === check &&
      listed.of.scope === scope &&
      (scope === 'everything' || listed.of.selection === selection);
    if (same) return listed.findings;
    const findings = findingsInScope(check.findings, scope, selection);
    this.#listed = { of: { scope, selection }, check, findings };
    return findings;
  }

  async setScope(scope: ListScope): Promise<void> {
    this.#store.change({ scope });
    if (scope === 'everything' || !this.#state.capabilities.selection) return;
    await this.#attempt(async () => {
      this.#store.change({ selection: await this.#host.selection() });
    });
  }

  async show(finding: Finding): Promise<void> {
    const { sheet, cell } = finding;
    if (sheet !== null) await this.#select({ sheet, range: cell ?? 'A1' });
  }

  open(sheet: string): Promise<void> {
    return this.#select({ sheet, range: 'A1' });
  }

  showCell({ sheet, cell }: CellReference): Promise<void> {
    return this.#select({ sheet, range: cell });
  }

  #select(target: HostSelection): Promise<void> {
    return this.#attempt(() => this.#host.select(target));
  }

  accept(finding: Finding, { reason, by }: Pick<AcceptedReason, 'reason' | 'by'>): Promise<void> {
    return this.#run(async () => {
      if (finding.severity !== 'warning' || finding.accepted || reason.trim() === '') return;
      this.#begin('writing');
      const { acceptFindings, explanationOf, explanationTime, writeExplanation } =
        await loadEngine();
      const line = explanationOf(finding, {
        reason: reason.trim(),
        by: by.trim(),
        at: explanationTime(this.#options.now()),
      });
      await writeExplanation(this.#host, line);
      const { check } = this.#state;
      if (check !== null) {
        const findings = check.findings.map((one) =>
          one.accepted === undefined ? (acceptFindings([one], [line])[0] ?? one) : one,
        );
        this.#store.change({ check: { ...check, findings } });
      }
      this.#store.notify('success', { kind: 'accepted' });
    });
  }

  isFixable(finding: Finding): boolean {
    return fixedNumber(finding) !== null;
  }

  fix(findings: readonly Finding[]): Promise<void> {
    return this.#run(async (signal) => {
      const fixes = planFixes(findings);
      if (fixes.length === 0) return;
      this.#begin('fixing');
      const undo = await this.#host.editCells(fixes);
      const wrong = wronglyFixed(fixes, undo);
      if (wrong.length > 0) await this.#host.editCells(wrong);
      this.#setUndo(undo.filter((edit) => !wrong.includes(edit)));
      await this.#recheck(signal);
      const cells = undo.length - wrong.length;
      this.#store.notify(wrong.length === 0 ? 'success' : 'warning', { kind: 'fixed', cells });
    });
  }

  undoFix(): Promise<void> {
    return this.#run(async (signal) => {
      const undo = this.#undo;
      if (undo.length === 0) return;
      this.#begin('fixing');
      await this.#host.editCells(undo);
      this.#setUndo([]);
      await this.#recheck(signal);
      this.#store.notify('success', { kind: 'undone', cells: undo.length });
    });
  }

  async answer(
    answers: readonly FormAnswer[],
    agreed: readonly Overwrite[] = [],
  ): Promise<AnswerOutcome> {
    let outcome: AnswerOutcome = { kind: 'refused' };
    await this.#run(async (signal) => {
      if (answers.length === 0) return;
      this.#begin('writing');
      const { writeAnswers } = await loadEngine();
      const written = await writeAnswers(this.#host, this.#state.standard, answers, agreed);
      if (written.kind === 'unusable') {
        this.#store.notify('error', { kind: 'headings-unusable', sheets: written.sheets });
      } else if (written.kind === 'question') {
        outcome = written;
      } else {
        outcome = { kind: 'written' };
        this.#setUndoAnswers(written.undo, answers.length);
        await this.#recheck(signal);
        const sheets = written.madeSheets;
        this.#store.notify('success', { kind: 'answered', answers: answers.length, sheets });
      }
    });
    return outcome;
  }

  undoAnswers(): Promise<void> {
    return this.#run(async (signal) => {
      const { undoableAnswers } = this.#state;
      if (undoableAnswers === 0) return;
      this.#begin('writing');
      await this.#host.editCells(this.#undoAnswers);
      this.#setUndoAnswers([], 0);
      await this.#recheck(signal);
      this.#store.notify('success', { kind: 'answers-undone', answers: undoableAnswers });
    });
  }

  /** Checks after cells of the workbook were changed by the pane itself. */
  async #recheck(signal: AbortSignal): Promise<void> {
    if (this.#state.check === null) return;
    this.#store.change({ stale: true });
    await this.#readAndJudge(signal);
  }

  compareWithLastYear(file: ChosenFile | null): Promise<void> {
    return this.#run(async (signal) => {
      if (file === null) {
        this.#lastYear = null;
      } else {
        const { openLastYear } = await import(
          /* webpackChunkName: 'last-year' */ './open-last-year'
        );
        const opened = await openLastYear(file);
        if (opened.kind === 'file-fault') {
          this.#store.notify('error', opened);
          return;
        }
        this.#lastYear = opened.source;
      }
      this.#store.change({ lastYear: file?.name ?? null });
      if (this.#state.check !== null) await this.#readAndJudge(signal);
    });
  }

  async questionBeforeWriting(keys: readonly SheetKey[]): Promise<WriteQuestion> {
    let question = NO_QUESTION;
    await this.#run(async (signal) => {
      if (keys.length === 0) return;
      await this.#currentCheck(signal);
      // A log that lost its headings is asked about; a workbook without one need not be read again.
      const ledger = this.#state.ownSheets.has('ledger') ? await this.#readLedger(keys) : null;
      question = await questionAbout(this.#host, await this.#plans(keys, ledger, signal));
    });
    return question;
  }

  /** What people wrote into 整改台账: no edit that a check would wait for, so it is read only now. */
  async #readLedger(keys: readonly SheetKey[]): Promise<LedgerReading | null> {
    if (!keys.includes('ledger')) return null;
    const { readLedger } = await loadEngine();
    const own = (await this.#host.ownSheets()).get('ledger');
    const heads = own === undefined ? await this.#host.heads() : [{ name: own, madeAs: 'ledger' }];
    return readLedger(this.#host, heads);
  }

  async #plans(
    keys: readonly SheetKey[],
    ledger: LedgerReading | null,
    signal: AbortSignal,
  ): Promise<readonly SheetPlan[]> {
    const check = await this.#currentCheck(signal);
    const { planSummary, localDay } = await loadEngine();
    return planSummary(check, {
      keys,
      language: this.#state.preferences.language,
      ledger,
      today: localDay(new Date(this.#options.now())),
      dueDays: this.#state.preferences.dueDays,
    });
  }

  write(keys: readonly SheetKey[], replaceForeign: boolean): Promise<void> {
    return this.#run(async (signal) => {
      if (keys.length === 0) return;
      await this.#currentCheck(signal);
      const plans = await this.#plans(keys, await this.#readLedger(keys), signal);
      this.#begin('writing');
      const sheets = await this.#host.writeSheets(plans, replaceForeign ? 'any' : 'ours');
      this.#store.change({ ownSheets: await this.#host.ownSheets() });
      this.#store.notify('success', { kind: 'written', sheets });
    });
  }

  insertTemplate(): Promise<void> {
    return this.#run(async () => {
      this.#begin('writing');
      const { planTemplate } = await loadEngine();
      const plans = planTemplate(this.#state.standard);
      const taken = (await this.#host.sheetConflicts(plans)).map((name) => name.toLowerCase());
      const missing = plans.filter(({ name }) => !taken.includes(name.toLowerCase()));
      if (missing.length === 0) throw new HostError('foreign-sheets', taken.join('、'));
      await this.#insert(missing);
    });
  }

  insertSample(): Promise<void> {
    return this.#run(async () => {
      const { sample } = this.#options;
      if (sample === undefined) throw new HostError('unsupported');
      this.#begin('writing');
      const plans = await sample();
      // All or none: the sample's figures beside a county's own would be taken for the county's.
      const taken = await this.#host.sheetConflicts(plans);
      if (taken.length > 0) throw new HostError('foreign-sheets', taken.join('、'));
      await this.#insert(plans);
    });
  }

  async #insert(plans: readonly SheetPlan[]): Promise<void> {
    const sheets = await this.#host.writeSheets(plans, 'ours');
    if (this.#state.check !== null) this.#store.change({ stale: true });
    this.#store.notify('success', { kind: 'template-written', sheets });
  }

  insertFormula(formula: string): Promise<void> {
    return this.#attempt(() => this.#host.insertFormula(formula));
  }

  setPreferences(change: Partial<Preferences>): Promise<void> {
    const { language, ...others } = change;
    if (language !== undefined) {
      // Nothing in the workbook depends on it, so it need not wait for what is under way.
      this.#chooseLanguage(language);
      if (Object.keys(others).length === 0) return Promise.resolve();
    }
    return this.#run((signal) => this.#choose(others, signal));
  }

  #chooseLanguage(language: Language): void {
    if (language === this.#state.preferences.language) return;
    storeLanguage(this.#options.languageStore, language);
    this.#store.change({ preferences: { ...this.#state.preferences, language } });
  }

  loadOwnStandard(json: string): Promise<void> {
    return this.#run(async (signal) => {
      const read = readOwnStandard(json);
      if (read.kind === 'standard') {
        const { base } = read.standard;
        await this.#choose({ ownStandard: json, standard: base, switches: {} }, signal);
      } else {
        this.#store.notify('error', read);
      }
    });
  }

  async #choose(change: Partial<WorkbookPreferences>, signal: AbortSignal): Promise<void> {
    const before = this.#state.preferences;
    const after: Preferences = {
      ...before,
      // A national standard was chosen: the bureau's own is not what is wanted any more.
      ...(change.standard === undefined ? {} : { ownStandard: null }),
      ...change,
    };
    const chosen = standardInForce(after);
    if (chosen.kind !== 'standard') {
      this.#store.notify('error', chosen);
      return;
    }
    this.#store.change({ preferences: after, standard: chosen.standard });
    if (!after.live) this.#live.stop();
    const settings = settingsToSave(before, after);
    if (settings.size > 0) {
      await this.#attempt(async () => {
        await this.#host.saveSettings(new Map([...(await this.#host.settings()), ...settings]));
      });
    }
    const checksOtherwise =
      after.standard !== before.standard ||
      after.ownStandard !== before.ownStandard ||
      after.sheet !== before.sheet ||
      JSON.stringify(after.switches) !== JSON.stringify(before.switches);
    if (checksOtherwise && this.#state.check !== null) {
      await this.#checkAndMark(signal, 'if-different');
    }
  }

  dismissNotice(): void {
    if (this.#state.notice !== null) this.#store.change({ notice: null });
  }
}
