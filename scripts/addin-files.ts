import { buildFunctionsMetadata } from '../src/functions/function-metadata';
import { rebaseManifest } from './base-address';
import { contentSecurityPolicy } from './content-security-policy';
import { helpPage } from './function-pages';
import { iisConfiguration, nginxHeaders } from './header-files';
import { officeJsAddress } from './office-js-source';
import type { OfficeJsSource } from './office-js-source';

/** What one build is for. */
export interface AddinBuild {
  /** Where it will be served, without a closing slash. */
  readonly base: string;
  readonly officeJs: OfficeJsSource;
  /** The manifest of the checkout. */
  readonly manifest: string;
}

/** The files of a build that are not scripts, and what its page is made with. */
export interface AddinFiles {
  readonly files: Readonly<Record<string, string>>;
  readonly officeJsAddress: string;
  readonly policy: string;
}

function json(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Makes the files of a build that lie beside its scripts. */
export function addinFiles({ base, officeJs, manifest }: AddinBuild): AddinFiles {
  const policy = contentSecurityPolicy(officeJs);
  return {
    policy,
    officeJsAddress: officeJsAddress(officeJs),
    files: {
      'manifest.xml': rebaseManifest(manifest, base),
      'functions.json': json(buildFunctionsMetadata('zh-CN')),
      'functions.en-US.json': json(buildFunctionsMetadata('en-US')),
      'help.html': helpPage(),
      'nginx-headers.conf': nginxHeaders(policy),
      'web.config': iisConfiguration(policy),
    },
  };
}
