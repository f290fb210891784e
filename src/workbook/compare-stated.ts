import type { Assessment, SchoolStage } from '../assessment/assessment';
import { finding } from '../assessment/finding-codes';
import type { Finding } from '../assessment/finding';
import type { Standard } from '../standard/standard';
import type { StatedFigure } from './indicator-grid';
import { normaliseText } from './normalise-text';
import type { StatedSchool } from './table-2-2';

/** How far a stated figure may be from the recomputed one. */
export interface StatedTolerances {
  /** 全县平均值, shown with two decimals. */
  readonly mean: number;
  /** 差异系数, shown with three decimals. */
  readonly coefficient: number;
  /** A school's value in 表Ⅱ-2, shown with two decimals. */
  readonly value: number;
}

/** Against 学校数据 a stated figure may only be rounded. */
export const AGAINST_SCHOOLS: StatedTolerances = { mean: 0.01, coefficient: 0.0005, value: 0.005 };

/** Against 表Ⅱ-2, whose two decimals are already rounded, coefficients may stray further. */
export const AGAINST_TABLE: StatedTolerances = { mean: 0.01, coefficient: 0.002, value: 0.005 };

/** Percentages are shown with one decimal. */
const RATIO_TOLERANCE = 0.05;

/** Room for the binary fractions of decimal figures. */
const BINARY_ROOM = 1e-9;

const PASSES = { true: '达标', false: '不达标' } as const;

function differs(stated: number, recomputed: number, tolerance: number): boolean {
  const room = BINARY_ROOM * Math.max(1, Math.abs(recomputed));
  return Math.abs(stated - recomputed) > tolerance + room;
}

/** Compares the figures of a filled-in 表Ⅲ and 表Ⅱ-1 with the recomputed ones. */
export function compareFigures(
  figures: readonly StatedFigure[],
  assessment: Assessment,
  tolerances: StatedTolerances,
): Finding[] {
  return figures.flatMap((figure) => {
    const found = compareFigure(figure, assessment, tolerances);
    return found === null ? [] : [found];
  });
}

function compareFigure(
  figure: StatedFigure,
  assessment: Assessment,
  tolerances: StatedTolerances,
): Finding | null {
  const summary = assessment.stages[figure.stage];
  if (summary === undefined) return null;
  const { indicator } = figure;
  const column = indicator === null ? null : (summary.indicators[indicator] ?? null);
  const met = column === null ? summary.passing : column.schoolsMet;
  switch (figure.measure) {
    case 'mean':
      return differing(figure, 'stated-mean-differs', column?.mean, tolerances.mean, assessment);
    case 'coefficient':
      return differing(
        figure,
        'stated-coefficient-differs',
        column === null ? summary.composite.cv : column.cv,
        tolerances.coefficient,
        assessment,
      );
    case 'count':
      return differing(figure, 'stated-count-differs', met, 0, assessment);
    case 'ratio': {
      if (met === null || summary.schools === 0) return null;
      const percent = (100 * met) / summary.schools;
      const asFraction = !differs(figure.value * 100, percent, RATIO_TOLERANCE);
      if (figure.value <= 1 && asFraction) return null;
      return differing(figure, 'stated-count-differs', percent, RATIO_TOLERANCE, assessment);
    }
  }
}

function differing(
  { stage, measure, indicator, value, cell }: StatedFigure,
  code: 'stated-mean-differs' | 'stated-coefficient-differs' | 'stated-count-differs',
  recomputed: number | null | undefined,
  tolerance: number,
  { standard }: Assessment,
): Finding | null {
  if (recomputed === null || recomputed === undefined) return null;
  if (!differs(value, recomputed, tolerance)) return null;
  return finding(code, {
    ...cell,
    stage,
    indicator: indicator === null ? null : (standard.indicators[indicator]?.id ?? null),
    actual: value,
    required: recomputed,
    parameters: { measure },
  });
}

/** Compares a filled-in 表Ⅱ-2 with the recomputed rows, school by school and in number. */
export function compareRows(
  rows: readonly StatedSchool[],
  assessment: Assessment,
  tolerances: StatedTolerances,
): Finding[] {
  if (rows.length === 0) return [];
  const findings: Finding[] = [];
  const known = new Map<string, SchoolStage | null>();
  for (const row of assessment.schools) {
    const key = keyOf(row.school.name, row.stage);
    known.set(key, known.has(key) ? null : row);
  }
  for (const row of rows) {
    const recomputed = known.get(keyOf(row.school.name, row.stage));
    if (recomputed !== null && recomputed !== undefined) {
      findings.push(...compareRow(row, recomputed, assessment.standard, tolerances));
    }
  }
  for (const stage of ['primary', 'junior'] as const) {
    const stated = rows.filter((row) => row.stage === stage);
    const last = stated[stated.length - 1];
    const schools = assessment.stages[stage]?.schools ?? 0;
    if (last !== undefined && stated.length !== schools) {
      findings.push(
        finding('stated-count-differs', {
          sheet: last.school.sheet,
          cell: last.school.cell('name')?.cell ?? null,
          stage,
          actual: stated.length,
          required: schools,
          parameters: { measure: 'schools' },
        }),
      );
    }
  }
  return findings;
}

function keyOf(name: string, stage: string): string {
  return `${stage}|${normaliseText(name)}`;
}

function compareRow(
  stated: StatedSchool,
  recomputed: SchoolStage,
  standard: Standard,
  tolerances: StatedTolerances,
): Finding[] {
  const findings: Finding[] = [];
  const { stage } = stated;
  const school = stated.school.name;
  if (
    stated.students !== null &&
    recomputed.students !== null &&
    stated.students !== recomputed.students
  ) {
    findings.push(
      finding('stated-value-differs', {
        ...stated.studentsCell,
        school,
        stage,
        actual: stated.students,
        required: recomputed.students,
        unit: 'student',
        parameters: { measure: 'students' },
      }),
    );
  }
  stated.values.forEach((value, index) => {
    const expected = recomputed.indicators[index]?.value ?? null;
    if (value === null || expected === null || !differs(value, expected, tolerances.value)) return;
    findings.push(
      finding('stated-value-differs', {
        ...stated.cells[index],
        school,
        stage,
        indicator: standard.indicators[index]?.id ?? null,
        actual: value,
        required: expected,
      }),
    );
  });
  findings.push(...compareAttainment(stated, recomputed));
  return findings;
}

/** Compares 综合评估是否达标 of one row with the recomputed judgement. */
function compareAttainment(stated: StatedSchool, recomputed: SchoolStage): Finding[] {
  if (stated.passes === null || recomputed.passes === null) return [];
  if (stated.passes === recomputed.passes) return [];
  return [
    finding('stated-attainment-differs', {
      ...stated.passesCell,
      school: stated.school.name,
      stage: stated.stage,
      actual: PASSES[`${stated.passes}`],
      required: PASSES[`${recomputed.passes}`],
    }),
  ];
}
