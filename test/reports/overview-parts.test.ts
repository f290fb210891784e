import { describe, expect, it } from '@jest/globals';
import type { SheetPlan } from '../../src/plans/sheet-plan';
import { planSummary } from '../../src/reports/summary';
import type { SheetKey } from '../../src/reports/sheet-keys';
import { CN_2012 } from '../../src/standard/cn-2012';
import { governmentSheet, qualitySheet, surveySheet, vetoSheet } from '../workbook/form-sheets';
import { checkOf } from './county-workbook';
import { countyOf, COUNTY_SHEET } from './form-county';

const NAMES = ['资源配置', '政府保障程度', '教育质量', '社会认可度', '一票否决', '总结论'];

async function overviewOf(
  sheets: readonly SheetPlan[],
  keys: readonly Exclude<SheetKey, 'ledger'>[] = ['overview', 'table_3', 'table_4', 'table_5'],
): Promise<SheetPlan> {
  const plans = planSummary(await checkOf(sheets), { keys, language: 'zh-CN' });
  return plans.find(({ key }) => key === 'overview')!;
}

/** Of each part: its conclusion, then how many items there are, met, not met, open. */
function partsOf(plan: SheetPlan): Readonly<Record<string, readonly unknown[]>> {
  const found: Record<string, readonly unknown[]> = {};
  for (const { cells } of plan.rows) {
    const name = NAMES.find((one) => one === cells[0]?.value);
    if (name === undefined || name in found) continue;
    found[name] = [2, 4, 5, 6, 7].map(
      (column) => cells.find((cell) => cell.column === column)?.value,
    );
  }
  return found;
}

describe('the parts on 评估总览', () => {
  it('tell each conclusion with how many items are met, not met and open', async () => {
    const sheets = countyOf([
      COUNTY_SHEET,
      governmentSheet({ '1.conclusion': '不达标', '2.conclusion': null }),
      qualitySheet(),
      surveySheet(),
      vetoSheet({ 2: null }),
    ]);
    expect(partsOf(await overviewOf(sheets))).toEqual({
      资源配置: ['未达标', '——', '——', '——', '——'],
      政府保障程度: ['未达标', 15, 13, 1, 1],
      教育质量: ['达标', 9, 9, 0, 0],
      社会认可度: ['达标', '——', '——', '——', '——'],
      一票否决: ['无法判定', 6, 5, 0, 1],
      总结论: ['未达标', null, null, null, null],
    });
  });

  it('count nothing where no sheet was filled in', async () => {
    const parts = partsOf(await overviewOf(countyOf([])));
    expect(parts['政府保障程度']).toEqual(['无法判定', '——', '——', '——', '——']);
    expect(parts['总结论']).toEqual(['未达标', null, null, null, null]);
  });

  it('are plain values where the tables that they follow from are not written', async () => {
    const sheets = countyOf([governmentSheet(), qualitySheet(), surveySheet(), vetoSheet()]);
    const plan = await overviewOf(sheets, ['overview']);
    const own = /^IF\(COUNTIF\(C\d+:C\d+,/;
    const formulas = plan.rows.flatMap(({ cells }) =>
      cells.flatMap(({ formula }) => (formula === undefined ? [] : [formula])),
    );
    expect(formulas.filter((formula) => !own.test(formula))).toEqual([]);
    expect(formulas).toHaveLength(1);
    expect(partsOf(plan)['政府保障程度']).toEqual(['达标', 15, 15, 0, 0]);
  });

  it('are not told under the standard that has only resources', async () => {
    const plans = planSummary(await checkOf(countyOf([]), CN_2012), {
      keys: ['overview'],
      language: 'zh-CN',
    });
    expect(partsOf(plans[0]!)).toEqual({});
  });
});
