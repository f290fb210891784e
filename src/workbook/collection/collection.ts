import type { CollectionIssue } from './collection-issue';
import type { SchoolValues } from './derive-school';
import type { FormFieldId } from './form-fields';
import type { FormReading } from './form-reading';

/** One form with what became of it. */
export interface CollectedForm extends FormReading {
  /** The row of 学校数据 that it gives. */
  readonly values: SchoolValues;
  /** Whether that row stands in 学校数据: not where another form of the same school does. */
  readonly used: boolean;
}

/** The county's sum of a field that feeds an item of 表Ⅳ or 表Ⅴ rather than a column. */
export interface CollectedTotal {
  readonly field: FormFieldId;
  readonly total: number;
  /** How many schools stated it. */
  readonly schools: number;
}

/** Many forms put together. */
export interface Collection {
  readonly files: number;
  /** Files with at least one form. */
  readonly filesWithForms: number;
  /** In the order of 学校数据: by 标识码, then name; forms that were not used stand behind theirs. */
  readonly forms: readonly CollectedForm[];
  readonly totals: readonly CollectedTotal[];
  readonly issues: readonly CollectionIssue[];
}
