import type { Verdict } from '../../assessment/assessment';
import { fill } from '../../locales/fill';
import { formatDecimal } from '../../locales/format-number';
import type { FormPageTexts } from '../../locales/form-page-texts';
import { STAGES } from '../../standard/stage';
import { formItemsOf } from '../../standard/form-items';
import { VETO_ITEMS } from '../../standard/veto-items';
import { PARTS } from '../../workbook/workbook-check';
import type { Part, WorkbookCheck } from '../../workbook/workbook-check';

/** A part of the verdict in one line. */
export interface PartLine {
  readonly part: Part;
  readonly verdict: Verdict;
  /** 12/15 and the like, in words. */
  readonly counts: string;
}

/** The four parts and the veto, each with its verdict and what it rests on. */
export function partLines(check: WorkbookCheck, texts: FormPageTexts): readonly PartLine[] {
  return PARTS.map((part) => ({
    part,
    verdict: check.parts[part],
    counts: countsOf(part, check, texts).join(' · '),
  }));
}

function countsOf(part: Part, check: WorkbookCheck, texts: FormPageTexts): readonly string[] {
  const { counts } = texts;
  switch (part) {
    case 'resources':
      return resourceCounts(check, texts);
    case 'government':
    case 'quality': {
      const judged = check.form[part];
      const total = formItemsOf(check.standard, part).length;
      if (judged === null) return [fill(counts.notFilledItems, { total })];
      const of = (verdict: Verdict): number =>
        judged.filter((item) => item.verdict === verdict).length;
      return [
        fill(counts.items, { met: of('pass'), total }),
        ...(of('fail') === 0 ? [] : [fill(counts.failing, { count: of('fail') })]),
        ...(of('unjudged') === 0 ? [] : [fill(counts.unjudged, { count: of('unjudged') })]),
      ];
    }
    case 'recognition': {
      const rates = check.form.recognition?.rates ?? null;
      if (rates === null) return [counts.notFilled];
      const known = rates.flatMap(({ percent }) => (percent === null ? [] : [percent]));
      // The least decides.
      return known.length === 0
        ? [fill(counts.unjudged, { count: rates.length })]
        : [fill(counts.rate, { percent: formatDecimal(Math.min(...known), 2) })];
    }
    case 'veto': {
      const matters = check.form.veto;
      const total = VETO_ITEMS.length;
      if (matters === null) return [fill(counts.notFilledItems, { total })];
      const absent = matters.filter(({ exists }) => exists === false).length;
      const existing = matters.filter(({ exists }) => exists === true).length;
      const open = matters.length - absent - existing;
      return [
        fill(counts.veto, { absent, total }),
        ...(existing === 0 ? [] : [fill(counts.existing, { count: existing })]),
        ...(open === 0 ? [] : [fill(counts.unanswered, { count: open })]),
      ];
    }
  }
}

function resourceCounts({ assessment }: WorkbookCheck, texts: FormPageTexts): readonly string[] {
  if (assessment === null || assessment.schools.length === 0) return [texts.counts.notFilled];
  const { schools } = assessment;
  const coefficients = STAGES.flatMap((stage) => {
    const summary = assessment.stages[stage];
    if (summary === undefined) return [];
    return [...summary.indicators, summary.composite].flatMap(({ cvLimit, cvPasses }) =>
      cvLimit === null ? [] : [cvPasses],
    );
  });
  return [
    ...(assessment.standard.schoolRule === null
      ? []
      : [
          fill(texts.counts.resources, {
            passing: schools.filter(({ passes }) => passes === true).length,
            schools: schools.length,
          }),
        ]),
    fill(texts.counts.resourcesCoefficients, {
      within: coefficients.filter((passes) => passes === true).length,
      coefficients: coefficients.length,
    }),
  ];
}
