import type { Language } from './language';

/**
 * Words of the pane's page of the whole verdict; they come with that page's own script.
 * `{placeholders}` are filled where they are shown.
 */
export interface FormPageTexts {
  readonly heading: string;
  readonly overall: Readonly<Record<'pass' | 'fail' | 'unjudged', string>>;
  readonly verdicts: Readonly<Record<'pass' | 'fail' | 'unjudged', string>>;
  readonly partList: string;
  readonly counts: {
    readonly resources: string;
    readonly resourcesCoefficients: string;
    readonly items: string;
    readonly failing: string;
    readonly unjudged: string;
    readonly unanswered: string;
    readonly rate: string;
    readonly veto: string;
    readonly existing: string;
    readonly notFilled: string;
    readonly notFilledItems: string;
  };
  readonly missing: {
    readonly title: string;
    readonly onlyResources: string;
    readonly survey: string;
    readonly item: string;
    readonly part: string;
    readonly many: string;
    readonly fillAll: string;
  };
  readonly item: {
    readonly unanswered: string;
    readonly blank: string;
    readonly computed: string;
    readonly computedOnly: string;
    readonly supporting: string;
    readonly more: string;
    readonly goTo: string;
    readonly fillIn: string;
    readonly change: string;
    readonly done: string;
    readonly entry: string;
  };
  readonly editor: {
    readonly conclusions: Readonly<Record<'holds' | 'fails', string>>;
    readonly yes: string;
    readonly no: string;
    readonly choose: string;
    readonly computed: string;
    readonly preview: string;
    readonly pending: string;
    readonly write: string;
    readonly discard: string;
    readonly faulty: string;
    readonly undo: string;
    readonly newSheet: string;
  };
  readonly overwrite: {
    readonly title: string;
    readonly about: string;
    readonly line: string;
    readonly confirm: string;
  };
  readonly survey: {
    readonly groups: Readonly<Record<'total' | 'parents', string>>;
    readonly ways: Readonly<Record<'questionnaire' | 'visit', string>>;
    readonly rate: string;
    readonly unknown: string;
    readonly required: string;
    readonly field: string;
    readonly cell: string;
  };
  readonly veto: {
    readonly exists: string;
    readonly absent: string;
    readonly unanswered: string;
    readonly question: string;
  };
  readonly finance: {
    readonly chart: string;
    readonly chartText: string;
    readonly point: string;
    readonly series: Readonly<Record<'education' | 'revenue', string>>;
    readonly rules: string;
    readonly rulesRecent: string;
    readonly rule: string;
    readonly outcomes: Readonly<
      Record<'holds' | 'fails' | 'unchanged' | 'unknown' | 'none', string>
    >;
    readonly about: string;
  };
  readonly lastYear: {
    readonly title: string;
    readonly about: string;
    readonly choose: string;
    readonly other: string;
    readonly remove: string;
    readonly compared: string;
    readonly columns: Readonly<Record<'coefficient' | 'last' | 'now' | 'trend', string>>;
    readonly trends: Readonly<Record<'improved' | 'worse' | 'same', string>>;
    readonly unknown: string;
    readonly composite: string;
    readonly coefficients: string;
    readonly schools: string;
    readonly opened: string;
    readonly closed: string;
    readonly merged: string;
    readonly mergedSchool: string;
    readonly more: string;
    readonly sameSchools: string;
  };
}

const zhCN: FormPageTexts = {
  heading: '评估结论：{verdict}',
  overall: { pass: '全部达标', fail: '不达标', unjudged: '暂不能判定' },
  verdicts: { pass: '达标', fail: '不达标', unjudged: '未判定' },
  partList: '四个部分和一票否决',
  counts: {
    resources: '学校 {passing}/{schools}',
    resourcesCoefficients: '差异系数 {within}/{coefficients}',
    items: '{met}/{total} 项达标',
    failing: '{count} 项不达标',
    unjudged: '{count} 项未判定',
    unanswered: '{count} 项未答',
    rate: '满意度 {percent}%',
    veto: '{absent}/{total} 项不存在',
    existing: '{count} 项存在',
    notFilled: '还没有填',
    notFilledItems: '还没有填，共 {total} 项',
  },
  missing: {
    title: '还缺 {count} 项',
    onlyResources: '只判定资源配置时，这些可以不填。',
    survey: '{part}：调查数据',
    item: '第{number}项',
    part: '{part}：',
    many: '{part}：{count} 项',
    fillAll: '填写缺项（{count}）',
  },
  item: {
    unanswered: '待填',
    blank: '未填',
    computed: '{typed}（学校数据 {computed}）',
    computedOnly: '{computed}（按学校数据）',
    supporting: '另需：',
    more: '等 {count} 条，见“问题”页',
    goTo: '转到 {place}',
    fillIn: '填写',
    change: '修改',
    done: '收起',
    entry: '{label}：{value}',
  },
  editor: {
    conclusions: { holds: '达标', fails: '不达标' },
    yes: '是，存在',
    no: '否',
    choose: '请选择',
    computed: '算得 {value}，可不填',
    preview: '填入后：{verdict}',
    pending: '{count} 处待写入“{sheet}”',
    write: '写入工作表',
    discard: '放弃',
    faulty: '有 {count} 处写法不对，改正后才能写入。',
    undo: '撤销填写（{count} 处）',
    newSheet: '工作簿里没有“{sheet}”工作表，写入时会新建。',
  },
  overwrite: {
    title: '替换已填的内容？',
    about: '这些单元格已有内容，写入后可以撤销。',
    line: '{place}：{before} → {after}',
    confirm: '替换',
  },
  survey: {
    groups: { total: '全体', parents: '其中家长' },
    ways: { questionnaire: '问卷', visit: '走访' },
    rate: '{group}{way}满意度 {percent}%',
    unknown: '{group}{way}满意度还不能算出',
    required: '（要求不低于 {percent}%）',
    field: '{group}：{field}',
    cell: '填报项',
  },
  veto: {
    exists: '存在',
    absent: '不存在',
    unanswered: '待答',
    question: '是否存在：{matter}',
  },
  finance: {
    chart: '教育经费与财政经常性收入的增长率',
    chartText: '折线图：{points}。',
    point: '{year} 年教育经费增长 {education}，经常性收入增长 {revenue}',
    series: { education: '教育经费', revenue: '经常性收入' },
    rules: '三个增长与两个只增不减',
    rulesRecent: '三个增长与两个只增不减（最近 {count} 年）',
    rule: '要求',
    outcomes: {
      holds: '通过',
      fails: '未通过',
      unchanged: '持平，通过',
      unknown: '无法判定',
      none: '没有这一列',
    },
    about: '不计入评估结论，单独列出。',
  },
  lastYear: {
    title: '与去年比较',
    about: '选择去年的工作簿，比较差异系数和学校的变化。文件只在本机读取，不会上传。',
    choose: '选择去年的工作簿…',
    other: '换一个文件…',
    remove: '不再比较',
    compared: '去年：{file}',
    columns: { coefficient: '差异系数', last: '去年', now: '今年', trend: '变化' },
    trends: { improved: '缩小', worse: '扩大', same: '不变' },
    unknown: '—',
    composite: '综合',
    coefficients: '{stage}差异系数',
    schools: '学校增减',
    opened: '新增 {count} 所：{names}',
    closed: '减少 {count} 所：{names}',
    merged: '并入 {count} 所：{names}',
    mergedSchool: '{school}（并入{into}）',
    more: '{names}等',
    sameSchools: '学校没有增减。',
  },
};

const enUS: FormPageTexts = {
  heading: 'Verdict: {verdict}',
  overall: { pass: 'Meets the standard', fail: 'Below standard', unjudged: 'Not yet judged' },
  verdicts: { pass: 'meets', fail: 'below', unjudged: 'not judged' },
  partList: 'The four parts and the veto',
  counts: {
    resources: 'schools {passing}/{schools}',
    resourcesCoefficients: 'coefficients {within}/{coefficients}',
    items: '{met} of {total} items',
    failing: '{count} below',
    unjudged: '{count} not judged',
    unanswered: '{count} not answered',
    rate: 'satisfaction {percent}%',
    veto: '{absent} of {total} absent',
    existing: '{count} present',
    notFilled: 'not filled in yet',
    notFilledItems: 'not filled in yet, {total} items',
  },
  missing: {
    title: '{count} still missing',
    onlyResources: 'For resources alone these can stay blank.',
    survey: '{part}: numbers of the survey',
    item: 'item {number}',
    part: '{part}: ',
    many: '{part}: {count}',
    fillAll: 'Fill in what is missing ({count})',
  },
  item: {
    unanswered: 'to fill in',
    blank: 'blank',
    computed: '{typed} (school data: {computed})',
    computedOnly: '{computed} (from school data)',
    supporting: 'Besides: ',
    more: '{count} in all, see Findings',
    goTo: 'Go to {place}',
    fillIn: 'Fill in',
    change: 'Change',
    done: 'Fold',
    entry: '{label}: {value}',
  },
  editor: {
    conclusions: { holds: 'met (达标)', fails: 'not met (不达标)' },
    yes: 'Yes, it exists',
    no: 'No',
    choose: 'Choose',
    computed: 'Comes to {value}; optional',
    preview: 'When written: {verdict}',
    pending: '{count} to be written to “{sheet}”',
    write: 'Write to the sheet',
    discard: 'Discard',
    faulty: '{count} cannot be used; mend them first.',
    undo: 'Take back ({count})',
    newSheet: 'The workbook has no sheet “{sheet}”; it is made when you write.',
  },
  overwrite: {
    title: 'Replace what is there?',
    about: 'These cells hold something already. It can be undone after writing.',
    line: '{place}: {before} → {after}',
    confirm: 'Replace',
  },
  survey: {
    groups: { total: 'All', parents: 'Parents' },
    ways: { questionnaire: 'questionnaires', visit: 'visits' },
    rate: '{group}, {way}: {percent}% satisfied',
    unknown: '{group}, {way}: cannot be told yet',
    required: '(at least {percent}% needed)',
    field: '{group}: {field}',
    cell: 'Number',
  },
  veto: {
    exists: 'exists',
    absent: 'absent',
    unanswered: 'to answer',
    question: 'Does it exist: {matter}',
  },
  finance: {
    chart: 'Growth of education spending and regular revenue',
    chartText: 'Line chart: {points}.',
    point: '{year}: education {education}, regular revenue {revenue}',
    series: { education: 'Education', revenue: 'Regular revenue' },
    rules: 'Growth rules (三个增长, 两个只增不减)',
    rulesRecent: 'Growth rules (三个增长, 两个只增不减), last {count} years',
    rule: 'Rule',
    outcomes: {
      holds: 'holds',
      fails: 'does not hold',
      unchanged: 'unchanged, holds',
      unknown: 'not judged',
      none: 'no such column',
    },
    about: 'Reported beside the verdict; it does not change it.',
  },
  lastYear: {
    title: 'Against last year',
    about:
      'Choose last year’s workbook to compare coefficients and schools. The file is read on this computer and never uploaded.',
    choose: 'Choose last year’s workbook…',
    other: 'Choose another…',
    remove: 'Stop comparing',
    compared: 'Last year: {file}',
    columns: { coefficient: 'Coefficient', last: 'Last year', now: 'Now', trend: 'Change' },
    trends: { improved: 'smaller', worse: 'larger', same: 'same' },
    unknown: '—',
    composite: 'Composite',
    coefficients: 'Coefficients, {stage}',
    schools: 'Schools',
    opened: '{count} new: {names}',
    closed: '{count} gone: {names}',
    merged: '{count} merged: {names}',
    mergedSchool: '{school} (into {into})',
    more: '{names} …',
    sameSchools: 'The same schools as last year.',
  },
};

const TEXTS: Readonly<Record<Language, FormPageTexts>> = { 'zh-CN': zhCN, 'en-US': enUS };

/** The words of the page of the whole verdict in a language. */
export function formPageTexts(language: Language): FormPageTexts {
  return TEXTS[language];
}
