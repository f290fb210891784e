import {
  Button,
  FluentProvider,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import {
  Suspense,
  lazy,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ReactElement } from 'react';
import { domainTexts } from '../locales/domain-texts';
import { fill } from '../locales/fill';
import { PANE_TABS, paneTexts } from '../locales/pane-texts';
import type { PaneTab } from '../locales/pane-texts';
import { ActivityStrip } from './activity-strip';
import { CheckTab } from './check/check-tab';
import { describeNotice } from './describe-notice';
import { PaneContextProvider } from './pane-context';
import type { PaneContext } from './pane-context';
import { fluentTheme } from './pane-theme';
import type { PaneTheme } from './pane-theme';
import type { Session } from './session/session';
import { TabStrip, tabId } from './tab-strip';
import { useVisuallyHidden } from './visually-hidden';

const loadFindings = async (): Promise<{ default: () => ReactElement }> => ({
  default: (await import(/* webpackChunkName: 'findings' */ './findings/findings-tab')).FindingsTab,
});
const FindingsTab = lazy(loadFindings);
const SummaryTab = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'summary' */ './summary/summary-tab')).SummaryTab,
}));
const FunctionsTab = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'function-list' */ './functions/functions-tab'))
    .FunctionsTab,
}));
const SettingsTab = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'settings' */ './settings/settings-tab')).SettingsTab,
}));

const useStyles = makeStyles({
  provider: { height: '100%' },
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    minWidth: '0',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    fontVariantNumeric: 'tabular-nums',
  },
  notice: { flexShrink: 0, padding: '8px', backgroundColor: tokens.colorNeutralBackground2 },
  noticeBar: { alignItems: 'start', paddingBlock: '8px', minHeight: 'auto', whiteSpace: 'normal' },
  noticeBody: { whiteSpace: 'normal', lineHeight: tokens.lineHeightBase300 },
  noticeNext: { display: 'block', color: tokens.colorNeutralForeground2 },
  panel: { flexGrow: 1, minHeight: '0', display: 'flex', flexDirection: 'column' },
});

/** What the pane is on its page: the whole of it, or beside something else. */
export type PaneLandmark = 'main' | 'complementary';

/** Everything a pane shows; the session holds what it shows it of. */
export function Pane({
  session,
  theme,
  landmark,
}: {
  readonly session: Session;
  readonly theme: PaneTheme;
  readonly landmark: PaneLandmark;
}): ReactElement {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [tab, setTab] = useState<PaneTab>('check');
  // A page whose script is still on its way leaves the one before in its place until it is there.
  const shown = useDeferredValue(tab);
  const [said, setSaid] = useState('');
  const styles = useStyles();
  const hidden = useVisuallyHidden();
  const { language } = state.preferences;
  const texts = paneTexts(language);
  const domain = domainTexts(language);

  // The page that follows a check is fetched ahead, so that it is there at the click.
  const checked = state.check !== null;
  useEffect(() => {
    if (checked) void loadFindings();
  }, [checked]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = texts.title;
  }, [language, texts.title]);

  useVerdictAnnouncement(state.check, state.activity.kind, (verdict) => {
    setSaid(fill(texts.check.done, { verdict: texts.check.verdicts[verdict] }));
  });

  const words = state.notice === null ? null : describeNotice(state.notice, texts, domain);
  const context: PaneContext = {
    session,
    state,
    language,
    texts,
    domain,
    goTo: setTab,
    announce: setSaid,
  };
  const count = state.check?.findings.length ?? 0;

  return (
    <FluentProvider theme={fluentTheme(theme)} className={styles.provider}>
      <PaneContextProvider value={context}>
        <div className={styles.pane} data-theme={theme} role={landmark}>
          <h1 className={hidden}>{texts.title}</h1>
          <TabStrip
            label={texts.tabList}
            chosen={tab}
            onChoose={setTab}
            tabs={PANE_TABS.map((value) => ({
              value,
              label: texts.tabs[value],
              note: value === 'findings' && count > 0 ? shortCount(count) : null,
            }))}
          />
          {state.notice !== null && words !== null && (
            <div className={styles.notice}>
              <MessageBar
                key={state.notice.number}
                intent={state.notice.tone}
                layout="singleline"

                className={styles.noticeBar}
              >
                <MessageBarBody className={styles.noticeBody}>
                  {words.message}
                  {words.next !== null && <span className={styles.noticeNext}>{words.next}</span>}
                </MessageBarBody>
                <MessageBarActions
                  containerAction={
                    <Button
                      appearance="transparent"
                      size="small"
                      icon={<DismissRegular />}
                      aria-label={texts.close}
                      onClick={() => {
                        session.dismissNotice();
                      }}
                    />
                  }
                />
              </MessageBar>
            </div>
          )}
          {shown !== 'check' && <ActivityStrip />}
          <Suspense fallback={<ProgressBar aria-label={texts.loading} />}>
            <div
              role="tabpanel"
              aria-labelledby={tabId(shown)}
              className={styles.panel}
              key={shown}
              data-tab={shown}
            >
              {shown === 'check' && <CheckTab />}
              {shown === 'findings' && <FindingsTab />}
              {shown === 'summary' && <SummaryTab />}
              {shown === 'functions' && <FunctionsTab />}
              {shown === 'settings' && <SettingsTab />}
            </div>
          </Suspense>
          <div aria-live="polite" className={hidden}>
            {words === null ? '' : `${words.message} ${words.next ?? ''}`}
          </div>
          <div aria-live="polite" className={hidden}>
            {said}
          </div>
        </div>
      </PaneContextProvider>
    </FluentProvider>
  );
}

/** A count in the little room of a tab; the page itself tells it in full. */
function shortCount(count: number): string {
  return count > 999 ? '999+' : String(count);
}

/** Says the verdict when a check ends. */
function useVerdictAnnouncement(
  check: { readonly verdict: 'pass' | 'fail' | 'unjudged' } | null,
  activity: string,
  say: (verdict: 'pass' | 'fail' | 'unjudged') => void,
): void {
  const last = useRef(check);
  const speak = useRef(say);
  useEffect(() => {
    speak.current = say;
  });
  useEffect(() => {
    if (check !== null && check !== last.current && activity === 'idle') {
      speak.current(check.verdict);
    }
    if (activity === 'idle') last.current = check;
  }, [check, activity]);
}
