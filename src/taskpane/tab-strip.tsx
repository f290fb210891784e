import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

const useStyles = makeStyles({
  strip: {
    flexShrink: 0,
    display: 'flex',
    justifyContent: 'space-between',
    paddingInline: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (min-width: 400px)': { justifyContent: 'flex-start', columnGap: '8px' },
  },
  tab: {
    minWidth: '0',
    height: '36px',
    padding: '0 7px',
    border: '0',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: '0',
    boxShadow: `inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText' },
  },
  note: {
    marginInlineStart: '4px',
    fontSize: tokens.fontSizeBase100,
    lineHeight: 1,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    '@media (forced-colors: active)': { color: 'inherit' },
  },
});

/** One tab of a strip. */
export interface StripTab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** A short figure beside the label. */
  readonly note: string | null;
}

/** The id of the tab of a value; the panel names it as its label. */
export function tabId(value: string): string {
  return `tab-${value}`;
}

/**
 * Tabs in one line, by the keyboard pattern for tabs: arrows, Home and End choose, the Tab key goes
 * on. Fluent's own list of tabs would bring a focus manager that nothing else in the first script
 * needs.
 */
export function TabStrip<Value extends string>({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly tabs: readonly StripTab<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}): ReactElement {
  const styles = useStyles();
  const strip = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ value }) => value === chosen);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs[(step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChoose(next.value);
    const button = strip.current?.querySelector(`#${CSS.escape(tabId(next.value))}`);
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <div
      ref={strip}
      role="tablist"
      aria-label={label}
      className={styles.strip}
      onKeyDown={onKeyDown}
    >
      {tabs.map(({ value, label: text, note }) => (
        <button
          key={value}
          type="button"
          role="tab"
          id={tabId(value)}
          aria-selected={value === chosen}
          tabIndex={value === chosen ? 0 : -1}
          className={mergeClasses(styles.tab, value === chosen && styles.chosen)}
          onClick={() => {
            onChoose(value);
          }}
        >
          {text}
          {note !== null && <span className={styles.note}>{note}</span>}
        </button>
      ))}
    </div>
  );
}
