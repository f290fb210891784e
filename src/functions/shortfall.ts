import { shortfallOf } from '../assessment/shortfall';
import type { CustomFunction } from './custom-function';
import { FunctionFault } from './function-fault';
import { readAmount } from './read-scalar';
import { noSuchRule, readIndicator, readStage, readStandard } from './read-rule';
import { INDICATOR, STAGE, STANDARD } from './shared-parameters';

/** `EDU.SHORTFALL`: how much more a school needs. */
export const SHORTFALL: CustomFunction = {
  name: 'SHORTFALL',
  description: {
    zh: '距离达标还差多少：人、㎡、元或间（人和间为整数）',
    en: 'How much more a school needs: people, ㎡, 元 or rooms (people and rooms are whole)',
  },
  parameters: [
    INDICATOR,
    STAGE,
    {
      name: 'amount',
      type: 'any',
      dimension: 'scalar',
      presence: 'required',
      description: {
        zh: '现有数量，单位同统计表：人、㎡、间，教学仪器设备值为万元；空白按 0 计',
        en: 'What there is, in the unit of the statistics: people, ㎡, rooms, equipment in 万元; blank is 0',
      },
    },
    {
      name: 'students',
      type: 'any',
      dimension: 'scalar',
      presence: 'required',
      description: { zh: '该学段在校生数', en: 'Pupils of the stage' },
    },
    STANDARD,
  ],
  returns: {
    type: 'number',
    dimension: 'scalar',
    description: {
      zh: '还差的数量（教学仪器设备值以元计），已达标为 0；没有在校生 #DIV/0!，cn-2012 为 #N/A',
      en: 'What is missing (equipment in 元), 0 where the threshold is reached; #DIV/0! without pupils, #N/A for cn-2012',
    },
  },
  examples: [
    {
      about: {
        zh: '800 名小学生、30 名高于规定学历教师，还差几人',
        en: '30 teachers with the degree for 800 primary pupils: how many more',
      },
      arguments: ['L1', '小学', 30, 800, null],
      result: 4,
    },
    {
      about: {
        zh: '500 名初中生、设备值 100 万元，还差多少元',
        en: 'Equipment of 100 万元 for 500 junior pupils: how many 元 more',
      },
      arguments: ['L6', '初中', 100, 500, null],
      result: 250000,
    },
  ],
  call: ([indicatorText, stageText, amountCell, studentsCell, standardText]) => {
    const standard = readStandard(standardText);
    const indicator = readIndicator(indicatorText, standard);
    const stage = readStage(stageText);
    const amount = readAmount(amountCell, 'amount');
    const students = readAmount(studentsCell, 'students');
    if (students === 0) {
      throw new FunctionFault('div0', {
        zh: '没有在校生，无法判断是否达标',
        en: 'There are no pupils, so nothing can be judged',
      });
    }
    const shortfall = shortfallOf(indicator, stage, amount, students);
    if (shortfall === null) {
      throw noSuchRule(standard, { zh: '学校的达标值', en: 'threshold for a school' });
    }
    return shortfall;
  },
};
