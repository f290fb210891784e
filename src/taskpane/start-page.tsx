import {
  Button,
  FluentProvider,
  ProgressBar,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import type { ReactElement } from 'react';
import type { FaultText } from '../locales/pane-texts';
import { fluentTheme } from './pane-theme';
import type { PaneTheme } from './pane-theme';

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: '8px',
    padding: '64px 24px',
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  icon: { width: '32px', height: '32px', color: tokens.colorNeutralForeground2 },
  message: { margin: '0', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  progress: { width: '160px' },
  next: { margin: '0', color: tokens.colorNeutralForeground2 },
});

/** What stands in the pane's place: that it is on its way, or why it cannot come and what to do. */
export function StartPage({
  theme,
  waiting,
  fault,
  retry,
}: {
  readonly theme: PaneTheme;
  /** What is being waited for; shown while there is no fault. */
  readonly waiting: string;
  readonly fault: FaultText | null;
  readonly retry: { readonly label: string; readonly onRetry: () => void } | null;
}): ReactElement {
  const styles = useStyles();
  return (
    <FluentProvider theme={fluentTheme(theme)}>
      <main className={styles.page}>
        {fault === null ? (
          <>
            <p className={styles.next}>{waiting}</p>
            <ProgressBar className={styles.progress} aria-label={waiting} />
          </>
        ) : (
          <div role="alert">
            <InfoRegular className={styles.icon} />
            <h1 className={styles.message}>{fault.message}</h1>
            <p className={styles.next}>{fault.next}</p>
          </div>
        )}
        {retry !== null && (
          <Button appearance="primary" onClick={retry.onRetry}>
            {retry.label}
          </Button>
        )}
      </main>
    </FluentProvider>
  );
}
