import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { reportTexts } from '../../locales/report-texts';
import type { HighlightMark } from '../../plans/highlight-plan';
import { HIGHLIGHT_STYLES } from '../../reports/highlight-styles';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';

const MARKS: readonly HighlightMark[] = ['below', 'near', 'fault'];

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  item: { display: 'flex', columnGap: '12px', alignItems: 'flex-start' },
  sample: {
    flexShrink: 0,
    width: '56px',
    padding: '2px 8px',
    textAlign: 'end',
    fontSize: '13px',
    border: '1px solid #8a8a8a',
    forcedColorAdjust: 'none',
  },
});

/** What the marks on the sheets look like, and what they mean. */
export function Legend(): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { texts, language } = usePane();
  const { marks, nameMark } = reportTexts(language).overview;
  return (
    <>
      <p className={page.caption}>{texts.settings.legendAbout}</p>
      <ul className={`${page.plainList} ${styles.list}`}>
        {MARKS.map((mark) => {
          const { fill, fontColor, bold } = HIGHLIGHT_STYLES[mark];
          return (
            <li key={mark} className={styles.item}>
              <span
                className={styles.sample}
                aria-hidden="true"
                style={{
                  backgroundColor: `#${fill}`,
                  color: `#${fontColor}`,
                  fontWeight: bold ? 700 : 400,
                }}
              >
                {texts.settings.legendSample}
              </span>
              <span className={page.text}>{marks[mark]}</span>
            </li>
          );
        })}
      </ul>
      <p className={page.caption}>{nameMark}</p>
    </>
  );
}
