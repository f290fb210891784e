import type { Compiler, WebpackError } from 'webpack';
import { packageFolder, readPackage } from './licences/bundled-package';
import type { BundledPackage } from './licences/bundled-package';
import { licenceBreaches } from './licences/permissive';
import { thirdPartyText } from './licences/third-party-text';

/** The name of the listing, beside the bundle's page. */
export const LISTING = 'third-party-licences.txt';

/**
 * Writes the licences of the packages that webpack has put into a bundle beside it, and fails the
 * build where one of them may not ship.
 */
export class LicencesPlugin {
  /** @param copied files that go into the output without being modules, such as style sheets */
  constructor(private readonly copied: readonly string[] = []) {}

  /** Called by webpack. */
  apply(compiler: Compiler): void {
    const { Compilation, sources, WebpackError } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('LicencesPlugin', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'LicencesPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONS },
        () => {
          const files = [...[...compilation.modules].flatMap(filesOf), ...this.copied];
          const packages = packagesOf(files);
          for (const breach of licenceBreaches(packages)) {
            const error: WebpackError = new WebpackError(breach);
            compilation.errors.push(error);
          }
          compilation.emitAsset(LISTING, new sources.RawSource(thirdPartyText(packages)));
        },
      );
    });
  }
}

/** The files of a module, or of those that webpack has joined into it. */
function filesOf(module: unknown): string[] {
  if (typeof module !== 'object' || module === null) return [];
  const inner = 'modules' in module && Array.isArray(module.modules) ? module.modules : [];
  const own = 'resource' in module && typeof module.resource === 'string' ? [module.resource] : [];
  return [...own, ...inner.flatMap(filesOf)];
}

function packagesOf(files: readonly string[]): BundledPackage[] {
  const folders = new Set(files.map(packageFolder).filter((folder) => folder !== null));
  return [...folders].sort().map(readPackage);
}
