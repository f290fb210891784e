import type { Finding } from '../assessment/finding';
import type { Standard } from '../standard/standard';
import { NO_COUNTY_INFORMATION } from './county-information';
import { NO_FORM, NO_PLACES } from './workbook-check';
import type { WorkbookCheck } from './workbook-check';

/** The check of a workbook in which nothing could be judged: everything unjudged, one reason. */
export function unreadableCheck(file: string, standard: Standard, reason: Finding): WorkbookCheck {
  return {
    file,
    standard,
    county: null,
    countyInformation: NO_COUNTY_INFORMATION,
    basis: null,
    reading: null,
    assessment: null,
    findings: [reason],
    verdict: 'unjudged',
    parts: {
      resources: 'unjudged',
      government: 'unjudged',
      quality: 'unjudged',
      recognition: 'unjudged',
      veto: 'unjudged',
    },
    overall: 'unjudged',
    form: NO_FORM,
    formPlaces: NO_PLACES,
    finance: [],
    spending: null,
    lastYear: null,
  };
}
