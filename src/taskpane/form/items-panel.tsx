import { Button } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useCallback, useMemo } from 'react';
import type { ReactElement } from 'react';
import { fill } from '../../locales/fill';
import { blanksOf } from '../../standard/form-item';
import type { FormBlank, FormPart } from '../../standard/form-item';
import type { FormAnswer } from '../../workbook/plan-answers';
import { INPUT_SHEETS } from '../../workbook/sheet-names';
import type { WorkbookCheck } from '../../workbook/workbook-check';
import { usePageStyles } from '../page-styles';
import { usePane } from '../pane-context';
import { AnswerBar } from './answer-bar';
import type { FormDetail, ItemDetail } from './form-detail';
import { draftKey, itemKey, useFormMemory, withMember } from './form-memory';
import { useFormStyles } from './form-styles';
import { useFormTexts } from './form-texts';
import { standing } from './item-editor';
import { ItemFindings } from './item-findings';
import { ItemRow } from './item-row';
import { readDraft } from './read-draft';

/** 表Ⅳ or 表Ⅴ, item by item, and what was typed for it. */
export function ItemsPanel({
  check,
  part,
  detail,
  onWritten,
}: {
  readonly check: WorkbookCheck;
  readonly part: FormPart;
  readonly detail: FormDetail;
  readonly onWritten: () => void;
}): ReactElement {
  const styles = useFormStyles();
  const page = usePageStyles();
  const { session } = usePane();
  const texts = useFormTexts();
  const [memory, change] = useFormMemory(session);
  const items = detail.items[part];
  const sheet = INPUT_SHEETS[part];
  const missing = detail.missing[part];

  const onOpen = useCallback(
    (number: number, open: boolean) => {
      change({ openItems: withMember(memory.openItems, itemKey(part, number), open) });
    },
    [change, memory, part],
  );
  const onEdit = useCallback(
    (number: number, editing: boolean) => {
      const key = itemKey(part, number);
      change({
        editing: withMember(memory.editing, key, editing),
        focus: editing ? key : null,
      });
    },
    [change, memory, part],
  );
  const onType = useCallback(
    (number: number, blank: FormBlank, typed: string) => {
      const values = items.find(({ judgement }) => judgement.item.number === number)?.judgement
        .values;
      const drafts = new Map(memory.drafts);
      const key = draftKey(itemKey(part, number), blank.key);
      if (typed.trim() === standing(blank, values?.get(blank.key))) drafts.delete(key);
      else drafts.set(key, typed);
      change({ drafts });
    },
    [change, items, memory, part],
  );
  const drafted = useMemo(() => draftsOf(part, items, memory.drafts), [part, items, memory.drafts]);
  const withoutOwnDrafts = (): ReadonlyMap<string, string> =>
    new Map([...memory.drafts].filter(([key]) => !key.startsWith(`${part} `)));
  const fold = (): void => {
    const editing = new Set([...memory.editing].filter((key) => !key.startsWith(`${part} `)));
    change({ drafts: withoutOwnDrafts(), editing, focus: null });
  };

  return (
    <div className={styles.panel}>
      <ItemFindings findings={detail.sheetFindings[part]} />
      {missing.length > 0 && (
        <Button
          size="small"
          className={styles.small}
          icon={<EditRegular />}
          onClick={() => {
            const keys = missing.map((number) => itemKey(part, number));
            change({
              openItems: new Set([...memory.openItems, ...keys]),
              editing: new Set([...memory.editing, ...keys]),
              focus: keys[0] ?? null,
            });
          }}
        >
          {fill(texts.missing.fillAll, { count: missing.length })}
        </Button>
      )}
      {check.form[part] === null && detail.sheetFindings[part].length === 0 && (
        <p className={page.caption}>{fill(texts.editor.newSheet, { sheet })}</p>
      )}
      <ul className={`${page.plainList} ${styles.list}`}>
        {items.map((one) => {
          const { number } = one.judgement.item;
          const key = itemKey(part, number);
          return (
            <ItemRow
              key={number}
              check={check}
              detail={one}
              facts={detail.facts}
              open={memory.openItems.has(key)}
              editing={memory.editing.has(key)}
              takesFocus={memory.focus === key}
              drafts={memory.drafts}
              onOpen={onOpen}
              onEdit={onEdit}
              onType={onType}
            />
          );
        })}
      </ul>
      <AnswerBar
        sheet={sheet}
        answers={drafted.answers}
        faulty={drafted.faulty}
        onDiscard={fold}
        onWritten={() => {
          fold();
          onWritten();
        }}
      />
    </div>
  );
}

/** What was typed for the items of a part, read; a field that was emptied asks for nothing. */
function draftsOf(
  part: FormPart,
  items: readonly ItemDetail[],
  drafts: ReadonlyMap<string, string>,
): { readonly answers: readonly FormAnswer[]; readonly faulty: number } {
  const answers: FormAnswer[] = [];
  let faulty = 0;
  for (const { judgement } of items) {
    const { item } = judgement;
    for (const blank of blanksOf(item)) {
      const typed = drafts.get(draftKey(itemKey(part, item.number), blank.key)) ?? '';
      if (typed.trim() === '') continue;
      const { content } = readDraft(blank, typed);
      if (content === null) faulty += 1;
      else {
        const target = { kind: 'item', part, item: item.number, blank: blank.key } as const;
        answers.push({ target, content });
      }
    }
  }
  return { answers, faulty };
}
