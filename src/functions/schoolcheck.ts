import { schoolPasses } from '../assessment/school-rule';
import type { Stage } from '../standard/stage';
import type { Standard } from '../standard/standard';
import type { CustomFunction } from './custom-function';
import { FunctionFault } from './function-fault';
import { readRange } from './read-range';
import type { NumberRange } from './read-range';
import { noSuchRule, readStage, readStandard } from './read-rule';
import { STAGE, STANDARD } from './shared-parameters';

function judge(standard: Standard, stage: Stage, values: readonly number[]): boolean {
  const passes = schoolPasses(standard, stage, values);
  if (passes === null) {
    throw noSuchRule(standard, { zh: '学校综合达标的规则', en: 'rule for a school' });
  }
  return passes;
}

function row(range: NumberRange, index: number): readonly number[] {
  return range.cells.slice(index * range.columns, (index + 1) * range.columns);
}

function column(range: NumberRange, index: number): readonly number[] {
  return range.cells.filter((_, place) => place % range.columns === index);
}

/** `EDU.SCHOOLCHECK`: 综合达标, the 6-of-7 rule. */
export const SCHOOLCHECK: CustomFunction = {
  name: 'SCHOOLCHECK',
  description: {
    zh: '学校综合达标：七项指标至少六项达标，余项不低于达标值的 85%',
    en: 'Whether a school passes: at least six of seven indicators met, the other at 85% or more',
  },
  parameters: [
    STAGE,
    {
      name: 'values',
      type: 'any',
      dimension: 'matrix',
      presence: 'required',
      description: {
        zh: 'L1…L7 七项指标值：一所学校一行，可选多行；空白按 0 计',
        en: 'The values of L1…L7: one row a school, any number of rows; blank is 0',
      },
    },
    STANDARD,
  ],
  returns: {
    type: 'boolean',
    dimension: 'matrix',
    description: {
      zh: '每所学校 TRUE 或 FALSE；cn-2012 没有学校规则，为 #N/A',
      en: 'TRUE or FALSE for each school; #N/A for cn-2012, which has no such rule',
    },
  },
  examples: [
    {
      about: {
        zh: '两所小学：第一所七项达标，第二所两项未达标',
        en: 'Two primary schools: all met; two not met',
      },
      arguments: [
        '小学',
        [
          [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3],
          [4.2, 1, 0.9, 4.4, 7.4, 2000, 2.3],
        ],
        null,
      ],
      result: [[true], [false]],
    },
  ],
  call: ([stageText, valuesArgument, standardText]) => {
    const standard = readStandard(standardText);
    const stage = readStage(stageText);
    const range = readRange(valuesArgument, 'values');
    const wanted = standard.indicators.length;
    if (range.columns === wanted) {
      return Array.from({ length: range.rows }, (_, index) => [
        judge(standard, stage, row(range, index)),
      ]);
    }
    // Schools stand in columns where the seven values stand below one another.
    if (range.rows === wanted) {
      return [
        Array.from({ length: range.columns }, (_, index) =>
          judge(standard, stage, column(range, index)),
        ),
      ];
    }
    throw new FunctionFault('value', {
      zh: `values 应有 ${wanted} 列（每所学校 ${wanted} 项指标），而不是 ${range.rows}×${range.columns}`,
      en: `values has ${wanted} columns, one an indicator, not ${range.rows}×${range.columns}`,
    });
  },
};
