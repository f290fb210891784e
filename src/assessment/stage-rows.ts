import type { Quantity } from '../standard/quantities';
import type { Standard } from '../standard/standard';
import { STAGES } from '../standard/stage';
import type { Stage } from '../standard/stage';
import type { CountedSchool } from './counted-school';
import type { Finding } from './finding';
import { finding } from './finding-codes';
import type { School } from './school';
import { at } from './school-cell';
import { requiresStage, stagePresence } from './stage-presence';
import type { StagePresence } from './stage-presence';
import { STAGE_QUANTITIES, staffQuantities } from './stage-quantities';
import { StageRow } from './stage-row';
import type { StagePupils } from './split';

/** The stages of one school as rows to judge, and what is missing of them. */
export interface SchoolStageRows {
  readonly rows: readonly StageRow[];
  readonly findings: readonly Finding[];
}

/** A school of these types has seniors: blank is forgotten, and 0 has to be written. */
export function lacksSeniors(school: School): boolean {
  const { type } = school.description;
  return (
    (type === 'completeSecondary' || type === 'twelveYear' || type === 'senior') &&
    school.amount('seniorStudents') === null &&
    !school.isFaulty('seniorStudents')
  );
}

function isUnknown(presence: StagePresence): boolean {
  return presence === 'faulty' || presence === 'missing';
}

type Presences = Readonly<Record<Stage, StagePresence>>;

function lackingSeniors({ school, members }: CountedSchool): readonly School[] {
  if (members.length === 0) return lacksSeniors(school) ? [school] : [];
  return [school, ...members].filter(lacksSeniors);
}

/** Pupils by stage, or null where one of the numbers that the division needs is not known. */
function sharingOf(counted: CountedSchool, presences: Presences): StagePupils | null {
  const { record } = counted;
  if (record.isFaulty('seniorStudents') || lackingSeniors(counted).length > 0) return null;
  if (isUnknown(presences.primary) || isUnknown(presences.junior)) return null;
  return {
    primary: record.amount('primaryStudents') ?? 0,
    junior: record.amount('juniorStudents') ?? 0,
    senior: record.amount('seniorStudents') ?? 0,
  };
}

function isBlank(record: School, quantity: Quantity): boolean {
  return record.amount(quantity) === null && !record.isFaulty(quantity);
}

function lacksValues(record: School, standard: Standard, stage: Stage): boolean {
  for (const { numerator } of standard.indicators) {
    for (const { quantity } of numerator[stage]) {
      if (isBlank(record, quantity)) return true;
    }
  }
  return false;
}

/** Blank cells that the judgement needs, each reported once however many indicators read it. */
function missingValues(
  counted: CountedSchool,
  standard: Standard,
  stages: readonly Stage[],
): Finding[] {
  const { record, school } = counted;
  const needs = new Map<Quantity, { stages: Set<Stage>; indicators: Set<string> }>();
  for (const stage of stages) {
    for (const indicator of standard.indicators) {
      for (const { quantity } of indicator.numerator[stage]) {
        if (!isBlank(record, quantity)) continue;
        const need = needs.get(quantity) ?? { stages: new Set(), indicators: new Set() };
        need.stages.add(stage);
        need.indicators.add(indicator.id);
        needs.set(quantity, need);
      }
    }
  }
  return Array.from(needs, ([quantity, need]) => {
    const [stage, ...otherStages] = need.stages;
    const indicators = [...need.indicators];
    const cited = standard.indicators.find(({ id }) => id === indicators[0]);
    return finding('value-missing', {
      ...at(school, quantity),
      stage: otherStages.length === 0 ? (stage ?? null) : null,
      indicator: indicators[0] ?? null,
      citation: cited?.citation ?? null,
      parameters: { quantity, indicators: indicators.join(' ') },
    });
  });
}

/** A stage without pupils: left out, and said so where pupils were to be expected. */
function withoutPupils(school: School, stage: Stage, presence: StagePresence): Finding[] {
  const { students } = STAGE_QUANTITIES[stage];
  const staff = staffQuantities(stage).find((quantity) => (school.amount(quantity) ?? 0) > 0);
  const findings: Finding[] = [];
  if (
    presence === 'zero' &&
    (staff !== undefined || requiresStage(school.description.type, stage))
  ) {
    findings.push(
      finding('students-zero', { ...at(school, students), stage, actual: 0, unit: 'student' }),
    );
  }
  if (staff !== undefined) {
    findings.push(
      finding('staff-without-students', {
        ...at(school, staff),
        stage,
        actual: school.amount(staff),
        unit: 'person',
        parameters: { quantity: staff },
      }),
    );
  }
  return findings;
}

/** What has to be said about stages that a school has no pupils in. */
export function emptyStageFindings({ record }: CountedSchool): Finding[] {
  const findings: Finding[] = [];
  for (const stage of STAGES) {
    const presence = stagePresence(record, stage);
    if (presence === 'zero' || presence === 'absent') {
      findings.push(...withoutPupils(record, stage, presence));
    }
  }
  return findings;
}

/**
 * The stages of a school in scope: each stage that has pupils is a row of its own, whatever the
 * type on paper. A stage whose pupils are missing or unusable is a row too, with nothing known.
 */
export function stageRows(counted: CountedSchool, standard: Standard): SchoolStageRows {
  const { school, record } = counted;
  const rows: StageRow[] = [];
  const findings: Finding[] = [];
  const known: Stage[] = [];
  const presences: Presences = {
    primary: stagePresence(record, 'primary'),
    junior: stagePresence(record, 'junior'),
  };
  const sharing = sharingOf(counted, presences);
  for (const stage of STAGES) {
    const presence = presences[stage];
    if (presence === 'zero' || presence === 'absent') continue;
    const { students } = STAGE_QUANTITIES[stage];
    if (presence === 'missing') {
      findings.push(finding('students-missing', { ...at(school, students), stage }));
    } else {
      known.push(stage);
    }
    const pupils = presence === 'present' ? record.amount(students) : null;
    rows.push(new StageRow(counted, stage, { students: pupils, sharing }, standard.split));
  }
  if (rows.length > 0) {
    for (const row of lackingSeniors(counted)) {
      findings.push(
        finding('senior-students-missing', {
          ...at(row, 'seniorStudents'),
          citation: standard.split.citation,
        }),
      );
    }
  }
  if (known.some((stage) => lacksValues(record, standard, stage))) {
    findings.push(...missingValues(counted, standard, known));
  }
  return { rows, findings };
}
