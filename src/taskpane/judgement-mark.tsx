import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  mark: {
    '& svg': {
      width: '1.2em',
      height: '1.2em',
      marginInlineEnd: '4px',
      verticalAlign: '-0.22em',
    },
  },
  pass: { color: tokens.colorStatusSuccessForeground1 },
  fail: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  unjudged: { color: tokens.colorNeutralForeground2 },
});

const ICONS = {
  pass: <CheckmarkCircleFilled />,
  fail: <DismissCircleFilled />,
  unjudged: <QuestionCircleRegular />,
} as const;

/** Whether something passes: a sign and a word. */
export function JudgementMark({
  judgement,
  children,
}: {
  readonly judgement: 'pass' | 'fail' | 'unjudged';
  readonly children: string;
}): ReactElement {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.mark, styles[judgement])}>
      {ICONS[judgement]}
      <span>{children}</span>
    </span>
  );
}
