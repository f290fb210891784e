import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactElement } from 'react';
import type { WorkbookCheck } from '../../workbook/workbook-check';
import { describePaneFinding } from '../describe-pane-finding';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { SeverityMark } from '../severity-mark';

/** How many are spelled out; the tab of findings has them all. */
const SHOWN = 5;

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  item: { display: 'flex', flexDirection: 'column', fontSize: tokens.fontSizeBase200 },
  button: { alignSelf: 'start' },
});

/** The first data errors of a workbook in which nothing can be judged. */
export function BlockingFindings({ check }: { readonly check: WorkbookCheck }): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { texts, language, domain, goTo } = usePane();
  const title = useId();
  const errors = check.findings.filter(({ severity }) => severity === 'error');
  return (
    <section className={page.card} aria-labelledby={title}>
      <h2 className={page.title} id={title}>
        {texts.firstRun.notJudged}
      </h2>
      <p className={page.caption}>{texts.firstRun.notJudgedAbout}</p>
      <ul className={`${page.plainList} ${styles.list}`}>
        {errors.slice(0, SHOWN).map((finding, index) => (
          <li key={index} className={styles.item}>
            <SeverityMark severity="error">{domain.findings[finding.code].title}</SeverityMark>
            <span>{describePaneFinding(finding, check.standard, language)}</span>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        className={styles.button}
        onClick={() => {
          goTo('findings');
        }}
      >
        {texts.check.showFindings}
      </Button>
    </section>
  );
}
