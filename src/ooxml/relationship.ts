import { OoxmlError } from './ooxml-error';
import { XmlTokenizer } from './xml-tokenizer';

/** How one part refers to another, or to something outside. */
export interface Relationship {
  readonly id: string;
  /** The type as written: a URI, transitional or strict. */
  readonly type: string;
  /** The last step of the type, the same for transitional and strict: `worksheet`, `styles`. */
  readonly kind: string;
  /** The name of the part without a leading `/`, or for an external one what it points at. */
  readonly target: string;
  readonly external: boolean;
}

/** The part that holds the relationships of `part`; '' is the package itself. */
export function relationshipsPartOf(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/**
 * Resolves a relationship's target against the part it belongs to. Steps that climb above the
 * package stay at its root, as in any URI: LibreOffice writes `../customXml/item1.xml` for the
 * package itself. What comes out is only ever sought among the entries of the archive.
 */
function resolveTarget(source: string, target: string): string {
  const path = target.replaceAll('\\', '/').replace(/[#?].*$/s, '');
  const steps = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else steps.pop();
  }
  return steps.join('/');
}

/** Reads a relationships part that belongs to `source`. */
export function parseRelationships(text: string, part: string, source: string): Relationship[] {
  const relationships: Relationship[] = [];
  const tokens = new XmlTokenizer(text, part);
  while (tokens.next() !== 'end') {
    if (tokens.token !== 'open' || tokens.local !== 'Relationship') continue;
    const id = tokens.attribute('Id');
    const type = tokens.attribute('Type');
    const target = tokens.attribute('Target');
    if (id === undefined || type === undefined || target === undefined) {
      throw new OoxmlError('malformed-xml', part, 'a relationship lacks Id, Type or Target');
    }
    const external = tokens.attribute('TargetMode')?.toLowerCase() === 'external';
    relationships.push({
      id,
      type,
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : resolveTarget(source, target),
      external,
    });
  }
  return relationships;
}
