import type { Attainment, SchoolStage } from '../assessment/assessment';
import type { School } from '../assessment/school';
import { fill } from '../locales/fill';
import type { SheetPlan } from '../plans/sheet-plan';
import type { Indicator, Standard } from '../standard/standard';
import type { Quantity } from '../standard/quantities';
import { countyAndYear, planSignatures } from './form-frame';
import { fallsShortFormula, reachesFormula, STAGE_STUDENTS, valueFormula } from './formula';
import { inLanguage, indicatorHeading, isSmallRatio, sheetName, stageName } from './report-context';
import type { JudgedContext } from './report-context';
import type { SchoolLookup } from './school-lookup';
import { blankIsZero, FAULT, slotValue } from './school-slots';
import type { SlotValue } from './school-slots';
import { SCHOOL_TABLE_HEADING_ROWS } from './school-table';
import type { SchoolBlock, WorkingColumns } from './school-table';
import { SheetDraft } from './sheet-draft';
import type { DraftCell } from './sheet-draft';
import { cellAddress, columnFixed, quotedText, rowFixed } from './sheet-reference';
import { STYLES } from './styles';
import { lineHeight, wrappedLines } from './text-width';

/** How 表Ⅱ-2's workings write an attainment, so that it can be counted. */
export const ATTAINMENT_NUMBERS = { met: 2, near: 1, below: -1 } as const satisfies Record<
  Attainment,
  number
>;

/** The official table's numbering: 在校生数 is L4, the first indicator L7. */
const FIRST_INDICATOR_NUMBER = 7;

const WIDTHS = { number: 5, name: 22, ownership: 7, small: 7, indicator: 9.5, pass: 9, remark: 34 };

/** Where schools are not judged there is nothing to remark. */
function remarkWidth({ schoolRule }: Standard): number {
  return schoolRule === null ? 12 : WIDTHS.remark;
}

/**
 * 表Ⅱ-2: one row a school and stage, primary schools first, with live formulas over 学校数据. Each
 * school's row there is found by a hidden working column; what it holds is read once into further
 * ones, and the formulas in sight stay short.
 */
export function planTable22(context: JudgedContext): SheetPlan {
  const { assessment, table, words } = context;
  const draft = new SheetDraft();
  planHeadings(draft, context);
  const members = new MemberRows(context, draft);
  for (const block of table.blocks) {
    planThresholds(draft, context, block);
    block.schools.forEach((school, index) => {
      planSchool(draft, context, block, school, index, members);
    });
  }
  planNotes(draft, context);
  const indicators = assessment.standard.indicators;
  return {
    key: 'table_2_2',
    name: sheetName('table_2_2', context),
    columnWidths: [
      WIDTHS.number,
      WIDTHS.name,
      WIDTHS.ownership,
      WIDTHS.small,
      WIDTHS.small,
      WIDTHS.small,
      ...indicators.map(() => WIDTHS.indicator),
      WIDTHS.pass,
      remarkWidth(assessment.standard),
    ],
    hiddenColumns: table.hiddenColumns,
    rows: draft.rows,
    merges: draft.merges,
    freeze: { rows: SCHOOL_TABLE_HEADING_ROWS[1], columns: table.nameColumn + 1 },
    print: { orientation: 'landscape', repeatRows: SCHOOL_TABLE_HEADING_ROWS },
    charts: [],
    showGridLines: false,
  };

  function planHeadings(sheet: SheetDraft, { language }: JudgedContext): void {
    const { standard } = assessment;
    const { table22 } = words;
    sheet.putAcross(1, 0, table.remarkColumn, table22.title, { style: STYLES.title });
    sheet.height(1, 26);
    const county = countyAndYear(context);
    const source = fill(words.standardLine, {
      standard: inLanguage(standard.name, language),
      document: standard.document,
    });
    sheet.putAcross(2, 0, table.classesColumn, county, { style: STYLES.subtitle });
    sheet.putAcross(2, table.classesColumn + 1, table.remarkColumn, source, {
      style: { ...STYLES.subtitle, horizontal: 'right' },
    });
    const [names, codes] = SCHOOL_TABLE_HEADING_ROWS;
    const headings = [
      table22.number,
      table22.school,
      table22.ownership,
      table22.students,
      table22.grades,
      table22.classes,
      ...standard.indicators.map((indicator) => indicatorHeading(indicator, language)),
      table22.passes,
      table22.remark,
    ];
    headings.forEach((heading, column) => {
      sheet.put(names, column, heading, { style: STYLES.heading });
      const isNumbered = column >= table.ownershipColumn && column <= table.passColumn;
      sheet.put(codes, column, isNumbered ? `L${column + 1}` : null, { style: STYLES.code });
    });
    const tallest = Math.max(
      ...standard.indicators.map((indicator) =>
        wrappedLines(indicatorHeading(indicator, language), WIDTHS.indicator - 1.5),
      ),
    );
    sheet.height(names, lineHeight(tallest));
    planWorkingHeadings(sheet);
  }

  function planWorkingHeadings(sheet: SheetDraft): void {
    const { workings } = words.table22;
    const row = SCHOOL_TABLE_HEADING_ROWS[1];
    const put = (column: number, heading: string): void => {
      sheet.put(row, column, heading, { style: STYLES.working });
    };
    for (const columns of [table.working, table.member]) {
      put(columns.key, workings.key);
      for (const column of columns.rows) put(column, workings.row);
      columns.slots.forEach((column, index) => {
        put(column, table.slots[index]?.quantity.primary ?? '');
      });
    }
    assessment.standard.indicators.forEach(({ id }, index) => {
      put(table.statusColumn(index), fill(workings.status, { indicator: id }));
    });
    put(table.localityColumn, workings.locality);
    put(table.groupColumn, workings.group);
    put(table.memberNameColumn, workings.member);
  }
}

function planThresholds(draft: SheetDraft, context: JudgedContext, block: SchoolBlock): void {
  const { assessment, table, words } = context;
  const stage = stageName(block.stage, context);
  const hasThresholds = assessment.standard.schoolRule !== null;
  const label = hasThresholds ? fill(words.table22.block, { stage }) : stage;
  draft.putAcross(block.thresholdRow, 0, table.classesColumn, label, { style: STYLES.block });
  assessment.standard.indicators.forEach(({ threshold }, index) => {
    draft.put(
      block.thresholdRow,
      table.valueColumn(index),
      threshold === null ? words.notApplicable : threshold[block.stage],
      { style: STYLES.blockNumber },
    );
  });
  draft.putAcross(block.thresholdRow, table.passColumn, table.remarkColumn, null, {
    style: STYLES.block,
  });
}

function planSchool(
  draft: SheetDraft,
  context: JudgedContext,
  block: SchoolBlock,
  row: SchoolStage,
  index: number,
  members: MemberRows,
): void {
  const { assessment, table, lookup, texts } = context;
  const at = block.firstRow + index;
  const { school } = row;
  const { ownership, locality, group } = school.description;
  draft.put(at, table.numberColumn, index + 1, { style: STYLES.centered });
  draft.put(at, table.nameColumn, school.name, { style: STYLES.text });
  draft.put(at, table.ownershipColumn, ownership, { style: STYLES.centered });
  draft.put(at, table.localityColumn, locality === null ? '' : texts.localities[locality], {
    style: STYLES.working,
  });
  draft.put(at, table.groupColumn, group, { style: STYLES.working });

  const slots = lookup === null ? null : planWorkings(draft, context, lookup, row, at, members);
  if (slots === null) {
    draft.put(at, table.studentsColumn, row.students, { style: STYLES.integer });
    draft.put(at, table.gradesColumn, null, { style: STYLES.centered });
    draft.put(at, table.classesColumn, null, { style: STYLES.centered });
  } else {
    const shown = (column: number, quantity: Quantity): void => {
      const slot = table.slots.findIndex((each) => each.quantity[row.stage] === quantity);
      const source = columnFixed(table.working.slots[slot] ?? 0, at);
      const value = slots[slot] ?? '';
      draft.put(at, column, value === FAULT ? '' : value, {
        formula: `IF(ISNUMBER(${source}),${source},"")`,
        style: STYLES.integer,
      });
    };
    if (lookup?.isDoubled(school) === true) {
      draft.put(at, table.studentsColumn, row.students ?? '', { style: STYLES.integer });
    } else {
      shown(table.studentsColumn, STAGE_STUDENTS[row.stage]);
    }
    shown(table.gradesColumn, row.stage === 'primary' ? 'primaryGrades' : 'juniorGrades');
    shown(table.classesColumn, row.stage === 'primary' ? 'primaryClasses' : 'juniorClasses');
  }
  assessment.standard.indicators.forEach((indicator, position) => {
    planValue(draft, context, block, row, indicator, position, at, slots);
  });
  planJudgement(draft, context, row, at);
}

function planValue(
  draft: SheetDraft,
  context: JudgedContext,
  block: SchoolBlock,
  row: SchoolStage,
  indicator: Indicator,
  position: number,
  at: number,
  slots: readonly SlotValue[] | null,
): void {
  const { assessment, table } = context;
  const { standard } = assessment;
  const column = table.valueColumn(position);
  const judged = row.indicators[position];
  const value = judged?.value ?? null;
  const style = isSmallRatio(indicator) ? STYLES.decimal3 : STYLES.decimal2;
  if (slots === null || (value === null && isComputable(indicator, row, context, slots))) {
    draft.put(at, column, value ?? '', { style });
  } else {
    const cellOf = (quantity: Quantity): string => {
      const slot = table.slots.findIndex((each) => each.quantity[row.stage] === quantity);
      return columnFixed(table.working.slots[slot] ?? 0, at);
    };
    const formula = valueFormula(standard, indicator, row.stage, cellOf);
    draft.put(at, column, value ?? '', { formula: `IFERROR(${formula},"")`, style });
  }
  const status = judged?.status ?? null;
  const shown = cellAddress(column, at);
  const threshold = rowFixed(column, block.thresholdRow);
  const floor = standard.schoolRule?.floorRatio ?? 1;
  draft.put(
    at,
    table.statusColumn(position),
    status === null ? '' : ATTAINMENT_NUMBERS[status],
    indicator.threshold === null
      ? { style: STYLES.working }
      : {
          style: STYLES.working,
          formula: `IF(${shown}="","",IF(${reachesFormula(shown, threshold)},${ATTAINMENT_NUMBERS.met},IF(${fallsShortFormula(shown, `${floor}*${threshold}`)},${ATTAINMENT_NUMBERS.below},${ATTAINMENT_NUMBERS.near})))`,
        },
  );
}

/** Whether the workings hold every number of an indicator, though the check could not judge it. */
function isComputable(
  indicator: Indicator,
  { stage }: SchoolStage,
  { table }: JudgedContext,
  slots: readonly SlotValue[],
): boolean {
  return table.slots.every((slot, index) => {
    const needed =
      indicator.numerator[stage].some(({ quantity }) => quantity === slot.quantity[stage]) ||
      slot.quantity[stage] === STAGE_STUDENTS[stage] ||
      (indicator.shared && slot.quantity[stage].endsWith('Students'));
    return !needed || typeof slots[index] === 'number';
  });
}

function planJudgement(
  draft: SheetDraft,
  context: JudgedContext,
  row: SchoolStage,
  at: number,
): void {
  const { assessment, table, words } = context;
  const { standard } = assessment;
  const rule = standard.schoolRule;
  if (rule === null) {
    draft.put(at, table.passColumn, words.notApplicable, { style: STYLES.centered });
    draft.put(at, table.remarkColumn, '', { style: STYLES.text });
    draft.height(at, lineHeight(wrappedLines(row.school.name, WIDTHS.name - 1)));
    return;
  }
  const statuses = table.statusRange(at, standard);
  const total = standard.indicators.length;
  const count = (status: number): string => `COUNTIF(${statuses},${status})`;
  draft.put(at, table.passColumn, verdictWord(row.passes, context), {
    style: { ...STYLES.centered, bold: row.passes !== true },
    formula: `IF(COUNT(${statuses})<${total},${quotedText(words.unjudged)},IF(AND(${count(ATTAINMENT_NUMBERS.met)}>=${rule.requiredMet},${count(ATTAINMENT_NUMBERS.below)}=0),${quotedText(words.yes)},${quotedText(words.no)}))`,
  });
  const groups: readonly [Attainment, string][] = [
    ['met', words.table22.met],
    ['near', words.table22.near],
    ['below', words.table22.below],
  ];
  const { listSeparator: separator, clauseSeparator } = words;
  const parts = groups.map(([attainment, word]) => {
    const status = ATTAINMENT_NUMBERS[attainment];
    const codes = standard.indicators.map((_, index) => {
      const cell = columnFixed(table.statusColumn(index), at);
      return `REPT(${quotedText(separator + codeOf(index))},${cell}=${status})`;
    });
    return `IF(${count(status)}>0,${quotedText(clauseSeparator + word)}&MID(${codes.join('&')},${separator.length + 1},200),"")`;
  });
  const remark = remarkOf(row, context);
  draft.put(at, table.remarkColumn, remark, {
    style: STYLES.text,
    formula: `IF(${count(ATTAINMENT_NUMBERS.met)}=${total},${quotedText(words.table22.allMet)},MID(${parts.join('&')},${clauseSeparator.length + 1},300))`,
  });
  draft.height(
    at,
    lineHeight(
      Math.max(
        // Its lists of indicators break only between groups, well before the edge.
        wrappedLines(remark, WIDTHS.remark - 8),
        wrappedLines(row.school.name, WIDTHS.name - 1),
      ),
    ),
  );
}

function codeOf(index: number): string {
  return `L${index + FIRST_INDICATOR_NUMBER}`;
}

function verdictWord(passes: boolean | null, { words }: JudgedContext): string {
  return passes === null ? words.unjudged : passes ? words.yes : words.no;
}

/** 备注: which indicators reach the threshold, which reach 85 %, which do not. */
function remarkOf(row: SchoolStage, { words }: JudgedContext): string {
  const codes = (attainment: Attainment): string[] =>
    row.indicators.flatMap(({ status }, index) => (status === attainment ? [codeOf(index)] : []));
  const met = codes('met');
  if (met.length === row.indicators.length) return words.table22.allMet;
  return (
    [
      [words.table22.met, met],
      [words.table22.near, codes('near')],
      [words.table22.below, codes('below')],
    ] satisfies [string, string[]][]
  )
    .filter(([, list]) => list.length > 0)
    .map(([word, list]) => word + list.join(words.listSeparator))
    .join(words.clauseSeparator);
}

/** Writes what a row reads from 学校数据 into its working columns; gives the numbers by slot. */
function planWorkings(
  draft: SheetDraft,
  context: JudgedContext,
  lookup: SchoolLookup,
  row: SchoolStage,
  at: number,
  members: MemberRows,
): readonly SlotValue[] {
  const { table } = context;
  const { school, stage } = row;
  const nameCell = columnFixed(table.nameColumn, at);
  const rowCells = planRows(draft, lookup, school, at, table.working, nameCell);
  const joined = row.members.length === 0 ? null : members.add(row);
  return table.slots.map((slot, index) => {
    const column = table.working.slots[index] ?? 0;
    const onBlank = blankIsZero(slot, school, stage) ? 0 : '';
    if (joined === null || !slot.merging) {
      const own = lookup.quantity(slot, school, stage, rowCells, onBlank);
      draft.put(at, column, own.value, workingDetails(own.formula));
      return own.value;
    }
    const [first = at, last = at] = [joined[0], joined.at(-1)];
    const memberColumn = table.member.slots[index] ?? 0;
    const range = `${columnFixed(memberColumn, first)}:${columnFixed(memberColumn, last)}`;
    const values = [school, ...row.members].map((each) =>
      lookup.isDoubled(each) ? FAULT : slotValue(slot, each, stage),
    );
    const value = addedUp(values, onBlank);
    const blank = onBlank === 0 ? '0' : '""';
    draft.put(
      at,
      column,
      value,
      workingDetails(
        `IF(COUNTIF(${range},${quotedText(FAULT)})>0,${quotedText(FAULT)},IF(COUNT(${range})=0,${blank},SUM(${range})))`,
      ),
    );
    return value;
  });
}

/** Amounts of several rows as one: a fault spoils the whole, blanks count nothing beside a number. */
function addedUp(values: readonly SlotValue[], onBlank: 0 | ''): SlotValue {
  if (values.includes(FAULT)) return FAULT;
  const known = values.filter((value) => typeof value === 'number');
  return known.length === 0 ? onBlank : known.reduce((sum, value) => sum + value, 0);
}

function workingDetails(formula: string | null): DraftCell {
  return formula === null ? { style: STYLES.working } : { style: STYLES.working, formula };
}

/** Writes a school's key and the row it is found in; gives the cells that hold those rows. */
function planRows(
  draft: SheetDraft,
  lookup: SchoolLookup,
  school: School,
  at: number,
  columns: WorkingColumns,
  nameCell: string,
): readonly string[] {
  draft.put(at, columns.key, lookup.key(school), {
    style: { ...STYLES.working, numberFormat: 'text' },
  });
  const keyCell = columnFixed(columns.key, at);
  return columns.rows.map((column, source) => {
    const found = lookup.row(school, source, keyCell, nameCell);
    if (found !== null) {
      draft.put(at, column, found.value, { style: STYLES.working, formula: found.formula });
    }
    return columnFixed(column, at);
  });
}

/** Rows of the hidden columns in which a school that others are merged into is added up with them. */
class MemberRows {
  readonly #context: JudgedContext;
  readonly #draft: SheetDraft;
  #next: number;

  constructor(context: JudgedContext, draft: SheetDraft) {
    this.#context = context;
    this.#draft = draft;
    this.#next = SCHOOL_TABLE_HEADING_ROWS[1] + 1;
  }

  /** Writes the school and its members one under another; gives their rows. */
  add(row: SchoolStage): readonly number[] {
    const { table, lookup } = this.#context;
    if (lookup === null) return [];
    return [row.school, ...row.members].map((school) => {
      const at = this.#next;
      this.#next += 1;
      this.#draft.put(at, table.memberNameColumn, school.name, { style: STYLES.working });
      const nameCell = columnFixed(table.memberNameColumn, at);
      const rowCells = planRows(this.#draft, lookup, school, at, table.member, nameCell);
      table.slots.forEach((slot, index) => {
        const read = lookup.quantity(slot, school, row.stage, rowCells, '');
        this.#draft.put(
          at,
          table.member.slots[index] ?? 0,
          read.value,
          workingDetails(read.formula),
        );
      });
      return at;
    });
  }
}

function planNotes(draft: SheetDraft, context: JudgedContext): void {
  const { assessment, table, words } = context;
  const { standard } = assessment;
  const width =
    WIDTHS.number +
    WIDTHS.name +
    WIDTHS.ownership +
    3 * WIDTHS.small +
    standard.indicators.length * WIDTHS.indicator +
    WIDTHS.pass +
    remarkWidth(standard);
  let row = (table.blocks.at(-1)?.lastRow ?? 4) + 1;
  for (const text of [countsNote(context), legend(standard, context), ownershipLegend()]) {
    draft.putAcross(row, 0, table.remarkColumn, text, { style: STYLES.note });
    draft.height(row, lineHeight(wrappedLines(text, width * 1.05)));
    row += 1;
  }
  planSignatures(draft, context, row, {
    lastColumn: table.remarkColumn,
    rightColumn: table.valueColumn(0),
  });

  function ownershipLegend(): string {
    const list = words.ownerships.map((name, index) => `${index + 1} ${name}`);
    return fill(words.table22.ownershipLegend, { list: list.join(words.listSeparator) });
  }
}

function legend(standard: Standard, { words }: JudgedContext): string {
  const { split, schoolRule } = standard;
  const weights = { primary: split.primary, junior: split.junior, senior: split.senior };
  if (schoolRule === null) return fill(words.table22.legendNoRule, weights);
  return fill(words.table22.legend, {
    ...weights,
    indicators: standard.indicators.length,
    required: schoolRule.requiredMet,
    floor: `${Math.round(schoolRule.floorRatio * 1000) / 10}%`,
  });
}

/** 注：小学 30 所（小学 24 所、50 人及以上教学点 3 所、九年一贯制学校小学部 3 所）；初中 … */
function countsNote(context: JudgedContext): string {
  const { table, words } = context;
  const stages = table.blocks.map((block) => {
    const counts = new Map<string, number>();
    for (const { school } of block.schools) {
      const label = typeLabel(school, block, context);
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    const types = [...counts].map(([type, count]) =>
      fill(words.table22.noteCount, { type, count }),
    );
    return fill(words.table22.noteTypes, {
      stage: stageName(block.stage, context),
      count: block.schools.length,
      types: types.join(words.listSeparator),
    });
  });
  const merged = new Set(table.blocks.flatMap(({ schools }) => schools.flatMap((s) => s.members)));
  if (merged.size > 0) stages.push(fill(words.table22.noteMerged, { count: merged.size }));
  return fill(words.table22.note, { stages: stages.join(words.clauseSeparator) });
}

function typeLabel(school: School, { stage }: SchoolBlock, context: JudgedContext): string {
  const { words, texts, assessment } = context;
  const { type } = school.description;
  if (type === null) return words.other;
  if (type === 'teachingPoint') {
    return fill(words.table22.noteTeachingPoint, {
      minimum: assessment.standard.scope.teachingPointMinimum,
    });
  }
  const name = texts.schoolTypes[type];
  const isPart = type === 'nineYear' || type === 'twelveYear' || type === 'completeSecondary';
  return isPart
    ? fill(words.table22.noteDepartment, { type: name, stage: texts.stages[stage] })
    : name;
}
