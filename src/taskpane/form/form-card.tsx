import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { Fragment, useId, useMemo, useRef } from 'react';
import type { ReactElement } from 'react';
import { domainTexts } from '../../locales/domain-texts';
import { fill } from '../../locales/fill';
import { hasFormParts } from '../../standard/form-items';
import type { Part, WorkbookCheck } from '../../workbook/workbook-check';
import { JudgementMark } from '../judgement-mark';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { formDetail } from './form-detail';
import type { FilledPart, FormDetail } from './form-detail';
import { itemKey, useFormMemory, withMember } from './form-memory';
import { useFormStyles } from './form-styles';
import { useFormTexts } from './form-texts';
import { ItemsPanel } from './items-panel';
import { partLines } from './part-lines';
import { SurveyPanel } from './survey-panel';
import { VetoPanel } from './veto-panel';

const FILLED_PARTS = ['government', 'quality', 'recognition', 'veto'] as const;

/** More than this many missing items of a part are told by their number. */
const MOST_NAMED = 4;

const useStyles = makeStyles({
  title: { margin: '0', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  part: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: '0' },
  partName: { fontWeight: tokens.fontWeightSemibold },
  missing: { margin: '0', overflowWrap: 'anywhere' },
  link: { fontSize: 'inherit', lineHeight: 'inherit', textAlign: 'start' },
});

/**
 * The whole verdict: the four parts and the veto at a glance, what is missing, and every item. Nothing
 * under a standard that has only 资源配置.
 */
export function FormCard({ check }: { readonly check: WorkbookCheck }): ReactElement | null {
  return hasFormParts(check.standard) ? <Verdict check={check} /> : null;
}

function Verdict({ check }: { readonly check: WorkbookCheck }): ReactElement {
  const styles = useStyles();
  const form = useFormStyles();
  const page = usePageStyles();
  const { session, state, language } = usePane();
  const texts = useFormTexts();
  const partNames = domainTexts(language).parts;
  const [memory, change] = useFormMemory(session);
  const title = useId();
  const list = useRef<HTMLUListElement>(null);
  const detail = useMemo(() => formDetail(check), [check]);
  const busy = state.activity.kind !== 'idle';

  const toggleOf = (part: Part): HTMLElement | null => {
    const found = list.current?.querySelector(`[data-toggle="${part}"]`);
    return found instanceof HTMLElement ? found : null;
  };
  const press = (part: Part): void => {
    if (part !== 'resources') {
      const open = !memory.openParts.has(part);
      change({ openParts: withMember(memory.openParts, part, open), focus: null });
      return;
    }
    const card = document.querySelector('[data-part="resources"]');
    card?.scrollIntoView({ block: 'start' });
    if (card instanceof HTMLElement) card.focus();
  };
  const fillIn = (part: FilledPart, numbers: readonly number[]): void => {
    const keys = numbers.map((number) => itemKey(part, number));
    change({
      openParts: withMember(memory.openParts, part, true),
      openItems: new Set([...memory.openItems, ...keys]),
      editing: new Set([...memory.editing, ...keys]),
      focus: keys[0] ?? null,
    });
  };
  return (
    <section className={page.card} aria-labelledby={title}>
      <h2 className={styles.title} id={title}>
        <JudgementMark judgement={check.overall}>
          {fill(texts.heading, { verdict: texts.overall[check.overall] })}
        </JudgementMark>
      </h2>
      <Missing detail={detail} onFillIn={fillIn} />
      {Object.values(check.form).every((part) => part === null) && (
        <p className={page.caption}>{texts.missing.onlyResources}</p>
      )}
      <ul ref={list} className={`${page.plainList} ${form.list}`} aria-label={texts.partList}>
        {partLines(check, texts).map(({ part, verdict, counts }) => {
          const open = part !== 'resources' && memory.openParts.has(part);
          return (
            <li key={part} className={form.line}>
              <button
                type="button"
                data-toggle={part}
                className={form.toggle}
                {...(part === 'resources' ? {} : { 'aria-expanded': open })}
                onClick={() => {
                  press(part);
                }}
              >
                {open ? (
                  <ChevronDownRegular className={form.chevron} />
                ) : (
                  <ChevronRightRegular className={form.chevron} />
                )}
                <span className={styles.part}>
                  <span className={styles.partName}>{partNames[part]}</span>
                  <span className={page.caption}>{counts}</span>
                </span>
                <span className={form.status}>
                  <JudgementMark judgement={verdict}>{texts.verdicts[verdict]}</JudgementMark>
                </span>
              </button>
              {open && (
                <Panel
                  check={check}
                  part={part}
                  detail={detail}
                  onWritten={() => toggleOf(part)?.focus()}
                />
              )}
            </li>
          );
        })}
      </ul>
      {state.undoableAnswers > 0 && (
        <Button
          size="small"
          className={form.small}
          icon={<ArrowUndoRegular />}
          disabledFocusable={busy}
          onClick={() => void session.undoAnswers()}
        >
          {fill(texts.editor.undo, { count: state.undoableAnswers })}
        </Button>
      )}
    </section>
  );
}

function Panel({
  part,
  ...rest
}: {
  readonly check: WorkbookCheck;
  readonly part: FilledPart;
  readonly detail: FormDetail;
  readonly onWritten: () => void;
}): ReactElement {
  switch (part) {
    case 'government':
    case 'quality':
      return <ItemsPanel part={part} {...rest} />;
    case 'recognition':
      return <SurveyPanel {...rest} />;
    case 'veto':
      return <VetoPanel {...rest} />;
  }
}

/** What is missing, plainly, each with the way to fill it in. */
function Missing({
  detail,
  onFillIn,
}: {
  readonly detail: FormDetail;
  readonly onFillIn: (part: FilledPart, numbers: readonly number[]) => void;
}): ReactElement | null {
  const styles = useStyles();
  const page = usePageStyles();
  const { texts: pane, language } = usePane();
  const partNames = domainTexts(language).parts;
  const texts = useFormTexts();
  const parts = FILLED_PARTS.map((part) => ({ part, numbers: detail.missing[part] })).filter(
    ({ numbers }) => numbers.length > 0,
  );
  if (parts.length === 0) return null;
  const count = parts.reduce((sum, { numbers }) => sum + numbers.length, 0);
  return (
    <div className={page.text}>
      <p className={styles.missing}>{fill(texts.missing.title, { count })}</p>
      <ul className={page.plainList}>
        {parts.map(({ part, numbers }) => (
          <li key={part} className={page.caption}>
            {part !== 'recognition' && numbers.length <= MOST_NAMED ? (
              <>
                {fill(texts.missing.part, { part: partNames[part] })}
                {numbers.map((number, index) => (
                  <Fragment key={number}>
                    {index > 0 && (language === 'zh-CN' ? pane.listSeparator : ', ')}
                    <Link
                      as="button"
                      inline
                      className={styles.link}
                      aria-label={`${partNames[part]} ${fill(texts.missing.item, { number })}`}
                      onClick={() => {
                        onFillIn(part, [number]);
                      }}
                    >
                      {fill(texts.missing.item, { number })}
                    </Link>
                  </Fragment>
                ))}
              </>
            ) : (
              <Link
                as="button"
                inline
                className={styles.link}
                onClick={() => {
                  onFillIn(part, numbers);
                }}
              >
                {part === 'recognition'
                  ? fill(texts.missing.survey, { part: partNames[part] })
                  : fill(texts.missing.many, { part: partNames[part], count: numbers.length })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
