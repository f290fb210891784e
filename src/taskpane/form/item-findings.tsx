import type { ReactElement } from 'react';
import type { Finding } from '../../assessment/finding';
import { describeFinding } from '../../locales/describe-finding';
import { domainTexts } from '../../locales/domain-texts';
import { fill } from '../../locales/fill';
import type { Language } from '../../locales/language';
import type { FormItem } from '../../standard/form-item';
import type { Standard } from '../../standard/standard';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { SeverityMark } from '../severity-mark';
import { useFormStyles } from './form-styles';
import { useFormTexts } from './form-texts';

/** How many are spelled out; the tab of findings has them all. */
const SHOWN = 4;

/**
 * What a finding says where its item stands above it: without the place, which has a button of its
 * own, and in Chinese without the item's name.
 */
export function describeBelowItem(
  finding: Finding,
  item: FormItem | null,
  standard: Standard,
  language: Language,
): string {
  const sentence = describeFinding({ ...finding, sheet: null, cell: null }, standard, language);
  if (item === null || language !== 'zh-CN') return sentence;
  const { form } = domainTexts(language);
  const { part, number, name } = item;
  const matter = fill(form.item, { table: form.tables[part], number, name: name.zh });
  return sentence.startsWith(matter) ? sentence.slice(matter.length).replace(/^的/, '') : sentence;
}

/** The findings about an item, the gravest first, as many as are read at a glance. */
export function ItemFindings({
  findings,
  item = null,
}: {
  readonly findings: readonly Finding[];
  readonly item?: FormItem | null;
}): ReactElement | null {
  const styles = useFormStyles();
  const page = usePageStyles();
  const { state, language } = usePane();
  const texts = useFormTexts();
  const standard = state.check?.standard ?? state.standard;
  if (findings.length === 0) return null;
  return (
    <ul className={page.plainList}>
      {findings.slice(0, SHOWN).map((finding, index) => (
        <li key={index} className={styles.finding}>
          <SeverityMark severity={finding.severity}>
            {describeBelowItem(finding, item, standard, language)}
          </SeverityMark>
        </li>
      ))}
      {findings.length > SHOWN && (
        <li className={page.caption}>{fill(texts.item.more, { count: findings.length })}</li>
      )}
    </ul>
  );
}
