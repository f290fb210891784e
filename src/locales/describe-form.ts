import type { Finding } from '../assessment/finding';
import { blanksOf } from '../standard/form-item';
import type { FormItem, FormPart } from '../standard/form-item';
import { formItemsOf } from '../standard/form-items';
import { SPENDING_MEASURES } from '../standard/spending-rules';
import type { SpendingSeries } from '../standard/spending-rules';
import type { BilingualText, Standard } from '../standard/standard';
import { VETO_ITEMS } from '../standard/veto-items';
import { SURVEY_COLUMNS } from '../workbook/input-columns';
import { fill } from './fill';
import type { Language } from './language';
import type { Texts } from './texts';

type Values = Readonly<Record<string, string | number>>;

/**
 * The values of a finding about 表Ⅳ, 表Ⅴ, the survey, a veto matter or 教育经费: what it is about
 * (`matter`), the blank or column (`heading`, `blanks`), and how it was judged (`judged`). Empty for
 * every other finding.
 *
 * @param shown the values that every finding has, already worded
 */
export function formValues(
  finding: Finding,
  standard: Standard,
  texts: Texts,
  language: Language,
  shown: Values,
): Values {
  const { form } = texts;
  const { parameters } = finding;
  const inLanguage = ({ zh, en }: BilingualText): string => (language === 'zh-CN' ? zh : en);
  const values: Record<string, string | number> = {};

  const item = itemOf(finding, standard);
  if (item !== null) {
    values['matter'] = fill(form.item, {
      table: form.tables[item.part],
      number: item.number,
      name: inLanguage(item.name),
    });
    const labelOf = (key: string): string => {
      const blank = blanksOf(item).find((one) => one.key === key);
      return blank === undefined ? key : inLanguage(blank.label);
    };
    if (typeof parameters['blank'] === 'string') values['heading'] = labelOf(parameters['blank']);
    if (typeof parameters['blanks'] === 'string') {
      values['blanks'] = parameters['blanks']
        .split(' ')
        .map(labelOf)
        .join(language === 'zh-CN' ? '、' : ', ');
    }
  }
  const { survey, group, veto, series, of, bound, reading } = parameters;
  if (typeof survey === 'string') {
    const name = group === undefined || group === '' ? form.everybody : group;
    const column = SURVEY_COLUMNS.find(({ field }) => field === survey);
    const heading = column?.heading ?? survey;
    values['matter'] = fill(form.survey, { name });
    values['heading'] = inLanguage({ zh: heading, en: column?.headingEn ?? heading });
    values['blanks'] = values['heading'];
  }
  if (typeof veto === 'number') {
    const matter = VETO_ITEMS.find(({ number }) => number === veto);
    values['matter'] = fill(form.veto, {
      name: matter === undefined ? '' : inLanguage(matter.name),
    });
    values['blanks'] = form.conclusion;
  }
  if (isSeries(series)) {
    values['heading'] =
      of === 'perPupil' ? form.perPupil : inLanguage(SPENDING_MEASURES[series].name);
  }
  if (reading === 'each' || reading === 'inAll') values['reading'] = form.readings[reading];
  const { headingEn, expected, sign, kept, from } = parameters;
  if (language === 'en-US' && typeof headingEn === 'string') values['heading'] = headingEn;
  if (isKey(expected, form.expected)) values['expected'] = form.expected[expected];
  if (isKey(sign, form.signs)) values['sign'] = form.signs[sign];
  if (isKey(kept, form.moneyUnits)) values['kept'] = form.moneyUnits[kept];
  if (isKey(from, form.moneyUnits)) values['from'] = form.moneyUnits[from];
  for (const key of ['actual', 'required'] as const) {
    const concluded = finding[key] ?? undefined;
    if (item !== null && isKey(concluded, form.conclusions)) {
      values[key] = form.conclusions[concluded];
    }
  }
  if (isBound(bound, texts)) values['judged'] = fill(form.bounds[bound], { ...shown, ...values });
  return values;
}

function itemOf({ parameters }: Finding, standard: Standard): FormItem | null {
  const { form, item } = parameters;
  if (!isPart(form)) return null;
  return formItemsOf(standard, form).find(({ number }) => number === item) ?? null;
}

function isPart(value: string | number | undefined): value is FormPart {
  return value === 'government' || value === 'quality';
}

function isSeries(value: string | number | undefined): value is SpendingSeries {
  return typeof value === 'string' && value in SPENDING_MEASURES;
}

function isKey<Key extends string>(
  value: string | number | undefined,
  words: Readonly<Record<Key, string>>,
): value is Key {
  return typeof value === 'string' && value in words;
}

function isBound(
  value: string | number | undefined,
  { form }: Texts,
): value is keyof Texts['form']['bounds'] {
  return typeof value === 'string' && value in form.bounds;
}
