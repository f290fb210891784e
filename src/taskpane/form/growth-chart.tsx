import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { GrowthYear } from '../../assessment/growth-year';
import { fill } from '../../locales/fill';
import { formatDecimal } from '../../locales/format-number';
import { usePane } from '../pane-context';
import { GROWTH_PICTURE, growthLines } from './growth-lines';
import type { GrowthPoint } from './growth-lines';
import { useFormTexts } from './form-texts';

const useStyles = makeStyles({
  figure: { margin: '0', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  picture: { display: 'block', width: '100%', maxWidth: '420px', height: 'auto' },
  axis: { stroke: tokens.colorNeutralStroke2, strokeWidth: '1' },
  zero: { stroke: tokens.colorNeutralForeground3, strokeWidth: '1' },
  label: {
    fill: tokens.colorNeutralForeground2,
    fontSize: '10px',
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  education: {
    stroke: tokens.colorCompoundBrandStroke,
    fill: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { stroke: 'CanvasText', fill: 'CanvasText' },
  },
  revenue: {
    stroke: tokens.colorNeutralForeground2,
    fill: tokens.colorNeutralBackground1,
    '@media (forced-colors: active)': { stroke: 'CanvasText', fill: 'Canvas' },
  },
  line: { fill: 'none', strokeWidth: '2' },
  mark: { strokeWidth: '1.5' },
  key: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '16px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  entry: { display: 'inline-flex', alignItems: 'center', columnGap: '6px' },
});

type Series = 'education' | 'revenue';

/** Revenue is dashed with open squares, education spending drawn through with filled circles. */
const DASHES = { education: undefined, revenue: '5 3' } as const;
const MARK = 3;

/** The growth of education spending against regular revenue, drawn, and told in words. */
export function GrowthChart({
  years,
}: {
  readonly years: readonly GrowthYear[];
}): ReactElement | null {
  const styles = useStyles();
  const { texts: pane, language } = usePane();
  const texts = useFormTexts().finance;
  const lines = useMemo(() => growthLines(years), [years]);
  if (lines === null) return null;
  const { width, height, left, right, bottom } = GROWTH_PICTURE;
  const percent = (growth: number | null): string =>
    growth === null ? pane.check.noValue : `${formatDecimal(100 * growth, 2)}%`;
  const points = years
    .map(({ year, educationGrowth, revenueGrowth }) =>
      fill(texts.point, {
        year,
        education: percent(educationGrowth),
        revenue: percent(revenueGrowth),
      }),
    )
    .join(language === 'zh-CN' ? '；' : '; ');
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${texts.chart}${language === 'zh-CN' ? '。' : '. '}${fill(texts.chartText, { points })}`}
      >
        {lines.levels.map(({ value, y }) => (
          <g key={value}>
            <line
              className={Math.abs(value) < 1e-9 ? styles.zero : styles.axis}
              x1={left - 6}
              x2={width - right + 6}
              y1={y}
              y2={y}
            />
            <text className={styles.label} x={left - 9} y={y + 3} textAnchor="end">
              {`${formatDecimal(100 * value, 0)}%`}
            </text>
          </g>
        ))}
        {lines.years.map(({ year, x }) => (
          <text
            key={year}
            className={styles.label}
            x={x}
            y={height - bottom + 16}
            textAnchor="middle"
          >
            {year}
          </text>
        ))}
        <Line series="revenue" runs={lines.revenue} />
        <Line series="education" runs={lines.education} />
      </svg>
      <div className={styles.key} aria-hidden="true">
        <Key series="education">{texts.series.education}</Key>
        <Key series="revenue">{texts.series.revenue}</Key>
      </div>
    </figure>
  );
}

function Line({
  series,
  runs,
}: {
  readonly series: Series;
  readonly runs: readonly (readonly GrowthPoint[])[];
}): ReactElement {
  const styles = useStyles();
  return (
    <g className={styles[series]}>
      {runs.map((run, index) => (
        <polyline
          key={index}
          className={styles.line}
          strokeDasharray={DASHES[series]}
          points={run.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        />
      ))}
      {runs.flat().map(({ x, y }) => (
        <Mark key={x} series={series} x={x} y={y} />
      ))}
    </g>
  );
}

function Mark({ series, x, y }: GrowthPoint & { readonly series: Series }): ReactElement {
  const styles = useStyles();
  return series === 'education' ? (
    <circle className={styles.mark} cx={x} cy={y} r={MARK} />
  ) : (
    <rect className={styles.mark} x={x - MARK} y={y - MARK} width={2 * MARK} height={2 * MARK} />
  );
}

function Key({
  series,
  children,
}: {
  readonly series: Series;
  readonly children: string;
}): ReactElement {
  const styles = useStyles();
  return (
    <span className={styles.entry}>
      <svg width="28" height="10">
        <Line
          series={series}
          runs={[
            [
              { x: 1, y: 5 },
              { x: 27, y: 5 },
            ],
          ]}
        />
        <g className={styles[series]}>
          <Mark series={series} x={14} y={5} />
        </g>
      </svg>
      {children}
    </span>
  );
}
