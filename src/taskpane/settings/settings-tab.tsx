import {
  Button,
  Field,
  Input,
  Radio,
  RadioGroup,
  Switch,
  makeStyles,
  mergeClasses,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { fill } from '../../locales/fill';
import { LANGUAGES } from '../../locales/language';
import type { ChoiceText } from '../../locales/pane-texts';
import type { StandardSwitches } from '../../standard/standard';
import { STANDARDS } from '../../standard/standards';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { SegmentedChoice } from '../segmented-choice';
import { Legend } from './legend';
import { OwnStandard } from './own-standard';

const RELAXATIONS = [
  'relaxOldRooms',
  'relaxSchoolSize',
  'relaxSmallClassRooms',
  'relaxPartTimeArts',
] as const satisfies readonly (keyof StandardSwitches)[];

/** The value of the choice that is no national standard. */
const OWN = 'own';

const useStyles = makeStyles({
  radio: { alignItems: 'flex-start' },
  radioLabel: { display: 'flex', flexDirection: 'column' },
  about: { display: 'block', paddingInlineStart: '0' },
  input: { minWidth: '0', width: '100%' },
  below: { marginTop: '4px' },
  switchRow: { display: 'flex', flexDirection: 'column' },
  switch: { marginInlineStart: '-8px' },
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '8px' },
});

/** 设置: the standard and its readings, the sheet, the language, and how checks run. */
export function SettingsTab(): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { session, state, texts, language } = usePane();
  const { preferences, standard, capabilities } = state;
  const words = texts.settings;
  const own = preferences.ownStandard !== null;
  const [choosingOwn, setChoosingOwn] = useState(false);
  const [sheet, setSheet] = useState(preferences.sheet ?? '');
  const named = language === 'zh-CN' ? 'zh' : 'en';
  const setSwitches = (change: Partial<StandardSwitches>): void => {
    void session.setPreferences({ switches: { ...preferences.switches, ...change } });
  };
  const wantedSheet = sheet.trim() === '' ? null : sheet.trim();

  return (
    <div className={page.page}>
      <Card title={words.standard}>
        <RadioGroup
          aria-label={words.standard}
          value={own || choosingOwn ? OWN : preferences.standard}
          onChange={(_, { value }) => {
            setChoosingOwn(value === OWN);
            if (value !== OWN) {
              void session.setPreferences({ standard: value, ownStandard: null });
            }
          }}
        >
          {STANDARDS.map(({ id, name, document, effective }) => (
            <Radio
              key={id}
              value={id}
              className={styles.radio}
              label={
                <span className={styles.radioLabel}>
                  <span>{name[named]}</span>
                  <span className={page.caption}>
                    {fill(words.document, { document, date: effective })}
                  </span>
                </span>
              }
            />
          ))}
          <Radio
            value={OWN}
            label={own ? `${words.ownStandard} · ${standard.name[named]}` : words.ownStandard}
          />
        </RadioGroup>
        {(own || choosingOwn) && <OwnStandard />}
      </Card>

      <Card title={words.switches} about={words.switchesAbout}>
        <div>
          <SegmentedChoice
            label={words.artRooms.label}
            value={standard.switches.artRooms}
            options={[
              { value: 'each', label: words.artRoomsChoices.each },
              { value: 'inAll', label: words.artRoomsChoices.inAll },
            ]}
            onChange={(artRooms) => {
              setSwitches({ artRooms });
            }}
          />
          <p className={mergeClasses(page.caption, styles.below)}>{words.artRooms.about}</p>
        </div>
        {RELAXATIONS.map((key) => (
          <ExplainedSwitch
            key={key}
            text={words[key]}
            checked={standard.switches[key]}
            onChange={(checked) => {
              setSwitches({ [key]: checked });
            }}
          />
        ))}
      </Card>

      <Card title={words.sheet}>
        <form
          className={styles.sheet}
          onSubmit={(event) => {
            event.preventDefault();
            void session.setPreferences({ sheet: wantedSheet });
          }}
        >
          <Field hint={words.sheetAbout}>
            <Input
              className={styles.input}
              aria-label={words.sheet}
              value={sheet}
              placeholder={words.sheetPlaceholder}
              maxLength={31}
              onChange={(_, { value }) => {
                setSheet(value);
              }}
            />
          </Field>
          <div>
            <Button type="submit" disabledFocusable={wantedSheet === preferences.sheet}>
              {words.apply}
            </Button>
          </div>
        </form>
      </Card>

      <Card title={words.checking}>
        <ExplainedSwitch
          text={
            capabilities.changeEvents
              ? words.live
              : { label: words.live.label, about: words.liveUnsupported }
          }
          checked={preferences.live && capabilities.changeEvents}
          disabled={!capabilities.changeEvents}
          onChange={(live) => void session.setPreferences({ live })}
        />
        <ExplainedSwitch
          text={words.markAfterCheck}
          checked={preferences.markAfterCheck}
          onChange={(markAfterCheck) => void session.setPreferences({ markAfterCheck })}
        />
      </Card>

      <Card title={words.legend}>
        <Legend />
      </Card>

      <Card title={words.language}>
        <SegmentedChoice
          label={words.language}
          showLabel={false}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: words.languages[value] }))}
          onChange={(chosen) => void session.setPreferences({ language: chosen })}
        />
      </Card>
      <p className={page.caption}>{words.privacy}</p>
    </div>
  );
}

function Card({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}): ReactElement {
  const page = usePageStyles();
  const id = useId();
  return (
    <section className={page.card} aria-labelledby={id}>
      <h2 className={page.title} id={id}>
        {title}
      </h2>
      {about !== undefined && <p className={page.caption}>{about}</p>}
      {children}
    </section>
  );
}

function ExplainedSwitch({
  text,
  checked,
  disabled = false,
  onChange,
}: {
  readonly text: ChoiceText;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const about = useId();
  return (
    <div className={styles.switchRow}>
      <Switch
        className={styles.switch}
        label={text.label}
        checked={checked}
        disabled={disabled}
        aria-describedby={about}
        onChange={(_, data) => {
          onChange(data.checked);
        }}
      />
      <span className={page.caption} id={about}>
        {text.about}
      </span>
    </div>
  );
}
