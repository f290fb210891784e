import type { Language } from './language';

/** Words of the workbench around the grid and the pane; `{placeholders}` are filled where shown. */
export interface WorkbenchTexts {
  readonly title: string;
  readonly open: string;
  readonly save: string;
  readonly unsaved: string;
  readonly splitter: string;
  readonly loading: string;
  readonly drop: string;
  readonly openFailed: string;
  readonly fileFault: string;
  readonly saveFailed: string;
  readonly saved: string;
  readonly tooLarge: string;
  readonly askLarge: string;
  readonly askLargeBatch: string;
  readonly discard: string;
  readonly restore: string;
  readonly restoreYes: string;
  readonly restoreNo: string;
  readonly closeNotice: string;
  readonly checkAlone: string;
  readonly unshown: string;
  readonly unshownKinds: Readonly<
    Record<'chart' | 'pivot' | 'comment' | 'table' | 'chartsheet', string>
  >;
  readonly cellsOnly: string;
  readonly formulaFault: string;
  readonly batch: {
    readonly title: string;
    readonly progress: string;
    readonly file: string;
    readonly county: string;
    readonly verdict: string;
    readonly overall: string;
    readonly schools: string;
    readonly coefficient: string;
    readonly of: string;
    readonly errors: string;
    readonly done: string;
    readonly download: string;
    readonly back: string;
    readonly reportName: string;
  };
}

const zhCN: WorkbenchTexts = {
  title: '优质均衡助手 工作台',
  open: '打开',
  save: '保存',
  unsaved: '有未保存的修改',
  splitter: '调整窗格宽度（方向键可移动）',
  loading: '正在打开…',
  drop: '松开鼠标，打开这些文件',
  openFailed: '{file}：{message}{mending}',
  fileFault: '{file}：{message}。{mending}',
  saveFailed: '未能保存：{message}',
  saved: '已保存为 {file}',
  tooLarge:
    '{file}：单元格太多，网页表格容纳不下。请改用命令行：npx junheng check {file}（校验）、npx junheng annotate {file} -o 标记.xlsx（标记）。',
  askLarge: '{file} 有 {size} MB，打开可能要等较久。要打开吗？',
  askLargeBatch: '有 {count} 个文件超过 {size} MB，校验可能要等较久。要开始吗？',
  discard: '现在的工作簿有未保存的修改，打开别的文件会丢掉它们。要继续吗？',
  restore: '上次有未保存的修改：{file}（{time}）。',
  restoreYes: '恢复',
  restoreNo: '丢弃',
  closeNotice: '知道了',
  checkAlone: '只校验',
  unshown: '这里显示不了、但保存时原样保留的内容：{list}。',
  unshownKinds: {
    chart: '图表或图片',
    pivot: '数据透视表',
    comment: '批注',
    table: '表格样式',
    chartsheet: '图表工作表',
  },
  cellsOnly:
    '工作台只改单元格的内容。要增加学校，在末行下面的空行填写即可；要去掉一所学校，清空那一行；插入行列、增删工作表、改格式，请先保存，再用 Excel 或 WPS 打开。',
  formulaFault: '函数没有结果',
  batch: {
    title: '批量校验',
    progress: '正在校验 {done}/{total}：{file}',
    file: '文件',
    county: '县（市、区）',
    verdict: '资源配置',
    overall: '总结论',
    schools: '学校（学段）',
    coefficient: '最大差异系数',
    of: '所在指标',
    errors: '数据错误',
    done: '已校验 {total} 个工作簿，资源配置达标 {passing} 个。点列名排序，点文件名打开。',
    download: '下载报告',
    back: '返回表格',
    reportName: '县区校验报告.xlsx',
  },
};

const enUS: WorkbenchTexts = {
  title: 'Junheng workbench',
  open: 'Open',
  save: 'Save',
  unsaved: 'Unsaved changes',
  splitter: 'Width of the pane (arrow keys move it)',
  loading: 'Opening…',
  drop: 'Drop to open these files',
  openFailed: '{file}: {message} {mending}',
  fileFault: '{file}: {message}. {mending}',
  saveFailed: 'Could not save: {message}',
  saved: 'Saved as {file}',
  tooLarge:
    '{file}: too many cells for a grid in a browser. Use the command line: npx junheng check {file}, npx junheng annotate {file} -o marked.xlsx.',
  askLarge: '{file} has {size} MB and may take long to open. Open it?',
  askLargeBatch: '{count} files have more than {size} MB and may take long to check. Start?',
  discard: 'The workbook has unsaved changes, which opening another file would lose. Go on?',
  restore: 'There were unsaved changes: {file} ({time}).',
  restoreYes: 'Restore',
  restoreNo: 'Discard',
  closeNotice: 'Dismiss',
  checkAlone: 'Check only',
  unshown: 'Not shown here, but kept as it is when saving: {list}.',
  unshownKinds: {
    chart: 'charts or pictures',
    pivot: 'pivot tables',
    comment: 'comments',
    table: 'table styles',
    chartsheet: 'chart sheets',
  },
  cellsOnly:
    'The workbench changes the contents of cells only. To add a school, fill in a blank row below the last; to take one out, clear its row. For rows, columns, sheets and formats, save first and use Excel or WPS.',
  formulaFault: 'The function has no result',
  batch: {
    title: 'Batch check',
    progress: 'Checking {done}/{total}: {file}',
    file: 'File',
    county: 'County',
    verdict: 'Resources',
    overall: 'Overall',
    schools: 'School stages',
    coefficient: 'Largest coefficient',
    of: 'Of',
    errors: 'Data errors',
    done: '{total} workbooks checked, {passing} meet the standard in resources. Press a heading to sort, a file to open it.',
    download: 'Download the report',
    back: 'Back to the grid',
    reportName: 'counties.xlsx',
  },
};

/** The workbench's words in a language. */
export function workbenchTexts(language: Language): WorkbenchTexts {
  return language === 'zh-CN' ? zhCN : enUS;
}
