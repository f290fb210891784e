import { FormFacts } from '../assessment/form-facts';
import type { SchoolsFact } from '../assessment/form-facts';
import type { School, SchoolField } from '../assessment/school';
import { STAGE_QUANTITIES } from '../assessment/stage-quantities';
import type { FormBlank, FormItem, ItemRule } from '../standard/form-item';
import type { Quantity } from '../standard/quantities';
import { STAGES } from '../standard/stage';
import type { Stage } from '../standard/stage';
import { COMPARED_DECIMALS } from './formula';
import { LiveColumns } from './live-columns';
import type { JudgedContext, ReportContext } from './report-context';
import { FAULT } from './school-slots';
import type { SchoolBlock } from './school-table';
import { quotedText } from './sheet-reference';

/** A number that 学校数据 gives; '' where it cannot be told. No formula where none would be right. */
export interface LiveFact {
  readonly value: number | '';
  readonly formula: string | null;
}

/** Schools that do not hold to an item, and schools that lack a number it needs. */
export interface LiveSchools {
  readonly failing: LiveFact;
  readonly unknown: LiveFact;
}

type RuleOf<Kind extends ItemRule['kind']> = Extract<ItemRule, { kind: Kind }>;

/**
 * What 学校数据 says about the items of 表Ⅳ and 表Ⅴ, as formulas. They look each school of 表Ⅱ-2 up by its
 * name; where a name stands in several rows or in none, and where a column cannot be read as a whole,
 * the number that the check computed stands instead.
 */
export class FormTableFacts {
  readonly #facts: FormFacts | null;
  readonly #judged: JudgedContext | null;
  readonly #columns: LiveColumns | null;
  readonly #names: string | null;
  readonly #isApart: boolean;

  constructor({ check }: ReportContext, judged: JudgedContext | null) {
    const { findings, standard } = check;
    const reading = check.reading?.schools.length === 0 ? null : check.reading;
    this.#facts = reading === null ? null : new FormFacts(reading.schools, standard);
    this.#judged = judged?.lookup === null ? null : judged;
    this.#columns = reading === null ? null : new LiveColumns(reading, findings);
    this.#names = this.#columns?.range('name') ?? null;
    this.#isApart = reading !== null && areApart(reading.schools, judged);
  }

  /** What the check itself takes from 学校数据; null where the workbook has none. */
  get computed(): FormFacts | null {
    return this.#facts;
  }

  /** The sums over all schools that an item's blanks are. */
  sums(item: FormItem): ReadonlyMap<string, LiveFact> {
    const sums = this.#facts?.sums(item) ?? new Map<string, number>();
    return new Map(
      item.blanks
        .filter(({ sumOf }) => sumOf.length > 0)
        .map((blank) => {
          const value = sums.get(blank.key) ?? '';
          return [blank.key, { value, formula: value === '' ? null : this.#sumFormula(blank) }];
        }),
    );
  }

  #sumFormula({ sumOf }: FormBlank): string | null {
    const columns = this.#columns;
    if (columns === null || columns.isInterrupted || this.#names === null) return null;
    const ranges = sumOf.map((quantity) => columns.numbers(quantity));
    const known = ranges.filter((range) => range !== null);
    if (known.length < ranges.length) return null;
    const blanks = [`COUNTIFS(${[`${this.#names},"?*"`, ...known.map(blankOf)].join(',')})`];
    for (const stage of STAGES) {
      const { students, teachers } = STAGE_QUANTITIES[stage];
      const pupils = columns.numbers(students);
      const range = columns.numbers(teachers);
      if (!sumOf.includes(teachers)) continue;
      if (pupils === null || range === null) return null;
      blanks.push(`COUNTIFS(${pupils},">0",${blankOf(range)})`);
    }
    return `IF(${blanks.join('+')}>0,"",${known.map((range) => `SUM(${range})`).join('+')})`;
  }

  /** Item 3 of 表Ⅳ in both readings: an own room of each kind, or rooms of both kinds together. */
  artRooms(rule: RuleOf<'artRooms'>): {
    readonly each: LiveFact;
    readonly inAll: LiveFact;
    readonly unknown: LiveFact;
  } | null {
    const facts = this.#facts?.artRooms(rule);
    if (facts === undefined) return null;
    const rooms = (): SchoolTerms | null => {
      const music = this.#plain('musicRooms');
      const art = this.#plain('artRooms');
      const primary = this.#plain('primaryClasses');
      const junior = this.#plain('juniorClasses');
      if (music === null || art === null || primary === null || junior === null) return null;
      return {
        known: (look, { stage }) => {
          const own = stage === 'primary' ? primary : junior;
          const other = stage === 'primary' ? junior : primary;
          const stated = look.count(music, art, own);
          return `${stated}*((${look.noneOfOther}+${look.count(other)})>0)`;
        },
        each: (look) => {
          const needed = look.needed(primary, junior, rule.classesPerRoom);
          return `((${needed}>${look.sum(music)})+(${needed}>${look.sum(art)})>0)`;
        },
        inAll: (look) =>
          `(${look.needed(primary, junior, rule.classesPerRoom)}>${look.sum(music)}+${look.sum(art)})`,
      };
    };
    const terms = rooms();
    const count = (fact: SchoolsFact, reading: 'each' | 'inAll'): LiveFact => ({
      value: schoolsIn(fact),
      formula: this.#everySchool(
        schoolsIn(fact),
        terms === null
          ? null
          : (look, block) => `${terms.known(look, block)}*${terms[reading](look)}`,
      ),
    });
    return {
      each: count(facts.each, 'each'),
      inAll: count(facts.inAll, 'inAll'),
      unknown: this.#unknown(facts.each.unknown, terms === null ? null : terms.known),
    };
  }

  /** Item 4 of 表Ⅴ: schools that put too little of their budget into training. */
  trainingBudget(rule: RuleOf<'trainingBudget'>): LiveSchools | null {
    const fact = this.#facts?.trainingBudget(rule);
    if (fact === undefined) return null;
    const budget = this.#plain('publicFundsBudget');
    const training = this.#plain('trainingBudget');
    const factor = (field: Quantity): string => {
      const shift = this.#columns?.moneyFactor(field) ?? 1;
      return shift === 1 ? '' : `*${shift}`;
    };
    const isPlain = budget !== null && training !== null;
    const known = isPlain ? (look: Look): string => look.count(budget, training) : null;
    const short = isPlain
      ? (look: Look): string =>
          `${look.count(budget, training)}*(ROUND(${look.sum(training)}${factor('trainingBudget')}*100-${look.sum(budget)}${factor('publicFundsBudget')}*${rule.percent},${COMPARED_DECIMALS})<0)`
      : null;
    return {
      failing: { value: schoolsIn(fact), formula: this.#everySchool(schoolsIn(fact), short) },
      unknown: this.#unknown(fact.unknown, known),
    };
  }

  /** Item 4 of 表Ⅳ: schools above the size, by the blank that counts them. */
  schoolSize(
    rule: RuleOf<'schoolSize'>,
  ): (LiveSchools & { readonly counts: ReadonlyMap<string, LiveFact> }) | null {
    const size = this.#facts?.schoolSize(rule);
    const standard = this.#judged?.assessment.standard;
    if (size === undefined) return null;
    const relaxed = standard?.switches.relaxSchoolSize === true;
    const limit = relaxed ? rule.relaxedLimit : rule.limit;
    const multiStageLimit = relaxed ? rule.relaxedMultiStageLimit : rule.multiStageLimit;
    const expressions = new Map<string, string>();
    let unknown: string | null = null;
    const table = this.#judged?.table;
    const lookup = this.#judged?.lookup ?? null;
    const doubled =
      lookup === null ||
      this.#judged?.assessment.schools.some(({ school }) => lookup.isDoubled(school)) === true;
    if (table !== undefined && this.#isApart && !doubled && size.fact.unknown === 0) {
      const faults: string[] = [];
      for (const blank of [rule.primary, rule.junior, rule.multiStage]) expressions.set(blank, '0');
      for (const block of table.blocks) {
        const [primary = 0, junior = 0] = table.working.slots;
        const [own, other] = block.stage === 'primary' ? [primary, junior] : [junior, primary];
        const ownPupils = table.range(block, own);
        const otherPupils = table.range(block, other);
        expressions.set(
          block.stage === 'primary' ? rule.primary : rule.junior,
          `COUNTIFS(${ownPupils},">${limit}",${otherPupils},0)`,
        );
        if (block.stage === 'primary') {
          expressions.set(
            rule.multiStage,
            `SUMPRODUCT((${otherPupils}>0)*(${ownPupils}+${otherPupils}>${multiStageLimit}))`,
          );
        }
        faults.push(`COUNTIF(${ownPupils},"${FAULT}")`, `COUNTIF(${otherPupils},"${FAULT}")`);
      }
      unknown = faults.join('+');
    }
    const fault = unknown;
    const live = (value: number | '', expression: string | undefined): LiveFact => ({
      value,
      formula:
        fault === null || expression === undefined
          ? null
          : `IF(${fault}>0,"",${expression === '0' ? '0' : `IFERROR(${expression},${literal(value)})`})`,
    });
    return {
      failing: live(size.fact.failing.length, [...expressions.values()].join('+') || undefined),
      unknown: { value: size.fact.unknown, formula: fault },
      counts: new Map(
        [...size.counts].map(([blank, count]) => [
          blank,
          live(count ?? '', expressions.get(blank)),
        ]),
      ),
    };
  }

  /** Item 5 of 表Ⅳ: classes above the size, and stages of schools that have one. */
  classSize(
    rule: RuleOf<'classSize'>,
  ): (LiveSchools & { readonly counts: ReadonlyMap<string, LiveFact> }) | null {
    const size = this.#facts?.classSize(rule);
    if (size === undefined) return null;
    const failing: string[] = [];
    const unknown: string[] = [];
    const counts = new Map<string, string>();
    let isPlain = this.#canLookUp();
    for (const block of this.#judged?.table.blocks ?? []) {
      const own = STAGE_QUANTITIES[block.stage];
      const limit = block.stage === 'primary' ? rule.primaryLimit : rule.juniorLimit;
      const over = this.#plain(own.largeClasses);
      const largest = this.#plain(own.largestClass);
      const isRead = (range: string | null, field: SchoolField): boolean =>
        range !== null || (this.#columns?.range(field) ?? null) === null;
      isPlain &&= isRead(over, own.largeClasses) && isRead(largest, own.largestClass);
      isPlain &&= block.schools.every(({ students }) => students !== null);
      const look = this.#look(block);
      const number = (...ranges: (string | null)[]): string => {
        const known = ranges.filter((range) => range !== null);
        return known.length < ranges.length ? '0' : `SUMPRODUCT(${look.count(...known)})`;
      };
      const above = (...conditions: (readonly [string | null, string])[]): string =>
        conditions.some(([range]) => range === null)
          ? '0'
          : `SUMPRODUCT(${look.countWhere(conditions.map(([range, criterion]) => `${range ?? ''},"${criterion}"`))})`;
      const lacking = `ROWS(${look.block})-${number(over)}-${number(largest)}+${number(over, largest)}`;
      const byLargest = `${above([largest, `>${limit}`])}-${above([largest, `>${limit}`], [over, '>0'])}`;
      failing.push(`${above([over, '>0'])}+${byLargest}`);
      unknown.push(lacking);
      counts.set(
        block.stage === 'primary' ? rule.primary : rule.junior,
        over === null
          ? `IF(${lacking}+${byLargest}>0,"",0)`
          : `IF(${lacking}+${byLargest}>0,"",SUMPRODUCT(${look.sum(over)}))`,
      );
    }
    const live = (value: number | '', expression: string | undefined): LiveFact => ({
      value,
      formula:
        isPlain && expression !== undefined && expression !== ''
          ? this.#guarded(expression, value)
          : null,
    });
    return {
      failing: live(size.fact.failing.length, failing.join('+')),
      unknown: live(size.fact.unknown, unknown.join('+')),
      counts: new Map(
        [...size.counts].map(([blank, count]) => [blank, live(count ?? '', counts.get(blank))]),
      ),
    };
  }

  #everySchool(
    value: number,
    term: ((look: Look, block: SchoolBlock) => string) | null,
  ): string | null {
    if (term === null || !this.#canLookUp()) return null;
    return this.#guarded(this.#overSchools(term), value);
  }

  #unknown(value: number, known: ((look: Look, block: SchoolBlock) => string) | null): LiveFact {
    if (known === null || !this.#canLookUp()) return { value, formula: null };
    const one = (): string => '1';
    const expression = `${this.#overSchools(one)}-(${this.#overSchools(known)})`;
    return { value, formula: this.#guarded(expression, value) };
  }

  /** A sum over the schools, each once: those of two stages in the first of their rows. */
  #overSchools(term: (look: Look, block: SchoolBlock) => string): string {
    const blocks = this.#judged?.table.blocks ?? [];
    return blocks
      .map((block, index) => {
        const look = this.#look(block);
        const product = term(look, block);
        if (index === 0) return product === '1' ? `ROWS(${look.block})` : `SUMPRODUCT(${product})`;
        return `SUMPRODUCT(${look.noneOfOther}*${product})`;
      })
      .join('+');
  }

  #canLookUp(): boolean {
    return (
      this.#judged !== null &&
      this.#names !== null &&
      this.#isApart &&
      this.#plain('primaryStudents') !== null &&
      this.#plain('juniorStudents') !== null
    );
  }

  #plain(field: Quantity): string | null {
    return this.#columns?.numbers(field) ?? null;
  }

  /** The live number while every school of 表Ⅱ-2 stands in exactly one row; else the computed one. */
  #guarded(expression: string, value: number | ''): string {
    const found = (this.#judged?.table.blocks ?? []).map((block) => {
      const { block: names } = this.#look(block);
      return `SUMPRODUCT(--(COUNTIF(${this.#names ?? ''},${names})=1))=ROWS(${names})`;
    });
    return `IF(AND(${found.join(',')}),IFERROR(${expression},${literal(value)}),${literal(value)})`;
  }

  #look(block: SchoolBlock): Look {
    const table = this.#judged?.table;
    const [primary = 0, junior = 0] = table?.working.slots ?? [];
    return new Look(
      this.#names ?? '',
      table?.range(block, table.nameColumn) ?? '',
      table?.range(block, block.stage === 'primary' ? junior : primary) ?? '',
    );
  }
}

/** Terms of a sum over schools: whether a school's numbers are all there, and whether it falls short. */
interface SchoolTerms {
  readonly known: (look: Look, block: { readonly stage: Stage }) => string;
  readonly each: (look: Look) => string;
  readonly inAll: (look: Look) => string;
}

/** Looks the schools of one block of 表Ⅱ-2 up in 学校数据 by their names: arrays, one entry a school. */
class Look {
  readonly #names: string;
  /** The names of the block. */
  readonly block: string;
  /** 1 for each school of the block that has no pupils of the other stage. */
  readonly noneOfOther: string;

  constructor(names: string, block: string, otherPupils: string) {
    this.#names = names;
    this.block = block;
    this.noneOfOther = `(${otherPupils}=0)`;
  }

  sum(range: string): string {
    return `SUMIF(${this.#names},${this.block},${range})`;
  }

  countWhere(conditions: readonly string[]): string {
    return `COUNTIFS(${[`${this.#names},${this.block}`, ...conditions].join(',')})`;
  }

  /** 1 where all these columns hold a number for the school. */
  count(...ranges: readonly string[]): string {
    return this.countWhere(ranges.map((range) => `${range},">=0"`));
  }

  /** Rooms for the classes of both stages, rounded up. */
  needed(primary: string, junior: string, classesPerRoom: number): string {
    return `ROUNDUP((${this.sum(primary)}+${this.sum(junior)})/${classesPerRoom},0)`;
  }
}

/** Whether every row counts for itself and every school's pupils are known: what the formulas take for granted. */
function areApart(schools: readonly School[], judged: JudgedContext | null): boolean {
  return (
    schools.every(({ description }) => description.mergedInto === '') &&
    judged?.assessment.schools.every(({ students }) => students !== null) === true
  );
}

function schoolsIn({ failing }: SchoolsFact): number {
  return new Set(failing.map(({ school }) => school)).size;
}

function blankOf(range: string): string {
  return `${range},""`;
}

function literal(value: number | ''): string {
  return value === '' ? quotedText('') : String(value);
}
