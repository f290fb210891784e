import { XmlTokenizer } from './xml-tokenizer';

/** The part that gives every other part its type. */
export const CONTENT_TYPES_PART = '[Content_Types].xml';

/** The types of the parts of a package; keys are lower case. */
export interface ContentTypes {
  /** By part name without a leading `/`. */
  readonly overrides: ReadonlyMap<string, string>;
  /** By extension without the dot. */
  readonly defaults: ReadonlyMap<string, string>;
}

/** Reads `[Content_Types].xml`. */
export function parseContentTypes(text: string): ContentTypes {
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  const tokens = new XmlTokenizer(text, CONTENT_TYPES_PART);
  while (tokens.next() !== 'end') {
    if (tokens.token !== 'open') continue;
    const type = tokens.attribute('ContentType') ?? '';
    if (tokens.local === 'Override') {
      overrides.set((tokens.attribute('PartName') ?? '').replace(/^\//, '').toLowerCase(), type);
    } else if (tokens.local === 'Default') {
      defaults.set((tokens.attribute('Extension') ?? '').toLowerCase(), type);
    }
  }
  return { overrides, defaults };
}

/** The type of a part, null when neither its name nor its extension has one. */
export function contentTypeIn(types: ContentTypes, part: string): string | null {
  const name = part.toLowerCase();
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return types.overrides.get(name) ?? types.defaults.get(extension) ?? null;
}
