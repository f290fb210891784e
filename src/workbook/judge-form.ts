import type { Verdict } from '../assessment/assessment';
import type { Finding } from '../assessment/finding';
import { FormFacts } from '../assessment/form-facts';
import { judgeItems } from '../assessment/judge-items';
import { judgeSpending } from '../assessment/judge-spending';
import { judgeSurvey } from '../assessment/judge-survey';
import { judgeVeto } from '../assessment/judge-veto';
import type { School } from '../assessment/school';
import type { FormPart } from '../standard/form-item';
import { formItemsOf, hasFormParts } from '../standard/form-items';
import { RECOGNITION_RULE } from '../standard/recognition-rule';
import type { Standard } from '../standard/standard';
import { VETO_ITEMS } from '../standard/veto-items';
import { readFormItems } from './read-form-items';
import { readSpending } from './read-spending';
import { readSurvey } from './read-survey';
import { readVeto } from './read-veto';
import { INPUT_SHEETS } from './sheet-names';
import type { SheetHead, WorkbookSource } from './source';
import { NO_FORM, NO_PLACES } from './workbook-check';
import type {
  FormJudgements,
  FormPlaces,
  GrowthYear,
  PartVerdicts,
  SpendingReading,
} from './workbook-check';

/** The judgement of every sheet beyond 学校数据. */
export interface FormCheck {
  readonly parts: Omit<PartVerdicts, 'resources'>;
  readonly form: FormJudgements;
  readonly places: FormPlaces;
  readonly finance: readonly GrowthYear[];
  readonly spending: SpendingReading | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads and judges 政府保障, 教育质量, 社会认可度, 一票否决 and 教育经费. A part whose sheet is not
 * there is unjudged, and nothing is said of it.
 *
 * @param schools the rows of 学校数据, or null where there are none: items are computed from them
 */
export async function judgeForm(
  source: WorkbookSource,
  heads: readonly SheetHead[],
  standard: Standard,
  schools: readonly School[] | null,
): Promise<FormCheck> {
  const findings: Finding[] = [];
  const keep = (more: readonly Finding[]): void => {
    for (const one of more) findings.push(one);
  };
  const spending = await readSpending(source, heads);
  keep(spending?.findings ?? []);
  const judged = judgeSpending(spending?.years ?? [], spending?.sheet ?? '');
  keep(judged.findings);
  const money = {
    finance: judged.years.map(({ growth }) => growth),
    spending:
      spending === null
        ? null
        : { sheet: spending.sheet, years: spending.years, judged: judged.years },
  };
  const unjudged = {
    government: 'unjudged',
    quality: 'unjudged',
    recognition: 'unjudged',
    veto: 'unjudged',
  } as const;
  if (!hasFormParts(standard)) {
    return { parts: unjudged, form: NO_FORM, places: NO_PLACES, ...money, findings };
  }

  // Where there is no school, that none falls short says nothing.
  const hasSchools = schools !== null && schools.length > 0;
  const facts = hasSchools ? new FormFacts(schools, standard) : null;
  const judgePart = async (
    part: FormPart,
  ): Promise<{
    verdict: Verdict;
    detail: FormJudgements[FormPart];
    places: FormPlaces[FormPart];
  }> => {
    const items = formItemsOf(standard, part);
    const read = await readFormItems(source, heads, INPUT_SHEETS[part], items);
    keep(read?.findings ?? []);
    const entries = read?.entries ?? null;
    const places = read?.places ?? NO_PLACES[part];
    if (entries === null) return { verdict: 'unjudged', detail: null, places };
    const judgement = judgeItems(items, entries, facts, standard.switches);
    keep(judgement.findings);
    return { ...judgement, places };
  };
  const government = await judgePart('government');
  const quality = await judgePart('quality');

  const survey = await readSurvey(source, heads);
  keep(survey?.findings ?? []);
  const rows = survey?.rows ?? null;
  const recognition =
    survey === null || rows === null ? null : judgeSurvey(rows, survey.sheet, RECOGNITION_RULE);
  keep(recognition?.findings ?? []);

  const read = await readVeto(source, heads, VETO_ITEMS);
  keep(read?.findings ?? []);
  const answers = read?.answers ?? null;
  const veto =
    read === null || answers === null
      ? null
      : judgeVeto(VETO_ITEMS, answers, read.places, read.sheet);
  keep(veto?.findings ?? []);

  return {
    parts: {
      government: government.verdict,
      quality: quality.verdict,
      recognition: recognition?.verdict ?? 'unjudged',
      veto: veto?.verdict ?? 'unjudged',
    },
    form: {
      government: government.detail,
      quality: quality.detail,
      recognition: recognition?.detail ?? null,
      veto: veto?.detail ?? null,
    },
    places: {
      government: government.places,
      quality: quality.places,
      veto: read?.places ?? NO_PLACES.veto,
    },
    ...money,
    findings,
  };
}
