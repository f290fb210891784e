import type { SheetPlan } from '../../plans/sheet-plan';
import type { JudgedContext, ReportContext } from '../report-context';
import type { SheetKey } from '../sheet-keys';
import { planAttainment } from './attainment';
import { planAccepted, planLegend, planMethod } from './closing';
import { planCoefficients } from './coefficients';
import { planFailingSchools } from './failing-schools';
import { planGroups } from './groups';
import { planHeading } from './heading';
import { OverviewPage } from './overview-page';
import { linkResources, planParts } from './parts';
import { planStages } from './stages';

/**
 * 评估总览: the verdict and why, the four parts and the veto, each stage's coefficients against their
 * limits and its schools by indicator, with charts; who passes by 城乡, 集团, 举办者; which schools
 * fail and what they lack.
 * @param judged null where nothing could be judged
 * @param planned the sheets written together with this one: their numbers are referred to
 */
export function planOverview(
  context: ReportContext,
  judged: JudgedContext | null,
  planned: ReadonlySet<SheetKey>,
): SheetPlan {
  const page = new OverviewPage(context, planned);
  planHeading(page);
  const resourcesRow = planParts(page);
  if (judged !== null) {
    const conclusions = planStages(page, judged);
    if (resourcesRow !== null) linkResources(page, resourcesRow, conclusions);
    planCoefficients(page, judged);
    if (judged.assessment.standard.schoolRule !== null) {
      // The first page has room for the parts or for the schools by indicator, not for both.
      if (resourcesRow !== null) page.breakPage();
      planAttainment(page, judged);
      if (resourcesRow === null) page.breakPage();
      planGroups(page, judged);
      planFailingSchools(page, judged);
      planLegend(page);
    }
    planMethod(page);
  }
  planAccepted(page);
  return page.plan();
}
