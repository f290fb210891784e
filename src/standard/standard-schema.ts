import * as z from 'zod/mini';
import { QUANTITIES } from './quantities';
import { SCHOOL_TYPES } from './school-type';
import type { Standard } from './standard';

/* The small surface of zod: the pane's first script carries these schemas. */

/** A text that is not empty. */
export const text = z.string().check(z.minLength(1));

/** A text in both languages. */
export const bilingual = z.strictObject({ zh: text, en: text });

const citation = z.strictObject({
  standard: text,
  part: text,
  item: text,
});

const positive = z.number().check(z.positive());

const byStage = z.strictObject({ primary: positive, junior: positive });

const numerator = z
  .array(
    z.strictObject({
      quantity: z.enum(QUANTITIES),
      sign: z.union([z.literal(1), z.literal(-1)]),
    }),
  )
  .check(
    z.minLength(1),
    z.refine((terms) => terms[0]?.sign === 1, 'the first term names the own cell and is added'),
  );

const indicator = z.strictObject({
  id: z.string().check(z.regex(/^[A-Z]\d+$/u)),
  name: bilingual,
  shortName: bilingual,
  unit: bilingual,
  shortfallUnit: z.enum(['person', 'squareMetre', 'yuan', 'room', 'computer', 'book']),
  numerator: z.strictObject({ primary: numerator, junior: numerator }),
  multiplier: z.union([z.literal(1), z.literal(100), z.literal(10000)]),
  shared: z.boolean(),
  threshold: z.nullable(byStage),
  citation,
});

/** The choices of a standard, each of which a bureau's file may set. */
export const switchesSchema = z.strictObject({
  artRooms: z.enum(['each', 'inAll']),
  relaxOldRooms: z.boolean(),
  relaxSchoolSize: z.boolean(),
  relaxSmallClassRooms: z.boolean(),
  relaxPartTimeArts: z.boolean(),
});

/**
 * What a standard must look like to be judged by. Beyond the types: every indicator has its own id,
 * and a school rule asks for no more indicators than there are.
 */
export const standardSchema: z.ZodMiniType<Standard> = z
  .strictObject({
    id: text,
    base: z.enum(['cn-2017', 'cn-2012']),
    name: bilingual,
    document: text,
    effective: z.iso.date(),
    indicators: z.array(indicator).check(z.minLength(1)),
    schoolRule: z.nullable(
      z.strictObject({
        requiredMet: z.int().check(z.positive()),
        floorRatio: z.number().check(z.positive(), z.maximum(1)),
        citation,
      }),
    ),
    coefficients: z.strictObject({
      each: z.nullable(byStage),
      composite: z.nullable(byStage),
      citation,
    }),
    scope: z.strictObject({
      excludedTypes: z.array(z.enum(SCHOOL_TYPES)),
      teachingPointMinimum: z.int().check(z.nonnegative()),
      excludesPrivate: z.boolean(),
      citation,
    }),
    split: z.strictObject({ primary: positive, junior: positive, senior: positive, citation }),
    switches: switchesSchema,
  })
  .check(
    z.refine(
      ({ indicators }) => new Set(indicators.map(({ id }) => id)).size === indicators.length,
      'two indicators have the same id',
    ),
    z.refine(
      ({ schoolRule, indicators }) => (schoolRule?.requiredMet ?? 0) <= indicators.length,
      'more indicators are required than there are',
    ),
  );
