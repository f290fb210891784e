import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { TableAddRegular } from '@fluentui/react-icons/svg/table-add';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';

const useStyles = makeStyles({
  choices: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  choice: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  link: { alignSelf: 'start' },
  about: { color: tokens.colorNeutralForeground2 },
});

/** What to begin with: before the first check, and where a workbook holds no school data. */
export function FirstRun({ missing }: { readonly missing: boolean }): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { session, state, texts, goTo } = usePane();
  const title = useId();
  const words = texts.firstRun;
  const busy = state.activity.kind !== 'idle';
  return (
    <section className={page.card} aria-labelledby={title}>
      <h2 className={page.title} id={title}>
        {missing ? words.noSchools : words.title}
      </h2>
      <p className={mergeClasses(page.text, styles.about)}>
        {missing ? words.noSchoolsAbout : words.about}
      </p>
      <div className={styles.choices}>
        <div className={styles.choice}>
          <Button
            icon={<TableAddRegular />}
            disabledFocusable={busy}
            onClick={() => void session.insertTemplate()}
          >
            {words.template.label}
          </Button>
          <span className={page.caption}>{words.template.about}</span>
        </div>
        <div className={styles.choice}>
          <Button
            icon={<DocumentTableRegular />}
            disabledFocusable={busy}
            onClick={() => void session.insertSample()}
          >
            {words.sample.label}
          </Button>
          <span className={page.caption}>{words.sample.about}</span>
        </div>
        {missing && (
          <Link
            as="button"
            className={styles.link}
            onClick={() => {
              goTo('settings');
            }}
          >
            {words.chooseSheet}
          </Link>
        )}
      </div>
    </section>
  );
}
