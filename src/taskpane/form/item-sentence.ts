import type { ItemJudgement } from '../../assessment/form-judgement';
import type { FormValue } from '../../assessment/form-entry';
import { fill } from '../../locales/fill';
import { formatDecimal } from '../../locales/format-number';
import type { FormPageTexts } from '../../locales/form-page-texts';
import type { Language } from '../../locales/language';
import type { FormBlank } from '../../standard/form-item';

/** A piece of an item's sentence. */
export interface SentencePiece {
  readonly kind: 'text' | 'value' | 'computed' | 'blank';
  readonly text: string;
}

const MOST_DECIMALS = 6;

/** A number of the form as it is read: thousands grouped, as many decimals as it has (at most six). */
export function shownNumber(value: number): string {
  const rounded = Number(value.toFixed(MOST_DECIMALS));
  const [, fraction = ''] = String(rounded).split('.');
  return formatDecimal(rounded, /e/i.test(fraction) ? 0 : fraction.length);
}

/** A quotient that was computed: two decimals. */
function shownComputed(blank: FormBlank, value: number): string {
  return blank.kind === 'count' ? shownNumber(value) : shownNumber(Number(value.toFixed(2)));
}

const LEVEL_NAMES = ['Ⅰ级', 'Ⅱ级', 'Ⅲ级', 'Ⅳ级'] as const;

/** What stands in a blank, as the form writes it; null where nothing usable does. */
export function shownValue(blank: FormBlank, value: FormValue | undefined): string | null {
  if (value === undefined) return null;
  if (value.untested) return '未监测';
  if (value.holds !== null) return value.holds ? '达标' : '不达标';
  if (value.number === null) return null;
  return blank.kind === 'level'
    ? (LEVEL_NAMES[value.number - 1] ?? String(value.number))
    : shownNumber(value.number);
}

/**
 * An item's sentence with what was filled in and what 学校数据 gives. In English, whose form has no
 * sentences, the blanks stand one after the other.
 */
export function itemSentence(
  judgement: ItemJudgement,
  language: Language,
  texts: FormPageTexts,
): readonly SentencePiece[] {
  const { item } = judgement;
  if (language !== 'zh-CN') return listed(item.blanks, judgement, language, texts);
  const pieces: SentencePiece[] = [];
  let at = 0;
  for (const { 0: placeholder, 1: key = '', index } of item.sentence.matchAll(/\{(\w+)\}/g)) {
    if (index > at) pieces.push({ kind: 'text', text: item.sentence.slice(at, index) });
    const blank = item.blanks.find((one) => one.key === key);
    if (blank !== undefined) pieces.push(pieceOf(blank, judgement, texts));
    at = index + placeholder.length;
  }
  const rest = item.sentence.slice(at);
  return rest === '' ? pieces : [...pieces, { kind: 'text', text: rest }];
}

/** The blanks that only the judgement needs, where one is filled in or asked for. */
export function supportingSentence(
  judgement: ItemJudgement,
  missing: ReadonlySet<string>,
  language: Language,
  texts: FormPageTexts,
): readonly SentencePiece[] {
  const shown = judgement.item.supporting.filter(
    ({ key }) => judgement.values.has(key) || missing.has(key),
  );
  return listed(shown, judgement, language, texts);
}

function listed(
  blanks: readonly FormBlank[],
  judgement: ItemJudgement,
  language: Language,
  texts: FormPageTexts,
): readonly SentencePiece[] {
  return blanks.flatMap((blank, index): SentencePiece[] => {
    const label = fill(texts.item.entry, { label: labelOf(blank, language), value: '' });
    const unit = blank.unit === null ? '' : unitOf(blank, language);
    return [
      { kind: 'text', text: `${index === 0 ? '' : language === 'zh-CN' ? '，' : '; '}${label}` },
      pieceOf(blank, judgement, texts),
      ...(unit === '' ? [] : [{ kind: 'text', text: unit } as const]),
    ];
  });
}

/** A blank's name in a language. */
export function labelOf({ label }: FormBlank, language: Language): string {
  return language === 'zh-CN' ? label.zh : label.en;
}

/** What a blank is counted in: English counts people and schools without a word. */
export function unitOf({ unit }: FormBlank, language: Language): string {
  if (unit === null || language === 'zh-CN') return unit ?? '';
  if (unit === '%') return '%';
  if (unit === '元') return ' yuan';
  return unit === '万元' ? ' 10 000 yuan' : '';
}

function pieceOf(
  blank: FormBlank,
  { values, computed }: Pick<ItemJudgement, 'values' | 'computed'>,
  texts: FormPageTexts,
): SentencePiece {
  const typed = shownValue(blank, values.get(blank.key));
  const own = computed.get(blank.key);
  // A stated share is computed from the same line; only what 学校数据 gives is a second source.
  const fromSchools = own === undefined || !followsFromSchools(blank) ? null : own;
  if (typed === null) {
    if (own === undefined) return { kind: 'blank', text: texts.item.blank };
    return {
      kind: 'computed',
      text:
        fromSchools === null
          ? shownComputed(blank, own)
          : fill(texts.item.computedOnly, { computed: shownComputed(blank, own) }),
    };
  }
  if (fromSchools === null || values.get(blank.key)?.number === fromSchools) {
    return { kind: 'value', text: typed };
  }
  return {
    kind: 'value',
    text: fill(texts.item.computed, { typed, computed: shownComputed(blank, fromSchools) }),
  };
}

/** Blanks that count what 学校数据 holds. */
function followsFromSchools({ kind, sumOf }: FormBlank): boolean {
  return kind === 'count' || sumOf.length > 0;
}
