import * as z from 'zod/mini';
import { LANGUAGES } from '../../locales/language';
import type { Language } from '../../locales/language';
import { switchesSchema } from '../../standard/standard-schema';
import { DEFAULT_STANDARD, standardById } from '../../standard/standards';
import type { Preferences } from './session';

/** What is kept with the workbook: everything but the language. */
export type WorkbookPreferences = Omit<Preferences, 'language'>;

/** Where the language is kept: with the person, not with the workbook. */
export interface LanguageStore {
  read(): string | null;
  write(language: string): void;
}

/** The preferences of a workbook that has never been opened with the pane. */
export const DEFAULT_PREFERENCES: WorkbookPreferences = {
  standard: DEFAULT_STANDARD.id,
  ownStandard: null,
  switches: {},
  sheet: null,
  live: false,
  markAfterCheck: true,
  dueDays: 'calendar',
};

/** The workbook's setting of each preference; the host keeps them apart from those of others. */
const SETTING = {
  standard: 'standard',
  ownStandard: 'own-standard',
  switches: 'switches',
  sheet: 'sheet',
  live: 'live',
  markAfterCheck: 'mark-after-check',
  dueDays: 'due-days',
} as const satisfies Record<keyof WorkbookPreferences, string>;

const json = z.pipe(
  z.string(),
  z.transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.issues.push({ code: 'custom', message: 'no JSON', input: text });
      return z.NEVER;
    }
  }),
);

const { shape } = switchesSchema;
const switches = z.object({
  artRooms: z.exactOptional(shape.artRooms),
  relaxOldRooms: z.exactOptional(shape.relaxOldRooms),
  relaxSchoolSize: z.exactOptional(shape.relaxSchoolSize),
  relaxSmallClassRooms: z.exactOptional(shape.relaxSmallClassRooms),
  relaxPartTimeArts: z.exactOptional(shape.relaxPartTimeArts),
});

const flag = z.pipe(
  z.enum(['true', 'false']),
  z.transform((text) => text === 'true'),
);
const textOrNone = z.pipe(
  z.string(),
  z.transform((text) => (text === '' ? null : text)),
);
const nationalStandard = z.string().check(z.refine((id) => standardById(id) !== null));

/** Reads the workbook's settings; a setting that is missing or makes no sense gives its default. */
export function parsePreferences(settings: ReadonlyMap<string, string>): WorkbookPreferences {
  const read = <T>(key: keyof WorkbookPreferences, schema: z.ZodMiniType<T>, otherwise: T): T => {
    const parsed = schema.safeParse(settings.get(SETTING[key]));
    return parsed.success ? parsed.data : otherwise;
  };
  const defaults = DEFAULT_PREFERENCES;
  return {
    standard: read('standard', nationalStandard, defaults.standard),
    ownStandard: read('ownStandard', textOrNone, defaults.ownStandard),
    switches: read('switches', z.pipe(json, switches), defaults.switches),
    sheet: read('sheet', textOrNone, defaults.sheet),
    live: read('live', flag, defaults.live),
    markAfterCheck: read('markAfterCheck', flag, defaults.markAfterCheck),
    dueDays: read('dueDays', z.enum(['calendar', 'working']), defaults.dueDays),
  };
}

/** The settings that keep the preferences which differ between two states. */
export function settingsToSave(
  before: WorkbookPreferences,
  after: WorkbookPreferences,
): ReadonlyMap<string, string> {
  const earlier = new Map(settingsOf(before));
  return new Map(settingsOf(after).filter(([key, text]) => earlier.get(key) !== text));
}

function settingsOf(preferences: WorkbookPreferences): [string, string][] {
  return [
    [SETTING.standard, preferences.standard],
    [SETTING.ownStandard, preferences.ownStandard ?? ''],
    [SETTING.switches, JSON.stringify(preferences.switches)],
    [SETTING.sheet, preferences.sheet ?? ''],
    [SETTING.live, String(preferences.live)],
    [SETTING.markAfterCheck, String(preferences.markAfterCheck)],
    [SETTING.dueDays, preferences.dueDays],
  ];
}

/** The language that the person chose before, or that of the program. */
export function storedLanguage(store: LanguageStore | undefined, otherwise: Language): Language {
  try {
    const parsed = z.enum(LANGUAGES).safeParse(store?.read());
    return parsed.success ? parsed.data : otherwise;
  } catch {
    // A browser may forbid its storage; the language is then that of the program each time.
    return otherwise;
  }
}

/** Keeps the language with the person, where there is a place for it. */
export function storeLanguage(store: LanguageStore | undefined, language: Language): void {
  try {
    store?.write(language);
  } catch {
    // As above: the choice holds until the pane is closed.
  }
}
