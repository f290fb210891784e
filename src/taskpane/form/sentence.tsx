import type { ReactElement } from 'react';
import { useFormStyles } from './form-styles';
import type { SentencePiece } from './item-sentence';

/** A sentence of the form with what was filled in and what is still blank. */
export function Sentence({
  pieces,
  lead = '',
}: {
  readonly pieces: readonly SentencePiece[];
  readonly lead?: string;
}): ReactElement {
  const styles = useFormStyles();
  return (
    <p className={styles.sentence}>
      {lead}
      {pieces.map(({ kind, text }, index) =>
        kind === 'text' ? (
          text
        ) : (
          <span key={index} className={styles[kind]}>
            {text}
          </span>
        ),
      )}
    </p>
  );
}
