import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { PaneDialog } from '../pane-dialog';
import type { WriteQuestion } from '../session/session';
import { SeverityMark } from '../severity-mark';

const useStyles = makeStyles({
  names: { margin: '0', paddingInlineStart: '20px' },
});

/** Says what will be added and replaced; sheets that are not ours need the person's consent. */
export function WriteDialog({
  open,
  effect,
  onWrite,
  onClose,
}: {
  readonly open: boolean;
  readonly effect: WriteQuestion;
  readonly onWrite: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const page = usePageStyles();
  const { texts } = usePane();
  const words = texts.summary;
  const [consent, setConsent] = useState(false);
  const blocked = effect.foreign.length > 0 && !consent;
  return (
    <PaneDialog
      open={open}
      title={words.questionTitle}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={blocked} onClick={onWrite}>
            {words.confirm}
          </Button>
          <Button onClick={onClose}>{texts.cancel}</Button>
        </>
      }
    >
      <Names title={words.added} names={effect.added} />
      <Names title={words.replaced} names={effect.replaced} />
      <Names title={words.foreign} names={effect.foreign} grave />
      {effect.foreign.length > 0 && (
        <Checkbox
          label={words.consent}
          checked={consent}
          onChange={(_, { checked }) => {
            setConsent(checked === true);
          }}
        />
      )}
      <p className={page.caption}>{words.undoWarning}</p>
    </PaneDialog>
  );
}

function Names({
  title,
  names,
  grave = false,
}: {
  readonly title: string;
  readonly names: readonly string[];
  readonly grave?: boolean;
}): ReactElement | null {
  const styles = useStyles();
  const page = usePageStyles();
  const id = useId();
  if (names.length === 0) return null;
  return (
    <div>
      <div className={page.title} id={id}>
        {grave ? <SeverityMark severity="warning">{title}</SeverityMark> : title}
      </div>
      <ul className={styles.names} aria-labelledby={id}>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
