import { SURVEY_FIELDS, SURVEY_PARTS } from '../assessment/judge-survey';
import type { SurveyField, SurveyNumber, SurveyRow } from '../assessment/judge-survey';
import { fill } from '../locales/fill';
import { formTexts } from '../locales/form-texts';
import type { FormTexts } from '../locales/form-texts';
import type { CellStyle, SheetPlan } from '../plans/sheet-plan';
import { RECOGNITION_RULE } from '../standard/recognition-rule';
import { VETO_ITEMS } from '../standard/veto-items';
import { existenceFormula, placeReference, readSurveyNumber } from './form-cell';
import type { FormCell, FormCellValue } from './form-cell';
import { COMPARED_DECIMALS } from './formula';
import { FORM_HEADING_ROW, planFormFoot, planFormHead } from './form-frame';
import { inLanguage, sheetName } from './report-context';
import type { ReportContext } from './report-context';
import { FAULT } from './school-slots';
import { SheetDraft } from './sheet-draft';
import { columnFixed, fixedColumn, quotedSheet, quotedText } from './sheet-reference';
import { STYLES } from './styles';
import { lineHeight, wrappedLines } from './text-width';

const WIDTHS = [18, 13, 13, 13, 14, 13, 13, 14, 11] as const;
const LAST_COLUMN = WIDTHS.length - 1;
/** 是否存在 stands over the last two columns. */
const EXISTS_COLUMN = LAST_COLUMN - 1;
const FIRST_SURVEY_ROW = FORM_HEADING_ROW + 1;
const SURVEY_VERDICT_ROW = FIRST_SURVEY_ROW + 2;
const VETO_TITLE_ROW = SURVEY_VERDICT_ROW + 2;
const FIRST_VETO_ROW = VETO_TITLE_ROW + 2;
const FRAME = { lastColumn: LAST_COLUMN, rightColumn: 5, characters: 122 } as const;
/** Hidden: the numbers as they are read, what each way of asking comes to, impossible numbers. */
const FIRST_WORKING = WIDTHS.length;
const OUTCOME_COLUMN = FIRST_WORKING + SURVEY_FIELDS.length;
const IMPOSSIBLE_COLUMN = OUTCOME_COLUMN + 2;
/** What a way of asking comes to where it cannot be judged, and where it was not used. */
const UNKNOWN = 'u';
const UNUSED = '-';

type Outcome = 1 | 0 | typeof UNKNOWN | typeof UNUSED;

/** Each way of asking: the satisfied, of whom, the share where only that is stated, where it is shown. */
const ASKED = [
  {
    by: 'questionnaire',
    part: 'satisfied',
    whole: 'valid',
    stated: 'satisfaction',
    column: 4,
  },
  {
    by: 'visit',
    part: 'visitedSatisfied',
    whole: 'visited',
    stated: 'visitedSatisfaction',
    column: 7,
  },
] as const;

/** Where the figures in sight stand. */
const SHOWN: Readonly<Partial<Record<SurveyField, number>>> = {
  issued: 1,
  valid: 2,
  satisfied: 3,
  visited: 5,
  visitedSatisfied: 6,
};

/** 表Ⅵ: the survey with its rates and judgement, and the veto matters beneath. */
export function planTable6(context: ReportContext): SheetPlan {
  const { survey: texts } = formTexts(context.language);
  const draft = new SheetDraft();
  planFormHead(draft, context, texts.title, FRAME);
  const headings = [
    texts.group,
    texts.issued,
    texts.valid,
    texts.satisfied,
    texts.satisfaction,
    texts.visited,
    texts.visitedSatisfied,
    texts.visitedSatisfaction,
    texts.passes,
  ];
  headings.forEach((heading, column) => {
    draft.put(FORM_HEADING_ROW, column, heading, { style: STYLES.heading });
  });
  const lines = headings.map((text, column) => wrappedLines(text, (WIDTHS[column] ?? 0) - 1.5));
  draft.height(FORM_HEADING_ROW, lineHeight(Math.max(...lines)));
  new SurveyRows(context, draft).plan();
  const afterVeto = planVeto(draft, context);
  const note = fill(texts.note, { atLeast: RECOGNITION_RULE.atLeast });
  planFormFoot(draft, context, afterVeto, note, FRAME);
  return {
    key: 'table_6',
    name: sheetName('table_6', context),
    columnWidths: WIDTHS,
    hiddenColumns: Array.from(
      { length: IMPOSSIBLE_COLUMN - FIRST_WORKING + 1 },
      (_, index) => FIRST_WORKING + index,
    ),
    rows: draft.rows,
    merges: draft.merges,
    print: { orientation: 'landscape', pagesTall: 1 },
    charts: [],
    showGridLines: false,
  };
}

/** The cell of 表Ⅵ that says whether 社会认可度 is met, as another sheet refers to it. */
export function surveyVerdictCell(context: ReportContext): string {
  const sheet = quotedSheet(sheetName('table_6', context));
  return `${sheet}!${fixedColumn(LAST_COLUMN, SURVEY_VERDICT_ROW, SURVEY_VERDICT_ROW)}`;
}

/** The cells of 表Ⅵ that say of each veto matter whether it exists. */
export function vetoAnswerCells(context: ReportContext): string {
  const sheet = quotedSheet(sheetName('table_6', context));
  const last = FIRST_VETO_ROW + VETO_ITEMS.length - 1;
  return `${sheet}!${fixedColumn(EXISTS_COLUMN, FIRST_VETO_ROW, last)}`;
}

/** The rows 计 and 其中家长, and the judgement over both. */
class SurveyRows {
  readonly #context: ReportContext;
  readonly #texts: FormTexts;
  readonly #draft: SheetDraft;
  readonly #rows: readonly SurveyRow[];

  constructor(context: ReportContext, draft: SheetDraft) {
    this.#context = context;
    this.#texts = formTexts(context.language);
    this.#draft = draft;
    this.#rows = context.check.form.recognition?.rows ?? [];
  }

  plan(): void {
    const firstRow = FIRST_SURVEY_ROW;
    const { survey } = this.#texts;
    const total = this.#rows.find(({ kind }) => kind === 'total') ?? null;
    const parents = this.#rows.find(({ kind }) => kind === 'parents') ?? null;
    const ofTotal = (field: SurveyField): FormCell =>
      total === null ? sumOfGroups(this.#rows, field) : read(total, field);
    this.#row(firstRow, survey.total, 'total', this.#rows.length === 0 ? null : ofTotal);
    this.#row(
      firstRow + 1,
      survey.parents,
      'parents',
      parents === null ? null : (field) => read(parents, field),
    );
    this.#judgement(firstRow);
  }

  #row(
    row: number,
    label: string,
    group: 'total' | 'parents',
    cells: ((field: SurveyField) => FormCell) | null,
  ): void {
    this.#draft.height(row, 24);
    this.#draft.put(row, 0, label, { style: STYLES.text });
    for (let column = 1; column <= LAST_COLUMN; column += 1) {
      this.#draft.put(row, column, null, { style: STYLES.integer });
    }
    if (cells === null) return;
    const values = new Map<SurveyField, FormCellValue>();
    SURVEY_FIELDS.forEach((field, index) => {
      const { value, formula } = cells(field);
      values.set(field, value);
      const style = STYLES.working;
      this.#draft.put(
        row,
        FIRST_WORKING + index,
        value,
        formula === null ? { style } : { style, formula },
      );
      const shown = SHOWN[field];
      if (shown !== undefined) {
        const cell = workingCell(field, row);
        this.#draft.put(row, shown, typeof value === 'number' ? value : '', {
          style: STYLES.integer,
          formula: `IF(ISNUMBER(${cell}),${cell},"")`,
        });
      }
    });
    ASKED.forEach((asked, index) => {
      const { part, whole, stated, by, column } = asked;
      const [p, w, s] = [part, whole, stated].map((field) => workingCell(field, row));
      const rate = this.#context.check.form.recognition?.rates.find(
        (one) => one.group === group && one.by === by,
      );
      const isCounted = `AND(ISNUMBER(${p}),N(${w})>0)`;
      this.#draft.put(row, column, rate?.percent == null ? '' : rate.percent / 100, {
        style: STYLES.percent,
        formula: `IF(${isCounted},${p}/N(${w}),IF(ISNUMBER(${s}),${s}/100,""))`,
      });
      const outcome: Outcome =
        rate === undefined ? UNUSED : rate.holds === null ? UNKNOWN : rate.holds ? 1 : 0;
      this.#draft.put(row, OUTCOME_COLUMN + index, outcome, {
        style: STYLES.working,
        formula: outcomeFormula(p ?? '', w ?? '', s ?? '', by === 'visit', group === 'total'),
      });
    });
    const range = `${columnFixed(OUTCOME_COLUMN, row)}:${columnFixed(OUTCOME_COLUMN + 1, row)}`;
    const rates = this.#context.check.form.recognition?.rates ?? [];
    const own = rates.filter((one) => one.group === group).map(({ holds }) => holds);
    this.#draft.put(row, LAST_COLUMN, this.#word(own, false), {
      style: STYLES.centered,
      formula: this.#wordFormula(range, null),
    });
  }

  #judgement(firstRow: number): void {
    const { survey, met, notMet, unjudged } = this.#texts;
    const row = SURVEY_VERDICT_ROW;
    const label = fill(survey.conclusion, { atLeast: RECOGNITION_RULE.atLeast });
    const style: CellStyle = { ...STYLES.centered, bold: true };
    this.#draft.height(row, 24);
    this.#draft.putAcross(row, 0, LAST_COLUMN - 1, label, { style: STYLES.block });
    const { recognition } = this.#context.check.form;
    if (recognition === null) {
      this.#draft.put(row, LAST_COLUMN, unjudged, { style });
      return;
    }
    const pairs = this.#rows.flatMap(({ numbers }) =>
      SURVEY_PARTS.flatMap(([part, whole]) => {
        const [inner, outer] = [numbers.get(part), numbers.get(whole)];
        return inner === undefined || outer === undefined ? [] : [[inner, outer] as const];
      }),
    );
    const isImpossible = pairs.some(
      ([inner, outer]) => inner.value !== null && outer.value !== null && inner.value > outer.value,
    );
    const terms = pairs.map(([inner, outer]) => {
      const [part, whole] = [placeReference(inner.cell), placeReference(outer.cell)];
      return `ISNUMBER(${part})*ISNUMBER(${whole})*(N(${part})>N(${whole}))`;
    });
    const impossible = columnFixed(IMPOSSIBLE_COLUMN, firstRow);
    const isLive = terms.length > 0 && pairs.every((pair) => pair.every(isPlain));
    this.#draft.put(firstRow, IMPOSSIBLE_COLUMN, isImpossible, {
      style: STYLES.working,
      ...(isLive ? { formula: `(${terms.join('+')})>0` } : {}),
    });
    const range = `${columnFixed(OUTCOME_COLUMN, firstRow)}:${columnFixed(OUTCOME_COLUMN + 1, firstRow + 1)}`;
    const word =
      recognition.verdict === 'pass' ? met : recognition.verdict === 'fail' ? notMet : unjudged;
    this.#draft.put(row, LAST_COLUMN, word, {
      style,
      formula: this.#wordFormula(range, impossible),
    });
  }

  #word(holds: readonly (boolean | null)[], impossible: boolean): string {
    const { met, notMet, unjudged } = this.#texts;
    if (holds.includes(false)) return notMet;
    return holds.length === 0 || holds.includes(null) || impossible ? unjudged : met;
  }

  #wordFormula(outcomes: string, impossible: string | null): string {
    const { met, notMet, unjudged } = this.#texts;
    const open = [
      `COUNTIF(${outcomes},"${UNKNOWN}")>0`,
      `COUNT(${outcomes})=0`,
      ...(impossible === null ? [] : [impossible]),
    ];
    return `IF(COUNTIF(${outcomes},0)>0,${quotedText(notMet)},IF(OR(${open.join(',')}),${quotedText(unjudged)},${quotedText(met)}))`;
  }
}

function workingCell(field: SurveyField, row: number): string {
  return columnFixed(FIRST_WORKING + SURVEY_FIELDS.indexOf(field), row);
}

/** 1 or 0 as the satisfied reach the bound, `u` where that cannot be told, `-` where nobody was asked. */
function outcomeFormula(
  part: string,
  whole: string,
  stated: string,
  isVisit: boolean,
  isNeeded: boolean,
): string {
  const bound = RECOGNITION_RULE.atLeast;
  const nobody = `AND(OR(${whole}="",${whole}=0),${part}="",NOT(ISNUMBER(${stated})))`;
  const zero = `AND(ISNUMBER(${whole}),${whole}=0,ISNUMBER(${part}),${part}=0)`;
  const unused = isVisit ? `OR(${nobody},${zero})` : isNeeded ? 'FALSE' : nobody;
  const counted = `IF(ROUND(${part}*100-${bound}*${whole},${COMPARED_DECIMALS})>=0,1,0)`;
  const alone = `IF(${stated}>100,"${UNKNOWN}",IF(ROUND(${stated}-${bound},${COMPARED_DECIMALS})>=0,1,0))`;
  const open = `IF(${unused},"${UNUSED}","${UNKNOWN}")`;
  return `IF(OR(${part}="${FAULT}",${whole}="${FAULT}"),"${UNKNOWN}",IF(AND(ISNUMBER(${part}),N(${whole})>0),${counted},IF(ISNUMBER(${stated}),${alone},${open})))`;
}

function read(row: SurveyRow, field: SurveyField): FormCell {
  const number = row.numbers.get(field);
  if (number === undefined) return { value: '', formula: null };
  const isShare = field === 'satisfaction' || field === 'visitedSatisfaction';
  return readSurveyNumber(isShare ? 'percent' : 'count', number);
}

/** Without a row 计 the groups are added up; shares cannot be. */
function sumOfGroups(rows: readonly SurveyRow[], field: SurveyField): FormCell {
  if (field === 'satisfaction' || field === 'visitedSatisfaction') {
    return { value: '', formula: null };
  }
  const numbers = rows.flatMap(({ numbers: all }) => {
    const number = all.get(field);
    return number === undefined ? [] : [number];
  });
  const known = numbers.flatMap(({ value }) => (value === null ? [] : [value]));
  const value = known.length === 0 ? '' : known.reduce((sum, one) => sum + one, 0);
  const cells = numbers.map(({ cell }) => placeReference(cell)).join(',');
  const isLive = numbers.length > 0 && numbers.every(isPlain);
  return { value, formula: isLive ? `IF(COUNT(${cells})=0,"",SUM(${cells}))` : null };
}

/** Whether a formula reads a number as the check does: it is a number, or nothing. */
function isPlain({ written, usable }: SurveyNumber): boolean {
  return usable && typeof written !== 'string';
}

/** The veto matters with what was answered; gives the row after them. */
function planVeto(draft: SheetDraft, context: ReportContext): number {
  const { survey: texts, blank, unjudged } = formTexts(context.language);
  const judgements = context.check.form.veto;
  let row = VETO_TITLE_ROW;
  draft.putAcross(row, 0, LAST_COLUMN, texts.veto, { style: STYLES.section });
  draft.height(row, 24);
  row += 1;
  draft.putAcross(row, 0, EXISTS_COLUMN - 1, texts.matter, { style: STYLES.heading });
  draft.putAcross(row, EXISTS_COLUMN, LAST_COLUMN, texts.exists, { style: STYLES.heading });
  row = FIRST_VETO_ROW;
  for (const item of VETO_ITEMS) {
    const judgement = judgements?.find((one) => one.item.number === item.number) ?? null;
    const exists = judgement?.exists ?? null;
    const place = judgement?.cell ?? context.check.formPlaces.veto.get(item.number) ?? null;
    const name = `${item.number}. ${inLanguage(item.name, context.language)}`;
    draft.putAcross(row, 0, EXISTS_COLUMN - 1, name, { style: STYLES.text });
    draft.height(row, lineHeight(1) + 3);
    const working = columnFixed(FIRST_WORKING, row);
    draft.put(row, FIRST_WORKING, exists === null ? '' : exists ? 1 : 0, {
      style: STYLES.working,
      ...(place === null ? {} : { formula: existenceFormula(placeReference(place)) }),
    });
    draft.putAcross(
      row,
      EXISTS_COLUMN,
      LAST_COLUMN,
      exists === null ? blank : exists ? texts.yes : texts.no,
      {
        style: STYLES.centered,
        ...(place === null
          ? {}
          : {
              formula: `IF(ISNUMBER(${working}),IF(${working}=1,${quotedText(texts.yes)},${quotedText(texts.no)}),${quotedText(blank)})`,
            }),
      },
    );
    row += 1;
  }
  const answers = (judgements ?? []).map(({ exists }) => exists);
  const word = answers.includes(true)
    ? texts.vetoFound
    : answers.length === 0 || answers.includes(null)
      ? unjudged
      : texts.vetoNone;
  const range = `${columnFixed(FIRST_WORKING, FIRST_VETO_ROW)}:${columnFixed(FIRST_WORKING, row - 1)}`;
  draft.putAcross(row, 0, EXISTS_COLUMN - 1, texts.vetoConclusion, { style: STYLES.block });
  draft.putAcross(row, EXISTS_COLUMN, LAST_COLUMN, word, {
    style: { ...STYLES.centered, bold: true },
    ...(judgements === null && context.check.formPlaces.veto.size === 0
      ? {}
      : {
          formula: `IF(COUNTIF(${range},1)>0,${quotedText(texts.vetoFound)},IF(COUNTIF(${range},0)<${VETO_ITEMS.length},${quotedText(unjudged)},${quotedText(texts.vetoNone)}))`,
        }),
  });
  draft.height(row, 24);
  return row + 1;
}
