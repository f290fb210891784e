import { type ApiCatalog, type ApiSet, compareVersions } from './api-catalog';
import { HostError } from './host-error';

/** An edition of Excel: the highest version of each requirement set that it has. */
export interface HostProfile {
  readonly name: string;
  readonly sets: Readonly<Record<string, string>>;
  /** `PC`, `Mac` or `OfficeOnline`, as `Office.context.platform` tells it. */
  readonly platform: 'PC' | 'Mac' | 'OfficeOnline';
  /** Bytes a request or a response may have. Excel on the web stops at 5 MB. */
  readonly payloadLimit: number;
}

/** Excel LTSC 2021, the oldest edition the add-in supports, with the size limit of Excel on the web. */
export const LTSC_2021: HostProfile = {
  name: 'Excel LTSC 2021',
  platform: 'OfficeOnline',
  sets: {
    ExcelApi: '1.14',
    SharedRuntime: '1.1',
    CustomFunctions: '1.3',
    CustomFunctionsRuntime: '1.3',
    RibbonApi: '1.1',
    DialogApi: '1.1',
    KeyboardShortcuts: '1.1',
    AddinCommands: '1.1',
    Settings: '1.1',
    RichApiRuntime: '1.1',
    DelayForCellEdit: '1.1',
  },
  payloadLimit: 5_000_000,
};

/** Whether the edition has the requirement set in that version or a later one. */
export function isSetSupported(profile: HostProfile, name: string, version = '1.1'): boolean {
  const highest = profile.sets[name];
  return highest !== undefined && compareVersions(version, highest) <= 0;
}

function refuse(profile: HostProfile, member: string, set: ApiSet): HostError {
  return new HostError(
    'ApiNotFound',
    `The API ${member} needs ${set.name} ${set.version}, which ${profile.name} does not have`,
    member,
  );
}

/** Members that only the library itself calls, under its public functions (`Excel.createWorkbook`). */
const OF_THE_LIBRARY = new Set(['Application.createWorkbook', 'WorkbookCreated.open']);

/**
 * Refuses a member that is newer than the edition, or that no edition has. The library itself lets a
 * newer member through, and an old Excel then fails far from the cause.
 */
export function gateMember(
  catalog: ApiCatalog,
  profile: HostProfile,
  className: string,
  member: string,
  use: 'read' | 'write' | 'call',
): void {
  const declared = catalog.get(className);
  if (declared === undefined) return;
  if (declared.since !== undefined) {
    const { name, version } = declared.since;
    if (!isSetSupported(profile, name, version)) throw refuse(profile, className, declared.since);
  }
  const known = declared.members.get(member);
  if (known === undefined) {
    if (member.startsWith('_') || OF_THE_LIBRARY.has(`${className}.${member}`)) return;
    throw new HostError('ApiNotFound', `Excel.${className} has no member ${member}`, member);
  }
  for (const set of [known.since, use === 'write' ? known.writableSince : undefined]) {
    if (set !== undefined && !isSetSupported(profile, set.name, set.version)) {
      throw refuse(profile, `${className}.${member}`, set);
    }
  }
}
