import type { RecognitionRule } from '../standard/recognition-rule';
import { Rational } from '../statistics/rational';
import type { Verdict } from './assessment';
import type { Finding } from './finding';
import { finding } from './finding-codes';
import { worstVerdict } from './form-judgement';
import type {
  PartJudgement,
  RecognitionJudgement,
  SurveyFigures,
  SurveyRate,
} from './form-judgement';
import type { CellReference } from './school';

/** A number of the survey as it was filled in; `value` null: blank, or unusable and reported. */
export interface SurveyNumber {
  readonly value: number | null;
  readonly usable: boolean;
  /** What stands in the cell, before it was understood; null where it is neither text nor a number. */
  readonly written: string | number | null;
  readonly cell: CellReference;
}

/** The columns of 社会认可度 that hold numbers. */
export const SURVEY_FIELDS = [
  'issued',
  'valid',
  'satisfied',
  'visited',
  'visitedSatisfied',
  'satisfaction',
  'visitedSatisfaction',
] as const;

/** One number of a group's row. */
export type SurveyField = (typeof SURVEY_FIELDS)[number];

/** One row of 社会认可度. */
export interface SurveyRow {
  readonly group: string;
  readonly kind: 'total' | 'parents' | 'other';
  readonly numbers: ReadonlyMap<SurveyField, SurveyNumber>;
  /** The cell of the group's name. */
  readonly cell: CellReference;
}

/** The numbers of a group that are part of everybody's. */
const COUNTS = ['issued', 'valid', 'satisfied', 'visited', 'visitedSatisfied'] as const;

/** Which number is part of which other one. */
export const SURVEY_PARTS: readonly (readonly [part: SurveyField, whole: SurveyField])[] = [
  ['valid', 'issued'],
  ['satisfied', 'valid'],
  ['visitedSatisfied', 'visited'],
];

/** The satisfaction of each way of asking: who is satisfied, of whom, and where it is stated. */
const SATISFACTIONS: readonly (readonly [SurveyField, SurveyField, SurveyField])[] = [
  ['satisfied', 'valid', 'satisfaction'],
  ['visitedSatisfied', 'visited', 'visitedSatisfaction'],
];

/**
 * Judges 社会认可度: the satisfaction of all asked, and of the parents among them, must reach the
 * bound, by questionnaire and, where there were visits, by visit. Without a row 计 the groups are
 * added up. Exact on the decimals shown.
 */
export function judgeSurvey(
  rows: readonly SurveyRow[],
  sheet: string,
  rule: RecognitionRule,
): PartJudgement<RecognitionJudgement> {
  const findings: Finding[] = [];
  const verdicts: Verdict[] = [];
  const rates: SurveyRate[] = [];
  let impossible = false;
  const compare = (
    field: SurveyField,
    group: string,
    inner: SurveyNumber | undefined,
    outer: SurveyNumber | undefined,
  ): void => {
    if (inner?.value == null || outer?.value == null || inner.value <= outer.value) return;
    impossible = true;
    findings.push(
      finding('part-exceeds-whole', {
        ...inner.cell,
        actual: inner.value,
        required: outer.value,
        citation: rule.citation,
        parameters: { survey: field, group },
      }),
    );
  };
  for (const { numbers, group } of rows) {
    for (const [part, whole] of SURVEY_PARTS)
      compare(part, group, numbers.get(part), numbers.get(whole));
    // Where nobody counted the valid ones, the satisfied ones are still among those issued.
    if (numbers.get('valid')?.value == null) {
      compare('satisfied', group, numbers.get('satisfied'), numbers.get('issued'));
    }
  }
  const totalRow = rows.find(({ kind }) => kind === 'total') ?? null;
  const parentsRow = rows.find(({ kind }) => kind === 'parents') ?? null;
  if (totalRow !== null && parentsRow !== null) {
    for (const field of COUNTS) {
      const [own, all] = [parentsRow.numbers.get(field), totalRow.numbers.get(field)];
      compare(field, parentsRow.group, own, all);
    }
  }
  const groups = rows.filter(({ kind }) => kind !== 'total');
  const sums = new Map(SURVEY_FIELDS.map((field) => [field, sumOf(groups, field)]));
  if (totalRow !== null && groups.some(({ kind }) => kind === 'other')) {
    for (const { field, stated, sum } of differing(totalRow, sums)) {
      findings.push(
        finding('stated-share-differs', {
          ...stated.cell,
          actual: stated.value,
          required: sum,
          citation: rule.citation,
          parameters: { survey: field, group: totalRow.group },
        }),
      );
    }
  }
  const figures = (of: (field: SurveyField) => number | null): SurveyFigures => ({
    issued: of('issued'),
    valid: of('valid'),
    satisfied: of('satisfied'),
    visited: of('visited'),
    visitedSatisfied: of('visitedSatisfied'),
  });
  const ofTotal = (field: SurveyField): number | null =>
    totalRow === null ? (sums.get(field) ?? null) : valueOf(totalRow, field);

  const subjects = [
    {
      row: totalRow,
      asked: 'total',
      group: totalRow?.group ?? '',
      of: ofTotal,
      needed: true,
    } as const,
    ...(parentsRow === null
      ? []
      : [
          {
            row: parentsRow,
            asked: 'parents',
            group: parentsRow.group,
            of: (field: SurveyField) => valueOf(parentsRow, field),
            needed: false,
          } as const,
        ]),
  ];
  for (const { row, asked, group, of, needed } of subjects) {
    for (const [satisfied, whole, stated] of SATISFACTIONS) {
      const isVisit = whole === 'visited';
      const unusable = [satisfied, whole].some(
        (field) => row?.numbers.get(field)?.usable === false,
      );
      const rate = (
        percent: number | null,
        holds: boolean | null,
        field: SurveyField,
      ): SurveyRate => ({
        group: asked,
        by: isVisit ? 'visit' : 'questionnaire',
        percent,
        holds,
        cell: row?.numbers.get(field)?.cell ?? null,
      });
      if (unusable) {
        verdicts.push('unjudged');
        rates.push(rate(null, null, satisfied));
        continue;
      }
      const [part, all, share] = [of(satisfied), of(whole), of(stated)];
      // 0 of 0 asked says nothing, and says so only where nobody was visited.
      const counted = part !== null && all !== null && all > 0;
      const nobody = (all === null || all === 0) && part === null && share === null;
      if (!counted && share === null) {
        if (isVisit && (nobody || (all === 0 && part === 0))) continue;
        if (!needed && nobody) continue;
        verdicts.push('unjudged');
        rates.push(rate(null, null, part === null ? satisfied : whole));
        const open = row?.numbers.get(part === null ? satisfied : whole)?.cell;
        findings.push(
          finding('item-missing', {
            sheet,
            cell: open?.cell ?? null,
            citation: rule.citation,
            parameters: { survey: part === null ? satisfied : whole, group },
          }),
        );
        continue;
      }
      const bound = Rational.fromShown(rule.atLeast);
      const value = counted
        ? Rational.fromShown(part).times(Rational.of(100n)).over(Rational.fromShown(all))
        : Rational.fromShown(share ?? 0);
      const holds = value.compare(bound) >= 0;
      verdicts.push(holds ? 'pass' : 'fail');
      const believed = counted || !isBeyond(share) ? holds : null;
      rates.push(rate(value.toNumber(), believed, counted ? satisfied : stated));
      const cell = row?.numbers.get(counted ? satisfied : stated)?.cell ?? null;
      if (!counted && !isBeyond(share)) {
        findings.push(
          finding('share-alone', {
            sheet,
            ...cell,
            actual: share,
            citation: rule.citation,
            parameters: { survey: stated, group, sign: '%' },
          }),
        );
      }
      if (!holds) {
        findings.push(
          finding('item-not-met', {
            sheet,
            ...cell,
            actual: value.toNumber(),
            required: rule.atLeast,
            citation: rule.citation,
            parameters: { survey: stated, group, sign: '%', bound: 'atLeast' },
          }),
        );
      } else if (isBeyond(counted ? null : share)) {
        impossible = true;
        findings.push(
          finding('part-exceeds-whole', {
            sheet,
            ...cell,
            actual: share,
            required: 100,
            citation: rule.citation,
            parameters: { survey: stated, group },
          }),
        );
      }
    }
  }
  const worst = worstVerdict(verdicts);
  const verdict = impossible && worst === 'pass' ? 'unjudged' : worst;
  return {
    verdict,
    detail: {
      verdict,
      total: figures(ofTotal),
      parents: parentsRow === null ? null : figures((field) => valueOf(parentsRow, field)),
      rates,
      rows,
    },
    findings,
  };
}

function isBeyond(share: number | null): boolean {
  return share !== null && share > 100;
}

function valueOf(row: SurveyRow, field: SurveyField): number | null {
  return row.numbers.get(field)?.value ?? null;
}

function sumOf(rows: readonly SurveyRow[], field: SurveyField): number | null {
  if (field === 'satisfaction' || field === 'visitedSatisfaction') return null;
  const known = rows.map((row) => valueOf(row, field)).filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function differing(
  total: SurveyRow,
  sums: ReadonlyMap<SurveyField, number | null>,
): { field: SurveyField; stated: SurveyNumber; sum: number }[] {
  return [...total.numbers].flatMap(([field, stated]) => {
    const sum = sums.get(field) ?? null;
    return stated.value === null || sum === null || sum === stated.value
      ? []
      : [{ field, stated, sum }];
  });
}
