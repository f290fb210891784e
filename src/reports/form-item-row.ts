import type { ItemJudgement } from '../assessment/form-judgement';
import type { FormTexts } from '../locales/form-texts';
import { formTexts } from '../locales/form-texts';
import { formatPlain } from '../locales/format-number';
import { blanksOf } from '../standard/form-item';
import type { FormBlank, ItemRule, QuotientRule } from '../standard/form-item';
import { Rational } from '../statistics/rational';
import { shownDecimal } from '../workbook/cell-number';
import { placeReference, readBlank, UNTESTED } from './form-cell';
import type { FormCell, FormCellValue } from './form-cell';
import { COMPARED_DECIMALS } from './formula';
import { quotientTerms, ruleFormula } from './form-rule-formula';
import type { FormTableFacts, LiveFact } from './form-table-facts';
import { inLanguage } from './report-context';
import type { ReportContext } from './report-context';
import type { SheetDraft } from './sheet-draft';
import { columnFixed, quotedText } from './sheet-reference';
import { STYLES } from './styles';

/** The columns in sight: 名称, 指标值或简要结论, 是否达标. */
export const ITEM_TABLE_COLUMNS = { name: 0, value: 1, passes: 2 } as const;
/** Workings begin here: the item's blanks, its rules, what 学校数据 gives. */
const FIRST_WORKING = 3;
const MOST_BLANKS = 12;
const MOST_RULES = 2;
const MOST_FACTS = 5;
/** The last column of workings. */
export const LAST_WORKING = FIRST_WORKING + MOST_BLANKS + MOST_RULES + MOST_FACTS - 1;

/** A text with the formula that makes it; no formula where nothing of it is live. */
interface LiveText {
  readonly value: string;
  readonly formula: string | null;
}

/** A working cell of an item. */
interface Working {
  readonly address: string;
  readonly value: FormCellValue;
  readonly isLive: boolean;
}

/**
 * One row of 表Ⅳ or 表Ⅴ. What was filled in is read once into hidden working cells; the sentence and
 * the judgement in sight are formulas over those.
 */
export class FormItemRow {
  readonly #context: ReportContext;
  readonly #texts: FormTexts;
  readonly #judgement: ItemJudgement;
  readonly #facts: FormTableFacts;
  readonly #draft: SheetDraft;
  readonly #row: number;
  readonly #blanks = new Map<string, Working>();
  readonly #sums = new Map<string, Working>();
  #schools: { readonly failing: Working; readonly unknown: Working } | null = null;
  #otherReading: Working | null = null;
  #nextFact = FIRST_WORKING + MOST_BLANKS + MOST_RULES;

  constructor(
    context: ReportContext,
    judgement: ItemJudgement,
    facts: FormTableFacts,
    draft: SheetDraft,
    row: number,
  ) {
    this.#context = context;
    this.#texts = formTexts(context.language);
    this.#judgement = judgement;
    this.#facts = facts;
    this.#draft = draft;
    this.#row = row;
  }

  /** Writes the row; gives the sentence as it reads now. */
  plan(): string {
    const counts = this.#planFacts();
    blanksOf(this.#judgement.item).forEach((blank, index) => {
      this.#planBlank(blank, FIRST_WORKING + index, counts);
    });
    const verdict = this.#planVerdict();
    const sentence = this.#sentence();
    this.#put(ITEM_TABLE_COLUMNS.value, sentence, STYLES.text);
    this.#put(ITEM_TABLE_COLUMNS.passes, verdict, {
      ...STYLES.centered,
      bold: this.#judgement.verdict !== 'pass',
    });
    return sentence.value;
  }

  #put(column: number, { value, formula }: LiveText, style: object): void {
    this.#draft.put(this.#row, column, value, formula === null ? { style } : { style, formula });
  }

  /** Whether the sheet of items or 学校数据 can change anything here. */
  get #isLive(): boolean {
    const workings = [...this.#blanks.values(), ...this.#sums.values()];
    const { failing = null, unknown = null } = this.#schools ?? {};
    return [...workings, failing, unknown].some((working) => working?.isLive === true);
  }

  #working(column: number, value: FormCellValue, formula: string | null): Working {
    const style = STYLES.working;
    this.#draft.put(this.#row, column, value, formula === null ? { style } : { style, formula });
    return { address: columnFixed(column, this.#row), value, isLive: formula !== null };
  }

  #fact({ value, formula }: LiveFact): Working {
    const working = this.#working(this.#nextFact, value, formula);
    this.#nextFact += 1;
    return working;
  }

  /** Writes what 学校数据 gives; the result is the counts that stand for a blank nobody filled in. */
  #planFacts(): ReadonlyMap<string, Working> {
    const { item } = this.#judgement;
    const counts = new Map<string, Working>();
    for (const [key, sum] of this.#facts.sums(item)) {
      const working = this.#facts.computed === null ? null : this.#fact(sum);
      if (working === null) continue;
      counts.set(key, working);
      this.#sums.set(key, working);
    }
    for (const rule of item.rules) this.#planSchools(rule, counts);
    return counts;
  }

  #planSchools(rule: ItemRule, counts: Map<string, Working>): void {
    const { switches } = this.#context.check.standard;
    if (rule.kind === 'artRooms') {
      const rooms = this.#facts.artRooms(rule);
      if (rooms === null) return;
      const other = switches.artRooms === 'each' ? 'inAll' : 'each';
      const failing = this.#fact(rooms[switches.artRooms]);
      this.#schools = { failing, unknown: this.#fact(rooms.unknown) };
      this.#otherReading = this.#fact(rooms[other]);
    } else if (rule.kind === 'trainingBudget') {
      const budget = this.#facts.trainingBudget(rule);
      if (budget === null) return;
      this.#schools = { failing: this.#fact(budget.failing), unknown: this.#fact(budget.unknown) };
    } else if (rule.kind === 'schoolSize' || rule.kind === 'classSize') {
      const size =
        rule.kind === 'schoolSize' ? this.#facts.schoolSize(rule) : this.#facts.classSize(rule);
      if (size === null) return;
      this.#schools = { failing: this.#fact(size.failing), unknown: this.#fact(size.unknown) };
      // The form counts schools above the full limit: where it is relaxed, its counts prove nothing.
      if (rule.kind === 'schoolSize' && switches.relaxSchoolSize) return;
      for (const [key, count] of size.counts) counts.set(key, this.#fact(count));
    }
  }

  /** The working cell of a blank: what was filled in, else what follows from other cells. */
  #planBlank(blank: FormBlank, column: number, counts: ReadonlyMap<string, Working>): void {
    const { values, places } = this.#judgement;
    const value = values.get(blank.key);
    const typed = readBlank(blank, value, value?.cell ?? places.get(blank.key));
    const { value: now, formula } =
      this.#total(blank, typed) ??
      this.#share(blank, typed) ??
      whicheverThere(typed, counts.get(blank.key) ?? null);
    this.#blanks.set(blank.key, this.#working(column, now, formula));
  }

  /** A total is the sum of its terms while all of them are there. */
  #total(blank: FormBlank, typed: FormCell): FormCell | null {
    const total = this.#judgement.item.totals.find((one) => one.blank === blank.key);
    if (total === undefined) return null;
    const terms = total.of.map((key) => this.#blanks.get(key));
    const numbers = numbersOf(terms);
    const cells = terms.map((term) => term?.address ?? '').join(',');
    const value =
      numbers === null
        ? typed.value
        : Rational.sum(numbers.map((number) => Rational.fromShown(number))).toNumber();
    if (!terms.some((term) => term?.isLive === true)) return { value, formula: typed.formula };
    const otherwise = typed.formula ?? literal(typed.value);
    return { value, formula: `IF(COUNT(${cells})=${terms.length},SUM(${cells}),${otherwise})` };
  }

  /** A share is computed from its terms while all of them are there and possible. */
  #share(blank: FormBlank, typed: FormCell): FormCell | null {
    const rule = this.#judgement.item.rules.find(
      (one): one is QuotientRule => one.kind === 'quotient' && one.stated === blank.key,
    );
    if (rule === undefined) return null;
    const all = [...rule.part, ...rule.whole];
    const live = all.some((term) => this.#blanks.get(term.blank)?.isLive === true);
    const { part, whole, complete, impossible } = quotientTerms(rule, this.#cellOf);
    const value = this.#shareNow(rule) ?? typed.value;
    if (!live) return { value, formula: typed.formula };
    const otherwise = typed.formula ?? literal(typed.value);
    const share = `IF(OR(${whole}=0,${impossible}),${otherwise},${part}*${rule.multiplier}/${whole})`;
    return { value, formula: `IF(${complete},${share},${otherwise})` };
  }

  #shareNow(rule: QuotientRule): number | null {
    const sum = (all: QuotientRule['part']): Rational | null => {
      const numbers = numbersOf(all.map((term) => this.#blanks.get(term.blank)));
      if (numbers === null) return null;
      return Rational.sum(
        all.map(({ sign }, index) =>
          Rational.fromShown(numbers[index] ?? 0).times(Rational.of(BigInt(sign))),
        ),
      );
    };
    const [part, whole] = [sum(rule.part), sum(rule.whole)];
    if (part === null || whole === null || whole.sign <= 0 || part.sign < 0) return null;
    if (rule.multiplier === 100 && part.compare(whole) > 0) return null;
    return part
      .times(Rational.of(BigInt(rule.multiplier)))
      .over(whole)
      .toNumber();
  }

  readonly #cellOf = (key: string): string => this.#blanks.get(key)?.address ?? quotedText('');

  #planVerdict(): LiveText {
    const { item, outcomes, verdict } = this.#judgement;
    const { met, notMet, unjudged } = this.#texts;
    const value = verdict === 'pass' ? met : verdict === 'fail' ? notMet : unjudged;
    if (!this.#isLive) return { value, formula: null };
    const { relaxSchoolSize } = this.#context.check.standard.switches;
    const cells = item.rules.map((rule, index) => {
      const formula = ruleFormula(rule, {
        item,
        blank: this.#cellOf,
        sum: (key) => this.#sums.get(key)?.address ?? null,
        schools:
          this.#schools === null
            ? null
            : {
                failing: this.#schools.failing.address,
                unknown: this.#schools.unknown.address,
              },
        relaxed: relaxSchoolSize,
      });
      const outcome = outcomes[index] ?? null;
      const now = outcome === null ? '' : outcome ? 1 : 0;
      return this.#working(FIRST_WORKING + MOST_BLANKS + index, now, formula).address;
    });
    const [first = '', last = first] = [cells[0], cells.at(-1)];
    const range = first === last ? first : `${first}:${last}`;
    return {
      value,
      formula: `IF(COUNTIF(${range},0)>0,${quotedText(notMet)},IF(COUNT(${range})<${cells.length},${quotedText(unjudged)},${quotedText(met)}))`,
    };
  }

  /** The item's sentence with its blanks filled in. */
  #sentence(): LiveText {
    const { item } = this.#judgement;
    const [only, more] = item.blanks;
    const isConclusion = only?.kind === 'conclusion' && more === undefined;
    return joined(isConclusion ? this.#conclusion(only) : this.#template().map(this.#piece));
  }

  #template(): readonly string[] {
    const { item } = this.#judgement;
    const { language } = this.#context;
    const sentence =
      language === 'zh-CN'
        ? item.sentence
        : `${item.blanks
            .map(({ key, label, unit }) => {
              const behind = unit === null ? '' : (this.#texts.items.units[unit] ?? '');
              return `${inLanguage(label, language)}: {${key}}${behind}`;
            })
            .join(this.#texts.items.clause)}.`;
    return sentence.split(/(\{\w+\})/).filter((piece) => piece !== '');
  }

  readonly #piece = (piece: string): LiveText => {
    const key = /^\{(\w+)\}$/.exec(piece)?.[1];
    const blank = this.#judgement.item.blanks.find((one) => one.key === key);
    return blank === undefined ? { value: piece, formula: null } : this.#blankText(blank);
  };

  /** A blank as the form shows it: percentages one decimal, other numbers whole, ratios as they are. */
  #blankText(blank: FormBlank): LiveText {
    const { items, blank: open } = this.#texts;
    const { notApplicable } = this.#context.words;
    const working = this.#blanks.get(blank.key);
    if (working === undefined) return { value: open, formula: null };
    const { address: cell, value, isLive } = working;
    const number = typeof value === 'number' ? value : null;
    let text: string;
    let formula: string;
    let otherwise = { value: open, formula: quotedText(open) };
    if (blank.kind === 'level') {
      text = items.levels[(number ?? 0) - 1] ?? open;
      formula = `CHOOSE(${cell},${items.levels.map(quotedText).join(',')})`;
      otherwise = {
        value: value === UNTESTED ? items.untested : open,
        formula: `IF(${cell}="${UNTESTED}",${quotedText(items.untested)},${quotedText(open)})`,
      };
    } else if (blank.kind === 'ratio') {
      const level = this.#levelOf(blank.key);
      text = String(shownDecimal(number ?? 0));
      formula = `${cell}&""`;
      otherwise = {
        value: level?.value === UNTESTED ? notApplicable : open,
        formula: `IF(${level?.address ?? '""'}="${UNTESTED}",${quotedText(notApplicable)},${quotedText(open)})`,
      };
    } else {
      const decimals = blank.kind === 'percent' ? 1 : 0;
      const bound = this.#boundOf(blank.key);
      text = shownBeside(number ?? 0, decimals, bound);
      formula = shownFormula(cell, decimals, bound);
    }
    return {
      value: number === null ? otherwise.value : text,
      formula: isLive ? `IF(ISNUMBER(${cell}),${formula},${otherwise.formula})` : null,
    };
  }

  /** The level that stands with a subject's ratio. */
  #levelOf(ratio: string): Working | null {
    for (const rule of this.#judgement.item.rules) {
      if (rule.kind !== 'monitoring') continue;
      const subject = rule.subjects.find((one) => one.ratio === ratio);
      if (subject !== undefined) return this.#blanks.get(subject.level) ?? null;
    }
    return null;
  }

  /** The number that a blank must reach. */
  #boundOf(key: string): number | null {
    for (const rule of this.#judgement.item.rules) {
      if (rule.kind === 'quotient' && rule.stated === key) return rule.atLeast;
      if (rule.kind === 'percent' && rule.blank === key) return rule.atLeast;
    }
    return null;
  }

  /** What somebody concluded, in their own words, and what 学校数据 says of it. */
  #conclusion(blank: FormBlank): readonly LiveText[] {
    const { blank: open, items } = this.#texts;
    const { values, places } = this.#judgement;
    const value = values.get(blank.key);
    const place = value?.cell ?? places.get(blank.key);
    const written = String(value?.written ?? '').trim();
    const schools = this.#schools;
    if (schools === null) {
      if (place === undefined) return [{ value: open, formula: null }];
      const cell = placeReference(place);
      return [
        {
          value: written === '' ? open : written,
          formula: `IFERROR(IF(TRIM(${cell})="",${quotedText(open)},TRIM(${cell})),${quotedText(open)})`,
        },
      ];
    }
    const { failing, unknown } = schools;
    const isOpen = failing.value === 0 && unknown.value !== 0;
    const lead = `IF(AND(${failing.address}=0,${unknown.address}>0),${quotedText(open + items.clause)},"")`;
    const own = place === undefined ? null : `TRIM(${placeReference(place)})`;
    const leading: LiveText = {
      value: written === '' ? (isOpen ? open + items.clause : '') : written + items.clause,
      formula:
        own === null
          ? this.#isLive
            ? lead
            : null
          : `IFERROR(IF(${own}="",${lead},${own}&${quotedText(items.clause)}),${quotedText(open + items.clause)})`,
    };
    const other = this.#otherReading;
    const { artRooms } = this.#context.check.standard.switches;
    const [each, inAll] = artRooms === 'each' ? [failing, other] : [other, failing];
    const told =
      other === null
        ? counted(items.schoolsShort, { count: failing })
        : counted(items.artRooms, { each, inAll });
    const lacking = counted(items.incomplete, { count: unknown });
    return [
      leading,
      ...told,
      {
        value: unknown.value === 0 ? '' : lacking.map((piece) => piece.value).join(''),
        formula: unknown.isLive
          ? `IF(${unknown.address}=0,"",${joined(lacking).formula ?? '""'})`
          : null,
      },
    ];
  }
}

/** A text with numbers of working cells in it. */
function counted(
  template: string,
  numbers: Readonly<Record<string, Working | null>>,
): readonly LiveText[] {
  return template
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const working = numbers[piece.slice(1, -1)] ?? null;
      if (working === null || !piece.startsWith('{')) return { value: piece, formula: null };
      return {
        value: String(working.value),
        formula: working.isLive ? `TEXT(${working.address},"0")` : null,
      };
    });
}

/** Texts put together; a formula only where one of them has one. */
function joined(pieces: readonly LiveText[]): LiveText {
  const value = pieces.map((piece) => piece.value).join('');
  if (pieces.every(({ formula }) => formula === null)) return { value, formula: null };
  const parts: string[] = [];
  let fixed = '';
  for (const { value: text, formula } of pieces) {
    if (formula === null) {
      fixed += text;
      continue;
    }
    if (fixed !== '') parts.push(quotedText(fixed));
    fixed = '';
    parts.push(formula);
  }
  if (fixed !== '') parts.push(quotedText(fixed));
  return { value, formula: parts.join('&') };
}

/** What was filled in, or where nothing was, what stands for it. */
function whicheverThere(typed: FormCell, instead: Working | null): FormCell {
  if (instead === null) return typed;
  const value = typed.value === '' ? instead.value : typed.value;
  if (typed.formula === null) {
    const formula = typed.value === '' && instead.isLive ? instead.address : null;
    return { value, formula };
  }
  return { value, formula: `IF(${typed.formula}="",${instead.address},${typed.formula})` };
}

/** The numbers of working cells; null unless all hold one. */
function numbersOf(workings: readonly (Working | undefined)[]): readonly number[] | null {
  const numbers = workings.flatMap((working) =>
    typeof working?.value === 'number' ? [working.value] : [],
  );
  return numbers.length === workings.length ? numbers : null;
}

function literal(value: FormCellValue): string {
  return typeof value === 'number' ? String(value) : quotedText(value);
}

/** The most decimals that a number near its bound is shown with. */
const NEAR_DECIMALS = 5;

/** A number with its decimals, and with more where rounding would make it reach a bound that it does not. */
function shownBeside(value: number, decimals: number, bound: number | null): string {
  const usual = formatPlain(value, decimals);
  if (bound === null || Number(usual) < bound || value >= bound) return usual;
  return formatPlain(value, NEAR_DECIMALS).replace(/(\.\d+?)0+$/, '$1');
}

function shownFormula(cell: string, decimals: number, bound: number | null): string {
  const format = decimals === 0 ? '0' : '0.0';
  const usual = `TEXT(ROUND(${cell},${decimals}),"${format}")`;
  if (bound === null) return usual;
  const near = `TEXT(ROUND(${cell},${NEAR_DECIMALS}),"0.0${'#'.repeat(NEAR_DECIMALS - 1)}")`;
  return `IF(AND(ROUND(${cell},${decimals})>=${bound},ROUND(${cell}-${bound},${COMPARED_DECIMALS})<0),${near},${usual})`;
}
