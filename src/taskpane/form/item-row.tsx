import { Button } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { memo } from 'react';
import type { ReactElement } from 'react';
import { describeCitation } from '../../locales/describe-citation';
import type { FormBlank } from '../../standard/form-item';
import type { WorkbookCheck } from '../../workbook/workbook-check';
import { JudgementMark } from '../judgement-mark';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import type { FormDetail, ItemDetail } from './form-detail';
import { useFormStyles } from './form-styles';
import { useFormTexts } from './form-texts';
import { ItemEditor } from './item-editor';
import { ItemFindings } from './item-findings';
import { itemSentence, supportingSentence } from './item-sentence';
import { PlaceButton } from './place-button';
import { Sentence } from './sentence';

/** One item of 表Ⅳ or 表Ⅴ: its verdict; on demand its evidence, its source, and its blanks to fill in. */
export const ItemRow = memo(function ItemRow({
  check,
  detail,
  facts,
  open,
  editing,
  takesFocus,
  drafts,
  onOpen,
  onEdit,
  onType,
}: {
  readonly check: WorkbookCheck;
  readonly detail: ItemDetail;
  readonly facts: FormDetail['facts'];
  readonly open: boolean;
  readonly editing: boolean;
  readonly takesFocus: boolean;
  readonly drafts: ReadonlyMap<string, string>;
  readonly onOpen: (number: number, open: boolean) => void;
  readonly onEdit: (number: number, editing: boolean) => void;
  readonly onType: (number: number, blank: FormBlank, typed: string) => void;
}): ReactElement {
  const styles = useFormStyles();
  const page = usePageStyles();
  const { language } = usePane();
  const texts = useFormTexts();
  const { judgement, findings, missing } = detail;
  const { item, verdict, values, places } = judgement;
  const named = language === 'zh-CN' ? item.name.zh : item.name.en;
  const [firstMissing] = missing;
  const place =
    (firstMissing === undefined ? undefined : places.get(firstMissing)) ??
    [...values.values()][0]?.cell ??
    [...places.values()][0] ??
    null;
  const supporting = supportingSentence(judgement, missing, language, texts);
  return (
    <li className={styles.line}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        onClick={() => {
          onOpen(item.number, !open);
        }}
      >
        {open ? (
          <ChevronDownRegular className={styles.chevron} />
        ) : (
          <ChevronRightRegular className={styles.chevron} />
        )}
        <span className={styles.name}>
          {item.number} {named}
        </span>
        <span className={styles.status}>
          <JudgementMark judgement={verdict}>
            {verdict === 'unjudged' && missing.size > 0
              ? texts.item.unanswered
              : texts.verdicts[verdict]}
          </JudgementMark>
        </span>
      </button>
      {open && (
        <div className={styles.detail}>
          {!editing && (
            <>
              <Sentence pieces={itemSentence(judgement, language, texts)} />
              {supporting.length > 0 && (
                <Sentence lead={texts.item.supporting} pieces={supporting} />
              )}
              <ItemFindings findings={findings} item={item} />
            </>
          )}
          {editing && (
            <ItemEditor
              check={check}
              detail={detail}
              facts={facts}
              drafts={drafts}
              takesFocus={takesFocus}
              onType={(blank, typed) => {
                onType(item.number, blank, typed);
              }}
            />
          )}
          <span className={page.caption}>
            {describeCitation(item.citation, check.standard, language)}
          </span>
          <div className={page.row}>
            <Button
              size="small"
              onClick={() => {
                onEdit(item.number, !editing);
              }}
            >
              {editing ? texts.item.done : missing.size > 0 ? texts.item.fillIn : texts.item.change}
            </Button>
            {place !== null && <PlaceButton place={place} />}
          </div>
        </div>
      )}
    </li>
  );
});
