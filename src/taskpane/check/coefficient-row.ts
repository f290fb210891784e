import type { IndicatorSummary, StageSummary } from '../../assessment/assessment';
import { fill } from '../../locales/fill';
import { formatCompared, formatDecimal } from '../../locales/format-number';
import type { Language } from '../../locales/language';
import { paneTexts } from '../../locales/pane-texts';
import type { Standard } from '../../standard/standard';

/** One bar of the picture of coefficients, with everything that is said about it. */
export interface CoefficientRow {
  readonly id: string;
  readonly name: string;
  /** As shown beside the bar: three decimals, more where it would look equal to the limit. */
  readonly shown: string;
  /** Lengths as shares of the picture's width, 0–1; null where there is nothing to draw. */
  readonly bar: number | null;
  readonly limit: number | null;
  readonly judgement: 'pass' | 'fail' | 'unjudged' | null;
  readonly judgementWord: string;
  /** Value and limit unrounded, and the judgement, as a sentence. */
  readonly sentence: string;
}

interface Coefficient {
  readonly id: string;
  readonly name: string;
  readonly mean: number | null;
  readonly cv: number | null;
  readonly cvLimit: number | null;
  readonly cvPasses: boolean | null;
}

/**
 * The bars of a stage: its indicators and, where the standard limits it or all others are known, the
 * composite. All bars share one scale, wide enough that the limit line has room to its right.
 */
export function coefficientRows(
  summary: StageSummary,
  standard: Standard,
  language: Language,
): readonly CoefficientRow[] {
  const { composite } = paneTexts(language).check;
  const coefficients: Coefficient[] = standard.indicators.flatMap((indicator, index) => {
    const values: IndicatorSummary | undefined = summary.indicators[index];
    if (values === undefined) return [];
    const name = indicator.shortName[language === 'zh-CN' ? 'zh' : 'en'];
    return [{ ...values, id: indicator.id, name }];
  });
  if (summary.composite.cv !== null || summary.composite.cvLimit !== null) {
    coefficients.push({ ...summary.composite, id: '', name: composite, mean: null });
  }
  const widest = Math.max(
    ...coefficients.map(({ cv, cvLimit }) => Math.max((cvLimit ?? 0) * 1.6, (cv ?? 0) * 1.05)),
    0.1,
  );
  return coefficients.map((coefficient) => rowOf(coefficient, widest, language));
}

function rowOf(coefficient: Coefficient, widest: number, language: Language): CoefficientRow {
  const texts = paneTexts(language).check;
  const { id, name, mean, cv, cvLimit, cvPasses } = coefficient;
  const judgement =
    cvLimit === null ? null : cvPasses === null ? 'unjudged' : cvPasses ? 'pass' : 'fail';
  const words = { pass: texts.within, fail: texts.over, unjudged: texts.unjudged };
  const judgementWord = judgement === null ? texts.noLimit : words[judgement];
  const template =
    cv === null
      ? texts.coefficientUnknown
      : cvLimit === null
        ? texts.coefficientNoLimit
        : texts.coefficientSentence;
  return {
    id,
    name,
    shown: cv === null ? texts.noValue : formatCompared(cv, cvLimit, 'ratio'),
    bar: cv === null ? null : cv / widest,
    limit: cvLimit === null ? null : cvLimit / widest,
    judgement,
    judgementWord,
    sentence: fill(template, {
      indicator: `${id} ${name}`.trim(),
      value: cv ?? '',
      limit: cvLimit ?? texts.noValue,
      judgement: judgementWord,
      mean: mean === null ? texts.noValue : formatDecimal(mean, 2),
    }),
  };
}
