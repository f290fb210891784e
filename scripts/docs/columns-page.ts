import { STANDARDS } from '../../src/standard/standards';
import { columnDocumentation } from '../../src/workbook/columns';
import { markdownTable } from './markdown-table';

/** docs/columns.md: the columns of 学校数据, and the other headings under which they are known. */
export function columnsPage(): string {
  const rows = columnDocumentation(STANDARDS).map((column) => [
    column.heading,
    column.unit,
    column.requiredBy.join('、'),
    column.help.zh,
    column.example,
    column.aliases.join('、'),
  ]);
  return `# 学校数据的列

每校一行，列按表头认，与位置无关：顺序不限，多余的列保留不用，表头可以占一行或几行并含合并单元格；全角半角、空格、换行和括号里的单位不影响辨认，金额列括号里的“元”“万元”“亿元”按所写单位换算。

${markdownTable(['表头', '单位', '哪些标准必需', '填写说明', '示例', '也认得的写法'], rows)}
`;
}
