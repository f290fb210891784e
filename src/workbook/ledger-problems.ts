import type { SchoolStage } from '../assessment/assessment';
import type { Finding } from '../assessment/finding';
import type { FindingCode } from '../assessment/finding-codes';
import type { ItemJudgement } from '../assessment/form-judgement';
import type { School } from '../assessment/school';
import { QUANTITIES } from '../standard/quantities';
import type { Quantity } from '../standard/quantities';
import { SPENDING_RULES } from '../standard/spending-rules';
import type { SpendingComparison } from '../standard/spending-rules';
import type { IndicatorId } from '../standard/standard';
import { STAGES } from '../standard/stage';
import { LedgerSchools } from './ledger-schools';
import type { WorkbookCheck } from './workbook-check';

/** One problem to be mended: a line of 整改台账. */
export interface LedgerProblem {
  /** What it may be known by from run to run, the one to write first; without language. */
  readonly ids: readonly string[];
  /** What of the school or county it is, as the end of its ids says. */
  readonly kind: string;
  /** Null for a problem of the county. */
  readonly school: string | null;
  /** Whether 问题级别 is 重大 unless a person says otherwise. */
  readonly major: boolean;
  /**
   * Whether a line is opened for it. A value of 85–100 % in a failing school opens none as long as
   * the school would pass with it, but keeps a line that is there.
   */
  readonly opens: boolean;
  /** What the check says of it: the stages of one indicator, the rates of one survey. */
  readonly findings: readonly Finding[];
  /** The school's cells that must hold numbers before the problem can be called gone. */
  readonly quantities: readonly Quantity[];
}

/**
 * How a problem is mended: its requirement is met, or a value of 85–100 % is left with which the
 * school passes.
 */
export type Mending = 'met' | 'enough';

/** All problems of a check, and which of those of an earlier check are mended. */
export interface LedgerProblems {
  readonly problems: readonly LedgerProblem[];
  /**
   * How what an id names is mended, judged now. Null where it is not, or can no longer be judged: a
   * school that is gone, a data error, a sheet left out.
   */
  mending(id: string, quantities: readonly Quantity[]): Mending | null;
}

/** The subject of the county's own problems in an id. */
const COUNTY = '县';

const PART_NAMES = { government: '政府保障', quality: '教育质量' } as const;
const RECOGNITION_ID = `${COUNTY}-社会认可度`;
const STAGE_IDS = { primary: '小学', junior: '初中' } as const;

const COEFFICIENT_CODES: readonly FindingCode[] = [
  'coefficient-over-limit',
  'coefficient-undefined',
  'composite-over-limit',
];

/**
 * The problems that a check found, each once: a school and indicator whatever the number of stages
 * (that the school as a whole fails is no problem of its own), a school and item of the form, and
 * those of the county: coefficients, items of 政府保障 and 教育质量 that no school's line accounts
 * for, recognition, veto matters, and rules of 教育经费. Problems of severity `fail` are major.
 */
export function ledgerProblems(check: WorkbookCheck): LedgerProblems {
  const schools = new LedgerSchools(check);
  const problems = [...schoolProblems(check, schools), ...countyProblems(check)];
  return {
    problems,
    mending: (id, quantities) => mendingOf(id, quantities, check, schools),
  };
}

function schoolProblems(check: WorkbookCheck, schools: LedgerSchools): LedgerProblem[] {
  const { assessment } = check;
  const grouped = new Map<string, LedgerProblem>();
  for (const one of check.findings) {
    const kind = schoolKind(one);
    if (kind === null) continue;
    const about = schools.of(one);
    const stageRow = about?.stages.find(({ stage }) => stage === one.stage) ?? null;
    if (one.code === 'indicator-near' && stageRow?.passes !== false) continue;
    const ids = (about?.subjects ?? [one.school ?? '']).map((subject) => `${subject}-${kind}`);
    const [key = ''] = ids;
    const earlier = grouped.get(key);
    const opens =
      one.code !== 'indicator-near' ||
      (stageRow !== null && nearAlone(stageRow, assessment?.standard.schoolRule?.requiredMet ?? 0));
    const quantity = QUANTITIES.find((name) => name === one.parameters['quantity']);
    grouped.set(key, {
      ids,
      kind,
      school: one.school,
      major: one.severity === 'fail' || earlier?.major === true,
      opens: opens || earlier?.opens === true,
      findings: [...(earlier?.findings ?? []), one],
      quantities: [
        ...new Set([
          ...(earlier?.quantities ?? []),
          ...(quantity === undefined || one.code !== 'school-item-not-met' ? [] : [quantity]),
        ]),
      ],
    });
  }
  return [...grouped.values()]
    .map((problem) => ({
      ...problem,
      findings: [...problem.findings].sort((a, b) => stageOrder(a) - stageOrder(b)),
    }))
    .sort((a, b) => orderOf(a, schools) - orderOf(b, schools) || compareKinds(a.kind, b.kind));
}

/** What of a school a finding is about; null where it is no problem of a school. */
function schoolKind({ code, indicator, parameters }: Finding): string | null {
  if (code === 'indicator-below' || code === 'indicator-near') return indicator;
  if (code !== 'school-item-not-met') return null;
  return itemKind(parameters['form'], parameters['item']);
}

function itemKind(
  form: string | number | undefined,
  item: string | number | undefined,
): string | null {
  if (form !== 'government' && form !== 'quality') return null;
  return `${PART_NAMES[form]}-${item ?? ''}`;
}

/** Whether a stage would fail by its values of 85–100 % alone, were all below mended. */
function nearAlone({ indicators }: SchoolStage, requiredMet: number): boolean {
  const near = indicators.filter(({ status }) => status === 'near').length;
  return indicators.length - near < requiredMet;
}

/** Schools as they stand in the workbook. */
function orderOf({ findings: [first] }: LedgerProblem, schools: LedgerSchools): number {
  return (first === undefined ? null : schools.of(first))?.order ?? Number.MAX_SAFE_INTEGER;
}

/** L2 before L10, items of the form behind indicators. */
function compareKinds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

function stageOrder({ stage }: Finding): number {
  return stage === null ? -1 : STAGES.indexOf(stage);
}

function countyProblems(check: WorkbookCheck): LedgerProblem[] {
  const bySchools = new Set(
    check.findings.flatMap(({ code, parameters }) =>
      code === 'school-item-not-met'
        ? [itemKind(parameters['form'], parameters['item']) ?? '']
        : [],
    ),
  );
  const grouped = new Map<string, LedgerProblem>();
  for (const one of check.findings) {
    const id = countyId(one, bySchools);
    if (id === null) continue;
    const findings = [...(grouped.get(id)?.findings ?? []), one];
    grouped.set(id, {
      ids: [id],
      kind: id,
      school: null,
      major: true,
      opens: true,
      findings,
      quantities: [],
    });
  }
  return [...grouped.values()];
}

function countyId(one: Finding, bySchools: ReadonlySet<string>): string | null {
  const { code, stage, indicator, parameters } = one;
  if (COEFFICIENT_CODES.includes(code)) {
    return stage === null ? null : coefficientId(indicator, stage);
  }
  if (code === 'veto-exists') return `${COUNTY}-一票否决-${parameters['veto'] ?? ''}`;
  if (code === 'finance-growth-not-met' || code === 'finance-dropped') {
    const rule = SPENDING_RULES.find(
      ({ comparison, series }) =>
        series === parameters['series'] && isOf(comparison, code, parameters['of']),
    );
    if (rule === undefined) return null;
    return spendingId(String(parameters['year'] ?? ''), rule.series, rule.comparison);
  }
  if (code !== 'item-not-met') return null;
  if (typeof parameters['survey'] === 'string') return RECOGNITION_ID;
  const kind = itemKind(parameters['form'], parameters['item']);
  if (kind === null) return null;
  return bySchools.has(kind) && parameters['bound'] !== 'concluded' ? null : `${COUNTY}-${kind}`;
}

function coefficientId(indicator: IndicatorId | null, stage: keyof typeof STAGE_IDS): string {
  return indicator === null
    ? `${COUNTY}-综合差异系数-${STAGE_IDS[stage]}`
    : `${COUNTY}-差异系数-${indicator}-${STAGE_IDS[stage]}`;
}

function isOf(
  comparison: SpendingComparison,
  code: 'finance-growth-not-met' | 'finance-dropped',
  of: string | number | undefined,
): boolean {
  if (code === 'finance-growth-not-met') {
    return comparison === 'grows' || comparison === 'outgrowsRevenue';
  }
  return comparison === (of === 'perPupil' ? 'neverDropsPerPupil' : 'neverDrops');
}

function spendingId(year: string, series: string, comparison: SpendingComparison): string {
  return `${COUNTY}-教育经费-${year}-${series}-${comparison}`;
}

function mendingOf(
  id: string,
  quantities: readonly Quantity[],
  check: WorkbookCheck,
  schools: LedgerSchools,
): Mending | null {
  if (id.startsWith(`${COUNTY}-`)) return isMendedInCounty(id, check) ? 'met' : null;
  for (const [index, indicator] of check.standard.indicators.entries()) {
    const subject = subjectOf(id, indicator.id);
    if (subject === null) continue;
    return mendingOfIndicator(schools.named(subject)?.stages ?? [], index);
  }
  for (const [part, items] of formItems(check)) {
    for (const { item, verdict } of items) {
      const subject = subjectOf(id, `${PART_NAMES[part]}-${item.number}`);
      if (subject === null) continue;
      const school = schools.named(subject)?.school ?? null;
      const isJudged = school !== null && verdict !== 'unjudged' && areFilled(school, quantities);
      return isJudged ? 'met' : null;
    }
  }
  return null;
}

function mendingOfIndicator(stages: readonly SchoolStage[], index: number): Mending | null {
  const statuses = stages.map(({ indicators, passes }) => {
    const status = indicators[index]?.status ?? null;
    return status === 'near' && passes !== true ? null : status;
  });
  if (statuses.length === 0 || statuses.some((one) => one === null || one === 'below')) return null;
  return statuses.includes('near') ? 'enough' : 'met';
}

function subjectOf(id: string, kind: string): string | null {
  return id.endsWith(`-${kind}`) ? id.slice(0, -kind.length - 1) : null;
}

function areFilled(school: School, quantities: readonly Quantity[]): boolean {
  return quantities.every((one) => school.amount(one) !== null);
}

function formItems({
  form,
}: WorkbookCheck): readonly (readonly ['government' | 'quality', readonly ItemJudgement[]])[] {
  return [
    ['government', form.government ?? []],
    ['quality', form.quality ?? []],
  ];
}

function isMendedInCounty(id: string, check: WorkbookCheck): boolean {
  const { assessment, form, spending } = check;
  for (const stage of STAGES) {
    const summary = assessment?.stages[stage];
    if (summary === undefined) continue;
    if (id === coefficientId(null, stage)) return summary.composite.cvPasses === true;
    const index = check.standard.indicators.findIndex((one) => id === coefficientId(one.id, stage));
    if (index >= 0) return summary.indicators[index]?.cvPasses === true;
  }
  if (id === RECOGNITION_ID) return form.recognition?.verdict === 'pass';
  for (const { item, exists } of form.veto ?? []) {
    if (id === `${COUNTY}-一票否决-${item.number}`) return exists === false;
  }
  for (const [part, items] of formItems(check)) {
    for (const { item, verdict } of items) {
      if (id === `${COUNTY}-${PART_NAMES[part]}-${item.number}`) return verdict === 'pass';
    }
  }
  return (spending?.judged ?? []).some(({ growth, rules }) =>
    rules.some(
      ({ rule, holds }) =>
        holds === true && id === spendingId(String(growth.year), rule.series, rule.comparison),
    ),
  );
}
