import type { ChartPlan, PlannedCell, SheetPlan } from '../../../src/plans/sheet-plan';

const SCHOOLS = ['城关第一小学', '城关第二小学', '镇中心小学', '白云小学', '红星九年一贯制学校'];
const PRIMARY = [0.41, 0.52, 0.33, 0.29, 0.61];
const JUNIOR = [0.2, 0.25, null, 0.22, 0.1];

/** A chart over the rows of `overview`. */
export function chart(kind: ChartPlan['kind'], index = 0): ChartPlan {
  const series = (
    name: string,
    column: string,
    cached: readonly (number | null)[],
    color: string,
  ) => ({
    name,
    categories: 'A3:A7',
    categoryLabels: SCHOOLS,
    values: `${column}3:${column}7`,
    cached,
    color,
  });
  const row = 11 + 18 * Math.floor(index / 2);
  return {
    kind,
    title: `差异系数 <${kind}> & 限值`,
    axisFormat: 'percent1',
    series: [
      series('小学', 'B', PRIMARY, '2F6DB5'),
      series('初中', 'C', JUNIOR, 'E08A2B'),
      {
        ...series(
          '限值',
          'D',
          SCHOOLS.map(() => 0.5),
          'C00000',
        ),
        asLine: true,
      },
    ],
    anchor: {
      fromColumn: index % 2 === 0 ? 0 : 5,
      toColumn: index % 2 === 0 ? 5 : 12,
      fromRow: row,
      toRow: row + 17,
    },
  };
}

/** A sheet with everything a plan can hold. */
export const OVERVIEW: SheetPlan = {
  key: 'overview',
  name: "总览's",
  columnWidths: [24, 12, 12, 12],
  hiddenColumns: [6],
  merges: ['A1:D1'],
  freeze: { rows: 2, columns: 1 },
  print: { orientation: 'landscape', repeatRows: [1, 2], breaksAfterRows: [9] },
  tabColor: '2F6DB5',
  showGridLines: false,
  rows: [
    {
      number: 1,
      height: 30,
      cells: [
        {
          column: 0,
          value: '=1+1 是文字',
          style: { bold: true, fontSize: 16, horizontal: 'center', vertical: 'center' },
        },
      ],
    },
    {
      number: 2,
      cells: ['学校', '小学', '初中', '限值'].map((value, column) => ({
        column,
        value,
        style: { bold: true, border: 'thin', wrap: true, fill: '2F6DB5', fontColor: 'FFFFFF' },
      })),
    },
    ...SCHOOLS.map((school, index) => ({
      number: 3 + index,
      cells: [
        { column: 0, value: school, link: { sheet: "总览's", cell: `B${3 + index}` } },
        { column: 1, value: PRIMARY[index] ?? null, style: { numberFormat: 'percent1' } },
        { column: 2, value: JUNIOR[index] ?? null, style: { numberFormat: 'decimal3' } },
        { column: 3, value: 0.5, style: { numberFormat: 'decimal2', border: 'thin' } },
      ] satisfies PlannedCell[],
    })),
    {
      number: 8,
      cells: [
        { column: 0, value: ' 两端空格\n第二行\u0001 _x0041_ ' },
        { column: 1, value: 2.16, formula: 'SUM(B3:B7)' },
        { column: 2, value: 'a<b', formula: '"a"&"<b"' },
        { column: 3, value: true, formula: 'B8>1' },
        { column: 4, value: '#DIV/0!', formula: '1/0' },
        { column: 5, value: false },
      ],
    },
  ],
  validations: [
    {
      range: 'E3:E7',
      rule: { kind: 'list', values: ['是', '否'] },
      prompt: { title: '寄宿制', text: '填 是\n或 否' },
      onError: { style: 'stop', title: '填错了', text: '只能填 "是" 或 "否"' },
    },
    { range: 'F3:F7', rule: { kind: 'whole', minimum: 0 } },
    {
      range: 'G3:G7',
      rule: { kind: 'decimal', minimum: 0, maximum: 1.5 },
      onError: { style: 'warning', title: '看一看', text: '超出范围' },
    },
  ],
  charts: [chart('column', 0), chart('bar', 1), chart('line', 2), chart('stackedColumn', 3)],
};

/** A sheet whose formulas and links speak of `overview`. */
export const FOLLOWER: SheetPlan = {
  key: 'follower',
  name: '表Ⅲ',
  columnWidths: [],
  merges: [],
  print: { orientation: 'portrait', pagesTall: 1 },
  charts: [],
  rows: [
    {
      number: 1,
      cells: [
        {
          column: 0,
          value: 2.16,
          formula: "'总览''s'!B8",
          link: { sheet: "总览's", cell: 'B8' },
        },
      ],
    },
  ],
};
