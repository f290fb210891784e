import { collectionTexts } from '../../src/locales/collection-texts';
import { CN_2017 } from '../../src/standard/cn-2017';
import { ISSUE_CODES } from '../../src/workbook/collection/collection-issue';
import { extraColumns, isForSeveralStages } from '../../src/workbook/collection/extra-columns';
import { FORM_FIELDS } from '../../src/workbook/collection/form-fields';
import { headingOf, headingWithUnit } from '../../src/workbook/columns';
import { markdownTable } from './markdown-table';

/** docs/collection.md: the school collection form, where each answer goes, and the lines of 收集情况. */
export function collectionPage(): string {
  const fields = FORM_FIELDS.map(
    ({ number, category, label, unit, options, required, condition, feeds, mapping }) => [
      String(number),
      category,
      label,
      unit ?? options.join('/'),
      required ? '是' : '',
      condition ?? '',
      feeds.map(headingOf).join('、'),
      mapping.zh,
    ],
  );
  const extras = extraColumns(CN_2017).map((column) => [
    headingWithUnit(column),
    isForSeveralStages(column) ? '68 项里不分学段，多学段学校填写' : '68 项里没有',
  ]);
  const texts = collectionTexts('zh-CN');
  const issues = Object.entries(texts.issues).map(([code, { message, mending }]) => [
    code,
    kindOf(code),
    message,
    mending,
  ]);
  return `# 学校采集表

\`junheng template --form -o 采集表.xlsx\` 生成空白采集表，一校一份；\`junheng collect 文件夹 -o 县.xlsx\` 把各校的表合并成学校数据，可以马上校验。答案按“填报项目”的文字查找，与位置无关：行可以移动，可以增加，可以放在任何一张工作表上，一个工作簿可以有几所学校。

输出有三张工作表：**学校数据**；**收集情况**（缺项、重复、矛盾，每条写明文件、工作表、单元格，并列出供其他工作表使用的全县合计）；**收集明细**（每张表的全部答案，未采用的也在内）。输出文件已经存在时不写，加 \`--replace\` 后更新它：原有的行、列、公式和其他工作表都保留，改动的数字和没有来表的学校逐条列出。

## 68 项与学校数据

${markdownTable(['序号', '类别', '填报项目', '单位或选项', '必填', '条件', '写入的列', '怎样写入'], fields)}

## 补充信息

68 项推不出、而学校数据需要的列列在采集表末尾；填了就以它为准。推不出的一律留空并列入收集情况，不代为估算。

${markdownTable(['项目', '为什么要填'], extras)}

## 收集情况

“说明”不需要处理，其余各类使退出码为 1，“无法读取”使退出码为 2。

${markdownTable(['代码', '类别', '问题', '处理办法'], issues)}
`;
}

function kindOf(code: string): string {
  const { kinds } = collectionTexts('zh-CN');
  const found = Object.entries(ISSUE_CODES).find(([known]) => known === code);
  return found === undefined ? '' : kinds[found[1]];
}
