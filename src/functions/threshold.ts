import type { CustomFunction } from './custom-function';
import { noSuchRule, readIndicator, readStage, readStandard } from './read-rule';
import { INDICATOR, STAGE, STANDARD } from './shared-parameters';

/** `EDU.THRESHOLD`: the value that a school must reach. */
export const THRESHOLD: CustomFunction = {
  name: 'THRESHOLD',
  description: {
    zh: '某学段某指标的达标值',
    en: 'The value of an indicator that a school must reach',
  },
  parameters: [INDICATOR, STAGE, STANDARD],
  returns: {
    type: 'number',
    dimension: 'scalar',
    description: {
      zh: '达标值，单位同指标；标准没有规定时 #N/A',
      en: 'The threshold in the indicator’s unit; #N/A where the standard sets none',
    },
  },
  examples: [
    {
      about: { zh: '小学每百名学生高于规定学历教师数', en: 'Degrees of teachers, primary' },
      arguments: ['L1', '小学', null],
      result: 4.2,
    },
    {
      about: { zh: '初中生均教学仪器设备值（元）', en: 'Equipment per pupil, junior, in 元' },
      arguments: ['生均教学仪器设备值', '初中', null],
      result: 2500,
    },
  ],
  call: ([indicatorText, stageText, standardText]) => {
    const standard = readStandard(standardText);
    const indicator = readIndicator(indicatorText, standard);
    const stage = readStage(stageText);
    if (indicator.threshold === null) {
      throw noSuchRule(standard, { zh: '学校的达标值', en: 'threshold for a school' });
    }
    return indicator.threshold[stage];
  },
};
