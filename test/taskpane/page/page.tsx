import { LANGUAGES } from '../../../src/locales/language';
import { mountPane } from '../../../src/taskpane/mount-pane';
import type { PaneTheme } from '../../../src/taskpane/pane-theme';
import { createSession } from '../../../src/taskpane/session/create-session';
import { sampleSheets } from '../../../src/taskpane/session/sample-sheets';
import { HEADINGS } from '../../workbook/school-sheet';
import { MemoryHost } from '../session/memory-host';
import type { HostSheet } from '../session/memory-host';

/*
 * The pane on a page of its own, over a workbook in memory. The address says which:
 * ?workbook=sample|passing|schools|gaps|none|broken|large &language= &theme= &slow &functions=no
 */

const THEMES: readonly PaneTheme[] = ['light', 'dark', 'high-contrast'];
const LARGE_SCHOOLS = 2_000;

async function sheetsOfFile(address: string): Promise<HostSheet[]> {
  const response = await fetch(address);
  const plans = await sampleSheets(new Uint8Array(await response.arrayBuffer()));
  const host = new MemoryHost([]);
  await host.writeSheets(plans, 'any');
  return host.sheets;
}

/** Schools that miss every indicator: some twelve thousand findings. */
function largeSheet(): HostSheet {
  const rows = Array.from({ length: LARGE_SCHOOLS }, (_, index) =>
    HEADINGS.map((heading) => {
      if (heading === '学校标识码') return String(3_141_000_001 + index);
      if (heading === '学校名称') return `第${index + 1}小学`;
      if (heading === '办学类型') return '小学';
      if (heading === '小学在校生数') return 400 + (index % 200);
      return /^小学(专任|高于|骨干|体育)|面积|设备|多媒体/.test(heading) ? 1 : null;
    }),
  );
  return { name: '学校数据', rows: [[...HEADINGS], ...rows] };
}

/** Items of 政府保障 that nobody has answered yet. */
const OPEN_ITEMS = new Set([1, 7]);

/** The county with two items, a veto matter and the visits of the survey left open. */
function withGaps(sheets: HostSheet[]): HostSheet[] {
  for (const { name, rows } of sheets) {
    if (name === '政府保障') {
      for (const row of rows) if (OPEN_ITEMS.has(Number(row[0]))) row[3] = null;
    }
    const last = rows[rows.length - 1];
    if (name === '一票否决' && last !== undefined) last[1] = null;
    if (name === '社会认可度') for (const row of rows.slice(1)) row[5] = null;
  }
  return sheets;
}

async function sheetsOf(workbook: string): Promise<HostSheet[]> {
  switch (workbook) {
    case 'passing':
      return sheetsOfFile('samples/passing-county.xlsx');
    case 'schools':
      return (await sheetsOfFile('samples/passing-county.xlsx')).filter(
        ({ name }) => name === '学校数据',
      );
    case 'gaps':
      return withGaps(await sheetsOfFile('samples/passing-county.xlsx'));
    case 'none':
      return [{ name: 'Sheet1', rows: [['备忘'], ['下周开会']] }];
    case 'broken':
      return [
        {
          name: '学校数据',
          rows: [
            HEADINGS.filter((heading) => !/多媒体|运动场地/.test(heading)),
            ['3141000001', '第一小学', '小学'],
          ],
        },
      ];
    case 'large':
      return [largeSheet()];
    default:
      return sheetsOfFile('samples/sample-county.xlsx');
  }
}

async function start(): Promise<void> {
  const query = new URLSearchParams(window.location.search);
  const root = document.getElementById('root');
  if (root === null) return;
  const host = new MemoryHost(await sheetsOf(query.get('workbook') ?? 'sample'));
  window.host = host;
  host.selected = { sheet: '学校数据', range: 'A1' };
  if (query.has('slow')) {
    let blocks = 0;
    host.beforeBlock = () => {
      blocks += 1;
      return new Promise((resolve) => setTimeout(resolve, blocks < 12 ? 0 : 500));
    };
  }
  if (query.get('functions') === 'no') {
    Object.assign(host, { capabilities: { ...host.capabilities, customFunctions: false } });
  }
  const session = createSession(host, {
    language: LANGUAGES.find((one) => one === query.get('language')) ?? 'zh-CN',
    now: () => '2026-03-05T12:00:00',
  });
  const theme = THEMES.find((one) => one === query.get('theme')) ?? 'light';
  const pane = mountPane(root, { kind: 'session', session }, theme);
  window.setTheme = (next) => {
    pane.setTheme(next);
  };
}

void start();
