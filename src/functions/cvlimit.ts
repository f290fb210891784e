import type { CustomFunction } from './custom-function';
import { noSuchRule, readStage, readStandard } from './read-rule';
import { STAGE, STANDARD } from './shared-parameters';

/** `EDU.CVLIMIT`: the limit of the 差异系数. */
export const CVLIMIT: CustomFunction = {
  name: 'CVLIMIT',
  description: {
    zh: '差异系数的限值：cn-2017 为每项指标的限值，cn-2012 为综合差异系数的限值',
    en: 'Limit of the coefficient: of each indicator for cn-2017, of the composite for cn-2012',
  },
  parameters: [STAGE, STANDARD],
  returns: {
    type: 'number',
    dimension: 'scalar',
    description: { zh: '限值，含本数', en: 'The limit, inclusive' },
  },
  examples: [
    {
      about: { zh: '小学，2017 标准', en: 'Primary, 2017 standard' },
      arguments: ['小学', null],
      result: 0.5,
    },
    {
      about: { zh: '初中，2012 标准', en: 'Junior, 2012 standard' },
      arguments: ['初中', 'cn-2012'],
      result: 0.55,
    },
  ],
  call: ([stageText, standardText]) => {
    const standard = readStandard(standardText);
    const stage = readStage(stageText);
    const limits = standard.coefficients.each ?? standard.coefficients.composite;
    if (limits === null) {
      throw noSuchRule(standard, { zh: '差异系数的限值', en: 'limit of the coefficient' });
    }
    return limits[stage];
  },
};
