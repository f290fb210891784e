import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useVisuallyHidden } from './visually-hidden';

const useStyles = makeStyles({
  group: { border: '0', margin: '0', padding: '0', minWidth: '0' },
  label: {
    padding: '0',
    marginBottom: '4px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  track: {
    display: 'flex',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  option: {
    flexGrow: 1,
    flexBasis: '0',
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minHeight: '30px',
    paddingInline: '4px',
    textAlign: 'center',
    cursor: 'pointer',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '& + label': {
      borderLeftWidth: '1px',
      borderLeftStyle: 'solid',
      borderLeftColor: tokens.colorNeutralStroke1,
    },
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
    ':has(input:focus-visible)': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  chosen: {
    color: tokens.colorCompoundBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 -2px 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText' },
  },
});

/** A choice among few, all in sight: native radio buttons in one line. */
export function SegmentedChoice<Value extends string>({
  label,
  showLabel = true,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly showLabel?: boolean;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}): ReactElement {
  const styles = useStyles();
  const hidden = useVisuallyHidden();
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={showLabel ? styles.label : hidden}>{label}</legend>
      <div className={styles.track}>
        {options.map((option) => (
          <label
            key={option.value}
            className={mergeClasses(styles.option, option.value === value && styles.chosen)}
          >
            <input
              type="radio"
              className={hidden}
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => {
                onChange(option.value);
              }}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
