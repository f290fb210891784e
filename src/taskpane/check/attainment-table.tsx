import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { StageSummary } from '../../assessment/assessment';
import type { Standard } from '../../standard/standard';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { useTableStyles } from '../table-styles';

const useStyles = makeStyles({
  id: {
    display: 'inline-block',
    minWidth: '24px',
    color: tokens.colorNeutralForeground2,
  },
  below: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  near: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  none: { color: tokens.colorNeutralForeground3 },
});

/** How many schools of a stage reach each indicator. Nothing where the standard sets no threshold. */
export function AttainmentTable({
  summary,
  standard,
}: {
  readonly summary: StageSummary;
  readonly standard: Standard;
}): ReactElement | null {
  const styles = useStyles();
  const page = usePageStyles();
  const table = useTableStyles();
  const { language, texts } = usePane();
  if (standard.indicators.every(({ threshold }) => threshold === null)) return null;
  const columns = texts.check.attainmentColumns;
  const counts = standard.indicators.map((indicator, index) => {
    const values = summary.indicators[index];
    const met = values?.schoolsMet ?? 0;
    const near = values?.schoolsNear ?? 0;
    const below = values?.schoolsBelow ?? 0;
    return { indicator, met, near, below, unjudged: summary.schools - met - near - below };
  });
  const someUnjudged = counts.some(({ unjudged }) => unjudged > 0);
  const number = (count: number, style?: string): ReactElement => (
    <td className={mergeClasses(table.number, count === 0 ? styles.none : style)}>{count}</td>
  );
  return (
    <div>
      <h4 className={page.title}>{texts.check.attainment}</h4>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.heading}>
              {columns.indicator}
            </th>
            <th scope="col" className={mergeClasses(table.heading, table.number)}>
              {columns.met}
            </th>
            <th scope="col" className={mergeClasses(table.heading, table.number)}>
              {columns.near}
            </th>
            <th scope="col" className={mergeClasses(table.heading, table.number)}>
              {columns.below}
            </th>
            {someUnjudged && (
              <th scope="col" className={mergeClasses(table.heading, table.number)}>
                {columns.unjudged}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {counts.map(({ indicator, met, near, below, unjudged }) => (
            <tr key={indicator.id}>
              <th scope="row" className={table.rowHeading}>
                <span className={styles.id}>{indicator.id}</span>
                {indicator.shortName[language === 'zh-CN' ? 'zh' : 'en']}
              </th>
              {number(met)}
              {number(near, styles.near)}
              {number(below, styles.below)}
              {someUnjudged && number(unjudged)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
