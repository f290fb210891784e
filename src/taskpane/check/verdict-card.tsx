import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { EraserRegular } from '@fluentui/react-icons/svg/eraser';
import { HighlightRegular } from '@fluentui/react-icons/svg/highlight';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { SEVERITIES } from '../../assessment/finding-codes';
import { fill } from '../../locales/fill';
import { verdictReasons } from '../../reports/verdict-reasons';
import type { WorkbookCheck } from '../../workbook/workbook-check';
import { JudgementMark } from '../judgement-mark';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { SeverityMark } from '../severity-mark';

const useStyles = makeStyles({
  verdict: { margin: '0', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  reasons: {
    margin: '0',
    paddingInlineStart: '16px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
  },
  counts: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', rowGap: '4px' },
  count: { fontSize: tokens.fontSizeBase200 },
  actions: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: '8px' },
  action: { paddingInline: '8px' },
  link: { display: 'inline-flex', alignItems: 'center', alignSelf: 'start', columnGap: '4px' },
});

/** The verdict in plain words, why, what was found, and the marks on the sheets. */
export function VerdictCard({ check }: { readonly check: WorkbookCheck }): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { session, state, texts, language, goTo } = usePane();
  const { scope, selection, marked } = state;
  const listed = useMemo(() => {
    const findings = session.findings();
    return SEVERITIES.map((severity) => ({
      severity,
      count: findings.filter((finding) => finding.severity === severity).length,
    })).filter(({ count }) => count > 0);
    // The session's list changes with what it is made from.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, check, scope, selection]);
  const reasons = verdictReasons(check, language).map(capitalised);
  const busy = state.activity.kind !== 'idle';
  const about = fill(texts.check.verdictAbout, { county: check.county ?? '', file: check.file });
  return (
    <section
      className={page.card}
      aria-label={texts.check.verdicts[check.verdict]}
      data-part="resources"
      tabIndex={-1}
    >
      <h2 className={styles.verdict}>
        <JudgementMark judgement={check.verdict}>
          {texts.check.verdicts[check.verdict]}
        </JudgementMark>
      </h2>
      <p className={page.caption}>{about.trim()}</p>
      {reasons.length > 0 && (
        <ul className={mergeClasses(styles.reasons, page.text)}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {check.basis === 'stated' && <p className={page.caption}>{texts.check.stated}</p>}
      {listed.length === 0 ? (
        <p className={page.caption}>{texts.check.noFindings}</p>
      ) : (
        <>
          <ul className={mergeClasses(page.plainList, styles.counts)}>
            {listed.map(({ severity, count }) => (
              <li key={severity} className={styles.count}>
                <SeverityMark severity={severity} /> {count}
              </li>
            ))}
          </ul>
          <Link
            as="button"
            className={styles.link}
            onClick={() => {
              goTo('findings');
            }}
          >
            {texts.check.showFindings}
            <ChevronRightRegular />
          </Link>
        </>
      )}
      <div className={styles.actions}>
        <Button
          className={styles.action}
          icon={<HighlightRegular />}
          disabledFocusable={busy}
          onClick={() => void session.mark()}
        >
          {marked ? texts.check.markAgain : texts.check.mark}
        </Button>
        <Button
          className={styles.action}
          icon={<EraserRegular />}
          disabledFocusable={busy}
          onClick={() => void session.clearMarks()}
        >
          {texts.check.clear}
        </Button>
      </div>
      {marked && <p className={page.caption}>{texts.check.marked}</p>}
    </section>
  );
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
