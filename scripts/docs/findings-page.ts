import type { FindingCode } from '../../src/assessment/finding-codes';
import { FINDING_SEVERITY, SEVERITIES } from '../../src/assessment/finding-codes';
import { domainTexts } from '../../src/locales/domain-texts';
import { markdownTable } from './markdown-table';

const CODES: readonly FindingCode[] = Object.keys(FINDING_SEVERITY).filter(
  (code): code is FindingCode => code in FINDING_SEVERITY,
);

/** docs/findings.md: every code with cause and mending, gravest first. */
export function findingsPage(): string {
  const texts = domainTexts('zh-CN');
  const english = domainTexts('en-US');
  const sections = SEVERITIES.map((severity) => {
    const rows = CODES.filter((code) => FINDING_SEVERITY[code] === severity).map((code) => {
      const { title, cause, mending } = texts.findings[code];
      return [`\`${code}\``, title, english.findings[code].title, cause, mending];
    });
    const table = markdownTable(['代码', '名称', 'English', '原因', '处理办法'], rows);
    return `## ${texts.severities[severity]} \`${severity}\`\n\n${table}`;
  });
  return `# 校验提示代码

每条提示都有固定的代码，脚本可以据此筛选；代码只增加，不改名。严重程度由代码决定：\`error\` 使该校该学段无法判定；\`fail\` 不符合标准；\`near\` 达到标准的 85%—100%；\`warning\` 照常判定但请核对；\`info\` 仅作说明。

${sections.join('\n\n')}
`;
}
