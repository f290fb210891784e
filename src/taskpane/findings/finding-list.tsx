import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowExportRegular } from '@fluentui/react-icons/svg/arrow-export';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { formatDecimal } from '../../locales/format-number';
import { usePane } from '../pane-context';
import { CountLine } from './count-line';
import type { FindingCounts } from './count-line';
import { FindingRow } from './finding-row';
import type { ListedFinding } from './finding-filter';
import type { ListLine } from './finding-groups';
import { useWindowedRows } from './use-windowed-rows';

const GROUP_HEIGHT = 33;
const FINDING_HEIGHT = 98;

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: '0', overflowY: 'auto', overflowAnchor: 'none' },
  list: { position: 'relative' },
  line: { position: 'absolute', insetInlineStart: '0', insetInlineEnd: '0' },
  group: {
    display: 'flex',
    columnGap: '8px',
    margin: '0',
    padding: '8px 12px 4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  groupTitle: { flexGrow: 1, overflowWrap: 'anywhere' },
  groupCount: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

/** The findings one under another; only those in view are drawn. */
export function FindingList({
  lines,
  counts,
  groupTitle,
  onSchool,
  onExport,
}: {
  readonly lines: readonly ListLine[];
  readonly counts: FindingCounts;
  /** What the head of a group says. */
  readonly groupTitle: (key: string | null) => string;
  readonly onSchool: (school: string) => void;
  readonly onExport: () => void;
}): ReactElement {
  const styles = useStyles();
  const { session, state, texts } = usePane();
  const words = texts.findings;
  const [chosen, setChosen] = useState<string | null>(null);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [by, setBy] = useState('');
  const focusNext = useRef<string | null>(null);
  const busy = state.activity.kind !== 'idle';

  const keys = useMemo(() => lines.map(keyOf), [lines]);
  /** Lines that hold findings: where each finding stands among all lines. */
  const findingLines = useMemo(
    () => lines.flatMap((line, index) => (line.kind === 'finding' ? [index] : [])),
    [lines],
  );
  const positions = useMemo(
    () => new Map(findingLines.map((line, position) => [line, position])),
    [findingLines],
  );
  const chosenLine = chosen === null ? -1 : keys.indexOf(chosen);
  const current = chosenLine === -1 ? (findingLines[0] ?? -1) : chosenLine;
  const estimate = useCallback(
    (index: number) => (lines[index]?.kind === 'group' ? GROUP_HEIGHT : FINDING_HEIGHT),
    [lines],
  );
  const rows = useWindowedRows(keys, estimate, current);
  const { scroller, show } = rows;

  useLayoutEffect(() => {
    const key = focusNext.current;
    if (key === null) return;
    const button = scroller.current?.querySelector(`[data-finding="${CSS.escape(key)}"]`);
    if (button instanceof HTMLElement) {
      focusNext.current = null;
      button.focus({ preventScroll: true });
    }
  });

  const showCell = useCallback(
    ({ key, finding }: ListedFinding) => {
      setChosen(key);
      void session.show(finding);
    },
    [session],
  );
  const toggle = useCallback(({ key }: ListedFinding) => {
    setChosen(key);
    setExpanded((known) => {
      const next = new Set(known);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const fix = useCallback(({ finding }: ListedFinding) => void session.fix([finding]), [session]);
  const accept = useCallback(
    (
      { finding }: ListedFinding,
      reason: { readonly reason: string; readonly by: string },
    ): void => {
      setBy(reason.by);
      void session.accept(finding, reason);
    },
    [session],
  );

  /** Goes to the finding at a position, the first or last when there is none. */
  const goTo = useCallback(
    (position: number, focus: boolean): ListedFinding | null => {
      const line = findingLines[Math.max(0, Math.min(position, findingLines.length - 1))];
      const target = line === undefined ? undefined : lines[line];
      if (line === undefined || target?.kind !== 'finding') return null;
      setChosen(target.listed.key);
      if (focus) focusNext.current = target.listed.key;
      show(line);
      return target.listed;
    },
    [findingLines, lines, show],
  );
  const position = positions.get(current) ?? 0;
  const step = useCallback(
    (rowsOn: number, focus: boolean) => {
      const next = goTo(chosen === null && rowsOn > 0 ? 0 : position + rowsOn, focus);
      if (next !== null) void session.show(next.finding);
    },
    [chosen, goTo, position, session],
  );

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      if (event.target instanceof HTMLSelectElement) return;
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1, true);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [step]);

  const onListKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(event.target instanceof HTMLButtonElement)) return;
    const target = keyTarget(event.key, position, findingLines.length);
    if (target === null) return;
    event.preventDefault();
    goTo(target, true);
  };

  return (
    <>
      <CountLine {...counts}>
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowUpRegular />}
          aria-label={words.previous}
          title={words.previous}
          onClick={() => {
            step(-1, false);
          }}
        />
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowDownRegular />}
          aria-label={words.next}
          title={words.next}
          onClick={() => {
            step(1, false);
          }}
        />
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowExportRegular />}
          aria-label={words.export}
          title={words.export}
          onClick={onExport}
        />
      </CountLine>
      <div className={styles.scroller} ref={scroller}>
        <div
          role="list"
          aria-label={words.list}
          className={styles.list}
          style={{ height: rows.total }}
          onKeyDown={onListKey}
        >
          {rows.drawn.map((index) => {
            const line = lines[index];
            if (line === undefined) return null;
            return (
              <div
                key={keyOf(line)}
                role="listitem"
                ref={rows.measure}
                data-key={keyOf(line)}
                data-index={index}
                className={styles.line}
                style={{ top: rows.topOf(index) }}
              >
                {line.kind === 'group' ? (
                  <h2 className={styles.group}>
                    <span className={styles.groupTitle}>{groupTitle(line.key)}</span>
                    <span className={styles.groupCount}>{formatDecimal(line.count, 0)}</span>
                  </h2>
                ) : (
                  <FindingRow
                    listed={line.listed}
                    position={(positions.get(index) ?? 0) + 1}
                    count={counts.shown}
                    current={index === current}
                    chosen={index === chosenLine}
                    expanded={expanded.has(line.listed.key)}
                    fixable={session.isFixable(line.listed.finding)}
                    busy={busy}
                    by={by}
                    onShow={showCell}
                    onToggle={toggle}
                    onFix={fix}
                    onAccept={accept}
                    onSchool={onSchool}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

/** Rows a page key moves by. */
const PAGE = 5;

/** The position a key leads to; null for keys that move nothing. */
function keyTarget(key: string, position: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return position + 1;
    case 'ArrowUp':
      return position - 1;
    case 'PageDown':
      return position + PAGE;
    case 'PageUp':
      return position - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function keyOf(line: ListLine): string {
  return line.kind === 'group' ? `group|${line.key ?? ''}` : line.listed.key;
}
