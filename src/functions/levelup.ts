import { levelUp } from '../assessment/level-up';
import type { CustomFunction } from './custom-function';
import { FunctionFault } from './function-fault';
import { readSchools } from './read-schools';
import { readAmount, readFlag } from './read-scalar';
import { STUDENTS } from './shared-parameters';
import { statistic } from './statistic';

function additions(
  amounts: readonly number[],
  students: readonly number[],
  threshold: number,
  limit: number,
  whole: boolean,
): readonly number[] {
  try {
    return levelUp(amounts, students, threshold, limit, whole);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new FunctionFault('value', {
      zh: '没有增量能使差异系数不超过限值，请放宽 limit',
      en: 'No additions bring the coefficient to the limit: raise limit',
    });
  }
}

/** `EDU.LEVELUP`: the smallest additions that bring a county to the standard. */
export const LEVELUP: CustomFunction = {
  name: 'LEVELUP',
  description: {
    zh: '补齐测算：使每所学校达到达标值、差异系数不超过限值所需的最少增量（总量最少）',
    en: 'The smallest additions (least total) that bring every school to the threshold and the coefficient to its limit',
  },
  parameters: [
    {
      name: 'amounts',
      type: 'any',
      dimension: 'matrix',
      presence: 'required',
      description: {
        zh: '各校现有数量；空白按 0 计',
        en: 'What each school has; blank is 0',
      },
    },
    STUDENTS,
    {
      name: 'threshold',
      type: 'any',
      dimension: 'scalar',
      presence: 'required',
      description: {
        zh: '每名学生的达标值；每百名学生 4.2 人应写 4.2/100',
        en: 'Threshold for one pupil; 4.2 per hundred pupils is written 4.2/100',
      },
    },
    {
      name: 'limit',
      type: 'any',
      dimension: 'scalar',
      presence: 'required',
      description: { zh: '差异系数的限值，如 0.5', en: 'Limit of the coefficient, such as 0.5' },
    },
    {
      name: 'whole',
      type: 'boolean',
      dimension: 'scalar',
      presence: 'optional',
      description: {
        zh: 'TRUE：增量为整数（人、间）；默认 FALSE',
        en: 'TRUE: whole additions (people, rooms); FALSE by default',
      },
    },
  ],
  returns: {
    type: 'number',
    dimension: 'matrix',
    description: {
      zh: '与 amounts 同形的增量；未计入的学校为 0',
      en: 'Additions in the shape of amounts; a school left out has 0',
    },
  },
  examples: [
    {
      about: {
        zh: '三所学校各 100 人，每人至少 4 ㎡',
        en: 'Three schools of 100 pupils, at least 4 ㎡ each',
      },
      arguments: [[[300], [400], [500]], [[100], [100], [100]], 4, 0.5, null],
      result: [[100], [0], [0]],
    },
  ],
  call: ([amounts, students, thresholdCell, limitCell, wholeFlag]) => {
    const schools = readSchools(amounts, students, 'amounts');
    const threshold = readAmount(thresholdCell, 'threshold');
    const limit = readAmount(limitCell, 'limit');
    const whole = readFlag(wholeFlag, 'whole');
    return schools.spill(
      statistic(() => additions(schools.values, schools.students, threshold, limit, whole)),
    );
  },
};
