import * as z from 'zod/mini';
import type { Stage } from './stage';
import type { Citation, Indicator, SchoolRule, Standard, StandardSwitches } from './standard';
import { StandardError } from './standard-error';
import { bilingual, standardSchema, switchesSchema, text } from './standard-schema';
import { standardById } from './standards';

const positive = z.number().check(z.positive());

const stageNumbers = z.strictObject({
  primary: z.optional(positive),
  junior: z.optional(positive),
});

const extensionSchema = z.strictObject({
  id: z.string().check(z.maxLength(64), z.regex(/^\S(.*\S)?$/u)),
  extends: z.string(),
  name: z.optional(z.union([text, bilingual])),
  document: z.optional(text),
  effective: z.optional(z.iso.date()),
  thresholds: z.optional(z.record(z.string(), stageNumbers)),
  coefficientLimits: z.optional(
    z.strictObject({ each: z.optional(stageNumbers), composite: z.optional(stageNumbers) }),
  ),
  requiredMet: z.optional(z.int().check(z.positive())),
  floorRatio: z.optional(z.number().check(z.positive(), z.maximum(1))),
  teachingPointMinimum: z.optional(z.int().check(z.nonnegative())),
  switches: z.optional(z.partial(switchesSchema)),
});

type Extension = z.infer<typeof extensionSchema>;
type StageNumbers = z.infer<typeof stageNumbers>;

function jsonPath(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => {
    const text = String(key);
    return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(text)
      ? `${path}.${text}`
      : `${path}[${JSON.stringify(text)}]`;
  }, '$');
}

function holdsValue(json: unknown, path: readonly PropertyKey[]): boolean {
  let at: unknown = json;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false;
    at = Reflect.get(at, key);
  }
  return at !== undefined;
}

function parseExtension(json: unknown): Extension {
  const parsed = extensionSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') {
    throw new StandardError('unknown-key', jsonPath([...path, issue.keys[0] ?? '']));
  }
  throw new StandardError(holdsValue(json, path) ? 'wrong-type' : 'missing', jsonPath(path));
}

function atLeast(value: number | undefined, bound: number, path: readonly string[]): number {
  if (value === undefined) return bound;
  if (value < bound) throw new StandardError('looser', jsonPath(path), bound);
  return value;
}

function atMost(value: number | undefined, bound: number, path: readonly string[]): number {
  if (value === undefined) return bound;
  if (value > bound) throw new StandardError('looser', jsonPath(path), bound);
  return value;
}

function tightenIndicator(
  indicator: Indicator,
  stricter: StageNumbers | undefined,
  own: Pick<Citation, 'standard'>,
): Indicator {
  if (stricter === undefined) return indicator;
  const path = ['thresholds', indicator.id];
  if (indicator.threshold === null) throw new StandardError('no-such-rule', jsonPath(path));
  const { primary, junior } = indicator.threshold;
  return {
    ...indicator,
    threshold: {
      primary: atLeast(stricter.primary, primary, [...path, 'primary']),
      junior: atLeast(stricter.junior, junior, [...path, 'junior']),
    },
    citation: { ...indicator.citation, ...own },
  };
}

function tightenLimits(
  national: Readonly<Record<Stage, number>> | null,
  stricter: StageNumbers | undefined,
  key: string,
): Readonly<Record<Stage, number>> | null {
  if (stricter === undefined) return national;
  const path = ['coefficientLimits', key];
  // Where the nation sets no limit, any limit is stricter, but it has to be set for both stages.
  const limit = (stage: Stage): number => {
    if (national !== null) return atMost(stricter[stage], national[stage], [...path, stage]);
    const own = stricter[stage];
    if (own === undefined) throw new StandardError('missing', jsonPath([...path, stage]));
    return own;
  };
  return { primary: limit('primary'), junior: limit('junior') };
}

function tightenSchoolRule(
  base: Standard,
  extension: Extension,
  own: Pick<Citation, 'standard'>,
): SchoolRule | null {
  const { requiredMet, floorRatio } = extension;
  if (requiredMet === undefined && floorRatio === undefined) return base.schoolRule;
  if (base.schoolRule === null) {
    const key = requiredMet === undefined ? 'floorRatio' : 'requiredMet';
    throw new StandardError('no-such-rule', jsonPath([key]));
  }
  if (requiredMet !== undefined && requiredMet > base.indicators.length) {
    throw new StandardError('wrong-type', jsonPath(['requiredMet']));
  }
  return {
    requiredMet: atLeast(requiredMet, base.schoolRule.requiredMet, ['requiredMet']),
    floorRatio: atLeast(floorRatio, base.schoolRule.floorRatio, ['floorRatio']),
    citation: { ...base.schoolRule.citation, ...own },
  };
}

function chooseSwitches(
  national: StandardSwitches,
  chosen: Extension['switches'] = {},
): StandardSwitches {
  return {
    artRooms: chosen.artRooms ?? national.artRooms,
    relaxOldRooms: chosen.relaxOldRooms ?? national.relaxOldRooms,
    relaxSchoolSize: chosen.relaxSchoolSize ?? national.relaxSchoolSize,
    relaxSmallClassRooms: chosen.relaxSmallClassRooms ?? national.relaxSmallClassRooms,
    relaxPartTimeArts: chosen.relaxPartTimeArts ?? national.relaxPartTimeArts,
  };
}

/**
 * A bureau's own standard from its JSON (see docs/own-standard.md): a national standard with
 * stricter numbers. Thresholds, the floor and the number of indicators required may only rise;
 * limits of the coefficients and the smallest teaching point may only fall. The switches are
 * choices that the national texts themselves leave open, so either position is allowed. What a
 * bureau changes is cited under the bureau's own id.
 *
 * @param json the parsed file, not yet looked at
 * @throws {StandardError} with the JSON path of the first wrong value
 */
export function loadStandard(json: unknown): Standard {
  const extension = parseExtension(json);
  const base = standardById(extension.extends);
  if (base === null) throw new StandardError('unknown-base', jsonPath(['extends']));
  if (standardById(extension.id) !== null) {
    throw new StandardError('reserved-id', jsonPath(['id']));
  }
  const thresholds = extension.thresholds ?? {};
  for (const id of Object.keys(thresholds)) {
    if (!base.indicators.some((indicator) => indicator.id === id)) {
      throw new StandardError('unknown-indicator', jsonPath(['thresholds', id]));
    }
  }
  const own = { standard: extension.id };
  const limits = extension.coefficientLimits;
  const { name } = extension;
  return standardSchema.parse({
    ...base,
    id: extension.id,
    name:
      name === undefined
        ? { zh: `${base.name.zh}（${extension.id}）`, en: `${base.name.en} (${extension.id})` }
        : typeof name === 'string'
          ? { zh: name, en: name }
          : name,
    document: extension.document ?? base.document,
    effective: extension.effective ?? base.effective,
    indicators: base.indicators.map((indicator) =>
      tightenIndicator(
        indicator,
        Object.hasOwn(thresholds, indicator.id) ? thresholds[indicator.id] : undefined,
        own,
      ),
    ),
    schoolRule: tightenSchoolRule(base, extension, own),
    coefficients: {
      each: tightenLimits(base.coefficients.each, limits?.each, 'each'),
      composite: tightenLimits(base.coefficients.composite, limits?.composite, 'composite'),
      citation:
        limits === undefined
          ? base.coefficients.citation
          : { ...base.coefficients.citation, ...own },
    },
    scope: {
      ...base.scope,
      teachingPointMinimum: atMost(
        extension.teachingPointMinimum,
        base.scope.teachingPointMinimum,
        ['teachingPointMinimum'],
      ),
    },
    switches: chooseSwitches(base.switches, extension.switches),
  });
}
