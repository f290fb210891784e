import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactElement } from 'react';
import type { StageSummary } from '../../assessment/assessment';
import { formatDecimal } from '../../locales/format-number';
import type { Standard } from '../../standard/standard';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { stageTitle } from '../stage-title';
import { AttainmentTable } from './attainment-table';
import { CoefficientBars } from './coefficient-bars';

const useStyles = makeStyles({
  heading: { margin: '0', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  figures: {
    display: 'flex',
    columnGap: '24px',
    margin: '0',
    paddingBottom: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  figure: { display: 'flex', flexDirection: 'column' },
  value: {
    margin: '0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  share: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
});

/** What the check found of one stage. */
export function StageCard({
  summary,
  standard,
}: {
  readonly summary: StageSummary;
  readonly standard: Standard;
}): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { texts, domain, language } = usePane();
  const title = useId();
  const { schools, students, passing } = summary;
  return (
    <section className={page.card} aria-labelledby={title}>
      <h3 className={styles.heading} id={title}>
        {stageTitle(summary.stage, domain, language)}
      </h3>
      <dl className={styles.figures}>
        <Figure label={texts.check.schools}>{formatDecimal(schools, 0)}</Figure>
        <Figure label={texts.check.students}>{formatDecimal(students, 0)}</Figure>
        <Figure label={texts.check.passing}>
          {passing === null ? (
            <span className={mergeClasses(page.caption)}>{texts.check.passingUnknown}</span>
          ) : (
            <>
              {formatDecimal(passing, 0)}{' '}
              {schools > 0 && (
                <span className={styles.share}>{formatDecimal((100 * passing) / schools, 1)}%</span>
              )}
            </>
          )}
        </Figure>
      </dl>
      <CoefficientBars summary={summary} standard={standard} />
      <AttainmentTable summary={summary} standard={standard} />
    </section>
  );
}

function Figure({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactElement | string;
}): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <div className={styles.figure}>
      <dt className={page.caption}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
