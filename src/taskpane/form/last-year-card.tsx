import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DocumentArrowUpRegular } from '@fluentui/react-icons/svg/document-arrow-up';
import { Fragment, useId, useRef } from 'react';
import type { ReactElement } from 'react';
import type { CoefficientChange, YearOnYear } from '../../assessment/year-on-year';
import { fill } from '../../locales/fill';
import { formatDecimal } from '../../locales/format-number';
import { STAGES } from '../../standard/stage';
import type { WorkbookCheck } from '../../workbook/workbook-check';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { stageTitle } from '../stage-title';
import { useTableStyles } from '../table-styles';
import { useVisuallyHidden } from '../visually-hidden';
import { useFormTexts } from './form-texts';
import { ItemFindings } from './item-findings';

/** How many schools are named before the rest is only counted. */
const MOST_NAMED = 6;

const REFUSED: ReadonlySet<string> = new Set([
  'year-unreadable',
  'year-columns-missing',
  'year-no-schools',
]);

const useStyles = makeStyles({
  name: { overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  id: { display: 'inline-block', minWidth: '24px', color: tokens.colorNeutralForeground2 },
  trend: { '& svg': { width: '14px', height: '14px', verticalAlign: '-2px' } },
  improved: { color: tokens.colorStatusSuccessForeground1 },
  worse: { color: tokens.colorStatusDangerForeground1 },
  schools: { margin: '0', overflowWrap: 'anywhere' },
});

/** Last year's workbook: the field to choose it, and what changed since. */
export function LastYearCard({ check }: { readonly check: WorkbookCheck }): ReactElement {
  const styles = useStyles();
  const page = usePageStyles();
  const hidden = useVisuallyHidden();
  const { session, state } = usePane();
  const texts = useFormTexts().lastYear;
  const title = useId();
  const input = useRef<HTMLInputElement>(null);
  const busy = state.activity.kind !== 'idle';
  return (
    <section className={page.card} aria-labelledby={title}>
      <h3 className={page.title} id={title}>
        {texts.title}
      </h3>
      {state.lastYear === null ? (
        <p className={page.caption}>{texts.about}</p>
      ) : (
        <p className={mergeClasses(page.caption, styles.name)}>
          {fill(texts.compared, { file: state.lastYear })}
        </p>
      )}
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm,.xls"
        className={hidden}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen === undefined) return;
          void chosen
            .arrayBuffer()
            .then((content) =>
              session.compareWithLastYear({ name: chosen.name, bytes: new Uint8Array(content) }),
            );
          event.target.value = '';
        }}
      />
      <div className={page.row}>
        <Button
          size="small"
          icon={<DocumentArrowUpRegular />}
          disabledFocusable={busy}
          onClick={() => {
            input.current?.click();
          }}
        >
          {state.lastYear === null ? texts.choose : texts.other}
        </Button>
        {state.lastYear !== null && (
          <Button
            size="small"
            disabledFocusable={busy}
            onClick={() => void session.compareWithLastYear(null)}
          >
            {texts.remove}
          </Button>
        )}
      </div>
      {state.lastYear !== null && (
        <ItemFindings findings={check.findings.filter(({ code }) => REFUSED.has(code))} />
      )}
      {check.lastYear !== null && <Comparison comparison={check.lastYear} />}
    </section>
  );
}

function Comparison({ comparison }: { readonly comparison: YearOnYear }): ReactElement {
  const page = usePageStyles();
  const styles = useStyles();
  const table = useTableStyles();
  const { language, domain } = usePane();
  const texts = useFormTexts().lastYear;
  const { schools, coefficients } = comparison;
  const named = (count: number, template: string, names: readonly string[]): string | null => {
    if (count === 0) return null;
    const list = names.slice(0, MOST_NAMED).join(language === 'zh-CN' ? '、' : ', ');
    const shown = names.length > MOST_NAMED ? fill(texts.more, { names: list }) : list;
    return fill(template, { count, names: shown });
  };
  const changes = [
    named(
      schools.opened.length,
      texts.opened,
      schools.opened.map(({ name }) => name),
    ),
    named(
      schools.closed.length,
      texts.closed,
      schools.closed.map(({ name }) => name),
    ),
    named(
      schools.merged.length,
      texts.merged,
      schools.merged.map(({ last, into }) => fill(texts.mergedSchool, { school: last.name, into })),
    ),
  ].filter((line) => line !== null);
  const number = mergeClasses(table.heading, table.number);
  return (
    <>
      <h4 className={page.title}>{texts.schools}</h4>
      {changes.length === 0 ? (
        <p className={page.caption}>{texts.sameSchools}</p>
      ) : (
        <ul className={page.plainList}>
          {changes.map((line) => (
            <li key={line} className={mergeClasses(page.caption, styles.schools)}>
              {line}
            </li>
          ))}
        </ul>
      )}
      {STAGES.map((stage) => {
        const own = coefficients.filter((one) => one.stage === stage);
        if (own.length === 0) return null;
        return (
          <Fragment key={stage}>
            <h4 className={page.title}>
              {fill(texts.coefficients, { stage: stageTitle(stage, domain, language) })}
            </h4>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col" className={table.heading}>
                    {texts.columns.coefficient}
                  </th>
                  <th scope="col" className={number}>
                    {texts.columns.last}
                  </th>
                  <th scope="col" className={number}>
                    {texts.columns.now}
                  </th>
                  <th scope="col" className={number}>
                    {texts.columns.trend}
                  </th>
                </tr>
              </thead>
              <tbody>
                {own.map((one) => (
                  <ChangeRow key={one.indicator ?? ''} change={one} />
                ))}
              </tbody>
            </table>
          </Fragment>
        );
      })}
    </>
  );
}

function ChangeRow({ change }: { readonly change: CoefficientChange }): ReactElement {
  const styles = useStyles();
  const table = useTableStyles();
  const { state, language } = usePane();
  const texts = useFormTexts().lastYear;
  const { indicator, last, now, limit, lastPasses, nowPasses, trend } = change;
  const standard = state.check?.standard ?? state.standard;
  const declared = standard.indicators.find(({ id }) => id === indicator);
  const shown = (value: number | null): string =>
    value === null ? texts.unknown : formatDecimal(value, 3);
  const over = (passes: boolean | null): string | undefined =>
    limit !== null && passes === false ? styles.worse : undefined;
  return (
    <tr>
      <th scope="row" className={table.rowHeading}>
        {declared === undefined ? (
          texts.composite
        ) : (
          <>
            <span className={styles.id}>{declared.id}</span>
            {declared.shortName[language === 'zh-CN' ? 'zh' : 'en']}
          </>
        )}
      </th>
      <td className={mergeClasses(table.number, over(lastPasses))}>{shown(last)}</td>
      <td className={mergeClasses(table.number, over(nowPasses))}>{shown(now)}</td>
      <td className={mergeClasses(table.number, styles.trend)}>
        {trend === null ? (
          texts.unknown
        ) : (
          <span className={trend === 'same' ? undefined : styles[trend]}>
            {trend === 'improved' && <ArrowDownRegular />}
            {trend === 'worse' && <ArrowUpRegular />} {texts.trends[trend]}
          </span>
        )}
      </td>
    </tr>
  );
}
