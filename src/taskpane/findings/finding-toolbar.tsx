import {
  Button,
  SearchBox,
  Select,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { SEVERITIES } from '../../assessment/finding-codes';
import type { Severity } from '../../assessment/finding-codes';
import { fill } from '../../locales/fill';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { SeverityMark } from '../severity-mark';
import type { FindingFilter, ListedFinding } from './finding-filter';
import { GROUPINGS } from './finding-groups';
import type { Grouping } from './finding-groups';

const useStyles = makeStyles({
  toolbar: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  search: { width: '100%', maxWidth: 'none' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  chip: {
    height: '24px',
    padding: '0 6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  number: { marginInlineStart: '4px', color: tokens.colorNeutralForeground1 },
  selects: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: '8px' },
  strip: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '8px',
    padding: '2px 2px 2px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  stripButton: { flexShrink: 0, minWidth: '0', whiteSpace: 'nowrap' },
});

/** Search, filters and grouping above the list, and what can be mended at once. */
export function FindingToolbar({
  listed,
  filter,
  grouping,
  onFilter,
  onGrouping,
}: {
  readonly listed: readonly ListedFinding[];
  readonly filter: FindingFilter;
  readonly grouping: Grouping;
  readonly onFilter: (filter: FindingFilter) => void;
  readonly onGrouping: (grouping: Grouping) => void;
}): ReactElement {
  const styles = useStyles();
  const { session, state, texts, language } = usePane();
  const words = texts.findings;
  const standard = state.check?.standard ?? state.standard;
  const busy = state.activity.kind !== 'idle';
  const counts = useMemo(() => {
    const found = new Map<Severity, number>();
    for (const { finding } of listed) {
      found.set(finding.severity, (found.get(finding.severity) ?? 0) + 1);
    }
    return found;
  }, [listed]);
  const fixable = useMemo(
    () => listed.map(({ finding }) => finding).filter((finding) => session.isFixable(finding)),
    [listed, session],
  );
  const toggle = (severity: Severity): void => {
    const severities = new Set(filter.severities);
    if (!severities.delete(severity)) severities.add(severity);
    onFilter({ ...filter, severities });
  };
  const indicators = standard.indicators.filter(({ id }) =>
    listed.some(({ finding }) => finding.indicator === id),
  );
  return (
    <div className={styles.toolbar}>
      <SearchBox
        className={styles.search}
        size="small"
        value={filter.search}
        placeholder={words.search}
        aria-label={words.search}
        dismiss={{ 'aria-label': texts.clear }}
        onChange={(_, { value }) => {
          onFilter({ ...filter, search: value });
        }}
      />
      <div className={styles.chips} role="group" aria-label={words.severities}>
        {SEVERITIES.map((severity) => {
          const count = counts.get(severity) ?? 0;
          return count === 0 && !filter.severities.has(severity) ? null : (
            <button
              key={severity}
              type="button"
              className={mergeClasses(
                styles.chip,
                filter.severities.has(severity) && styles.pressed,
              )}
              aria-pressed={filter.severities.has(severity)}
              onClick={() => {
                toggle(severity);
              }}
            >
              <SeverityMark severity={severity} />
              <span className={styles.number}>{count}</span>
            </button>
          );
        })}
      </div>
      <div className={styles.selects}>
        <Select
          size="small"
          aria-label={words.group}
          value={grouping}
          onChange={(_, { value }) => {
            const chosen = GROUPINGS.find((one) => one === value);
            if (chosen !== undefined) onGrouping(chosen);
          }}
        >
          {GROUPINGS.map((one) => (
            <option key={one} value={one}>
              {words.groups[one]}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          aria-label={words.indicator}
          value={filter.indicator ?? ''}
          onChange={(_, { value }) => {
            onFilter({ ...filter, indicator: value === '' ? null : value });
          }}
        >
          <option value="">{words.allIndicators}</option>
          {indicators.map(({ id, shortName }) => (
            <option key={id} value={id}>
              {id} {shortName[language === 'zh-CN' ? 'zh' : 'en']}
            </option>
          ))}
        </Select>
      </div>
      {filter.school !== null && (
        <div>
          <Button
            size="small"
            icon={<DismissRegular />}
            iconPosition="after"
            aria-label={fill(words.removeFilter, { school: filter.school })}
            onClick={() => {
              onFilter({ ...filter, school: null });
            }}
          >
            {fill(words.schoolFilter, { school: filter.school })}
          </Button>
        </div>
      )}
      {state.scope !== 'everything' && (
        <Strip
          text={fill(words.scoped, { scope: texts.check.scopes[state.scope] })}
          action={words.listEverything}
          onAction={() => void session.setScope('everything')}
        />
      )}
      {fixable.length > 0 && (
        <Strip
          text={fill(words.fixable, { count: fixable.length })}
          action={words.fixAll}
          disabled={busy}
          onAction={() => void session.fix(fixable)}
        />
      )}
      {state.undoableCells > 0 && (
        <Strip
          text={fill(words.fixed, { count: state.undoableCells })}
          action={words.undo}
          disabled={busy}
          onAction={() => void session.undoFix()}
        />
      )}
    </div>
  );
}

function Strip({
  text,
  action,
  disabled = false,
  onAction,
}: {
  readonly text: string;
  readonly action: string;
  readonly disabled?: boolean;
  readonly onAction: () => void;
}): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <div className={styles.strip}>
      <span className={page.caption}>{text}</span>
      <Button
        size="small"
        className={styles.stripButton}
        disabledFocusable={disabled}
        onClick={onAction}
      >
        {action}
      </Button>
    </div>
  );
}
