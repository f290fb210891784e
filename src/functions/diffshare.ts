import { varianceShares } from '../statistics/variance-shares';
import type { CustomFunction } from './custom-function';
import { readSchools } from './read-schools';
import { readFlag } from './read-scalar';
import { PER_PUPIL, STUDENTS, VALUES } from './shared-parameters';
import { statistic } from './statistic';

/** `EDU.DIFFSHARE`: which schools a high 差异系数 comes from. */
export const DIFFSHARE: CustomFunction = {
  name: 'DIFFSHARE',
  description: {
    zh: '各校对校际差异的贡献占比，合计为 1：差异系数过高时先看占比最大的学校',
    en: 'Each school’s share of the variance between schools, adding up to 1: where a high coefficient comes from',
  },
  parameters: [VALUES, STUDENTS, PER_PUPIL],
  returns: {
    type: 'number',
    dimension: 'matrix',
    description: {
      zh: '与 values 同形的占比；未计入的学校为 0，各校完全相同时全部为 0',
      en: 'Shares in the shape of values; a school left out has 0, and where all schools are equal all are 0',
    },
  },
  examples: [
    {
      about: { zh: '三所学校，第三所与全县平均值相同', en: 'Three schools, the third at the mean' },
      arguments: [[[10], [30], [20]], [[10], [10], [10]], null],
      result: [[0.5], [0.5], [0]],
    },
  ],
  call: ([values, students, perPupil]) => {
    const form = readFlag(perPupil, 'per_pupil') ? 'perPupil' : 'amounts';
    const schools = readSchools(values, students, 'values');
    return schools.spill(statistic(() => varianceShares(schools.values, schools.students, form)));
  },
};
