import { Rational } from '../statistics/rational';
import type { CustomFunction, FunctionParameter } from './custom-function';
import { FunctionFault } from './function-fault';
import { readAmount } from './read-scalar';

function count(name: string, description: FunctionParameter['description']): FunctionParameter {
  return { name, type: 'any', dimension: 'scalar', presence: 'required', description };
}

/** `EDU.RETENTION`: 三年巩固率 (教督〔2017〕6号, 教育质量 item 1). */
export const RETENTION: CustomFunction = {
  name: 'RETENTION',
  description: {
    zh: '初中三年巩固率：（毕业班学生 − 三年转入 + 三年转出）÷（三年前入学 − 三年死亡）',
    en: 'Three-year retention: (graduates − transferred in + transferred out) ÷ (enrolled − deaths)',
  },
  parameters: [
    count('graduates', { zh: '毕业班学生数', en: 'Pupils of the graduating year' }),
    count('transferred_in', { zh: '三年间转入学生数', en: 'Transferred in over three years' }),
    count('transferred_out', { zh: '三年间转出学生数', en: 'Transferred out over three years' }),
    count('enrolled', { zh: '三年前入学学生数', en: 'Enrolled three years before' }),
    count('deaths', { zh: '三年间死亡学生数', en: 'Deaths over three years' }),
  ],
  returns: {
    type: 'number',
    dimension: 'scalar',
    description: {
      zh: '巩固率（比值，0.95 即 95%）；分母为 0 时 #DIV/0!',
      en: 'The rate as a ratio (0.95 is 95%); #DIV/0! where nobody is left below the line',
    },
  },
  examples: [
    {
      about: { zh: '入学 1000 人，毕业 980 人，转入 10、转出 20、死亡 1', en: 'A year of 1000' },
      arguments: [980, 10, 20, 1000, 1],
      result: 990 / 999,
    },
  ],
  call: ([graduatesCell, inCell, outCell, enrolledCell, deathsCell]) => {
    const graduates = Rational.fromShown(readAmount(graduatesCell, 'graduates'));
    const transferredIn = Rational.fromShown(readAmount(inCell, 'transferred_in'));
    const transferredOut = Rational.fromShown(readAmount(outCell, 'transferred_out'));
    const enrolled = Rational.fromShown(readAmount(enrolledCell, 'enrolled'));
    const deaths = Rational.fromShown(readAmount(deathsCell, 'deaths'));
    const base = enrolled.minus(deaths);
    if (base.isZero) {
      throw new FunctionFault('div0', {
        zh: '三年前入学人数减死亡人数为 0',
        en: 'enrolled − deaths is 0',
      });
    }
    if (base.sign < 0) {
      throw new FunctionFault('value', {
        zh: 'deaths 大于 enrolled',
        en: 'deaths exceed enrolled',
      });
    }
    return graduates.minus(transferredIn).plus(transferredOut).over(base).toNumber();
  },
};
