import type { School } from '../assessment/school';
import { formTexts } from '../locales/form-texts';
import type { Table1Group } from '../locales/form-texts';
import type { CellStyle, SheetPlan } from '../plans/sheet-plan';
import type { SchoolType } from '../standard/school-type';
import type { StatedTotal } from '../workbook/county-information';
import { SCHOOL_TYPE_NAMES } from '../workbook/school-type-names';
import { LARGE_TEACHING_POINT, SCHOOLS_APART, TABLE_1_TOTALS } from '../workbook/table-1-totals';
import type { Table1Source } from '../workbook/table-1-totals';
import { placeReference } from './form-cell';
import { FORM_HEADING_ROW, planFormFoot, planFormHead } from './form-frame';
import { LiveColumns } from './live-columns';
import { sheetName } from './report-context';
import type { ReportContext } from './report-context';
import { SheetDraft } from './sheet-draft';
import { quotedText } from './sheet-reference';
import { STYLES } from './styles';
import { lineHeight, wrappedLines } from './text-width';

/** The table's columns stand in bands of eight, one under another, so that a page holds them. */
const BANDS: readonly (readonly (readonly [Table1Group, number])[])[] = [
  [
    ['nature', 4],
    ['economy', 4],
  ],
  [
    ['schools', 5],
    ['special', 1],
    ['points', 2],
  ],
  [
    ['classes', 2],
    ['pupils', 2],
    ['staff', 4],
  ],
];
const BAND_COLUMNS = 8;
const WIDTH = 15;
/** Rows of a band: group, headings, codes, values, and a free one. */
const BAND_ROWS = 5;
/** 万人 are shown with two decimals; everything else is whole. */
const DECIMAL_CODES: ReadonlySet<string> = new Set(['L1', 'L2']);
const FRAME = { lastColumn: BAND_COLUMNS - 1, rightColumn: 4, characters: BAND_COLUMNS * WIDTH };

interface Table1Value {
  readonly value: number | null;
  readonly formula: string | null;
}

const NOTHING: Table1Value = { value: null, formula: null };

/** 表Ⅰ: L1–L24, counted over 学校数据 where they follow from it, else as 县域信息 has them. */
export function planTable1(context: ReportContext): SheetPlan {
  const { table1 } = formTexts(context.language);
  const values = new Table1Values(context);
  const draft = new SheetDraft();
  planFormHead(draft, context, table1.title, FRAME);
  let number = 0;
  BANDS.forEach((band, index) => {
    const row = FORM_HEADING_ROW + index * BAND_ROWS;
    let column = 0;
    let tallest = 1;
    draft.height(row, 20);
    draft.height(row + 3, 26);
    for (const [group, columns] of band) {
      const last = column + columns - 1;
      draft.putAcross(row, column, last, table1.groups[group], { style: STYLES.heading });
      tallest = Math.max(tallest, wrappedLines(table1.groups[group], WIDTH * columns - 1.5));
      for (; column <= last; column += 1) {
        const heading = table1.headings[number] ?? '';
        number += 1;
        const code = `L${number}`;
        draft.put(row + 1, column, heading, { style: STYLES.heading });
        draft.put(row + 2, column, code, { style: STYLES.code });
        tallest = Math.max(tallest, wrappedLines(heading, WIDTH - 1.5));
        const { value, formula } = values.of(code);
        const style: CellStyle = {
          ...STYLES.centered,
          numberFormat: DECIMAL_CODES.has(code) ? 'decimal2' : 'integer',
        };
        draft.put(row + 3, column, value, formula === null ? { style } : { style, formula });
      }
    }
    draft.height(row + 1, lineHeight(tallest));
  });
  planFormFoot(draft, context, FORM_HEADING_ROW + BANDS.length * BAND_ROWS, table1.note, FRAME);
  return {
    key: 'table_1',
    name: sheetName('table_1', context),
    columnWidths: Array.from({ length: BAND_COLUMNS }, () => WIDTH),
    rows: draft.rows,
    merges: draft.merges,
    print: { orientation: 'landscape', pagesTall: 1 },
    charts: [],
    showGridLines: false,
  };
}

/** The numbers of 表Ⅰ with the formulas that give them. */
class Table1Values {
  readonly #schools: readonly School[];
  readonly #columns: LiveColumns | null;
  readonly #stated: ReadonlyMap<string, StatedTotal>;

  constructor({ check }: ReportContext) {
    this.#schools = check.reading?.schools ?? [];
    this.#columns = check.reading === null ? null : new LiveColumns(check.reading, check.findings);
    this.#stated = new Map(check.countyInformation.totals.map((one) => [one.code, one]));
  }

  of(code: string): Table1Value {
    const stated = this.#stated.get(code);
    const total = TABLE_1_TOTALS.find((one) => one.code === code);
    const computed = this.#schools.length === 0 ? null : (total?.compute(this.#schools) ?? null);
    const [first] = computed ?? [];
    if (total === undefined || computed === null || first === undefined)
      return this.#asStated(stated);
    // A county may list only the schools that are judged: 0 says less than what it states itself.
    if (first === 0 && stated !== undefined && stated.value > 0) return this.#asStated(stated);
    const isStated = stated !== undefined && computed.includes(stated.value);
    const value = isStated ? stated.value : first;
    return { value, formula: this.#formula(total.source, value, value !== first) };
  }

  #asStated(stated: StatedTotal | undefined): Table1Value {
    if (stated === undefined) return NOTHING;
    const cell = placeReference(stated.cell);
    const { value } = stated;
    return {
      value,
      formula: `IF(ISNUMBER(${cell}),${cell},IF(TRIM(${cell})="","",${value}))`,
    };
  }

  /** @param withoutApart whether special and vocational schools are left out of a sum */
  #formula(source: Table1Source, value: number, withoutApart: boolean): string | null {
    const columns = this.#columns;
    if (columns === null) return null;
    const types = columns.range('type');
    if (source.kind === 'sum') {
      const range = columns.numbers(source.quantity);
      if (range === null || columns.isInterrupted) return null;
      if (!withoutApart) return `SUM(${range})`;
      if (types === null) return null;
      const apart = [...SCHOOLS_APART].flatMap((type) =>
        type === null ? [] : this.#spellings(type),
      );
      const sums = apart.map((name) => `SUMIF(${types},${quotedText(name)},${range})`);
      return `SUM(${range})-${sums.join('-')}`;
    }
    if (types === null) return null;
    const named = this.#spellings(source.type)
      .map((name) => `(TRIM(${types})=${quotedText(name)})`)
      .join('+');
    if (source.kind === 'type') return `IFERROR(SUMPRODUCT(1*(${named})),${value})`;
    const pupils = columns.numbers('primaryStudents');
    if (pupils === null) return null;
    return `IFERROR(SUMPRODUCT((${named})*ISNUMBER(${pupils})*(${pupils}>=${LARGE_TEACHING_POINT})),${value})`;
  }

  /** The names of a type: the usual one, and those that this sheet uses. */
  #spellings(type: SchoolType): readonly string[] {
    const used = this.#schools.flatMap(({ description }) =>
      description.type === type ? [description.typeText] : [],
    );
    return [...new Set([SCHOOL_TYPE_NAMES[type], ...used])];
  }
}
