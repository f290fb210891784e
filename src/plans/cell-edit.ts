/** What a cell is to hold. null empties it; text is always written as text, never as a formula. */
export type EditedContent = string | number | boolean | null | { readonly formula: string };

/** One cell to be changed; its format stays as it is. */
export interface CellEdit {
  readonly sheet: string;
  /** A1 address without `$`. */
  readonly cell: string;
  readonly content: EditedContent;
}
