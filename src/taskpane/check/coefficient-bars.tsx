import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { StageSummary } from '../../assessment/assessment';
import { fill } from '../../locales/fill';
import type { Standard } from '../../standard/standard';
import { JudgementMark } from '../judgement-mark';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { coefficientRows } from './coefficient-row';
import type { CoefficientRow } from './coefficient-row';

const HEIGHT = 12;

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  item: {
    paddingBlock: '2px',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  row: { position: 'relative' },
  explanation: {
    position: 'absolute',
    zIndex: 1,
    top: '100%',
    insetInlineStart: '0',
    insetInlineEnd: '0',
    padding: '6px 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  line: { display: 'flex', columnGap: '8px', alignItems: 'baseline' },
  name: { flexGrow: 1, minWidth: '0', overflowWrap: 'anywhere' },
  id: {
    display: 'inline-block',
    minWidth: '24px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  text: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  value: { fontWeight: tokens.fontWeightSemibold },
  judgement: { minWidth: '56px', textAlign: 'start' },
  wideJudgement: { minWidth: '76px' },
  picture: { display: 'block', width: '100%', marginTop: '2px', overflow: 'visible' },
  track: { fill: tokens.colorNeutralBackground4 },
  within: {
    fill: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  over: {
    fill: tokens.colorStatusDangerForeground1,
    '@media (forced-colors: active)': { fill: 'Highlight' },
  },
  free: {
    fill: tokens.colorNeutralForeground3,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  limit: {
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '2',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  key: { display: 'inline-flex', alignItems: 'center', columnGap: '4px' },
});

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;

/** Every indicator's 差异系数 of a stage against its limit, as bars with the limit drawn in. */
export function CoefficientBars({
  summary,
  standard,
}: {
  readonly summary: StageSummary;
  readonly standard: Standard;
}): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { language, texts } = usePane();
  const [current, setCurrent] = useState(0);
  const rows = coefficientRows(summary, standard, language);
  const limit =
    standard.coefficients.each?.[summary.stage] ?? standard.coefficients.composite?.[summary.stage];
  return (
    <div className={styles.list}>
      <div className={page.spread}>
        <h4 className={page.title}>{texts.check.coefficients}</h4>
        {limit !== undefined && (
          <span className={mergeClasses(page.caption, styles.key)}>
            <svg width="2" height={HEIGHT} aria-hidden="true">
              <line className={styles.limit} x1="1" x2="1" y1="0" y2={HEIGHT} />
            </svg>
            {fill(texts.check.limitKey, { limit: limit.toFixed(2) })}
          </span>
        )}
      </div>
      <ul className={mergeClasses(page.plainList, styles.list)} onKeyDown={moveFocus}>
        {rows.map((row, index) => (
          <li key={`${row.id}${row.name}`} className={styles.row}>
            <Bar
              row={row}
              tabIndex={index === current ? 0 : -1}
              onFocus={() => {
                setCurrent(index);
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One stop for the Tab key; up and down move between the bars. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const bars = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="img"]')];
  const at = bars.findIndex((bar) => bar === document.activeElement);
  const next = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : -1;
  if (at === -1 || bars[next] === undefined) return;
  event.preventDefault();
  bars[next].focus();
}

function Bar({
  row,
  tabIndex,
  onFocus,
}: {
  readonly row: CoefficientRow;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
}): ReactElement {
  const styles = useStyles();
  const { language } = usePane();
  const [explained, setExplained] = useState(false);
  const kind = row.judgement === 'fail' ? 'over' : row.judgement === null ? 'free' : 'within';
  return (
    <div
      onMouseEnter={() => {
        setExplained(true);
      }}
      onMouseLeave={() => {
        setExplained(false);
      }}
    >
      <div
        role="img"
        aria-label={row.sentence}
        tabIndex={tabIndex}
        className={styles.item}
        onFocus={() => {
          setExplained(true);
          onFocus();
        }}
        onBlur={() => {
          setExplained(false);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setExplained(false);
        }}
      >
        <div className={mergeClasses(styles.line, styles.text)}>
          <span className={styles.name}>
            {row.id !== '' && <span className={styles.id}>{row.id}</span>}
            {row.name}
          </span>
          <span className={styles.value}>{row.shown}</span>
          <span
            className={mergeClasses(styles.judgement, language !== 'zh-CN' && styles.wideJudgement)}
          >
            {row.judgement === null ? (
              row.judgementWord
            ) : (
              <JudgementMark judgement={row.judgement}>{row.judgementWord}</JudgementMark>
            )}
          </span>
        </div>
        <svg className={styles.picture} height={HEIGHT} aria-hidden="true">
          <rect className={styles.track} x="0" y="3" width="100%" height="6" rx="3" />
          {row.bar !== null && row.bar > 0 && (
            <rect className={styles[kind]} x="0" y="3" width={percent(row.bar)} height="6" rx="3" />
          )}
          {row.limit !== null && (
            <line
              className={styles.limit}
              x1={percent(row.limit)}
              x2={percent(row.limit)}
              y1="0"
              y2={HEIGHT}
            />
          )}
        </svg>
      </div>
      {explained && (
        <div className={styles.explanation} aria-hidden="true">
          {row.sentence}
        </div>
      )}
    </div>
  );
}
