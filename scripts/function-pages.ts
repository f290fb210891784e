import type { CustomFunction, FunctionParameter } from '../src/functions/custom-function';
import { exampleFormula, inLanguage, signature } from '../src/functions/function-text';
import { FUNCTIONS } from '../src/functions/functions';
import type { Language } from '../src/locales/language';

const HEADINGS = {
  'zh-CN': {
    use: '使用',
    title: '函数',
    intro: [
      '命名空间为 EDU，在单元格中输入 `=EDU.` 即可看到全部函数。示例只用常量，可直接复制到任一单元格。',
      '区域可以是一行或一列。在校生数为空白或 0 的学校不计入；有在校生而数值为空白的按 0 计。区域中有文本、小于 0 的数，或两个区域不能一一对应时返回 #VALUE!，并说明是哪一个单元格；全县平均值为 0 时返回 #DIV/0!；指标、学段或标准的名称不存在时返回 #N/A，并列出可用的名称。',
      '判断按单元格显示的 15 位有效数字精确比较，不受浮点误差影响；结果不四舍五入。',
    ],
    parameter: '参数',
    meaning: '含义',
    returns: '返回',
    examples: '示例',
    result: '结果',
    optional: '可省略',
    repeating: '可有多个',
  },
  'en-US': {
    use: 'Using it',
    title: 'Functions',
    intro: [
      'The namespace is EDU: type `=EDU.` in a cell to see all of them. Examples hold constants only and can be copied into any cell.',
      'Ranges are rows or columns. A school whose pupils are blank or 0 is left out; a blank value beside pupils counts as 0. Text, a number below 0 or ranges that do not pair give #VALUE! with the cell; a county value of 0 gives #DIV/0!; an unknown indicator, stage or standard gives #N/A with the known ones.',
      'Judgements compare the 15 significant digits that cells show, exactly; results are not rounded.',
    ],
    parameter: 'Parameter',
    meaning: 'Meaning',
    returns: 'Returns',
    examples: 'Examples',
    result: 'Result',
    optional: 'optional',
    repeating: 'any number',
  },
} as const satisfies Record<Language, unknown>;

function meaning(parameter: FunctionParameter, language: Language): string {
  const text = inLanguage(parameter.description, language);
  if (parameter.presence === 'required') return text;
  const note = HEADINGS[language][parameter.presence];
  return language === 'zh-CN' ? `${text}（${note}）` : `${text} (${note})`;
}

function resultText(result: CustomFunction['examples'][number]['result']): string {
  const cell = (value: number | string | boolean): string =>
    typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
  if (typeof result !== 'object') return cell(result);
  return result.map((row) => row.map(cell).join(', ')).join('; ');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function markdownCell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function functionMarkdown(declared: CustomFunction, language: Language): string {
  const headings = HEADINGS[language];
  return [
    `### ${declared.name}`,
    '',
    `\`${signature(declared)}\``,
    '',
    inLanguage(declared.description, language),
    '',
    `| ${headings.parameter} | ${headings.meaning} |`,
    '| --- | --- |',
    ...declared.parameters.map(
      (parameter) => `| \`${parameter.name}\` | ${markdownCell(meaning(parameter, language))} |`,
    ),
    '',
    `${headings.returns}${language === 'zh-CN' ? '：' : ': '}${inLanguage(declared.returns.description, language)}`,
    '',
    ...declared.examples.flatMap((example) => [
      `- ${inLanguage(example.about, language)}`,
      '',
      '  ```',
      `  ${exampleFormula(declared, example)}`,
      '  ```',
      '',
      `  ${headings.result}${language === 'zh-CN' ? '：' : ': '}${resultText(example.result)}`,
      '',
    ]),
  ].join('\n');
}

/** `docs/functions.md`: every function in Chinese, then in English. */
export function functionsMarkdown(): string {
  const part = (language: Language): string => {
    const { title, intro } = HEADINGS[language];
    const functions = FUNCTIONS.map((declared) => functionMarkdown(declared, language));
    return [`## ${title}`, '', ...intro.flatMap((text) => [text, '']), ...functions].join('\n');
  };
  return `# EDU 函数 / EDU functions\n\n${part('zh-CN')}\n${part('en-US').trimEnd()}\n`;
}

function functionHtml(declared: CustomFunction, language: Language): string {
  const headings = HEADINGS[language];
  const rows = declared.parameters.map(
    (parameter) =>
      `<tr><th scope="row">${parameter.name}</th><td>${escapeHtml(meaning(parameter, language))}</td></tr>`,
  );
  const examples = declared.examples.map(
    (example) =>
      `<li>${escapeHtml(inLanguage(example.about, language))}<pre>${escapeHtml(exampleFormula(declared, example))}</pre>${headings.result}: ${escapeHtml(resultText(example.result))}</li>`,
  );
  return [
    `<h3>${declared.name}</h3>`,
    `<p><code>${escapeHtml(signature(declared))}</code></p>`,
    `<p>${escapeHtml(inLanguage(declared.description, language))}</p>`,
    `<table><tbody>${rows.join('')}</tbody></table>`,
    `<p>${headings.returns}: ${escapeHtml(inLanguage(declared.returns.description, language))}</p>`,
    `<ul>${examples.join('')}</ul>`,
  ].join('\n');
}

/** `help.html`, the add-in's support page: what the ribbon does, and every function. */
export function helpPage(): string {
  const part = (language: Language, about: readonly string[]): string => {
    const { use, title, intro } = HEADINGS[language];
    const paragraphs = (texts: readonly string[]): string =>
      texts
        .map((text) => `<p>${escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')}</p>`)
        .join('\n');
    const functions = FUNCTIONS.map((declared) => functionHtml(declared, language));
    return `<section lang="${language}"><h2>${use}</h2>\n${paragraphs(about)}\n<h2>${title}</h2>\n${paragraphs(intro)}\n${functions.join('\n')}</section>`;
  };
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>优质均衡助手 · 帮助</title>
<link rel="icon" href="icons/icon-32.png">
<style>
body { font: 16px/1.6 'Microsoft YaHei', 'PingFang SC', 'Segoe UI', sans-serif; max-width: 56rem; margin: 0 auto; padding: 1rem; color: #1b1b1b; background: #fff; }
header { display: flex; gap: 1rem; align-items: center; }
table { border-collapse: collapse; }
th, td { border: 1px solid #8a8a8a; padding: .25rem .6rem; text-align: left; vertical-align: top; }
pre { background: #f3f3f3; padding: .5rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #1b1b1b; } pre { background: #333; } }
</style>
</head>
<body>
<header><img src="icons/icon-64.png" alt="" width="64" height="64"><h1>优质均衡助手</h1></header>
<main>
${part('zh-CN', [
  '在“优质均衡”选项卡中：校验窗格打开窗格；立即校验检查本工作簿并标记单元格；生成汇总表写出申报表；清除标记只清除本加载项所作的标记。',
  '学校数据不离开本机。',
])}
${part('en-US', [
  'On the Balanced Ed tab: Check pane opens the pane; Check now checks this workbook and marks its cells; Write summaries writes the official forms; Clear marks clears only the marks made by this add-in.',
  'School data never leaves this computer.',
])}
</main>
</body>
</html>
`;
}
