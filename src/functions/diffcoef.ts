import { differenceCoefficient } from '../statistics/difference-coefficient';
import type { CustomFunction } from './custom-function';
import { readSchools } from './read-schools';
import { readFlag } from './read-scalar';
import { PER_PUPIL, STUDENTS, VALUES } from './shared-parameters';
import { statistic } from './statistic';

/** `EDU.DIFFCOEF`: 校际差异系数. */
export const DIFFCOEF: CustomFunction = {
  name: 'DIFFCOEF',
  description: {
    zh: '校际差异系数：以在校生数加权的标准差 ÷ 全县平均值',
    en: 'Coefficient of variation between schools, weighted by pupils: S ÷ X̄',
  },
  parameters: [VALUES, STUDENTS, PER_PUPIL],
  returns: {
    type: 'number',
    dimension: 'scalar',
    description: {
      zh: '差异系数（比值，未四舍五入）；全县平均值为 0 时 #DIV/0!',
      en: 'The coefficient, a ratio, unrounded; #DIV/0! where the county’s value is 0',
    },
  },
  examples: [
    {
      about: { zh: '五所学校的图书册数与在校生数', en: 'Books and pupils of five schools' },
      arguments: [[[279], [137], [935], [160], [402]], [[45], [37], [89], [76], [55]], null],
      result: 0.5152566298844764,
    },
    {
      about: { zh: '已是生均值，两所学校', en: 'Two schools, values per pupil already' },
      arguments: [[[3], [1]], [[50], [50]], true],
      result: 0.5,
    },
  ],
  call: ([values, students, perPupil]) => {
    const form = readFlag(perPupil, 'per_pupil') ? 'perPupil' : 'amounts';
    const schools = readSchools(values, students, 'values');
    return statistic(() => differenceCoefficient(schools.values, schools.students, form));
  },
};
