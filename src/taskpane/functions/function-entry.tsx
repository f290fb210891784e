import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import type { CustomFunction, FunctionResult } from '../../functions/custom-function';
import { exampleFormula, inLanguage, signature } from '../../functions/function-text';
import { fill } from '../../locales/fill';
import { copyText } from '../copy-text';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';

const useStyles = makeStyles({
  entry: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { margin: '0', font: 'inherit' },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: '8px',
    width: '100%',
    padding: '8px 12px',
    border: '0',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    '& svg': { flexShrink: 0, width: '16px', height: '20px' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  names: { display: 'flex', flexDirection: 'column', minWidth: '0' },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  body: {
    padding: '0 12px 12px 36px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  part: { margin: '0 0 4px', fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  parameters: { margin: '0', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  description: { margin: '0', overflowWrap: 'anywhere' },
  note: { color: tokens.colorNeutralForeground2 },
  examples: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  formula: {
    margin: '4px 0',
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** One function: its signature and purpose; parameters and examples on demand. */
export function FunctionEntry({ entry }: { readonly entry: CustomFunction }): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { session, state, texts, language, announce } = usePane();
  const words = texts.functions;
  const body = useId();
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState<string | null>(null);
  const busy = state.activity.kind !== 'idle';
  const copy = async (formula: string): Promise<void> => {
    if (!(await copyText(formula))) return;
    setCopied(formula);
    announce(texts.copied);
  };
  return (
    <li className={styles.entry}>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={styles.head}
          aria-expanded={open}
          aria-controls={open ? body : undefined}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          <span className={styles.names}>
            <span className={styles.code}>{signature(entry)}</span>
            <span className={page.caption}>{inLanguage(entry.description, language)}</span>
          </span>
        </button>
      </h2>
      {open && (
        <div className={styles.body} id={body}>
          <div>
            <h3 className={styles.part}>{words.parameters}</h3>
            <dl className={styles.parameters}>
              {entry.parameters.map(({ name, presence, description }) => (
                <div key={name}>
                  <dt>
                    <span className={styles.code}>{name}</span>
                    {presence !== 'required' && (
                      <span className={styles.note}>
                        {' '}
                        {presence === 'optional' ? words.optional : words.repeating}
                      </span>
                    )}
                  </dt>
                  <dd className={styles.description}>{inLanguage(description, language)}</dd>
                </div>
              ))}
            </dl>
          </div>
          <div>
            <h3 className={styles.part}>{words.returns}</h3>
            <p className={styles.description}>{inLanguage(entry.returns.description, language)}</p>
          </div>
          <div>
            <h3 className={styles.part}>{words.examples}</h3>
            <ul className={mergeClasses(page.plainList, styles.examples)}>
              {entry.examples.map((example) => {
                const formula = exampleFormula(entry, example);
                return (
                  <li key={formula}>
                    {inLanguage(example.about, language)}
                    <div className={mergeClasses(styles.code, styles.formula)}>{formula}</div>
                    <div className={styles.note}>
                      {fill(words.result, { result: resultText(example.result) })}
                    </div>
                    <div className={page.row}>
                      <Button
                        size="small"
                        disabledFocusable={busy}
                        aria-label={fill(words.insertAbout, { formula })}
                        onClick={() => void session.insertFormula(formula)}
                      >
                        {words.insert}
                      </Button>
                      <Button
                        size="small"
                        icon={<CopyRegular />}
                        onClick={() => void copy(formula)}
                      >
                        {copied === formula ? texts.copied : texts.copy}
                      </Button>
                    </div>
                  </li>
                );
              })}
            </ul>
          </div>
        </div>
      )}
    </li>
  );
}

/** A result as Excel would show it; spilled rows by `;`, cells by `,`. */
function resultText(result: FunctionResult): string {
  if (typeof result === 'object') {
    return `{${result.map((row) => row.map(String).join(', ')).join('; ')}}`;
  }
  return typeof result === 'boolean' ? String(result).toUpperCase() : String(result);
}
