import { Button, Field, Input, Textarea, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
});

/** Asks why a warning may stand, and who says so. */
export function AcceptForm({
  by,
  onAccept,
  onCancel,
}: {
  /** The name given last. */
  readonly by: string;
  readonly onAccept: (reason: { readonly reason: string; readonly by: string }) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { texts } = usePane();
  const words = texts.findings;
  const [reason, setReason] = useState('');
  const [name, setName] = useState(by);
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') {
          setMissing(true);
          field.current?.focus();
        } else {
          onAccept({ reason: reason.trim(), by: name.trim() });
        }
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        }
      }}
    >
      <p className={page.caption}>{words.acceptAbout}</p>
      <Field
        label={words.reason}
        required
        size="small"
        {...(missing ? { validationMessage: words.reasonNeeded } : {})}
      >
        <Textarea
          textarea={{ ref: field }}
          size="small"
          value={reason}
          maxLength={500}
          onChange={(_, { value }) => {
            setReason(value);
            if (value.trim() !== '') setMissing(false);
          }}
        />
      </Field>
      <Field label={words.by} size="small">
        <Input
          size="small"
          value={name}
          maxLength={60}
          onChange={(_, { value }) => {
            setName(value);
          }}
        />
      </Field>
      <div className={page.row}>
        <Button type="submit" appearance="primary" size="small">
          {words.acceptDone}
        </Button>
        <Button size="small" onClick={onCancel}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}
