import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { fill } from '../../locales/fill';
import type { FormAnswer, Overwrite } from '../../workbook/plan-answers';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { PaneDialog } from '../pane-dialog';
import { SeverityMark } from '../severity-mark';
import { useFormTexts } from './form-texts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: '-8px',
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '6px',
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  lines: { margin: '0', paddingInlineStart: '20px', overflowWrap: 'anywhere' },
});

/**
 * What was typed for an input sheet and is not written yet: how much, and the way into the sheet. A
 * cell that holds something else is shown before it is replaced.
 */
export function AnswerBar({
  sheet,
  answers,
  faulty,
  onWritten,
  onDiscard,
}: {
  readonly sheet: string;
  readonly answers: readonly FormAnswer[];
  /** How many of what was typed cannot be used. */
  readonly faulty: number;
  readonly onWritten: () => void;
  readonly onDiscard: () => void;
}): ReactElement | null {
  const styles = useStyles();
  const page = usePageStyles();
  const { session, state, texts } = usePane();
  const words = useFormTexts();
  const [overwrites, setOverwrites] = useState<readonly Overwrite[]>([]);
  const busy = state.activity.kind !== 'idle';
  if (answers.length + faulty === 0) return null;
  const write = async (agreed: readonly Overwrite[]): Promise<void> => {
    const outcome = await session.answer(answers, agreed);
    setOverwrites(outcome.kind === 'question' ? outcome.overwrites : []);
    if (outcome.kind === 'written') onWritten();
  };
  return (
    <div className={styles.bar}>
      <span>{fill(words.editor.pending, { count: answers.length + faulty, sheet })}</span>
      {faulty > 0 && (
        <SeverityMark severity="error">{fill(words.editor.faulty, { count: faulty })}</SeverityMark>
      )}
      <div className={page.row}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={busy || faulty > 0}
          onClick={() => void write([])}
        >
          {words.editor.write}
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={onDiscard}>
          {words.editor.discard}
        </Button>
      </div>
      <PaneDialog
        open={overwrites.length > 0}
        title={words.overwrite.title}
        onClose={() => {
          setOverwrites([]);
        }}
        actions={
          <>
            <Button
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => void write(overwrites)}
            >
              {words.overwrite.confirm}
            </Button>
            <Button
              onClick={() => {
                setOverwrites([]);
              }}
            >
              {texts.cancel}
            </Button>
          </>
        }
      >
        <ul className={styles.lines}>
          {overwrites.map(({ sheet: where, cell, before, after }) => (
            <li key={`${where}!${cell}`}>
              {fill(words.overwrite.line, { place: `${where}!${cell}`, before, after })}
            </li>
          ))}
        </ul>
        <p className={page.caption}>{words.overwrite.about}</p>
      </PaneDialog>
    </div>
  );
}
