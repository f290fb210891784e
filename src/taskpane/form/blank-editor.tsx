import { Field, Input, Select, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FormBlank } from '../../standard/form-item';
import { usePane } from '../pane-context';
import { SegmentedChoice } from '../segmented-choice';
import { useFormTexts } from './form-texts';
import { labelOf, unitOf } from './item-sentence';

const CONCLUSIONS = { holds: '达标', fails: '不达标' } as const;
const LEVELS = ['Ⅰ级', 'Ⅱ级', 'Ⅲ级', 'Ⅳ级', '未监测'] as const;

const useStyles = makeStyles({
  input: { minWidth: '0', width: '100%' },
  unit: { whiteSpace: 'nowrap' },
});

/** What is said below a field: why it cannot be used, or what is made of it. */
export interface FieldRemark {
  readonly state: 'error' | 'none';
  readonly text: string;
}

/** The field for one blank: by its kind a choice, a list or a number. */
export function BlankEditor({
  blank,
  typed,
  remark,
  onType,
}: {
  readonly blank: FormBlank;
  readonly typed: string;
  readonly remark: FieldRemark | null;
  readonly onType: (typed: string) => void;
}): ReactElement {
  const styles = useStyles();
  const { language } = usePane();
  const texts = useFormTexts();
  const label = labelOf(blank, language);
  if (blank.kind === 'conclusion') {
    return (
      <SegmentedChoice
        label={label}
        value={typed}
        options={[
          { value: CONCLUSIONS.holds, label: texts.editor.conclusions.holds },
          { value: CONCLUSIONS.fails, label: texts.editor.conclusions.fails },
        ]}
        onChange={onType}
      />
    );
  }
  const validation =
    remark === null
      ? {}
      : remark.state === 'error'
        ? ({ validationMessage: remark.text, validationState: 'error' } as const)
        : { hint: remark.text };
  if (blank.kind === 'level') {
    return (
      <Field label={label} size="small" {...validation}>
        <Select
          size="small"
          value={typed}
          onChange={(_, { value }) => {
            onType(value);
          }}
        >
          <option value="">{texts.editor.choose}</option>
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {level}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  const unit = unitOf(blank, language).trim();
  return (
    <Field label={label} size="small" {...validation}>
      <Input
        className={styles.input}
        size="small"
        value={typed}
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        contentAfter={unit === '' ? null : <span className={styles.unit}>{unit}</span>}
        onChange={(_, { value }) => {
          onType(value);
        }}
      />
    </Field>
  );
}
