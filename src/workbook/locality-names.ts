import type { Locality } from '../assessment/school';
import { normaliseText } from './normalise-text';

/** 城乡分类 as the statistics name them. */
export const LOCALITY_NAMES: Readonly<Record<Locality, string>> = {
  urban: '城区',
  town: '镇区',
  rural: '乡村',
};

/** Names of the finer classes and the codes of GB/T 33782-2017 table 5. */
const LOCALITIES: ReadonlyMap<string, Locality> = new Map<string, Locality>([
  ['城区', 'urban'],
  ['城市', 'urban'],
  ['主城区', 'urban'],
  ['城乡结合区', 'urban'],
  ['110', 'urban'],
  ['111', 'urban'],
  ['112', 'urban'],
  ['镇区', 'town'],
  ['县镇', 'town'],
  ['镇中心区', 'town'],
  ['镇乡结合区', 'town'],
  ['特殊区域', 'town'],
  ['120', 'town'],
  ['121', 'town'],
  ['122', 'town'],
  ['123', 'town'],
  ['乡村', 'rural'],
  ['农村', 'rural'],
  ['乡中心区', 'rural'],
  ['村庄', 'rural'],
  ['200', 'rural'],
  ['210', 'rural'],
  ['220', 'rural'],
]);

/** 城乡分类 of a written name or code (`111`, `111-主城区`); null if it names none. */
export function parseLocality(written: string): Locality | null {
  const text = normaliseText(written);
  const named = LOCALITIES.get(text);
  if (named !== undefined) return named;
  const coded = /^(\d{3})[-.、:_]?(\D+)$/.exec(text);
  if (coded?.[1] === undefined || coded[2] === undefined) return null;
  const byName = LOCALITIES.get(coded[2]);
  return byName !== undefined && byName === LOCALITIES.get(coded[1]) ? byName : null;
}
