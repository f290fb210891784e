import type { SchoolType } from '../standard/school-type';
import { STAGES } from '../standard/stage';
import type { Stage } from '../standard/stage';
import type { School } from './school';
import { STAGE_QUANTITIES, staffQuantities } from './stage-quantities';

/**
 * How a stage stands in a school: `present` with its pupils; `faulty` or `missing` where it is
 * there but its number of pupils cannot be used or is blank; `zero` where 0 pupils are stated;
 * `absent` where the school has no such stage.
 */
export type StagePresence = 'present' | 'faulty' | 'missing' | 'zero' | 'absent';

/** Whether a school of this type always has the stage. */
export function requiresStage(type: SchoolType | null, stage: Stage): boolean {
  switch (type) {
    case 'primary':
    case 'teachingPoint':
      return stage === 'primary';
    case 'junior':
    case 'completeSecondary':
      return stage === 'junior';
    case 'nineYear':
    case 'twelveYear':
      return true;
    case 'special':
    case 'vocational':
    case 'senior':
    case 'kindergarten':
    case null:
      return false;
  }
}

function isBlank(record: School, stage: Stage): boolean {
  const { students } = STAGE_QUANTITIES[stage];
  return record.amount(students) === null && !record.isFaulty(students);
}

/** Whether teachers, classes or grades are stated for the stage. */
function holdsNumbers(record: School, stage: Stage): boolean {
  const own = STAGE_QUANTITIES[stage];
  return [...staffQuantities(stage), own.classes, own.grades].some(
    (quantity) => (record.amount(quantity) ?? 0) > 0 || record.isFaulty(quantity),
  );
}

function holdsAnything(record: School): boolean {
  return (
    STAGES.some((stage) => holdsNumbers(record, stage)) ||
    (record.amount('teachingArea') ?? 0) > 0 ||
    (record.amount('equipmentValue') ?? 0) > 0
  );
}

/** Whether blank pupils of the stage mean a number forgotten rather than a stage that is not there. */
function mustHavePupils(record: School, stage: Stage): boolean {
  const { type } = record.description;
  const allBlank = STAGES.every((each) => isBlank(record, each));
  // Many nine-year and twelve-year schools teach one of the two stages only, and leave the other
  // blank.
  if (type === 'nineYear' || type === 'twelveYear') return holdsNumbers(record, stage) || allBlank;
  if (type === null) return holdsNumbers(record, stage) || (allBlank && holdsAnything(record));
  return requiresStage(type, stage);
}

/** How a stage stands in a school: by its pupils, whatever the type on paper. */
export function stagePresence(record: School, stage: Stage): StagePresence {
  const { students } = STAGE_QUANTITIES[stage];
  if (record.isFaulty(students)) return 'faulty';
  const pupils = record.amount(students);
  if (pupils !== null) return pupils > 0 ? 'present' : 'zero';
  return mustHavePupils(record, stage) ? 'missing' : 'absent';
}
