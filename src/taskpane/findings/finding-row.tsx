import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { ClipboardCheckmarkRegular } from '@fluentui/react-icons/svg/clipboard-checkmark';
import { memo, useState } from 'react';
import type { ReactElement } from 'react';
import { describeCitation } from '../../locales/describe-citation';
import { fill } from '../../locales/fill';
import { formatNumber } from '../../locales/format-number';
import { describeMending } from '../describe-pane-finding';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { SeverityMark } from '../severity-mark';
import { useVisuallyHidden } from '../visually-hidden';
import { AcceptForm } from './accept-form';
import type { ListedFinding } from './finding-filter';

const useStyles = makeStyles({
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { borderLeft: '4px solid Highlight' },
  },
  head: { display: 'flex', alignItems: 'stretch' },
  main: {
    flexGrow: 1,
    minWidth: '0',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    padding: '8px 0 8px 12px',
    border: '0',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    alignItems: 'baseline',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  school: { fontWeight: tokens.fontWeightSemibold, flexGrow: 1, overflowWrap: 'anywhere' },
  short: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  sentence: {
    fontSize: '13px',
    lineHeight: '19px',
    overflowWrap: 'anywhere',
  },
  accepted: { display: 'inline-flex', alignItems: 'center', columnGap: '4px' },
  details: {
    padding: '0 12px 12px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: '12px',
    rowGap: '4px',
    margin: '0',
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: '0', overflowWrap: 'anywhere' },
  expander: { minWidth: '32px', alignSelf: 'flex-start', marginTop: '4px', marginRight: '4px' },
});

/** What a row of the list does. */
export interface FindingRowProps {
  readonly listed: ListedFinding;
  /** 1-based, among the findings shown, and how many these are. */
  readonly position: number;
  readonly count: number;
  /** Whether the Tab key stops here. */
  readonly current: boolean;
  /** Whether the person chose it last. */
  readonly chosen: boolean;
  readonly expanded: boolean;
  readonly fixable: boolean;
  readonly busy: boolean;
  readonly by: string;
  readonly onShow: (listed: ListedFinding) => void;
  readonly onToggle: (listed: ListedFinding) => void;
  readonly onFix: (listed: ListedFinding) => void;
  readonly onAccept: (
    listed: ListedFinding,
    reason: { readonly reason: string; readonly by: string },
  ) => void;
  readonly onSchool: (school: string) => void;
}

/** One finding: what, where, how much is missing; its details on demand. */
export const FindingRow = memo(function FindingRow(props: FindingRowProps): ReactElement {
  const { listed, current, chosen, expanded, position, count } = props;
  const styles = useStyles();
  const page = usePageStyles();
  const hidden = useVisuallyHidden();
  const { state, texts, domain, language } = usePane();
  const { finding, sentence } = listed;
  const words = texts.findings;
  const standard = state.check?.standard ?? state.standard;
  const { school, stage, shortfall, unit, citation, sheet, cell, accepted } = finding;
  const tabIndex = current ? 0 : -1;
  const stageName = stage === null ? null : domain.stages[stage];
  const place = [sheet, cell].filter((part) => part !== null).join('!');
  const source = citation === null ? null : describeCitation(citation, standard, language);
  const subject =
    school === null
      ? domain.findings[finding.code].title
      : stageName === null
        ? school
        : language === 'zh-CN'
          ? `${school}（${stageName}）`
          : `${school} (${stageName})`;
  return (
    <div className={mergeClasses(styles.row, chosen && styles.chosen)}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.main}
          tabIndex={tabIndex}
          aria-current={chosen ? 'true' : undefined}
          data-finding={listed.key}
          onClick={() => {
            props.onShow(listed);
          }}
        >
          <span className={styles.line}>
            <SeverityMark severity={finding.severity} />
            <span className={styles.school}>{subject}</span>
            {shortfall !== null && unit !== null && (
              <span className={styles.short}>
                {fill(words.short, {
                  shortfall: `${formatNumber(shortfall, unit)}${domain.units[unit]}`,
                })}
              </span>
            )}
          </span>
          <span className={styles.sentence}>{sentence}</span>
          <span className={page.caption}>
            {[place, source].filter((part) => part !== null && part !== '').join(' · ')}
          </span>
          {accepted !== undefined && (
            <span className={mergeClasses(page.caption, styles.accepted)}>
              <ClipboardCheckmarkRegular />
              {fill(words.acceptedBecause, { reason: accepted.reason })}
            </span>
          )}
          <span className={hidden}>{fill(words.position, { position, count })}</span>
        </button>
        <Button
          appearance="transparent"
          size="small"
          className={styles.expander}
          tabIndex={tabIndex}
          icon={expanded ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={expanded}
          aria-label={words.details}
          title={words.details}
          onClick={() => {
            props.onToggle(listed);
          }}
        />
      </div>
      {expanded && <Details {...props} place={place} />}
    </div>
  );
});

function Details({
  listed,
  place,
  fixable,
  busy,
  by,
  onShow,
  onFix,
  onAccept,
  onSchool,
}: FindingRowProps & { readonly place: string }): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const { texts, domain, language } = usePane();
  const { finding } = listed;
  const words = texts.findings;
  const [accepting, setAccepting] = useState(false);
  const { actual, required, accepted, school, code, severity } = finding;
  const said = [accepted?.by ?? '', accepted?.at ?? ''].filter((part) => part !== '');
  const facts: readonly (readonly [string, string])[] = [
    [words.cause, domain.findings[code].cause],
    [words.mending, describeMending(finding, language)],
    ...(actual === null ? [] : [[words.actual, String(actual)] as const]),
    ...(required === null ? [] : [[words.required, String(required)] as const]),
    ...(said.length === 0
      ? []
      : [
          [
            words.accepted,
            fill(words.acceptedBy, { by: accepted?.by ?? '', at: accepted?.at ?? '' }).trim(),
          ] as const,
        ]),
  ];
  return (
    <div className={styles.details}>
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <Fact key={term} term={term} value={value} />
        ))}
      </dl>
      {accepting ? (
        <AcceptForm
          by={by}
          onCancel={() => {
            setAccepting(false);
          }}
          onAccept={(reason) => {
            setAccepting(false);
            onAccept(listed, reason);
          }}
        />
      ) : (
        <div className={page.row}>
          {place !== '' && (
            <Button
              size="small"
              onClick={() => {
                onShow(listed);
              }}
            >
              {words.go}
            </Button>
          )}
          {fixable && (
            <Button
              size="small"
              disabledFocusable={busy}
              onClick={() => {
                onFix(listed);
              }}
            >
              {words.fix}
            </Button>
          )}
          {severity === 'warning' && accepted === undefined && (
            <Button
              size="small"
              disabledFocusable={busy}
              onClick={() => {
                setAccepting(true);
              }}
            >
              {words.accept}
            </Button>
          )}
          {school !== null && (
            <Button
              size="small"
              appearance="subtle"
              onClick={() => {
                onSchool(school);
              }}
            >
              {words.onlySchool}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Fact({ term, value }: { readonly term: string; readonly value: string }): ReactElement {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
