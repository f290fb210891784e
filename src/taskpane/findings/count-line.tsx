import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { fill } from '../../locales/fill';
import { formatDecimal } from '../../locales/format-number';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';

const useStyles = makeStyles({
  line: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    minHeight: '32px',
    padding: '2px 8px 2px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  text: { flexGrow: 1 },
});

/** How many findings there are, shown and accepted; never capped. */
export interface FindingCounts {
  /** Of the whole check, listed or not. */
  readonly total: number;
  readonly shown: number;
  readonly accepted: number;
}

/** The line of totals above the list, with what can be done to the list. */
export function CountLine({
  total,
  shown,
  accepted,
  children,
}: FindingCounts & { readonly children?: ReactNode }): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { texts } = usePane();
  const words = texts.findings;
  const number = (count: number): string => formatDecimal(count, 0);
  return (
    <div className={styles.line}>
      <span className={`${page.caption} ${styles.text}`} role="status">
        {shown === total
          ? fill(words.total, { total: number(total) })
          : fill(words.totalShown, { total: number(total), shown: number(shown) })}
        {accepted > 0 && ` · ${fill(words.acceptedCount, { count: number(accepted) })}`}
      </span>
      {children}
    </div>
  );
}
