import type { Attainment } from '../assessment/assessment';
import { attainmentOf } from '../assessment/attainment';
import type { CustomFunction } from './custom-function';
import { readNumber } from './read-scalar';
import { noSuchRule, readIndicator, readStage, readStandard } from './read-rule';
import { INDICATOR, STAGE, STANDARD } from './shared-parameters';

/** Results are kept in workbooks and compared in formulas, so they are the same in every language. */
const RESULTS: Readonly<Record<Attainment, string>> = {
  met: '达标',
  near: '接近',
  below: '不达标',
};

/** `EDU.ATTAIN`: whether a value reaches the standard. */
export const ATTAIN: CustomFunction = {
  name: 'ATTAIN',
  description: {
    zh: '指标值是否达标：达标、接近（达标值的 85%–100%）、不达标',
    en: 'Whether a value reaches the standard: 达标 (met), 接近 (85–100%), 不达标 (below)',
  },
  parameters: [
    INDICATOR,
    STAGE,
    {
      name: 'value',
      type: 'any',
      dimension: 'scalar',
      presence: 'required',
      description: {
        zh: '指标值，单位同指标（人/百生、㎡/生、元/生、间/百生）；空白按 0 计',
        en: 'Value in the indicator’s unit (per hundred pupils, ㎡, 元 or rooms); blank is 0',
      },
    },
    STANDARD,
  ],
  returns: {
    type: 'string',
    dimension: 'scalar',
    description: {
      zh: '达标、接近或不达标；cn-2012 没有学校达标值，为 #N/A',
      en: '达标, 接近 or 不达标; #N/A for cn-2012, which has no thresholds',
    },
  },
  examples: [
    {
      about: { zh: '小学 L3 恰为 0.9', en: 'L3 of exactly 0.9, primary' },
      arguments: ['L3', '小学', 0.9, null],
      result: '达标',
    },
    {
      about: { zh: '初中 L5 为 9 ㎡', en: 'L5 of 9 ㎡, junior' },
      arguments: ['L5', '初中', 9, null],
      result: '接近',
    },
    {
      about: { zh: '小学 L6 为 1500 元', en: 'L6 of 1500 元, primary' },
      arguments: ['L6', '小学', 1500, null],
      result: '不达标',
    },
  ],
  call: ([indicatorText, stageText, valueCell, standardText]) => {
    const standard = readStandard(standardText);
    const indicator = readIndicator(indicatorText, standard);
    const stage = readStage(stageText);
    const value = readNumber(valueCell, 'value');
    const attainment = attainmentOf(standard, indicator, stage, value);
    if (attainment === null) {
      throw noSuchRule(standard, { zh: '学校的达标值', en: 'threshold for a school' });
    }
    return RESULTS[attainment];
  },
};
