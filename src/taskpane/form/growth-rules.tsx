import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle';
import { EqualCircleRegular } from '@fluentui/react-icons/svg/equal-circle';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import type { ReactElement } from 'react';
import type { SpendingRuleJudgement } from '../../assessment/judge-spending';
import { describeCitation } from '../../locales/describe-citation';
import { fill } from '../../locales/fill';
import { SPENDING_RULES } from '../../standard/spending-rules';
import type { SpendingReading } from '../../workbook/workbook-check';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { useTableStyles } from '../table-styles';
import { useVisuallyHidden } from '../visually-hidden';
import { useFormTexts } from './form-texts';

/** As many years as stand side by side in the narrowest pane. */
const MOST_YEARS = 5;

const useStyles = makeStyles({
  year: { width: '34px', paddingInlineStart: '0', textAlign: 'center' },
  mark: {
    textAlign: 'center',
    paddingBlock: '2px',
    '& svg': { width: '16px', height: '16px', verticalAlign: '-3px' },
  },
  holds: { color: tokens.colorStatusSuccessForeground1 },
  unchanged: { color: tokens.colorStatusSuccessForeground1 },
  fails: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorNeutralForeground2 },
  none: { color: tokens.colorNeutralForeground2 },
  key: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    '& svg': { width: '14px', height: '14px', marginInlineEnd: '4px', verticalAlign: '-2px' },
  },
});

type Outcome = 'holds' | 'fails' | 'unchanged' | 'unknown' | 'none';

const SIGNS: Readonly<Record<Outcome, ReactElement | null>> = {
  holds: <CheckmarkCircleFilled />,
  fails: <DismissCircleFilled />,
  unchanged: <EqualCircleRegular />,
  unknown: <QuestionCircleRegular />,
  none: null,
};

function outcomeOf(judgement: SpendingRuleJudgement | undefined): Outcome {
  if (judgement === undefined) return 'none';
  if (judgement.holds === null) return 'unknown';
  if (!judgement.holds) return 'fails';
  return judgement.unchanged ? 'unchanged' : 'holds';
}

/** 三个增长 and 两个只增不减, rule by rule and year by year. Rules without a column are left out. */
export function GrowthRules({
  spending,
}: {
  readonly spending: SpendingReading;
}): ReactElement | null {
  const styles = useStyles();
  const page = usePageStyles();
  const table = useTableStyles();
  const hidden = useVisuallyHidden();
  const { state, language } = usePane();
  const texts = useFormTexts().finance;
  const standard = state.check?.standard ?? state.standard;
  const years = spending.judged.slice(-MOST_YEARS);
  const rows = SPENDING_RULES.map((rule) => ({
    rule,
    outcomes: years.map(({ growth, rules }) => ({
      year: growth.year,
      outcome: outcomeOf(rules.find((one) => one.rule === rule)),
    })),
  })).filter(({ outcomes }) => outcomes.some(({ outcome }) => outcome !== 'none'));
  if (rows.length === 0) return null;
  const seen = new Set(rows.flatMap(({ outcomes }) => outcomes.map(({ outcome }) => outcome)));
  const sources = new Set(
    rows.map(({ rule }) => describeCitation(rule.citation, standard, language)),
  );
  return (
    <div>
      <h4 className={page.title}>
        {spending.judged.length > MOST_YEARS
          ? fill(texts.rulesRecent, { count: MOST_YEARS })
          : texts.rules}
      </h4>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.heading}>
              {texts.rule}
            </th>
            {years.map(({ growth }) => (
              <th
                key={growth.year}
                scope="col"
                className={mergeClasses(table.heading, styles.year)}
              >
                {growth.year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ rule, outcomes }) => (
            <tr key={rule.comparison + rule.series}>
              <th scope="row" className={table.rowHeading}>
                {language === 'zh-CN' ? rule.name.zh : rule.name.en}
              </th>
              {outcomes.map(({ year, outcome }) => (
                <td key={year} className={mergeClasses(styles.mark, styles[outcome])}>
                  {SIGNS[outcome]}
                  <span className={hidden}>{texts.outcomes[outcome]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={mergeClasses(page.caption, styles.key)} aria-hidden="true">
        {(['holds', 'unchanged', 'fails', 'unknown'] as const)
          .filter((outcome) => seen.has(outcome))
          .map((outcome) => (
            <span key={outcome}>
              <span className={styles[outcome]}>{SIGNS[outcome]}</span>
              {texts.outcomes[outcome]}
            </span>
          ))}
      </p>
      <p className={page.caption}>{[...sources].join(language === 'zh-CN' ? '、' : ', ')}</p>
    </div>
  );
}
