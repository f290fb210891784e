import type { SurveyField } from '../../assessment/judge-survey';

/** The columns of 社会认可度 in English; the sheet's own headings are Chinese. */
export const SURVEY_HEADINGS: Readonly<Record<SurveyField, string>> = {
  issued: 'Questionnaires sent',
  valid: 'Valid',
  satisfied: 'Satisfied',
  visited: 'People visited',
  visitedSatisfied: 'Visited, satisfied',
  satisfaction: 'Satisfaction (%)',
  visitedSatisfaction: 'Satisfaction of visits (%)',
};
