import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CircleHalfFillFilled } from '@fluentui/react-icons/svg/circle-half-fill';
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactElement } from 'react';
import type { Severity } from '../assessment/finding-codes';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  mark: {
    fontWeight: tokens.fontWeightSemibold,
    '& svg': { width: '16px', height: '16px', marginInlineEnd: '4px', verticalAlign: '-3px' },
  },
  word: { whiteSpace: 'nowrap' },
  error: { color: tokens.colorPaletteBerryForeground1 },
  fail: { color: tokens.colorStatusDangerForeground1 },
  near: { color: tokens.colorStatusWarningForeground1 },
  warning: { color: tokens.colorNeutralForeground2 },
  info: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
});

const ICONS: Readonly<Record<Severity, ReactElement>> = {
  error: <ErrorCircleFilled />,
  fail: <DismissCircleFilled />,
  near: <CircleHalfFillFilled />,
  warning: <WarningRegular />,
  info: <InfoRegular />,
};

/** How grave something is: a sign of its own and a word, so that colour only helps. */
export function SeverityMark({
  severity,
  children,
}: {
  readonly severity: Severity;
  /** Instead of the severity's own word. */
  readonly children?: string;
}): ReactElement {
  const styles = useStyles();
  const { domain } = usePane();
  return (
    <span
      className={mergeClasses(styles.mark, styles[severity], children === undefined && styles.word)}
    >
      {ICONS[severity]}
      <span>{children ?? domain.severities[severity]}</span>
    </span>
  );
}
