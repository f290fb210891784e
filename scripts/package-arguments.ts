import { parseArgs } from 'node:util';
import { baseAddress } from './base-address';
import { OFFICE_JS_SOURCES, officeJsSource } from './office-js-source';
import type { OfficeJsSource } from './office-js-source';

/** What `npm run package` was asked for. */
export interface PackageArguments {
  readonly base: string;
  readonly officeJs: OfficeJsSource;
  readonly out: string;
}

/** How `npm run package` is called, for the screen. */
export const PACKAGE_USAGE = `用法：npm run package -- --base https://主机/路径 [--office-js cdn|21vianet|self] [--out 目录]

  --base       部署后的网址，清单（manifest.xml）将指向它
  --office-js  Office.js 的来源：cdn（默认，微软）、21vianet（世纪互联）、self（随包自带，内网用）
  --out        输出目录，默认 dist/package`;

/** Arguments of `npm run package` that cannot be used; the message is for the screen. */
export class PackageArgumentsError extends Error {
  override readonly name = 'PackageArgumentsError';
}

/**
 * Reads the arguments of `npm run package`.
 *
 * @throws {PackageArgumentsError} where one is missing, unknown or wrong
 * @throws {BaseAddressError} where `--base` is no https address
 */
export function packageArguments(args: readonly string[]): PackageArguments {
  const { base, 'office-js': source, out } = parsed(args);
  if (base === undefined) throw new PackageArgumentsError('缺少 --base（部署后的 https 网址）');
  const officeJs = officeJsSource(source);
  if (officeJs === null) {
    throw new PackageArgumentsError(
      `--office-js 只能是 ${OFFICE_JS_SOURCES.join('、')}：${source}`,
    );
  }
  return { base: baseAddress(base), officeJs, out };
}

function parsed(args: readonly string[]): {
  readonly base?: string | undefined;
  readonly 'office-js': string;
  readonly out: string;
} {
  try {
    return parseArgs({
      args: [...args],
      options: {
        base: { type: 'string' },
        'office-js': { type: 'string', default: 'cdn' },
        out: { type: 'string', default: 'dist/package' },
      },
    }).values;
  } catch (error) {
    throw new PackageArgumentsError(
      `参数有误：${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
