import {
  MessageBar,
  MessageBarBody,
  SearchBox,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { FUNCTIONS } from '../../functions/functions';
import { fill } from '../../locales/fill';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { FunctionEntry } from './function-entry';
import { searchFunctions } from './function-search';

const useStyles = makeStyles({
  top: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  search: { width: '100%', maxWidth: 'none' },
  about: { paddingInline: '4px' },
  scroller: { flexGrow: 1, minHeight: '0', overflowY: 'auto' },
  bar: { paddingBlock: '8px' },
  body: { whiteSpace: 'normal' },
  none: { padding: '24px 12px', textAlign: 'center' },
});

/** 函数: the EDU functions with examples that work in any cell. */
export function FunctionsTab(): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { state, texts } = usePane();
  const words = texts.functions;
  const [search, setSearch] = useState('');
  const found = searchFunctions(FUNCTIONS, search);
  return (
    <>
      <div className={styles.top}>
        <SearchBox
          className={styles.search}
          size="small"
          value={search}
          placeholder={words.search}
          aria-label={words.search}
          dismiss={{ 'aria-label': texts.clear }}
          onChange={(_, { value }) => {
            setSearch(value);
          }}
        />
        {!state.capabilities.customFunctions && (
          <MessageBar intent="warning" layout="multiline" className={styles.bar}>
            <MessageBarBody className={styles.body}>
              {words.unavailable} {words.unavailableNext}
            </MessageBarBody>
          </MessageBar>
        )}
        <p className={mergeClasses(page.caption, styles.about)}>
          <span role="status">{fill(words.count, { count: found.length })}</span> · {words.about}
        </p>
      </div>
      <div className={styles.scroller}>
        {found.length === 0 ? (
          <p className={mergeClasses(page.caption, styles.none)}>{words.noMatch}</p>
        ) : (
          <ul className={page.plainList}>
            {found.map((entry) => (
              <FunctionEntry key={entry.name} entry={entry} />
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
