import type { IssueCode, IssueKind } from '../workbook/collection/collection-issue';
import type { Language } from './language';

/** The wording of one line of 收集情况. */
export interface IssueText {
  /** What is wrong, with `{placeholders}` filled from the line. */
  readonly message: string;
  /** What to do about it. */
  readonly mending: string;
}

/** Words of the collection of school forms: the sheets it writes, the command and the workbench. */
export interface CollectionTexts {
  readonly issueSheet: string;
  readonly answerSheet: string;
  readonly title: string;
  readonly summary: string;
  readonly kindCounts: string;
  readonly nothingWrong: string;
  readonly totalsHeading: string;
  readonly totals: {
    readonly field: string;
    readonly total: string;
    readonly schools: string;
    readonly use: string;
  };
  readonly uses: Readonly<Record<'district' | 'migrants' | 'retention', string>>;
  readonly columns: {
    readonly number: string;
    readonly kind: string;
    readonly school: string;
    readonly code: string;
    readonly file: string;
    readonly sheet: string;
    readonly cell: string;
    readonly field: string;
    readonly actual: string;
    readonly message: string;
    readonly mending: string;
    readonly used: string;
  };
  readonly yes: string;
  readonly no: string;
  readonly wholeFile: string;
  readonly kinds: Readonly<Record<IssueKind, string>>;
  readonly issues: Readonly<Record<IssueCode, IssueText>>;
  readonly command: {
    readonly issueLine: string;
    readonly field: string;
    readonly noForms: string;
  };
  readonly workbench: {
    readonly offer: string;
    readonly collect: string;
    readonly check: string;
    readonly progress: string;
    readonly done: string;
    readonly none: string;
    readonly emptyFolder: string;
    readonly fileName: string;
  };
}

const zhCN: CollectionTexts = {
  issueSheet: '收集情况',
  answerSheet: '收集明细',
  title: '学校采集表收集情况',
  summary: '共 {files} 个文件，读出 {forms} 张采集表，写入学校数据 {schools} 所。',
  kindCounts: '{kind} {count} 条',
  nothingWrong: '没有缺项、重复和矛盾。',
  totalsHeading: '全县合计（学校数据没有对应的列，供填写其他工作表时参考）',
  totals: { field: '项目', total: '合计', schools: '填报学校数', use: '用于' },
  uses: {
    district: '政府保障第 13 条 就近划片入学',
    migrants: '政府保障第 15 条 随迁子女就读',
    retention: '教育质量第 1 条 初中三年巩固率',
  },
  columns: {
    number: '序号',
    kind: '类别',
    school: '学校',
    code: '标识码',
    file: '文件',
    sheet: '工作表',
    cell: '单元格',
    field: '项目',
    actual: '填写内容',
    message: '问题',
    mending: '处理办法',
    used: '采用',
  },
  yes: '是',
  no: '否',
  wholeFile: '整个文件',
  kinds: {
    unreadable: '无法读取',
    foreign: '不是采集表',
    doubled: '重复',
    missing: '缺项',
    contradictory: '矛盾',
    unusable: '无法使用',
    note: '说明',
  },
  issues: {
    'file-unreadable': { message: '{message}', mending: '{mending}' },
    'not-a-form': {
      message: '没有找到采集表（工作表：{sheets}）',
      mending: '核对文件是否发错；采集表的填报项目要与模板一致',
    },
    'school-doubled': {
      message:
        '同一所学校有两张表：采用了 {usedFile} 的“{usedSheet}”{usedCell}，这一张未采用，有 {count} 项不同（{differences}）',
      mending: '核对哪一张为准；未采用的一张在收集明细中保留',
    },
    'form-repeated': {
      message: '同一张表收到两份，内容相同：采用了 {usedFile} 的“{usedSheet}”，这一份未采用',
      mending: '留一份即可',
    },
    'code-shared': {
      message: '标识码与另一所学校相同：{others}；两校都已写入，校验时都不能判定',
      mending: '查明正确的标识码，改正后重新收集',
    },
    'name-shared': {
      message: '学校名称与另一所学校相同、标识码不同：{others}；两校都已写入',
      mending: '核对是否同一所学校；不是的话请用全称区分',
    },
    'form-blank': { message: '整张表没有填', mending: '请学校填报后重新收集' },
    'answer-missing': { message: '没有填', mending: '请学校补填；确实没有的填 0' },
    'label-missing': {
      message: '表中没有这 {count} 项：{labels}',
      mending: '改用完整的模板，或在学校数据中补填',
    },
    'stage-figures-missing': {
      message: '多学段学校缺分学段的数字：{columns}；68 项里不分学段，不能代为推算',
      mending: '在采集表的补充信息中填写，或直接补在学校数据里',
    },
    'answers-differ': {
      message: '同一项填了两处且不同：采用了 {usedCell} 的“{used}”',
      mending: '核对后只留一处',
    },
    'classes-differ-from-bands': {
      message: '班级总数 {classes} 与各班额段之和 {banded} 不等',
      mending: '核对班级总数和各班额段的班数',
    },
    'pupils-outside-bands': {
      message: '学生 {pupils} 人与班额分段不符：按各段班数应在 {least} 至 {most} 人之间',
      mending: '核对学生人数和各班额段的班数',
    },
    'pupils-without-classes': {
      message: '有学生 {pupils} 人而班级总数为 0',
      mending: '核对班级总数',
    },
    'type-against-stage': {
      message: '学校类型为“{type}”，却有这一学段的学生 {pupils} 人',
      mending: '核对学校类型和学生人数',
    },
    'part-exceeds-whole': {
      message: '{parts} 为 {sum}，多于 {whole}（{wholeCell}）的 {total}',
      mending: '核对总数和分项',
    },
    'stages-differ-from-whole': {
      message: '{parts} 为 {sum}，与 {whole}（{wholeCell}）的 {total} 不符',
      mending: '核对总数和分学段的数字',
    },
    'retention-above-all': {
      message: '毕业 + 转出 − 转入为 {stayed} 人，多于初一在校 − 死亡的 {expected} 人',
      mending: '核对毕业年级的五项数字',
    },
    'year-against-answer': {
      message: '“{label}”的回答与建校时间{founded}或前一项不符',
      mending: '核对建校时间和两项“是否……规划并建成”',
    },
    'size-against-answer': {
      message: '“{label}”填“是”，与规模不符（{size} 人）',
      mending: '核对这一项和学生人数、班额分段',
    },
    'code-malformed': {
      message: '学校代码不是 10 位数字',
      mending: '按统计标识码改正，保留开头的 0',
    },
    'not-a-number': { message: '不是数字', mending: '只填数字，单位不要写进单元格' },
    'negative-number': { message: '是负数', mending: '改为不小于 0 的数' },
    'fraction-for-count': { message: '人数、班数、间数不能是小数', mending: '改为整数' },
    'formula-error': { message: '公式出错', mending: '改正公式，或直接填数字' },
    'formula-not-calculated': {
      message: '公式没有计算结果',
      mending: '用 Excel 或 WPS 打开并保存一次，或直接填数字',
    },
    'date-for-number': { message: '填成了日期', mending: '把单元格改回数字格式后重填' },
    'choice-unknown': { message: '不在可选的内容之中', mending: '按下拉列表选择' },
    'number-as-text': { message: '数字按文本存放，已按 {read} 读取', mending: '不必处理' },
    'unit-converted': { message: '按所写的单位换算，读为 {read} 万元', mending: '核对单位' },
    'not-asked': { message: '{condition}，本校不需要填，没有采用', mending: '不必处理' },
    'value-replaced': {
      message: '原来学校数据 {place}（{heading}）为“{before}”，已按采集表改',
      mending: '核对以哪一个为准',
    },
    'kept-from-before': {
      message: '没有收到这所学校的表，沿用原来学校数据第 {row} 行',
      mending: '请学校填报，或核对是否已撤并',
    },
  },
  command: {
    issueLine: '[{kind}] {place}{school}：{field}{message}。{mending}。',
    field: '{field}：',
    noForms: '没有读到任何采集表，没有写出文件。',
  },
  workbench: {
    offer: '这 {count} 个文件像是学校采集表。',
    collect: '合并成学校数据',
    check: '逐个校验',
    progress: '正在读取采集表 {done}/{total}',
    done: '已由 {files} 个文件合并出 {schools} 所学校，有 {issues} 条情况待处理，见“收集情况”。还没有保存。',
    none: '这些文件里没有采集表。',
    emptyFolder: '拖进来的文件夹里没有工作簿（.xlsx 或 .xls）。',
    fileName: '学校数据汇总.xlsx',
  },
};

const enUS: CollectionTexts = {
  issueSheet: 'Collection',
  answerSheet: 'Answers collected',
  title: 'What was collected',
  summary: '{files} files, {forms} forms read, {schools} schools written.',
  kindCounts: '{kind}: {count}',
  nothingWrong: 'Nothing missing, doubled or contradictory.',
  totalsHeading: 'County totals (no column of 学校数据 holds them; for the other sheets)',
  totals: { field: 'Field', total: 'Total', schools: 'Schools', use: 'For' },
  uses: {
    district: '表Ⅳ item 13, enrolment by district',
    migrants: '表Ⅳ item 15, migrant children',
    retention: '表Ⅴ item 1, three-year retention',
  },
  columns: {
    number: 'No.',
    kind: 'Kind',
    school: 'School',
    code: 'Code',
    file: 'File',
    sheet: 'Sheet',
    cell: 'Cell',
    field: 'Field',
    actual: 'Written',
    message: 'What is wrong',
    mending: 'What to do',
    used: 'Used',
  },
  yes: 'yes',
  no: 'no',
  wholeFile: 'whole file',
  kinds: {
    unreadable: 'Unreadable',
    foreign: 'Not a form',
    doubled: 'Doubled',
    missing: 'Missing',
    contradictory: 'Contradictory',
    unusable: 'Unusable',
    note: 'Note',
  },
  issues: {
    'file-unreadable': { message: '{message}', mending: '{mending}' },
    'not-a-form': {
      message: 'No collection form found (sheets: {sheets})',
      mending: 'Check that the right file was sent; the labels must be those of the template',
    },
    'school-doubled': {
      message:
        'Two forms of one school: that of {usedFile}, “{usedSheet}” {usedCell}, was used, this one was not; {count} answers differ ({differences})',
      mending: 'Check which holds; the other one is kept in the sheet of answers',
    },
    'form-repeated': {
      message: 'The same form twice: that of {usedFile}, “{usedSheet}”, was used, this one was not',
      mending: 'One of them is enough',
    },
    'code-shared': {
      message: 'The code is also that of {others}; both schools are written, neither can be judged',
      mending: 'Find out whose code it is, mend and collect again',
    },
    'name-shared': {
      message: 'The name is also that of {others}, with another code; both schools are written',
      mending: 'Check whether it is one school; otherwise use full names',
    },
    'form-blank': { message: 'The form is blank', mending: 'Have the school fill it in' },
    'answer-missing': {
      message: 'Not filled in',
      mending: 'Have the school fill it in; 0 where there is none',
    },
    'label-missing': {
      message: 'The form has no row for {count} fields: {labels}',
      mending: 'Use the whole template, or fill them in in 学校数据',
    },
    'stage-figures-missing': {
      message:
        'A school of several stages lacks figures by stage: {columns}; the 68 fields do not tell them apart',
      mending: 'State them at the end of the form, or in 学校数据',
    },
    'answers-differ': {
      message: 'Answered twice and differently; “{used}” in {usedCell} was used',
      mending: 'Keep one of them',
    },
    'classes-differ-from-bands': {
      message: '{classes} classes in all, {banded} in the bands of size',
      mending: 'Check the classes and the bands',
    },
    'pupils-outside-bands': {
      message: '{pupils} pupils do not fit the bands of size, which allow {least} to {most}',
      mending: 'Check the pupils and the bands',
    },
    'pupils-without-classes': {
      message: '{pupils} pupils but no class',
      mending: 'Check the number of classes',
    },
    'type-against-stage': {
      message: 'The type is “{type}”, yet the stage has {pupils} pupils',
      mending: 'Check the type and the pupils',
    },
    'part-exceeds-whole': {
      message: '{parts}: {sum}, more than {whole} ({wholeCell}): {total}',
      mending: 'Check the total and its parts',
    },
    'stages-differ-from-whole': {
      message: '{parts}: {sum}, but {whole} ({wholeCell}): {total}',
      mending: 'Check the total and the figures by stage',
    },
    'retention-above-all': {
      message:
        'Graduates + transferred out − transferred in: {stayed}, more than enrolled − deaths: {expected}',
      mending: 'Check the five figures of the leaving grade',
    },
    'year-against-answer': {
      message: '“{label}” does not fit the founding year {founded} or the answer before',
      mending: 'Check the founding year and both answers',
    },
    'size-against-answer': {
      message: '“{label}” says yes, which does not fit the size ({size})',
      mending: 'Check this answer, the pupils and the bands',
    },
    'code-malformed': {
      message: 'The school code is not ten digits',
      mending: 'Write the code of the statistics, leading zeros included',
    },
    'not-a-number': {
      message: 'Not a number',
      mending: 'Write the number alone, without its unit',
    },
    'negative-number': { message: 'Negative', mending: 'Write a number of at least 0' },
    'fraction-for-count': { message: 'A fraction for a count', mending: 'Write a whole number' },
    'formula-error': {
      message: 'A formula error',
      mending: 'Mend the formula, or type the number',
    },
    'formula-not-calculated': {
      message: 'A formula without a result',
      mending: 'Open and save the file once in Excel or WPS, or type the number',
    },
    'date-for-number': {
      message: 'A date',
      mending: 'Give the cell a number format and type it again',
    },
    'choice-unknown': { message: 'Not one of the choices', mending: 'Choose from the list' },
    'number-as-text': {
      message: 'A number kept as text, read as {read}',
      mending: 'Nothing to do',
    },
    'unit-converted': {
      message: 'Converted from the unit written, read as {read} × 10 000 yuan',
      mending: 'Check the unit',
    },
    'not-asked': {
      message: '{condition}: not asked of this school, and not used',
      mending: 'Nothing to do',
    },
    'value-replaced': {
      message: '学校数据 {place} ({heading}) held “{before}”; the form replaced it',
      mending: 'Check which holds',
    },
    'kept-from-before': {
      message: 'No form came from this school; row {row} of the 学校数据 before was kept',
      mending: 'Have the school report, or check whether it was closed',
    },
  },
  command: {
    issueLine: '[{kind}] {place}{school}: {field}{message}. {mending}.',
    field: '{field}: ',
    noForms: 'No collection form was read; nothing was written.',
  },
  workbench: {
    offer: 'These {count} files look like school collection forms.',
    collect: 'Merge into one county',
    check: 'Check each',
    progress: 'Reading forms {done}/{total}',
    done: '{schools} schools from {files} files; {issues} lines to look at on the sheet “Collection”. Not saved yet.',
    none: 'No collection form in these files.',
    emptyFolder: 'The folder holds no workbook (.xlsx or .xls).',
    fileName: 'county.xlsx',
  },
};

/** The words of the collection in a language. */
export function collectionTexts(language: Language): CollectionTexts {
  return language === 'zh-CN' ? zhCN : enUS;
}
