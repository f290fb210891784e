import { formPageTexts } from '../../locales/form-page-texts';
import type { FormPageTexts } from '../../locales/form-page-texts';
import { usePane } from '../pane-context';

/** The words of the page of the verdict, in the person's language. */
export function useFormTexts(): FormPageTexts {
  return formPageTexts(usePane().language);
}
