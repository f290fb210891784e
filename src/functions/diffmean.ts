import { countyMean } from '../statistics/county-mean';
import type { CustomFunction } from './custom-function';
import { readSchools } from './read-schools';
import { readFlag } from './read-scalar';
import { PER_PUPIL, STUDENTS, VALUES } from './shared-parameters';
import { statistic } from './statistic';

/** `EDU.DIFFMEAN`: 全县平均值 X̄. */
export const DIFFMEAN: CustomFunction = {
  name: 'DIFFMEAN',
  description: {
    zh: '全县平均值：各校数量之和 ÷ 在校生数之和',
    en: 'The county’s value: sum of the amounts ÷ sum of the pupils',
  },
  parameters: [VALUES, STUDENTS, PER_PUPIL],
  returns: {
    type: 'number',
    dimension: 'scalar',
    description: { zh: '全县平均值（未四舍五入）', en: 'The mean, unrounded' },
  },
  examples: [
    {
      about: { zh: '五所学校的图书册数与在校生数', en: 'Books and pupils of five schools' },
      arguments: [[[279], [137], [935], [160], [402]], [[45], [37], [89], [76], [55]], null],
      result: 6.3344370860927155,
    },
  ],
  call: ([values, students, perPupil]) => {
    const form = readFlag(perPupil, 'per_pupil') ? 'perPupil' : 'amounts';
    const schools = readSchools(values, students, 'values');
    return statistic(() => countyMean(schools.values, schools.students, form));
  },
};
