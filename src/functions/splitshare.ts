import { splitShare } from '../assessment/split';
import { DEFAULT_STANDARD } from '../standard/standards';
import type { CustomFunction, FunctionParameter } from './custom-function';
import { FunctionFault } from './function-fault';
import { readAmount } from './read-scalar';
import { readStage } from './read-rule';
import { STAGE } from './shared-parameters';

function pupils(
  name: string,
  presence: FunctionParameter['presence'],
  description: FunctionParameter['description'],
): FunctionParameter {
  return { name, type: 'any', dimension: 'scalar', presence, description };
}

/** `EDU.SPLITSHARE`: a stage's share of the assets of a multi-stage school. */
export const SPLITSHARE: CustomFunction = {
  name: 'SPLITSHARE',
  description: {
    zh: '多学段学校共用资源中某学段应占的比例，按小学 : 初中 : 高中 = 1 : 1.1 : 1.32 折算',
    en: 'A stage’s share of the shared assets of a multi-stage school, weighted 1 : 1.1 : 1.32',
  },
  parameters: [
    STAGE,
    pupils('primary', 'required', { zh: '小学在校生数', en: 'Pupils in primary' }),
    pupils('junior', 'required', { zh: '初中在校生数', en: 'Pupils in junior' }),
    pupils('senior', 'optional', {
      zh: '高中在校生数，默认 0',
      en: 'Pupils in senior, 0 if left out',
    }),
  ],
  returns: {
    type: 'number',
    dimension: 'scalar',
    description: {
      zh: '比例，0 到 1；没有在校生时 #DIV/0!',
      en: 'The share, from 0 to 1; #DIV/0! without pupils',
    },
  },
  examples: [
    {
      about: { zh: '小学 110 人、初中 100 人，小学占一半', en: '110 primary, 100 junior: half' },
      arguments: ['小学', 110, 100, null],
      result: 0.5,
    },
    {
      about: { zh: '小学 166 人、初中 210 人，初中所占', en: 'The junior share of 166 and 210' },
      arguments: ['初中', 166, 210, null],
      result: 231 / 397,
    },
  ],
  call: ([stageText, primaryCell, juniorCell, seniorCell]) => {
    const stage = readStage(stageText);
    const primary = readAmount(primaryCell, 'primary');
    const junior = readAmount(juniorCell, 'junior');
    const senior = readAmount(seniorCell, 'senior');
    const share = splitShare(stage, primary, junior, senior, DEFAULT_STANDARD.split);
    if (Number.isNaN(share)) {
      throw new FunctionFault('div0', { zh: '没有在校生', en: 'There are no pupils' });
    }
    return share;
  },
};
