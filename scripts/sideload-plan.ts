import path from 'node:path';

/** How a manifest gets to a developer's own Excel. */
export type SideloadPlan =
  | { readonly kind: 'copy'; readonly folder: string; readonly file: string }
  | {
      readonly kind: 'registry';
      readonly add: readonly string[];
      readonly remove: readonly string[];
    }
  | { readonly kind: 'unsupported' };

/** Windows Office reads the add-ins under development from this key of the user's registry. */
const DEVELOPER_KEY = 'HKCU\\SOFTWARE\\Microsoft\\Office\\16.0\\WEF\\Developer';

/** Mac Excel reads them from this folder of the user. */
const MAC_FOLDER = 'Library/Containers/com.microsoft.Excel/Data/Documents/wef';

/**
 * Plans how to hand a manifest to Excel.
 *
 * @param platform as `process.platform`
 * @param home the user's home folder
 * @param manifest absolute path of the manifest
 * @param id the add-in's GUID
 */
export function sideloadPlan(
  platform: string,
  home: string,
  manifest: string,
  id: string,
): SideloadPlan {
  if (platform === 'darwin') {
    const folder = path.posix.join(home, MAC_FOLDER);
    return { kind: 'copy', folder, file: path.posix.join(folder, `${id}.manifest.xml`) };
  }
  if (platform === 'win32') {
    return {
      kind: 'registry',
      add: ['add', DEVELOPER_KEY, '/v', id, '/t', 'REG_SZ', '/d', manifest, '/f'],
      remove: ['delete', DEVELOPER_KEY, '/v', id, '/f'],
    };
  }
  return { kind: 'unsupported' };
}
