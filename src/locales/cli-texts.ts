import type { Language } from './language';

/** Texts of the command line. */
export interface CliTexts {
  readonly usage: string;
  readonly standardLine: string;
  readonly verdictLine: string;
  readonly unjudgedWhy: string;
  readonly partsHeading: string;
  readonly partLine: string;
  readonly financeHeading: string;
  readonly financeLine: string;
  readonly financeUnknown: string;
  readonly financePasses: string;
  readonly financeFails: string;
  readonly yearHeading: string;
  readonly yearSchools: string;
  readonly yearCoefficients: string;
  readonly yearJumps: string;
  readonly stageLine: string;
  readonly stageLineNoRule: string;
  readonly columns: {
    readonly indicator: string;
    readonly mean: string;
    readonly coefficient: string;
    readonly limit: string;
    readonly verdict: string;
    readonly counts: string;
  };
  readonly composite: string;
  readonly within: string;
  readonly over: string;
  readonly noLimit: string;
  readonly worstGaps: string;
  readonly errorsHeading: string;
  readonly moreNotShown: string;
  readonly totals: string;
  readonly allHint: string;
  readonly written: string;
  readonly marksWritten: string;
  readonly fileFault: string;
  readonly progress: string;
  readonly batchHeading: string;
  readonly batch: {
    readonly file: string;
    readonly county: string;
    readonly verdict: string;
    readonly schools: string;
    readonly worst: string;
  };
  readonly faults: {
    readonly noCommand: string;
    readonly unknownCommand: string;
    readonly unknownOption: string;
    readonly optionNeedsValue: string;
    readonly noFiles: string;
    readonly noMatch: string;
    readonly outputMissing: string;
    readonly reportOfCheck: string;
    readonly outputNotFolder: string;
    readonly unknownStandard: string;
    readonly unknownLanguage: string;
    readonly badDate: string;
    readonly nothingToWrite: string;
    readonly lastYearOfCheck: string;
    readonly lastYearNotFolder: string;
  };
}

const zhCN: CliTexts = {
  usage: `优质均衡助手 junheng：县域义务教育优质均衡发展的校验、标记与汇总

用法
  junheng check     文件…               校验，打印结论
  junheng summarize 文件… -o 输出.xlsx  写出整套申报表（表Ⅰ—表Ⅵ）和评估总览、经费增长、年度对比、问题清单、整改台账
  junheng annotate  文件… -o 输出.xlsx  另存一份带标记的副本，原有内容一概不变
  junheng template  -o 输出.xlsx        生成空白模板（加 --form 生成学校采集表）
  junheng collect   文件… -o 县.xlsx    把各校的采集表合并成学校数据，缺项、重复、矛盾列在收集情况

文件可以是 .xlsx、.xls、文件夹或通配符；多个文件时 -o 填文件夹（collect 总是写一个文件）。

选项
  --standard cn-2017|cn-2012|文件.json  采用的标准（默认 cn-2017，可用更严的地方标准文件）
  --sheet 名称        学校数据所在的工作表
  --last-year 文件    上一年度的工作簿，用于年度对比（check、summarize；多个文件时填文件夹）
  --json              每个文件输出一行 JSON
  --report 输出.xlsx  check 另写一份县区报告：一县一行的汇总，和全部不达标清单
  --all               列出全部问题（默认只列最要紧的）
  --whole             退出码按四部分总结论
  --replace           允许覆盖同名但不是本软件生成的工作表；collect 时更新已有的文件
  --date 日期         整改台账的登记日期，如 2026-03-05（默认今天）
  --working-days      整改台账的期限按工作日计（默认自然日）
  --form              template 生成学校采集表（68 项，一校一份）
  --lang zh|en        输出语言
  -o, --output 路径   输出文件或文件夹
  -h, --help          显示本说明

退出码：0 达标，1 未达标，2 无法判定或读不出；多个文件取最大者。
collect：0 全部完整，1 有缺项、重复或矛盾，2 有文件读不出或没有采集表。
`,
  standardLine: '{file}{county}　标准：{standard}（{document}）',
  verdictLine: '资源配置：{verdict}',
  unjudgedWhy: '（有数据错误，改正后才能得出结论）',
  partsHeading: '四部分与一票否决',
  partLine: '  {part}：{verdict}',
  financeHeading: '教育经费（不影响总结论）',
  financeLine:
    '  {year} 年：教育经费增长 {education}，财政经常性收入增长 {revenue}，高出 {gap} 个百分点：{verdict}',
  financeUnknown: '—',
  financePasses: '通过',
  financeFails: '未通过',
  yearHeading: '与上一年度对比（{file}，不影响结论）',
  yearSchools:
    '  学校：两年都有 {both} 所，新增 {opened} 所，不再有 {closed} 所，并入其他学校 {merged} 所',
  yearCoefficients: '  差异系数：{improved} 项缩小，{worse} 项扩大，{same} 项不变',
  yearJumps: '  可疑变化：{jumps} 处（加 --all 列出）',
  stageLine: '{stage}：{schools} 所学校，{students} 名学生，综合达标 {passing} 所（{ratio}%）',
  stageLineNoRule: '{stage}：{schools} 所学校，{students} 名学生',
  columns: {
    indicator: '指标',
    mean: '全县平均值',
    coefficient: '差异系数',
    limit: '上限',
    verdict: '结论',
    counts: '达标/接近/不达标',
  },
  composite: '综合',
  within: '达标',
  over: '超限',
  noLimit: '—',
  worstGaps: '差距最大的 {count} 项',
  errorsHeading: '数据错误（改正后才能判定）',
  moreNotShown: '……另有 {count} 条，加 --all 全部列出',
  totals: '数据错误 {error}，不达标 {fail}，接近达标 {near}，提醒 {warning}，说明 {info}',
  allHint: '全部明细：加 --all，或用 summarize 写出问题清单。',
  written: '已写出 {output}',
  marksWritten: '已写出 {output}（标记规则 {rules} 条）',
  fileFault: '{file}：{message}。{mending}',
  progress: '已完成 {done}/{total}',
  batchHeading: '共 {count} 个文件',
  batch: {
    file: '文件',
    county: '县',
    verdict: '资源配置',
    schools: '学校（学段）',
    worst: '最大差异系数',
  },
  faults: {
    noCommand: '没有指明要做什么。',
    unknownCommand: '没有“{command}”这个命令。',
    unknownOption: '没有“{option}”这个选项。',
    optionNeedsValue: '选项“{option}”后面要跟一个值。',
    noFiles: '没有指明文件。',
    noMatch: '“{pattern}”没有找到任何工作簿（.xlsx 或 .xls）。',
    outputMissing: '没有用 -o 指明输出到哪里。',
    reportOfCheck: '--report 只用于 check。',
    outputNotFolder: '有多个输入文件时，-o 要填文件夹，“{output}”是一个文件。',
    unknownStandard: '没有“{standard}”这个标准，可用：{known}，或一个 .json 文件。',
    unknownLanguage: '没有“{language}”这种语言，可用：zh、en。',
    badDate: '“{date}”不是日期，请写成 2026-03-05 的样子。',
    nothingToWrite: '没有可判定的学校数据，没有写出任何文件。',
    lastYearOfCheck: '--last-year 只用于 check 和 summarize。',
    lastYearNotFolder:
      '有多个输入文件时，--last-year 要填文件夹（按文件名对应），“{file}”不是文件夹。',
  },
};

const enUS: CliTexts = {
  usage: `junheng: checks, marks and summarises a county's balanced, high-quality compulsory education

Usage
  junheng check     FILE…               check and print the verdict
  junheng summarize FILE… -o OUT.xlsx   write the official summary sheets
  junheng annotate  FILE… -o OUT.xlsx   save a marked copy that loses nothing of the original
  junheng template  -o OUT.xlsx         make a blank template (--form: the form of one school)
  junheng collect   FILE… -o COUNTY.xlsx  merge the schools' forms into one county

FILE is an .xlsx, an .xls, a folder or a pattern; with several files -o is a folder (collect always writes one file).

Options
  --standard cn-2017|cn-2012|FILE.json  the standard (default cn-2017; a stricter local file is fine)
  --sheet NAME        the sheet that holds the schools
  --last-year FILE    last year's workbook to compare with (check, summarize; a folder for several)
  --json              one line of JSON a file
  --report OUT.xlsx   with check: also write a report, a line a county and a list of all failures
  --all               list every finding (default: the most urgent)
  --whole             exit code from all four parts
  --replace           allow replacing sheets of the same name that are not ours; with collect,
  --date DAY          the day the rectification log is kept on, as 2026-03-05 (default today)
  --working-days      its due dates count working days (default calendar days)
                      bring an existing file up to date
  --form              template makes the collection form of one school (68 fields)
  --lang zh|en        language of the output
  -o, --output PATH   output file or folder
  -h, --help          show this text

Exit code: 0 meets the standard, 1 does not, 2 unjudged or unreadable; the highest of several files.
collect: 0 all complete, 1 something missing, doubled or contradictory, 2 unreadable or no forms.
`,
  standardLine: '{file}{county}  standard: {standard} ({document})',
  verdictLine: 'Resource allocation: {verdict}',
  unjudgedWhy: ' (data errors must be mended first)',
  partsHeading: 'The four parts and the veto',
  partLine: '  {part}: {verdict}',
  financeHeading: 'Education spending (does not change the overall verdict)',
  financeLine:
    '  {year}: education {education}, regular revenue {revenue}, ahead by {gap} points: {verdict}',
  financeUnknown: '-',
  financePasses: 'passes',
  financeFails: 'does not pass',
  yearHeading: 'Compared with last year ({file}; does not change the verdict)',
  yearSchools: '  Schools: {both} in both years, {opened} new, {closed} gone, {merged} merged',
  yearCoefficients: '  Coefficients: {improved} smaller, {worse} larger, {same} unchanged',
  yearJumps: '  Suspicious changes: {jumps} (add --all to list them)',
  stageLine: '{stage}: {schools} schools, {students} pupils, {passing} pass overall ({ratio}%)',
  stageLineNoRule: '{stage}: {schools} schools, {students} pupils',
  columns: {
    indicator: 'Indicator',
    mean: 'County mean',
    coefficient: 'Coefficient',
    limit: 'Limit',
    verdict: 'Verdict',
    counts: 'met/near/below',
  },
  composite: 'Composite',
  within: 'within',
  over: 'OVER',
  noLimit: '-',
  worstGaps: 'The {count} worst gaps',
  errorsHeading: 'Data errors (mend these to get a verdict)',
  moreNotShown: '… {count} more; add --all to list them',
  totals: '{error} data errors, {fail} below, {near} near, {warning} warnings, {info} notes',
  allHint: 'All of them: add --all, or use summarize to write the list of findings.',
  written: 'Wrote {output}',
  marksWritten: 'Wrote {output} ({rules} marking rules)',
  fileFault: '{file}: {message}. {mending}',
  progress: '{done}/{total} done',
  batchHeading: '{count} files',
  batch: {
    file: 'File',
    county: 'County',
    verdict: 'Resources',
    schools: 'School stages',
    worst: 'Largest coefficient',
  },
  faults: {
    noCommand: 'No command given.',
    unknownCommand: 'There is no command “{command}”.',
    unknownOption: 'There is no option “{option}”.',
    optionNeedsValue: 'Option “{option}” needs a value.',
    noFiles: 'No file given.',
    noMatch: '“{pattern}” matches no workbook (.xlsx or .xls).',
    outputMissing: 'Say with -o where to write.',
    reportOfCheck: '--report is for check alone.',
    outputNotFolder: 'With several input files -o must be a folder; “{output}” is a file.',
    unknownStandard: 'There is no standard “{standard}”; known: {known}, or a .json file.',
    unknownLanguage: 'There is no language “{language}”; known: zh, en.',
    badDate: '“{date}” is no date; write it like 2026-03-05.',
    nothingToWrite: 'No school data could be judged; nothing was written.',
    lastYearOfCheck: '--last-year goes with check and summarize only.',
    lastYearNotFolder:
      'With several input files --last-year must be a folder (matched by file name); “{file}” is none.',
  },
};

/** The command line's texts in a language. */
export function cliTexts(language: Language): CliTexts {
  return language === 'zh-CN' ? zhCN : enUS;
}
