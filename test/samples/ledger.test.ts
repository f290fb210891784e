import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { XlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { planSummary } from '../../src/reports/summary';
import { CN_2017 } from '../../src/standard/cn-2017';
import { checkWorkbook } from '../../src/workbook/check-workbook';

const SAMPLE = path.join(__dirname, '../../assets/samples/sample-county.xlsx');

it('整改台账 of the sample county has a line for each school and problem', async () => {
  const source = XlsxHost.open(readFileSync(SAMPLE), 'sample-county.xlsx');
  const check = await checkWorkbook(source, { standard: CN_2017 });
  const [plan] = planSummary(check, {
    keys: ['ledger'],
    language: 'zh-CN',
    ledger: null,
    today: '2026-03-02',
  });
  const lines = plan!.rows.slice(3).map(({ cells }) => cells.map(({ value }) => value));
  expect(lines.map((line) => [line[4], line[3], line[11]])).toEqual([
    ['北关小学', 'L3 体育、艺术专任教师数：小学 0.28人/百生，应达 0.90人/百生，还差 3 人', '重大'],
    ['北关小学', 'L7 网络多媒体教室数：小学 1.11间/百生，应达 2.30间/百生，还差 5 间', '重大'],
    ['桃源小学', 'L3 体育、艺术专任教师数：小学 0人/百生，应达 0.90人/百生，还差 4 人', '重大'],
    [
      '白沙初级中学',
      'L4 教学及辅助用房面积：初中 5.22㎡/生，应达 5.80㎡/生，还差 159.20 ㎡',
      '一般',
    ],
    [
      '白沙初级中学',
      'L5 体育运动场馆面积：初中 9.49㎡/生，应达 10.20㎡/生，还差 195.80 ㎡',
      '一般',
    ],
    [
      '龙泉小学',
      'L6 教学仪器设备值：初中 2,096.18元/生，应达 2,500元/生，还差 307,272.73 元',
      '重大',
    ],
    ['云岭县', '2024 年“一般公共预算教育经费”增长 2.43%，应高于 3.56%。', '重大'],
    [
      '云岭县',
      '表Ⅳ第11项“每年交流轮岗教师不低于符合条件教师总数的10%，其中骨干教师不低于交流轮岗教师总数的20%”不达标：“占交流轮岗教师比例”为 18.18%，要求不低于 20%。',
      '重大',
    ],
    [
      '云岭县',
      '表Ⅴ第9项“国家义务教育质量监测相关科目学生学业水平达到Ⅲ级以上，且校际差异率低于0.15”不达标：“科学校际差异率”为 0.15，要求低于 0.15。',
      '重大',
    ],
    ['云岭县', '全县小学L2 骨干教师数的校际差异系数为 0.638，超过上限 0.500。', '重大'],
    ['云岭县', '全县小学L6 教学仪器设备值的校际差异系数为 0.531，超过上限 0.500。', '重大'],
  ]);
});
