import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { PlayFilled } from '@fluentui/react-icons/svg/play';
import { Suspense, lazy, useId } from 'react';
import type { ReactElement } from 'react';
import { fill } from '../../locales/fill';
import { STAGES } from '../../standard/stage';
import type { WorkbookCheck } from '../../workbook/workbook-check';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { SegmentedChoice } from '../segmented-choice';
import type { ListScope } from '../session/session';
import { FirstRun } from './first-run';
import { StageCard } from './stage-card';
import { VerdictCard } from './verdict-card';

// Worded findings come with the page of findings; only a workbook that cannot be judged needs them here.
const BlockingFindings = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'findings' */ './blocking-findings'))
    .BlockingFindings,
}));

// The whole verdict with its items and fields comes as a script of its own.
const FormCard = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'form' */ '../form/form-card')).FormCard,
}));
const FinanceCard = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'form' */ '../form/finance-card')).FinanceCard,
}));
const LastYearCard = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'form' */ '../form/last-year-card')).LastYearCard,
}));

const SCOPES: readonly ListScope[] = ['everything', 'sheet', 'selection'];

const useStyles = makeStyles({
  standard: { fontWeight: tokens.fontWeightSemibold },
  start: { width: '100%' },
  progress: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  stale: { flexShrink: 0, paddingBlock: '8px' },
  staleBody: { whiteSpace: 'normal' },
});

/** 校验: the standard, the check, and its verdict. */
export function CheckTab(): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { session, state, texts, language, goTo } = usePane();
  const { standard, activity, check, stale, scope, selection, capabilities } = state;
  const progressLabel = useId();
  const words = texts.check;
  const idle = activity.kind === 'idle';
  const place =
    selection === null
      ? ''
      : scope === 'sheet'
        ? selection.sheet
        : `${selection.sheet}!${selection.range}`;
  const judged = (check?.assessment?.schools.length ?? 0) > 0;
  const missing = check?.findings.some(({ code }) => code === 'no-school-sheet') ?? false;

  return (
    <div className={page.page}>
      <section className={page.card} aria-label={words.start}>
        <div>
          <div className={page.spread}>
            <span className={page.caption}>
              {words.standard} {standard.document}
            </span>
            <Link
              as="button"
              onClick={() => {
                goTo('settings');
              }}
            >
              {words.changeStandard}
            </Link>
          </div>
          <div className={styles.standard}>{standard.name[language === 'zh-CN' ? 'zh' : 'en']}</div>
        </div>
        {capabilities.selection && (
          <div>
            <SegmentedChoice
              label={words.scope}
              value={scope}
              options={SCOPES.map((value) => ({ value, label: words.scopes[value] }))}
              onChange={(chosen) => void session.setScope(chosen)}
            />
            {scope !== 'everything' && (
              <p className={page.caption}>
                {place !== '' && `${fill(words.scopeNow, { place })} · `}
                {words.scopeAbout}
              </p>
            )}
          </div>
        )}
        {idle ? (
          <Button
            appearance="primary"
            icon={<PlayFilled />}
            className={styles.start}
            onClick={() => void session.check()}
          >
            {check === null ? words.start : words.again}
          </Button>
        ) : (
          <div className={styles.progress}>
            <div className={page.spread}>
              <span id={progressLabel} aria-live="polite">
                {words.progress[activity.kind]}
              </span>
              {activity.progress !== null && (
                <span>{fill(words.percent, { percent: Math.floor(100 * activity.progress) })}</span>
              )}
            </div>
            <ProgressBar
              aria-labelledby={progressLabel}
              {...(activity.progress === null ? {} : { value: activity.progress })}
            />
            {activity.cancellable && (
              <Button
                onClick={() => {
                  session.cancel();
                }}
              >
                {texts.cancel}
              </Button>
            )}
          </div>
        )}
      </section>
      {stale && check !== null && idle && (
        <MessageBar intent="warning" layout="multiline" className={styles.stale}>
          <MessageBarBody className={styles.staleBody}>
            {words.stale} {words.staleNext}
          </MessageBarBody>
        </MessageBar>
      )}
      {check === null && <FirstRun missing={false} />}
      {check !== null && missing && <FirstRun missing />}
      {check !== null && !missing && !judged && (
        <Suspense fallback={null}>
          <BlockingFindings check={check} />
        </Suspense>
      )}
      {check !== null && (judged || hasForm(check)) && (
        <Suspense fallback={<ProgressBar aria-label={texts.loading} />}>
          <FormCard check={check} />
        </Suspense>
      )}
      {check !== null && judged && <VerdictCard check={check} />}
      {STAGES.map((stage) => {
        const summary = check?.assessment?.stages[stage];
        return check === null || summary === undefined || !judged ? null : (
          <StageCard key={stage} summary={summary} standard={check.standard} />
        );
      })}
      {check !== null && check.finance.length > 0 && (
        <Suspense fallback={null}>
          <FinanceCard years={check.finance} spending={check.spending} />
        </Suspense>
      )}
      {check !== null && judged && (
        <Suspense fallback={null}>
          <LastYearCard check={check} />
        </Suspense>
      )}
    </div>
  );
}

/** Whether any part beyond 资源配置 is filled in. */
function hasForm({ form }: WorkbookCheck): boolean {
  return Object.values(form).some((part) => part !== null);
}
