import { requiresStage } from '../../assessment/stage-presence';
import { parseSchoolType } from '../school-type-names';
import { numberOf } from './form-reading';
import type { FormReading } from './form-reading';

/** Which stages a school has, by its type and its pupils. */
export interface FormStages {
  readonly primary: boolean;
  readonly junior: boolean;
  readonly senior: boolean;
  /** Whether figures of the whole school are not those of one stage. */
  readonly several: boolean;
}

/** The stages of the school that filled in a form. */
export function formStages(form: Pick<FormReading, 'answers'>): FormStages {
  const written = form.answers.type?.value;
  const type = typeof written === 'string' ? parseSchoolType(written) : null;
  // Pupils tell it; where none are stated the type does.
  const has = (
    id: 'primaryStudents' | 'juniorStudents' | 'seniorStudents',
    byType: boolean,
  ): boolean => {
    const pupils = numberOf(form, id);
    return pupils === null ? byType : pupils > 0;
  };
  const primary = has('primaryStudents', requiresStage(type, 'primary'));
  const junior = has('juniorStudents', requiresStage(type, 'junior'));
  const senior = has('seniorStudents', type === 'twelveYear' || type === 'completeSecondary');
  return {
    primary,
    junior,
    senior,
    several: [primary, junior, senior].filter(Boolean).length > 1,
  };
}
