import { Button, Field, Textarea, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { fill } from '../../locales/fill';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { useVisuallyHidden } from '../visually-hidden';

const EXAMPLE =
  '{ "id": "…-2026", "extends": "cn-2017", "thresholds": { "L6": { "primary": 2200 } } }';

const useStyles = makeStyles({
  own: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
});

/** Takes a bureau's own standard from a file or from pasted text, and puts it aside again. */
export function OwnStandard(): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const hidden = useVisuallyHidden();
  const { session, state, texts } = usePane();
  const words = texts.settings;
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const inForce = state.preferences.ownStandard !== null;
  const busy = state.activity.kind !== 'idle';
  return (
    <div className={styles.own}>
      {inForce && (
        <div className={page.spread}>
          <span>{words.ownInForce}</span>
          <Button
            size="small"
            disabledFocusable={busy}
            onClick={() => void session.setPreferences({ ownStandard: null })}
          >
            {words.removeOwn}
          </Button>
        </div>
      )}
      <p className={page.caption}>{words.ownAbout}</p>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        className={hidden}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          if (chosen !== undefined)
            void chosen.text().then((json) => session.loadOwnStandard(json));
        }}
      />
      <div>
        <Button
          size="small"
          disabledFocusable={busy}
          onClick={() => {
            file.current?.click();
          }}
        >
          {words.chooseFile}
        </Button>
      </div>
      <Field
        label={words.pasteLabel}
        size="small"
        hint={fill(words.pasteHint, { example: EXAMPLE })}
      >
        <Textarea
          size="small"
          rows={4}
          spellCheck={false}
          value={text}
          onChange={(_, { value }) => {
            setText(value);
          }}
        />
      </Field>
      <div>
        <Button
          size="small"
          disabledFocusable={busy || text.trim() === ''}
          onClick={() => void session.loadOwnStandard(text)}
        >
          {words.load}
        </Button>
      </div>
    </div>
  );
}
