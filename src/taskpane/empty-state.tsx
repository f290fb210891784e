import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { usePageStyles } from './page-styles';

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: '8px',
    padding: '48px 24px',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
    '& > svg': { width: '32px', height: '32px' },
  },
  title: { color: tokens.colorNeutralForeground1 },
});

/** A page with nothing on it: why, and what to do. */
export function EmptyState({
  icon,
  title,
  about,
  children,
}: {
  readonly icon: ReactElement;
  readonly title: string;
  readonly about: string;
  readonly children?: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <div className={styles.empty}>
      {icon}
      <h2 className={`${page.title} ${styles.title}`}>{title}</h2>
      <p className={page.text}>{about}</p>
      {children}
    </div>
  );
}
