/** Where `manifest.xml` of the checkout points: the developer's own machine. */
export const DEVELOPMENT_BASE = 'https://localhost:3000';

/** Why an address cannot be where a package is served. */
export class BaseAddressError extends Error {
  override readonly name = 'BaseAddressError';
}

/**
 * The address below which a package will be served, without a closing slash.
 *
 * @throws {BaseAddressError} where it is not a plain https address; the message is for the screen
 */
export function baseAddress(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new BaseAddressError(`--base 不是网址：${text}`);
  }
  if (url.protocol !== 'https:') {
    throw new BaseAddressError(`--base 必须以 https:// 开头（Office 不接受 http）：${text}`);
  }
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw new BaseAddressError(`--base 只能含主机和路径：${text}`);
  }
  return url.href.replace(/\/+$/, '');
}

/** The manifest with every address of the development machine moved to another base. */
export function rebaseManifest(manifest: string, base: string): string {
  const escaped = base.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return manifest.replaceAll(`"${DEVELOPMENT_BASE}/`, () => `"${escaped}/`);
}
