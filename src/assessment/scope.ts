import type { Standard } from '../standard/standard';
import { STAGES } from '../standard/stage';
import type { CountedSchool } from './counted-school';
import type { Finding } from './finding';
import { finding } from './finding-codes';
import { at } from './school-cell';
import { stagePresence } from './stage-presence';
import { STAGE_QUANTITIES } from './stage-quantities';

const PRIVATE = 10;

/**
 * Why a standard does not judge a school, or null where it does. Teaching points are measured by
 * their compulsory pupils together with those of the rows counted with them; where those cannot be
 * read, the school stays in and its stage is an error.
 */
export function outOfScope({ school, record }: CountedSchool, standard: Standard): Finding | null {
  const { scope } = standard;
  const { type, ownership } = school.description;
  if (type !== null && scope.excludedTypes.includes(type)) {
    return finding('out-of-scope-type', {
      ...at(school, 'type'),
      citation: scope.citation,
      parameters: { type },
    });
  }
  if (scope.excludesPrivate && ownership === PRIVATE) {
    return finding('out-of-scope-private', {
      ...at(school, 'ownership'),
      citation: scope.citation,
    });
  }
  const presences = STAGES.map((stage) => stagePresence(record, stage));
  if (presences.some((presence) => presence === 'faulty' || presence === 'missing')) return null;
  const pupils = STAGES.reduce(
    (sum, stage) => sum + (record.amount(STAGE_QUANTITIES[stage].students) ?? 0),
    0,
  );
  if (type === 'teachingPoint' && pupils < scope.teachingPointMinimum) {
    return finding('out-of-scope-teaching-point', {
      ...at(school, 'primaryStudents'),
      actual: pupils,
      required: scope.teachingPointMinimum,
      unit: 'student',
      citation: scope.citation,
    });
  }
  if (!presences.includes('present')) {
    return finding('out-of-scope-no-stage', { ...at(school, 'name'), citation: scope.citation });
  }
  return null;
}
