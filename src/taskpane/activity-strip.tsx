import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  strip: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: '32px',
    padding: '0 8px 0 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  text: { flexGrow: 1 },
});

/** What is under way, on the pages that do not tell it themselves. */
export function ActivityStrip(): ReactElement | null {
  const styles = useStyles();
  const { session, state, texts } = usePane();
  const { activity } = state;
  if (activity.kind === 'idle') return null;
  const words = texts.check.progress[activity.kind];
  return (
    <div>
      <ProgressBar
        aria-label={words}
        {...(activity.progress === null ? {} : { value: activity.progress })}
      />
      <div className={styles.strip}>
        <span className={styles.text} role="status">
          {words}
        </span>
        {activity.cancellable && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              session.cancel();
            }}
          >
            {texts.cancel}
          </Button>
        )}
      </div>
    </div>
  );
}
