import { markdownTable } from '../docs/markdown-table';
import type { PlantedChange } from './last-year';
import type { PlantedProblem } from './planted-problem';
import { SAMPLE_COUNTY } from './sample-form';
import type { PlantedFormProblem } from './sample-form';

/** assets/samples/README.md: what the sample workbooks hold. */
export function samplesPage(
  problems: readonly PlantedProblem[],
  formProblems: readonly PlantedFormProblem[],
  changes: readonly PlantedChange[],
): string {
  const rows = problems.map(({ school, description, finding }) => [
    school,
    description,
    finding === null ? '—' : `\`${finding}\``,
  ]);
  const formRows = formProblems.map(({ sheet, place, description, finding }) => [
    sheet,
    place,
    description,
    `\`${finding}\``,
  ]);
  return `# 样例工作簿

学校、县名和数据都是虚构的，由 \`npm run samples\` 生成，每次结果相同。

- \`sample-county.xlsx\` ${SAMPLE_COUNTY}：各种办学类型、城区镇区乡村、教育集团、民办学校，各张填报表都已填写，含下面有意安排的问题。
- \`sample-county-last-year.xlsx\` ${SAMPLE_COUNTY}上一年的数据，用于年度对比。
- \`passing-county.xlsx\`：四个部分全部达标的县。
- \`template.xlsx\`：空白模板，同 \`junheng template\`。

## 学校数据

${markdownTable(['学校', '问题', '提示代码'], rows)}

此外，城区小学集中了骨干教师，小学 L2 的差异系数超过上限，前沟教学点小数点的错误使小学 L6 的差异系数也超过上限（\`coefficient-over-limit\`）；表末的合计行和说明行不当作学校（\`rows-skipped\`）。

## 其他填报表

${markdownTable(['工作表', '位置', '问题', '提示代码'], formRows)}

其余条目达标；社会认可度均高于 85%，没有一票否决事项。

## 与上一年的不同

${markdownTable(
  ['学校', '变化'],
  changes.map(({ school, description }) => [school, description]),
)}
`;
}
