import { markdownTable } from '../docs/markdown-table';
import type { PlantedProblem } from './planted-problem';
import { SAMPLE_COUNTY } from './sample-county';

/** assets/samples/README.md: what the sample workbooks hold. */
export function samplesPage(problems: readonly PlantedProblem[]): string {
  const rows = problems.map(({ school, description, finding }) => [
    school,
    description,
    finding === null ? '—' : `\`${finding}\``,
  ]);
  return `# 样例工作簿

学校、县名和数据都是虚构的，由 \`npm run samples\` 生成，每次结果相同。

- \`sample-county.xlsx\` ${SAMPLE_COUNTY}：各种办学类型、城区镇区乡村、教育集团、民办学校，含下表有意安排的问题。
- \`passing-county.xlsx\`：全部达标的县。
- \`template.xlsx\`：空白模板，同 \`junheng template\`。

${markdownTable(['学校', '问题', '提示代码'], rows)}

此外，城区小学集中了骨干教师，小学 L2 的差异系数超过上限，前沟教学点小数点的错误使小学 L6 的差异系数也超过上限（\`coefficient-over-limit\`）；表末的合计行和说明行不当作学校（\`rows-skipped\`）。
`;
}
