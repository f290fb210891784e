import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { formatDecimal } from '../../locales/format-number';
import type { GrowthYear, SpendingReading } from '../../workbook/workbook-check';
import { JudgementMark } from '../judgement-mark';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { useTableStyles } from '../table-styles';
import { useFormTexts } from './form-texts';
import { GrowthChart } from './growth-chart';
import { GrowthRules } from './growth-rules';

// Headings are longer than their figures.
const useStyles = makeStyles({
  heading: { whiteSpace: 'normal', wordBreak: 'keep-all', paddingLeft: '4px' },
  number: { paddingLeft: '4px' },
});

/** 教育经费: its growth against revenue, drawn and in figures, and every rule year by year. */
export function FinanceCard({
  years,
  spending,
}: {
  readonly years: readonly GrowthYear[];
  readonly spending: SpendingReading | null;
}): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const table = useTableStyles();
  const { texts } = usePane();
  const title = useId();
  const { about } = useFormTexts().finance;
  const words = texts.check.financeColumns;
  const share = (growth: number | null): string =>
    growth === null ? texts.check.noValue : `${formatDecimal(100 * growth, 2)}%`;
  const cell = mergeClasses(table.number, styles.number);
  const number = mergeClasses(table.heading, table.number, styles.heading);
  return (
    <section className={page.card} aria-labelledby={title}>
      <h3 className={page.title} id={title}>
        {texts.check.finance}
      </h3>
      <GrowthChart years={years} />
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.heading}>
              {words.year}
            </th>
            <th scope="col" className={number}>
              {words.education}
            </th>
            <th scope="col" className={number}>
              {words.revenue}
            </th>
            <th scope="col" className={number}>
              {words.gap}
            </th>
            <th scope="col" className={number}>
              {words.verdict}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, educationGrowth, revenueGrowth, gap, passes }) => (
            <tr key={year}>
              <th scope="row" className={table.rowHeading}>
                {year}
              </th>
              <td className={cell}>{share(educationGrowth)}</td>
              <td className={cell}>{share(revenueGrowth)}</td>
              <td className={cell}>{gap === null ? texts.check.noValue : formatDecimal(gap, 2)}</td>
              <td className={cell}>
                {passes === null ? (
                  texts.check.unjudged
                ) : (
                  <JudgementMark judgement={passes ? 'pass' : 'fail'}>
                    {passes ? texts.check.financePasses : texts.check.financeFails}
                  </JudgementMark>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {spending !== null && <GrowthRules spending={spending} />}
      <p className={page.caption}>{about}</p>
    </section>
  );
}
