import { Button, Checkbox, Link, makeStyles } from '@fluentui/react-components';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { TableAddRegular } from '@fluentui/react-icons/svg/table-add';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { fill } from '../../locales/fill';
import { reportTexts } from '../../locales/report-texts';
import { SHEET_KEYS } from '../../reports/sheet-keys';
import type { SheetKey } from '../../reports/sheet-keys';
import { EmptyState } from '../empty-state';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import type { WriteQuestion } from '../session/session';
import { SegmentedChoice } from '../segmented-choice';
import { SeverityMark } from '../severity-mark';
import { availableSheets, bringsSchools, sheetsToWrite } from './sheets-to-write';
import { WriteDialog } from './write-dialog';

const DUE_DAYS = ['calendar', 'working'] as const;

const useStyles = makeStyles({
  sheets: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  label: { display: 'flex', flexDirection: 'column' },
  checkbox: { alignItems: 'flex-start' },
  written: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  link: { textAlign: 'start' },
});

/** 汇总: which summary sheets to write, what that would replace, and the way to those written. */
export function SummaryTab(): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { session, state, texts, language, goTo } = usePane();
  const { check, stale, ownSheets, activity, preferences } = state;
  const words = texts.summary;
  const names = reportTexts(language).sheetNames;
  const title = useId();
  const writtenTitle = useId();
  const [chosen, setChosen] = useState<ReadonlySet<SheetKey>>(new Set(SHEET_KEYS));
  const [effect, setEffect] = useState<WriteQuestion | null>(null);
  const [asking, setAsking] = useState(false);
  /** Counts the questions: consent to one is no consent to the next. */
  const [asked, setAsked] = useState(0);
  const busy = activity.kind !== 'idle';
  const written = SHEET_KEYS.flatMap((key) => {
    const name = ownSheets.get(key);
    return name === undefined ? [] : [{ key, name }];
  });
  const links = (
    <section className={page.card} aria-labelledby={writtenTitle}>
      <h2 className={page.title} id={writtenTitle}>
        {words.written}
      </h2>
      {written.length === 0 ? (
        <p className={page.caption}>{words.noneWritten}</p>
      ) : (
        <ul className={`${page.plainList} ${styles.written}`}>
          {written.map(({ key, name }) => (
            <li key={key}>
              <Link as="button" className={styles.link} onClick={() => void session.open(name)}>
                {fill(words.open, { sheet: name })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );

  if (check === null) {
    return (
      <div className={page.page}>
        <EmptyState icon={<DocumentTableRegular />} title={words.before} about={words.beforeAbout}>
          <Button
            appearance="primary"
            onClick={() => {
              goTo('check');
              void session.check();
            }}
          >
            {texts.check.start}
          </Button>
        </EmptyState>
        {written.length > 0 && links}
      </div>
    );
  }

  const judged = check.assessment !== null && check.assessment.schools.length > 0;
  const available = availableSheets(check);
  const keys = sheetsToWrite(chosen, available);
  const brought = judged && bringsSchools(chosen);
  const all = available.every((key) => keys.includes(key));

  const ask = async (): Promise<void> => {
    const question = await session.questionBeforeWriting(keys);
    setEffect(question);
    // Nothing to say: a notice says why.
    if (Object.values(question).every(({ length }) => length === 0)) return;
    setAsked((count) => count + 1);
    setAsking(true);
  };

  return (
    <div className={page.page}>
      <section className={page.card} aria-labelledby={title}>
        <h2 className={page.title} id={title}>
          {words.choose}
        </h2>
        <p className={page.caption}>{words.about}</p>
        <div className={styles.sheets}>
          <Checkbox
            label={words.all}
            checked={all ? true : keys.length === 0 ? false : 'mixed'}
            onChange={() => {
              setChosen(new Set(all ? [] : available));
            }}
          />
          {available.map((key) => {
            const forced = key === 'table_2_2' && brought;
            return (
              <Checkbox
                key={key}
                className={styles.checkbox}
                checked={keys.includes(key)}
                disabled={forced}
                label={
                  <span className={styles.label}>
                    <span>{names[key]}</span>
                    <span className={page.caption}>
                      {words.sheets[key]}
                      {forced && ` · ${words.brought}`}
                    </span>
                  </span>
                }
                onChange={(_, { checked }) => {
                  const next = new Set(chosen);
                  if (checked === true) next.add(key);
                  else next.delete(key);
                  setChosen(next);
                }}
              />
            );
          })}
        </div>
        {keys.includes('ledger') && (
          <div>
            <SegmentedChoice
              label={words.dueDays}
              value={preferences.dueDays}
              options={DUE_DAYS.map((value) => ({ value, label: words.dueDaysChoices[value] }))}
              onChange={(dueDays) => void session.setPreferences({ dueDays })}
            />
            <p className={page.caption}>{words.dueDaysAbout}</p>
          </div>
        )}
        {!judged && (
          <p className={page.caption}>
            {fill(words.unjudged, {
              sheets: available.map((key) => names[key]).join(texts.listSeparator),
            })}
          </p>
        )}
        {stale && <SeverityMark severity="warning">{words.stale}</SeverityMark>}
        <p className={page.caption}>{words.undoWarning}</p>
        <Button
          appearance="primary"
          icon={<TableAddRegular />}
          disabledFocusable={busy || keys.length === 0}
          onClick={() => void ask()}
        >
          {words.write}
        </Button>
        {keys.length === 0 && <p className={page.caption}>{words.nothingChosen}</p>}
      </section>
      {links}
      {effect !== null && (
        <WriteDialog
          key={asked}
          open={asking}
          effect={effect}
          onClose={() => {
            setAsking(false);
          }}
          onWrite={() => {
            const replaceForeign = effect.foreign.length > 0;
            setAsking(false);
            void session.write(keys, replaceForeign);
          }}
        />
      )}
    </div>
  );
}
