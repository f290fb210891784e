import { z } from 'zod';
import { QUANTITIES } from './quantities';
import { SCHOOL_TYPES } from './school-type';
import type { Standard } from './standard';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const citation = z.strictObject({
  standard: z.string().min(1),
  part: z.string().min(1),
  item: z.string().min(1),
});

const positive = z.number().positive();

const byStage = z.strictObject({ primary: positive, junior: positive });

const numerator = z
  .array(
    z.strictObject({
      quantity: z.enum(QUANTITIES),
      sign: z.union([z.literal(1), z.literal(-1)]),
    }),
  )
  .min(1)
  .refine((terms) => terms[0]?.sign === 1, 'the first term names the own cell and is added');

const indicator = z.strictObject({
  id: z.string().regex(/^[A-Z]\d+$/u),
  name: bilingual,
  shortName: bilingual,
  unit: bilingual,
  shortfallUnit: z.enum(['person', 'squareMetre', 'yuan', 'room', 'computer', 'book']),
  numerator: z.strictObject({ primary: numerator, junior: numerator }),
  multiplier: z.union([z.literal(1), z.literal(100), z.literal(10000)]),
  shared: z.boolean(),
  threshold: byStage.nullable(),
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
export const standardSchema: z.ZodType<Standard> = z
  .strictObject({
    id: z.string().min(1),
    base: z.enum(['cn-2017', 'cn-2012']),
    name: bilingual,
    document: z.string().min(1),
    effective: z.iso.date(),
    indicators: z.array(indicator).min(1),
    schoolRule: z
      .strictObject({
        requiredMet: z.number().int().positive(),
        floorRatio: z.number().positive().max(1),
        citation,
      })
      .nullable(),
    coefficients: z.strictObject({
      each: byStage.nullable(),
      composite: byStage.nullable(),
      citation,
    }),
    scope: z.strictObject({
      excludedTypes: z.array(z.enum(SCHOOL_TYPES)),
      teachingPointMinimum: z.number().int().nonnegative(),
      excludesPrivate: z.boolean(),
      citation,
    }),
    split: z.strictObject({ primary: positive, junior: positive, senior: positive, citation }),
    switches: switchesSchema,
  })
  .refine(
    ({ indicators }) => new Set(indicators.map(({ id }) => id)).size === indicators.length,
    'two indicators have the same id',
  )
  .refine(
    ({ schoolRule, indicators }) => (schoolRule?.requiredMet ?? 0) <= indicators.length,
    'more indicators are required than there are',
  );
