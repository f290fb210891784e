import type { Texts } from './texts';

/** 简体中文。 */
export const zhCN: Texts = {
  stages: { primary: '小学', junior: '初中' },
  severities: {
    error: '数据错误',
    fail: '不达标',
    near: '接近达标',
    warning: '提醒',
    info: '说明',
  },
  attainments: { met: '达标', near: '接近', below: '不达标' },
  verdicts: { pass: '达标', fail: '未达标', unjudged: '无法判定' },
  parts: {
    resources: '资源配置',
    government: '政府保障程度',
    quality: '教育质量',
    recognition: '社会认可度',
    veto: '一票否决',
  },
  overall: '总结论',
  schoolTypes: {
    primary: '小学',
    teachingPoint: '教学点',
    junior: '初级中学',
    nineYear: '九年一贯制学校',
    twelveYear: '十二年一贯制学校',
    completeSecondary: '完全中学',
    special: '特殊教育学校',
    vocational: '职业学校',
    senior: '高级中学',
    kindergarten: '幼儿园',
  },
  localities: { urban: '城区', town: '镇区', rural: '乡村' },
  units: {
    person: '人',
    squareMetre: '㎡',
    yuan: '元',
    room: '间',
    computer: '台',
    book: '册',
    student: '人',
    class: '个班',
    ratio: '',
    perHundredPersons: '人/百生',
    perPupilSquareMetres: '㎡/生',
    perPupilYuan: '元/生',
    perHundredRooms: '间/百生',
    perHundredComputers: '台/百生',
    perPupilBooks: '册/生',
  },
  measures: {
    mean: '全县平均值',
    coefficient: '差异系数',
    count: '达标学校数',
    ratio: '达标学校比例(%)',
    schools: '学校数',
    students: '在校生数',
  },
  form: {
    tables: { government: '表Ⅳ', quality: '表Ⅴ' },
    item: '{table}第{number}项“{name}”',
    survey: '社会认可度（{name}）',
    veto: '一票否决“{name}”',
    conclusion: '结论',
    everybody: '计',
    perPupil: '按在校学生人数平均的教育支出',
    expected: {
      conclusion: '达标、不达标',
      level: 'Ⅰ级、Ⅱ级、Ⅲ级、Ⅳ级',
      yesNo: '是、否',
      year: '2024',
    },
    signs: { '%': '%', 元: '元', 级: '级' },
    moneyUnits: { 元: '元', 千元: '千元', 万元: '万元', 亿元: '亿元' },
    conclusions: { 达标: '达标', 不达标: '不达标' },
    readings: { each: '各 1 间', inAll: '合计 1 间' },
    bounds: {
      atLeast: '“{heading}”为 {actual}{sign}，要求不低于 {required}{sign}',
      below: '“{heading}”为 {actual}{sign}，要求低于 {required}{sign}',
      atMost: '“{heading}”为 {actual}，应为 {required}',
      schools: '按学校数据有 {actual} 所学校不符合要求',
      concluded: '所填结论为不达标',
    },
  },
  years: {
    years: { now: '本年度', last: '上一年度', both: '两个年度' },
    trends: { improved: '差距缩小', worse: '差距扩大', same: '没有变化' },
    limits: {
      within: '本年度未超过上限 {limit}',
      over: '本年度超过上限 {limit}',
      none: '本标准对此不设上限',
    },
    composite: '综合',
  },
  findings: {
    'file-unreadable': {
      title: '文件无法读取',
      message: '{reason}',
      cause: '文件损坏、加密、格式不对或超出可处理的范围，没有读取任何数据。',
      mending: '按提示处理文件后重新校验；原文件未被改动。',
    },
    'no-school-sheet': {
      title: '找不到学校数据',
      message:
        '工作簿里没有“学校数据”工作表，也没有能认出的表Ⅱ-2（现有工作表：{sheets}）。请把学校数据放在名为“学校数据”的工作表中，或用 --sheet 指明工作表。',
      cause: '没有一张工作表的表头与学校数据或表Ⅱ-2 相符。',
      mending:
        '用“junheng template -o 模板.xlsx”生成空白模板对照表头，或指明存放学校数据的工作表。',
    },
    'column-missing': {
      title: '缺少必需的列',
      message: '工作表“{sheet}”缺少必需的列“{heading}”，无法判定。请补上这一列的表头和数据。',
      cause: '判定综合达标需要这一列，表头里没有认出它（列的顺序不限，名称须相符）。',
      mending: '补上该列；若已有此列但名称不同，请把表头改成标准名称。',
    },
    'column-doubled': {
      title: '列重复',
      message:
        '工作表“{sheet}”里“{heading}”出现了两次（{cell} 和 {other}），不知以哪一列为准。请删去或改名其中一列。',
      cause: '两列的表头指同一个指标。',
      mending: '保留正确的一列，把另一列改名或删除。',
    },
    'no-schools': {
      title: '没有学校',
      message: '工作表“{sheet}”的表头下没有一所学校的数据。',
      cause: '表头下面没有填有学校名称的行。',
      mending: '从表头下一行起，每行填一所学校。',
    },
    'formula-error': {
      title: '公式出错',
      message: '{place}“{heading}”的公式结果是 {actual}，这一项无法判定。请改正公式或直接填数。',
      cause: '单元格中的公式返回错误值，例如 #DIV/0!、#REF!。',
      mending: '检查公式引用的单元格，改正后重新校验。',
    },
    'formula-not-calculated': {
      title: '公式没有计算结果',
      message:
        '{place}“{heading}”是公式，但文件里没有保存它的计算结果。请用 Excel 或 WPS 打开文件，保存一次后再校验。',
      cause: '生成文件的程序只写了公式，没有计算。',
      mending: '用 Excel 或 WPS 打开并保存，结果就会写入文件。',
    },
    'not-a-number': {
      title: '不是数字',
      message: '{place}“{heading}”填的是“{actual}”，不是数字，这一项无法判定。',
      cause: '应填数字的单元格里是文字。',
      mending: '改填数字；没有该学段的，请留空。',
    },
    'date-for-number': {
      title: '数字变成了日期',
      message:
        '{place}“{heading}”是日期（{actual}），应为数字。请把单元格格式改为“常规”后重新输入。',
      cause: '输入时被识别成日期，或单元格设了日期格式。',
      mending: '把单元格格式改为“常规”，核对数值后重新输入。',
    },
    'negative-number': {
      title: '负数',
      message: '{place}“{heading}”是负数（{actual}），这一项无法判定。',
      cause: '人数、面积、金额、间数不会是负数。',
      mending: '核对原始数据后改正。',
    },
    'fraction-for-count': {
      title: '应为整数',
      message: '{place}“{heading}”是 {actual}，应为整数，这一项无法判定。',
      cause: '人数、班数、间数等只能是整数。',
      mending: '核对原始数据后改为整数。',
    },
    'code-doubled': {
      title: '标识码重复',
      message: '标识码 {code} 出现在不止一行（{rows}），“{school}”无法判定。',
      cause: '一所学校只能有一行；重复会使全县平均值和差异系数出错。',
      mending: '改正标识码，或删去重复的一行；多个校区请合并为一行或填写“并入学校”。',
    },
    'name-missing': {
      title: '缺学校名称',
      message: '{place}这一行有数据但没有学校名称，按“{school}”参与计算。',
      cause: '该行填了标识码或数据，学校名称为空。',
      mending: '补上学校名称；如果这一行不是学校，请清空。',
    },
    'number-as-text': {
      title: '数字存成了文本',
      message: '{place}“{heading}”的数字 {actual} 存成了文本，已按数字计算。',
      cause: '文本形式的数字在 Excel 的求和、平均公式里会被漏掉。',
      mending: '选中单元格，转换为数字（窗格里可一键修复）。',
    },
    'full-width-number': {
      title: '数字夹有全角或多余字符',
      message: '{place}“{heading}”写的是“{actual}”，已按 {read} 计算。',
      cause: '数字里有全角字符、空格、逗号或单位。',
      mending: '改成半角数字（窗格里可一键修复）。',
    },
    'name-doubled': {
      title: '学校名称重复',
      message: '学校名称“{school}”出现在不止一行（{rows}），请核对是否同一所学校。',
      cause: '名称相同的行可能是同一所学校填了两次。',
      mending: '若是同一所学校，删去一行；若是不同学校，请补全名称加以区分。',
    },
    'code-malformed': {
      title: '标识码格式不对',
      message: '{place}标识码“{actual}”不是 10 位数字。',
      cause: '学校标识码是 10 位数字；常见原因是开头的 0 丢失或多输少输。',
      mending: '把该列设为文本格式后重新输入完整的 10 位标识码。',
    },
    'type-unknown': {
      title: '办学类型不认识',
      message: '{place}办学类型“{actual}”不在标准名称之列，已按在校生所在学段判定。',
      cause: '办学类型为空或不是统计口径的名称。',
      mending: '改成：小学、教学点、初级中学、九年一贯制学校、十二年一贯制学校、完全中学等。',
    },
    'ownership-unknown': {
      title: '举办者类型不认识',
      message: '{place}举办者类型“{actual}”无法识别，已按公办处理。',
      cause: '举办者类型应为名称或代码 1—10。',
      mending: '改填标准名称或代码，例如 7 县级教育部门、10 民办。',
    },
    'locality-unknown': {
      title: '城乡分类不认识',
      message: '{place}城乡分类“{actual}”无法识别，分城乡的统计里不含这所学校。',
      cause: '城乡分类应为城区、镇区或乡村。',
      mending: '改填城区、镇区或乡村。',
    },
    'boarding-unknown': {
      title: '寄宿制填写不规范',
      message: '{place}寄宿制填的是“{actual}”，应为“是”或“否”。',
      cause: '该列只能填是或否。',
      mending: '改填“是”或“否”。',
    },
    'rows-hidden': {
      title: '有隐藏的行',
      message: '工作表“{sheet}”有 {count} 行学校数据被隐藏（第 {rows} 行），已照常计算。',
      cause: '隐藏行或筛选掉的行仍然是数据，漏看会误判。',
      mending: '取消隐藏或清除筛选，确认这些学校应当参与计算。',
    },
    'sheet-hidden': {
      title: '工作表被隐藏',
      message: '数据所在的工作表“{sheet}”是隐藏的，已照常计算。',
      cause: '隐藏的工作表容易被忘记更新。',
      mending: '取消隐藏，确认数据是最新的。',
    },
    'stage-sheets-disagree': {
      title: '两张表填得不一致',
      message: '“{school}”的“{heading}”在两张表里不一致：{actual} 与 {required}，已采用前者。',
      cause: '同一所学校在小学表和初中表里都填了共用资源，但数值不同。',
      mending: '核对后改成一致的数值。',
    },
    'sheet-assumed': {
      title: '按表头认出的工作表',
      message: '没有名为“学校数据”的工作表，已把表头相符的“{sheet}”当作学校数据。',
      cause: '工作表名称与标准名称不同。',
      mending: '如果认错了，请指明正确的工作表。',
    },
    'columns-unknown': {
      title: '未使用的列',
      message: '工作表“{sheet}”有 {count} 列不在标准表头之列，保留不用：{headings}。',
      cause: '多余的列不影响判定。',
      mending: '如果其中有应当使用的列，请把表头改成标准名称。',
    },
    'rows-skipped': {
      title: '跳过的行',
      message: '工作表“{sheet}”的合计、小计或说明行没有当作学校：第 {rows} 行。',
      cause: '合计行若当作学校会使差异系数出错。',
      mending: '如果其中有学校，请改正学校名称。',
    },
    'students-missing': {
      title: '缺在校生数',
      message: '“{school}”的{stage}在校生数没有填，{stage}无法判定。',
      cause: '办学类型或其他数据表明有这个学段，但在校生数为空。',
      mending: '补填在校生数；确实没有学生的填 0。',
    },
    'senior-students-missing': {
      title: '缺高中在校生数',
      message:
        '“{school}”有高中部，但高中在校生数没有填，用房、场馆、设备和多媒体教室无法在学段间分摊。',
      cause: '完全中学、十二年一贯制学校的共用资源要按各学段学生数加权分摊。',
      mending: '补填高中在校生数；确实没有高中生的填 0。',
    },
    'value-missing': {
      title: '缺数据',
      message: '“{school}”的“{heading}”没有填，{stage}{indicator}无法判定。',
      cause: '计算该指标需要这个数；空白不等于 0。',
      mending: '补填数据；确实没有的填 0。',
    },
    'stage-against-type': {
      title: '学段与办学类型不符',
      message: '“{school}”的办学类型是{type}，却有{stage}学生 {actual} 人，已按实际学段判定。',
      cause: '可能是附设班，也可能是填错了列或类型。',
      mending: '附设班可不改；否则核对办学类型和在校生数。',
    },
    'students-zero': {
      title: '在校生为 0',
      message: '“{school}”的{stage}在校生数是 0，未参与{stage}的计算。',
      cause: '没有学生就没有生均值。',
      mending: '若已停办请删去该行；若漏填请补上。',
    },
    'staff-without-students': {
      title: '没有学生却有教师',
      message: '“{school}”没有{stage}学生，却填了“{heading}”{actual}。',
      cause: '可能漏填在校生数，或教师填错了学段。',
      mending: '核对该学段的在校生数和教师数。',
    },
    'degree-exceeds-teachers': {
      title: '高于规定学历教师多于专任教师',
      message: '“{school}”{stage}高于规定学历教师 {actual} 人，多于专任教师 {required} 人。',
      cause: '前者应包含在后者之中。',
      mending: '核对两列人数。',
    },
    'backbone-exceeds-teachers': {
      title: '骨干教师多于专任教师',
      message: '“{school}”{stage}骨干教师 {actual} 人，多于专任教师 {required} 人。',
      cause: '前者应包含在后者之中。',
      mending: '核对两列人数。',
    },
    'sports-arts-exceeds-teachers': {
      title: '体育艺术教师多于专任教师',
      message: '“{school}”{stage}体育艺术教师 {actual} 人，多于专任教师 {required} 人。',
      cause: '前者应包含在后者之中。',
      mending: '核对两列人数。',
    },
    'indoor-sports-exceeds-area': {
      title: '室内体育用房大于教学及辅助用房',
      message: '“{school}”室内体育用房 {actual} ㎡，大于教学及辅助用房 {required} ㎡。',
      cause: '室内体育用房包含在教学及辅助用房面积之中。',
      mending: '核对两项面积，注意是否填反或单位不同。',
    },
    'students-without-classes': {
      title: '有学生没有班级',
      message: '“{school}”{stage}有学生 {actual} 人，班级数却是 0。',
      cause: '班级数漏填或填错了列。',
      mending: '补填班级数。',
    },
    'class-mean-exceeds-largest': {
      title: '平均班额超过最大班额',
      message: '“{school}”{stage}平均班额 {actual} 人，超过所填的最大班额 {required} 人。',
      cause: '学生数、班级数和最大班额至少有一个填错。',
      mending: '核对这三列。',
    },
    'large-classes-exceed-classes': {
      title: '大班数超过班级数',
      message: '“{school}”{stage}超标准班额的班有 {actual} 个，多于班级总数 {required} 个。',
      cause: '大班数应包含在班级总数之中。',
      mending: '核对两列班数。',
    },
    'unit-slip': {
      title: '疑似单位错误',
      message:
        '“{school}”的“{heading}”是 {actual}，约为全县学校中等水平的 {factor} 倍，疑似单位填错，已照填写值计算。',
      cause: '常见的是把元填成万元、或小数点错位。',
      mending: '核对单位：教学仪器设备值和经费以万元计，面积以㎡计。',
    },
    'value-implausible': {
      title: '数值不合常理',
      message: '“{school}”{stage}{indicator}为 {actual}{unit}，不合常理，请核对。',
      cause: '数值远超学校可能达到的水平。',
      mending: '核对相关数据和在校生数。',
    },
    'merge-target-unknown': {
      title: '并入的学校找不到',
      message: '“{school}”要并入“{target}”，但表中没有这所学校，已单独判定。',
      cause: '“并入学校”须填表中某校的标识码或完整名称。',
      mending: '改正“并入学校”的内容；不需合并的请清空。',
    },
    'merge-circular': {
      title: '并入关系成环',
      message: '“{school}”的并入关系绕了一圈（{target}），已单独判定。',
      cause: '两校互相并入，或学校并入了自己。',
      mending: '只在并出的一方填写“并入学校”。',
    },
    'inputs-rounded': {
      title: '依据的是已取整的数值',
      message:
        '只有表Ⅱ-2（生均值保留两位小数），判定依据的是取整后的数值；要得到准确结论，请提供学校数据。',
      cause: '两位小数会使恰在界限附近的判定失准。',
      mending: '补充“学校数据”工作表后重新校验。',
    },
    'stated-mean-differs': {
      title: '全县平均值与复算不符',
      message: '{place}填报的{stage}{indicator}全县平均值是 {actual}，复算为 {required}。',
      cause: '平均值应为全县总量除以在校生总数，不是各校生均值的简单平均。',
      mending: '按复算值改正，或核对是否漏了学校。',
    },
    'stated-coefficient-differs': {
      title: '差异系数与复算不符',
      message: '{place}填报的{stage}{indicator}差异系数是 {actual}，复算为 {required}。',
      cause:
        '常见原因：没有按学生数加权、用了样本标准差 STDEV、漏了值为 0 的学校、把合计行算了进去。',
      mending: '按复算值改正，或核对数据是否一致。',
    },
    'stated-count-differs': {
      title: '达标学校数与复算不符',
      message: '{place}填报的{stage}{indicator}{measure}是 {actual}，复算为 {required}。',
      cause: '达标应以未取整的数值判定，恰好等于标准也算达标。',
      mending: '按复算值改正。',
    },
    'stated-value-differs': {
      title: '学校数值与复算不符',
      message:
        '{place}“{school}”{stage}{indicator}{measure}填报 {actual}，按学校数据复算为 {required}。',
      cause: '学校数据改过而表Ⅱ-2 没有更新，或计算公式有误。',
      mending: '重新生成表Ⅱ-2，或核对学校数据。',
    },
    'stated-attainment-differs': {
      title: '是否达标与复算不符',
      message: '{place}“{school}”{stage}综合评估填报为“{actual}”，复算为“{required}”。',
      cause: '综合达标要求七项中至少六项达标，余下一项不低于标准的 85%。',
      mending: '按复算结果改正。',
    },
    'stated-total-differs': {
      title: '总数与学校数据不符',
      message: '{place}表Ⅰ“{heading}”填报 {actual}，学校数据合计为 {required}。',
      cause: '两处口径不同，或其中一处没有更新。',
      mending: '核对口径后改成一致。',
    },
    'item-missing': {
      title: '条目未填',
      message: '{matter}还没有填“{blanks}”，这一部分和总结论暂不能判定。',
      cause: '该条目须由填报单位给出数字或结论，软件不代为推断。',
      mending: '在相应工作表补填；学校数据能算出的条目，也可以补齐学校数据。',
    },
    'entry-unclear': {
      title: '填写内容无法辨认',
      message: '{place}“{heading}”填的是“{actual}”，无法辨认，应为：{expected}。',
      cause: '单元格里的内容不是约定的写法，软件不猜测其含义。',
      mending: '改填所列的写法之一，具体情况写在“说明”列。',
    },
    'entry-doubled': {
      title: '同一填报项填了两个不同的值',
      message: '{place}“{heading}”填的“{actual}”与 {other} 不同，不知以哪个为准，这一项无法判定。',
      cause: '同一填报项出现在两行，内容不一致。',
      mending: '保留正确的一行，删去另一行。',
    },
    'ratio-above-one': {
      title: '校际差异率大于 1',
      message: '{place}“{heading}”填的是 {actual}，校际差异率是不大于 1 的比值，没有采用。',
      cause: '常见的是把 0.12 填成 12；也可能填的不是差异率。',
      mending: '按监测结果填比值，例如 0.12。',
    },
    'part-exceeds-whole': {
      title: '部分大于总数',
      message:
        '{place}{matter}的“{heading}”是 {actual}，超过了 {required}，数据有矛盾，这一项无法判定。',
      cause: '部分应包含在总数之中，比例不会超过 100%。',
      mending: '核对这两个数，改正后重新校验。',
    },
    'entry-unknown': {
      title: '未采用的填报行',
      message: '{place}“{actual}”不是该表的条目或填报项，填写的内容没有采用。',
      cause: '条目序号或填报项名称与官方表格不一致。',
      mending: '对照模板改正条目序号和填报项名称。',
    },
    'percent-ambiguous': {
      title: '百分比填了 1',
      message: '{place}“{heading}”填的是 {actual}，已按 {read}% 理解；如果是 1%，请改写为“1%”。',
      cause: '1 既可以是百分之百，也可以是百分之一。',
      mending: '改写成带百分号的数，例如“100%”。',
    },
    'stated-share-differs': {
      title: '填报数与复算不符',
      message: '{place}{matter}的“{heading}”填报 {actual}，按所填各数复算为 {required}。',
      cause: '比例或合计与同一条目的其他数字对不上。',
      mending: '核对各数，按复算值改正。',
    },
    'stated-item-differs': {
      title: '填报数与学校数据不符',
      message: '{place}{matter}的“{heading}”填报 {actual}，按学校数据计算为 {required}。',
      cause: '两处口径不同，或其中一处没有更新。',
      mending: '核对口径后改成一致；两处之一不达标的，按不达标处理。',
    },
    'largest-class-contradicts': {
      title: '最大班额与超标班数矛盾',
      message:
        '“{school}”的“{heading}”是 {actual} 人，超过 {required} 人，但超标准班额的班数填的是 0。',
      cause: '两列至少有一列填错。',
      mending: '核对最大班额和超标准班额的班数。',
    },
    'percent-understood': {
      title: '百分比的写法',
      message: '{place}“{heading}”填的是“{actual}”，已按 {read}{sign} 理解。',
      cause: '百分比可以写成 95、0.95 或 95%，这里说明采用的数值。',
      mending: '理解有误的，请改写成带百分号的数。',
    },
    'unit-converted': {
      title: '金额单位已换算',
      message: '{place}“{heading}”填的是 {written} {from}，已换算为 {read} {kept}。',
      cause: '填写时用的单位与这一项约定的单位不同。',
      mending: '无需处理；单位写错的请改正。',
    },
    'share-alone': {
      title: '只有比例，没有人数',
      message: '{place}{matter}只填了“{heading}”{actual}{sign}，已按这个数判定，无法复算。',
      cause: '比例通常已四舍五入，恰在界限附近时可能失准。',
      mending: '补填该条目的人数。',
    },
    'art-room-readings': {
      title: '音乐、美术教室的两种口径结论不同',
      message:
        '{matter}：音乐、美术各按每 12 个班 1 间计，{each} 所学校不足；两类合计按每 12 个班 1 间计，{inAll} 所不足。本次采用“{reading}”。',
      cause: '条文可以理解为“各 1 间”或“合计 1 间”，默认采用较严的一种。',
      mending: '按上级解释确定口径；可在地方标准文件的 switches.artRooms 中设置。',
    },
    'input-sheet-blank': {
      title: '工作表还没有填',
      message: '工作表“{sheet}”还没有填任何内容，这一部分未判定。',
      cause: '模板里的空表不影响资源配置的判定。',
      mending: '需要判定这一部分时，按模板填写。',
    },
    'item-not-met': {
      title: '条目不达标',
      message: '{place}{matter}不达标：{judged}。',
      cause: '该条目须达到标准，全部条目达标这一部分才算通过。',
      mending: '按条目要求整改；数据有误的请改正。',
    },
    'school-item-not-met': {
      title: '学校未达到条目要求',
      message: '“{school}”的“{heading}”是 {actual}，{matter}要求 {required}。',
      cause: '该条目要求每所学校都达到。',
      mending: '补足差额，或核对数据。',
    },
    'veto-exists': {
      title: '存在一票否决事项',
      message: '{place}{matter}填报为存在，一票否决。',
      cause: '存在任何一项，都不予认定。',
      mending: '整改并核实；填错的请改正。',
    },
    'finance-year-doubled': {
      title: '年份重复',
      message: '{place}{year} 年出现了两次，这一年前后的增长无法判定。',
      cause: '一年只能有一行。',
      mending: '保留正确的一行。',
    },
    'finance-level-missing': {
      title: '缺经费数据',
      message: '{place}{year} 年“{heading}”没有填，这一年前后的增长无法判定。',
      cause: '计算增长需要连续各年的数据；空白不等于 0。',
      mending: '补填数据。',
    },
    'finance-level-not-positive': {
      title: '经费数据不大于 0',
      message: '{place}{year} 年“{heading}”是 {actual}，不能计算增长。',
      cause: '增长以上一年的数为基数，必须大于 0。',
      mending: '核对后改正。',
    },
    'finance-growth-not-met': {
      title: '增长未达到要求',
      message: '{year} 年“{heading}”增长 {actual}%，应高于 {required}%。',
      cause:
        '教育经费增长须高于财政经常性收入增长，生均教育事业费、生均公用经费和教师工资须逐年增长。',
      mending: '核对数据；确未达到的，说明原因并落实投入。本项不影响四部分的结论。',
    },
    'finance-dropped': {
      title: '应只增不减的项目下降',
      message: '{year} 年“{heading}”为 {actual}，低于上一年的 {required}。',
      cause: '一般公共预算教育支出和按在校学生人数平均的教育支出应只增不减。',
      mending: '核对数据；确有下降的，说明原因并落实投入。本项不影响四部分的结论。',
    },
    'finance-unchanged': {
      title: '与上一年持平',
      message: '{year} 年“{heading}”为 {actual}，与上一年持平，按只增不减判为通过。',
      cause: '持平没有减少，但也没有增加，容易被质询。',
      mending: '核对是否漏更新数据。',
    },
    'finance-years-unsorted': {
      title: '年份没有按先后排列',
      message: '{place}年份 {year} 排在更晚的年份之后，已按年份先后计算。',
      cause: '年份顺序颠倒容易看错增长。',
      mending: '按年份从早到晚排列。',
    },
    'finance-year-missing': {
      title: '年份不连续',
      message: '{place}{from} 年之后是 {to} 年，中间缺年份，{to} 年的增长无法判定。',
      cause: '增长要用相邻两年的数据计算。',
      mending: '补上缺少的年份。',
    },
    'finance-too-few-years': {
      title: '年份不足四年',
      message: '工作表“{sheet}”只有 {actual} 年的数据；判定三年增长需要 {required} 年。',
      cause: '三个增长率需要四年的数据。',
      mending: '补上更早的年份。',
    },
    'finance-revenue-shrinks': {
      title: '财政经常性收入下降',
      message:
        '{place}{year} 年财政经常性收入增长为 {actual}%，教育经费高于它并不说明教育投入增加。',
      cause: '收入下降时，教育经费即使减少也可能“高于收入增长”。',
      mending: '核对收入数据，另看教育经费本身是否增加。',
    },
    'finance-unit-jump': {
      title: '疑似单位混用',
      message:
        '{place}{year} 年“{heading}”是 {actual}，上一年是 {required}，相差约一万倍，疑似万元与亿元（或元）混用。',
      cause: '同一列各年须用同一单位。',
      mending: '核对单位后改正。',
    },
    'year-unreadable': {
      title: '上一年度工作簿读不出',
      message: '上一年度工作簿“{file}”读不出（{reason}），没有作年度对比；本年度的结论不受影响。',
      cause: '上一年度的文件找不到、打不开或已损坏。',
      mending: '换一个能打开的文件重新校验；不需要对比时可以不选。',
    },
    'year-columns-missing': {
      title: '上一年度工作簿缺少本标准的列',
      message:
        '上一年度工作簿“{file}”缺少本标准需要的列（{headings}），没有作年度对比；本年度的结论不受影响。',
      cause: '上一年度的数据是按另一个标准或另一种表式填的，两年不能相比。',
      mending: '按同一标准的表式整理上一年度数据，或换一个文件。',
    },
    'year-no-schools': {
      title: '上一年度工作簿没有学校数据',
      message: '上一年度工作簿“{file}”没有可用的学校数据，没有作年度对比；本年度的结论不受影响。',
      cause: '文件里没有“学校数据”或“表Ⅱ-2”，或表里没有学校。',
      mending: '确认选对了文件。',
    },
    'year-none-matched': {
      title: '两年没有一所相同的学校',
      message: '上一年度工作簿“{file}”里没有一所学校与本年度对得上，请确认选的是本县的文件。',
      cause: '学校按标识码、其次按名称对应，两者都没有相同的。',
      mending: '换成本县上一年度的工作簿，或补上标识码。',
    },
    'year-key-doubled': {
      title: '两年对应时标识码或名称重复',
      message: '“{key}”在{years}的表里不止一行，无法确定对应哪一所学校，没有按它对应。',
      cause: '重复的标识码或名称不能说明是同一所学校。',
      mending: '改正重复的标识码或名称后重新校验。',
    },
    'year-unchanged': {
      title: '两年数据完全相同',
      message: '上一年度工作簿“{file}”与本年度各校的数字完全相同，请确认没有选错文件。',
      cause: '多半是选了同一个文件，或本年度的数据还没有更新。',
      mending: '选上一年度的工作簿，或更新本年度的数据。',
    },
    'year-unit-slip': {
      title: '比上一年度相差约十倍、百倍或万倍',
      message:
        '{place}“{school}”的“{heading}”由上一年度的 {last} 变为 {actual}，约为 {factor} 倍，疑似单位或小数点有误。',
      cause:
        '同一所学校的数一年间变为约 10、100、1000、10000 倍（或几分之一，误差在四分之一以内），多半是单位或小数点弄错；人数、班数等小于 50，面积小于 200㎡，金额小于 10 万元的不提醒。',
      mending: '核对两年的数和单位，改正错的一年。',
    },
    'year-unit-slip-county': {
      title: '全县的数比上一年度都相差约十倍、百倍或万倍',
      message:
        '工作表“{sheet}”的“{heading}”有 {actual} 所学校（可比 {compared} 所）都约为上一年度的 {factor} 倍，两年的单位疑似不同。',
      cause: '半数以上学校（至少 4 所）按同一倍数变化，多半是两年的列用了不同的单位。',
      mending: '核对两年这一列的单位，改成一致。',
    },
    'year-pupils-jump': {
      title: '在校生数变化过大',
      message:
        '{place}“{school}”{stage}在校生由上一年度的 {last} 人变为 {actual} 人（{change}%），请核对。',
      cause: '一个学段的在校生一年间减少一半以上或增加一半以上，且变化不少于 50 人。',
      mending: '核对学生数；撤并、分设的学校在“并入学校”或备注中注明。',
    },
    'year-area-jump': {
      title: '面积变化过大',
      message:
        '{place}“{school}”的“{heading}”由上一年度的 {last} ㎡变为 {actual} ㎡（{change}%），请核对。',
      cause:
        '面积一年间减少五分之一以上（且不少于 200㎡），或增加一倍以上（且不少于 500㎡）；校舍和场地通常不会这样变化。',
      mending: '核对面积；确有新建、拆除的，在情况说明中写明。',
    },
    'year-change-outlying': {
      title: '指标变化与其他学校相差太远',
      message:
        '{place}“{school}”{stage}{indicator}由上一年度的 {last}{unit} 变为 {actual}{unit}（{change}%），同学段学校一般变化 {usual}%，请核对。',
      cause:
        '变化超出同学段学校变化的 4 个稳健标准差，并且比一般变化多或少一半以上（或降为 0）；学校不足 8 所、人员和教室变化不到 5、面积不到 200㎡、金额不到 10 万元的不提醒，已由其他年度提醒说明的不再重复。',
      mending: '核对这一指标两年的数据。',
    },
    'year-compared': {
      title: '已与上一年度对比',
      message:
        '与上一年度工作簿“{file}”对比：{actual} 所学校两年都有（其中按名称对应 {named} 所），新增 {opened} 所，不再有 {closed} 所，并入其他学校 {merged} 所。',
      cause: '学校按标识码、其次按名称对应。',
      mending: '不需处理。',
    },
    'year-school-new': {
      title: '新增的学校',
      message: '“{school}”上一年度没有，是新增的学校。',
      cause: '上一年度的工作簿里没有相同的标识码或名称。',
      mending: '若是改名或换了标识码的学校，把两年的标识码改成一致。',
    },
    'year-school-closed': {
      title: '不再有的学校',
      message: '上一年度的“{school}”本年度没有了。',
      cause: '本年度的工作簿里没有相同的标识码或名称。',
      mending: '确认是撤销还是漏填；若是改名，把两年的标识码改成一致。',
    },
    'year-school-merged': {
      title: '并入其他学校',
      message: '上一年度的“{school}”本年度并入“{target}”。',
      cause: '依据本年度“并入学校”一列。',
      mending: '不需处理。',
    },
    'year-coefficient-changed': {
      title: '差异系数与上一年度相比',
      message:
        '全县{stage}{indicator}差异系数由上一年度的 {last} 变为 {actual}，{trend}；{limit}。',
      cause: '两年按同一标准由各校数据算出；差异系数变小即校际差距缩小。',
      mending: '差距扩大的，先看变化最大的学校。',
    },
    'indicator-below': {
      title: '指标低于标准的 85%',
      message:
        '“{school}”{stage}{indicator}为 {actual}{unit}，低于标准 {required}{unit} 的 85%，达标还差 {shortfall}。',
      cause: '七项中只允许一项未达标，且该项不得低于标准的 85%；低于 85% 的学校不能综合达标。',
      mending: '补齐所差的数量，或核对数据。',
    },
    'indicator-near': {
      title: '指标在标准的 85%—100%',
      message:
        '“{school}”{stage}{indicator}为 {actual}{unit}，未到标准 {required}{unit}（不低于 85%），还差 {shortfall}。',
      cause: '每所学校至多允许一项处在 85%—100%。',
      mending: '尽量补齐；若该校已有另一项未达标，则必须补齐其中之一。',
    },
    'school-fails': {
      title: '学校综合不达标',
      message: '“{school}”{stage}七项中达标 {met} 项，综合不达标；未达标：{missing}。',
      cause: '综合达标要求七项中至少六项达标，余下一项不低于标准的 85%。',
      mending: '先补差距最小的指标，使达标项不少于六项、其余一项不低于 85%。',
    },
    'coefficient-over-limit': {
      title: '差异系数超过上限',
      message: '全县{stage}{indicator}的校际差异系数为 {actual}，超过上限 {required}。',
      cause: '学校之间差距过大；每项差异系数都不得超过上限（小学 0.50，初中 0.45）。',
      mending: '优先补足数值最低的学校；“差异份额”最大的学校影响最大。',
    },
    'coefficient-undefined': {
      title: '差异系数无法定义',
      message: '全县{stage}{indicator}的平均值为 0，差异系数没有意义，按不达标处理。',
      cause: '所有学校该项都是 0。',
      mending: '核对该列数据是否漏填。',
    },
    'composite-over-limit': {
      title: '综合差异系数超过上限',
      message: '全县{stage}综合差异系数为 {actual}，超过上限 {required}。',
      cause: '各项差异系数的平均值过大。',
      mending: '优先降低差异系数最大的指标。',
    },
    'rounding-turns-judgement': {
      title: '四舍五入会改变结论',
      message:
        '{subject}{indicator}准确值为 {actual}，界限为 {required}，保留 {places} 位小数后结论会相反；已按未取整的数值判定。',
      cause: '先取整再比较是常见错误。',
      mending: '以准确值为准；上报时注意说明。',
    },
    'out-of-scope-type': {
      title: '不在评估范围（类型）',
      message: '“{school}”是{type}，不在评估范围内，未参与计算。',
      cause: '特殊教育学校、职业学校等不参加本项评估。',
      mending: '若类型填错，请改正办学类型。',
    },
    'out-of-scope-teaching-point': {
      title: '不在评估范围（教学点）',
      message: '教学点“{school}”在校生 {actual} 人，不在评估范围内，未参与计算。',
      cause: '按标准，不足规定人数的教学点不参加评估（2017 年标准为不足 50 人）。',
      mending: '需要并入中心校计算的，请填写“并入学校”。',
    },
    'out-of-scope-private': {
      title: '不在评估范围（民办）',
      message: '“{school}”是民办学校，不在 2012 年标准的评估范围内，未参与计算。',
      cause: '2012 年基本均衡评估的范围是公办学校。',
      mending: '若举办者类型填错，请改正。',
    },
    'out-of-scope-no-stage': {
      title: '没有义务教育学段学生',
      message: '“{school}”没有小学或初中学生，未参与计算。',
      cause: '两个学段的在校生数都是空白或 0。',
      mending: '若漏填在校生数，请补上。',
    },
    'merged-into': {
      title: '并入其他学校计算',
      message: '“{school}”已按填写的“并入学校”与“{target}”合并计算。',
      cause: '分析人员指定了合并关系。',
      mending: '不需合并的，请清空该行的“并入学校”。',
    },
  },
  fileFaults: {
    'not-found': {
      message: '找不到文件',
      mending: '请核对路径和文件名。',
    },
    'not-readable': {
      message: '文件打不开（{detail}）',
      mending: '请确认有读取权限，且文件没有被其他程序独占。',
    },
    'empty-file': {
      message: '文件是空的（0 字节）',
      mending: '请重新导出或复制该文件。',
    },
    'not-a-zip': {
      message: '不是 Excel 工作簿（.xlsx）文件',
      mending: '请用 Excel 或 WPS 打开原文件，另存为“Excel 工作簿 (*.xlsx)”。',
    },
    truncated: {
      message: '文件不完整，可能没有下载完或复制中断',
      mending: '请重新获取完整的文件。',
    },
    'damaged-zip': {
      message: '文件内部已损坏',
      mending: '请重新获取该文件，或用 Excel 打开并修复后另存。',
    },
    'bad-path': {
      message: '文件内含可疑的路径（{part}），没有打开',
      mending: '请用 Excel 或 WPS 打开后另存；若文件来历不明，请勿打开。',
    },
    encrypted: {
      message: '文件设有打开密码',
      mending: '请在 Excel 或 WPS 中打开，取消密码（文件—信息—保护工作簿）后另存。',
    },
    'legacy-xls': {
      message: '旧版 Excel 文件（.xls）已损坏，读不出来',
      mending: '请用 Excel 或 WPS 打开，另存为“Excel 工作簿 (*.xlsx)”。',
    },
    xlsb: {
      message: '是二进制工作簿（.xlsb），不能直接读取',
      mending: '请在 Excel 中另存为“Excel 工作簿 (*.xlsx)”。',
    },
    zip64: {
      message: '文件使用了超大压缩格式（zip64），不能处理',
      mending: '请用 Excel 打开后另存为普通的 .xlsx。',
    },
    'too-large': {
      message: '文件解压后过大（{detail}），为避免耗尽内存没有打开',
      mending: '请删去无关的工作表或图片后另存；若文件来历不明，请勿打开。',
    },
    'bad-entity': {
      message: '文件内含不允许的 XML 实体定义（{part}）',
      mending: '请用 Excel 或 WPS 打开后另存；若文件来历不明，请勿打开。',
    },
    'part-missing': {
      message: '文件缺少必要的部分（{part}）',
      mending: '请用 Excel 打开并修复后另存。',
    },
    'malformed-xml': {
      message: '文件内部结构损坏（{part}）',
      mending: '请用 Excel 打开并修复后另存。',
    },
    'not-a-workbook': {
      message: '压缩包里不是 Excel 工作簿',
      mending: '请确认选的是 .xlsx 文件，而不是 Word、PPT 或其他压缩包。',
    },
    'unsupported-compression': {
      message: '文件使用了不支持的压缩方式（{part}）',
      mending: '请用 Excel 或 WPS 打开后另存为 .xlsx。',
    },
    crc: {
      message: '文件内容校验不符，已损坏（{part}）',
      mending: '请重新获取该文件。',
    },
    unexpected: {
      message: '处理文件时出现意外情况（{detail}）',
      mending: '原文件未被改动；请用 Excel 另存一份再试。',
    },
    'output-is-input': {
      message: '输出文件与输入文件相同，为免覆盖原件没有写入',
      mending: '请用 -o 指定另一个文件名。',
    },
    'output-not-writable': {
      message: '无法写入输出文件（{detail}）',
      mending: '请确认目录存在、有写入权限，且文件没有在 Excel 中打开。',
    },
    'output-exists': {
      message: '文件已经存在，没有改动它',
      mending: '换一个文件名，或加 --replace 更新它（其他工作表和没有来表的学校都会保留）。',
    },
    'output-exists-foreign-sheets': {
      message: '工作簿里已有同名的工作表（{sheets}），不是本软件生成的，没有改动',
      mending: '请先改名或备份这些工作表；确认可以覆盖的，加 --replace。',
    },
    'output-ledger-differs': {
      message:
        '输出文件 {output} 里已有工作表“{sheet}”，内容与输入文件里的不同，写出会丢失其中所填，没有改动',
      mending: '请换一个输出文件名，或以填写了台账的文件为输入；确认可以丢弃的，加 --replace。',
    },
    'legacy-xls-not-writable': {
      message: '旧版 .xls 只能读取，不能在原件上标记或写入汇总表',
      mending: '请用 Excel 或 WPS 另存为 .xlsx 后再运行。',
    },
    'standard-unreadable': {
      message: '读不出标准文件（{detail}）',
      mending: '请确认路径正确、内容是 JSON。',
    },
    'standard-invalid': {
      message: '标准文件有误：{path}（{detail}）',
      mending: '请改正该处；地方标准只能比国家标准更严。',
    },
  },
  standardFaults: {
    'unknown-key': '不认识的项目',
    missing: '缺少这一项',
    'wrong-type': '值的类型或范围不对',
    'unknown-base': 'extends 须为 cn-2017 或 cn-2012',
    'reserved-id': 'id 不能与国家标准相同',
    'unknown-indicator': '没有这个指标',
    'no-such-rule': '所依据的国家标准没有这条规则',
    looser: '比国家标准宽松，国家标准为 {bound}',
  },
};
