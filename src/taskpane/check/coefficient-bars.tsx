import { Tooltip, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useArrowNavigationGroup } from '@fluentui/react-components';
import type { ReactElement } from 'react';
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
  const arrows = useArrowNavigationGroup({ axis: 'vertical', memorizeCurrent: true });
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
      <ul className={mergeClasses(page.plainList, styles.list)} {...arrows}>
        {rows.map((row) => (
          <li key={`${row.id}${row.name}`}>
            <Bar row={row} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Bar({ row }: { readonly row: CoefficientRow }): ReactElement {
  const styles = useStyles();
  const { language } = usePane();
  const kind = row.judgement === 'fail' ? 'over' : row.judgement === null ? 'free' : 'within';
  return (
    <Tooltip content={row.sentence} relationship="label" withArrow>
      <div role="img" tabIndex={0} className={styles.item}>
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
    </Tooltip>
  );
}
