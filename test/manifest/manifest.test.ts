import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { manifestBreaches } from '../../scripts/manifest-rules';
import type { ManifestContext, ManifestRule } from '../../scripts/manifest-rules';
import { pngSize } from '../../scripts/png-size';
import { COMMAND_IDS } from '../../src/commands/command-ids';

const root = path.join(__dirname, '..', '..');
const manifestPath = path.join(root, 'manifest.xml');
const manifest = readFileSync(manifestPath, 'utf8');

/** The pages and scripts that the build makes; pictures are served from assets. */
const BUILT = new Set([
  'taskpane.html',
  'help.html',
  'functions.js',
  'functions.json',
  'functions.en-US.json',
]);

function asset(file: string): string {
  return path.join(root, 'assets', file);
}

const context: ManifestContext = {
  base: 'https://localhost:3000',
  hasFile: (file) => BUILT.has(file) || (file.endsWith('.png') && existsSync(asset(file))),
  pictureSize: (file) => (existsSync(asset(file)) ? pngSize(readFileSync(asset(file))) : null),
  commandIds: COMMAND_IDS,
};

function rulesBroken(xml: string): readonly ManifestRule[] {
  return [...new Set(manifestBreaches(xml, context).map((breach) => breach.rule))];
}

/** The manifest with one place changed; a pattern that is not there is a mistake of the test. */
function changed(pattern: RegExp | string, replacement: string): string {
  const result = manifest.replace(pattern, replacement);
  if (result === manifest) throw new Error(`nothing to change: ${String(pattern)}`);
  return result;
}

/** Microsoft's reader needs modules that only plain Node loads, so it runs in a process of its own. */
function readWithOffice(file: string): unknown {
  const script = `require('office-addin-manifest')
    .OfficeAddinManifest.readManifestFile(process.argv[1])
    .then((info) => process.stdout.write(JSON.stringify(info)))`;
  const output = execFileSync(process.execPath, ['-e', script, file], { cwd: root });
  return JSON.parse(output.toString('utf8'));
}

describe('the manifest', () => {
  it('is read by office-addin-manifest as a Chinese Excel add-in', () => {
    expect(readWithOffice(manifestPath)).toMatchObject({
      id: '6f0c0c52-6f0e-4d6a-9d0b-3b5f8a1c7e24',
      defaultLocale: 'zh-CN',
      displayName: '优质均衡助手',
      hosts: ['Workbook'],
      officeAppType: 'TaskPaneApp',
      permissions: 'ReadWriteDocument',
      supportUrl: 'https://localhost:3000/help.html',
      defaultSettings: { sourceLocation: 'https://localhost:3000/taskpane.html' },
    });
  });

  it('keeps every rule that its schema cannot see', () => {
    expect(manifestBreaches(manifest, context)).toEqual([]);
  });

  it('has one button for the pane and one for each command', () => {
    const labels = ['校验窗格', '立即校验', '生成汇总表', '清除标记', '帮助'];
    for (const label of labels) expect(manifest).toContain(`DefaultValue="${label}"`);
    const called = [...manifest.matchAll(/<FunctionName>(\w+)</g)].map((match) => match[1]);
    expect(called).toEqual(['checkNow', 'writeSummary', 'clearHighlights', 'showHelp']);
    expect(manifest.match(/xsi:type="ShowTaskpane"/g)).toHaveLength(1);
  });

  it('asks for nothing that Office LTSC 2021 lacks, and never for custom functions', () => {
    expect(manifest).not.toContain('CustomFunctionsRuntime');
    const sets = [...manifest.matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g)];
    expect(sets.map((set) => [set[1], set[2]])).toEqual([
      ['ExcelApi', '1.14'],
      ['SharedRuntime', '1.1'],
    ]);
  });
});

const RUNTIMES = /\s*<Runtimes>[\s\S]*?<\/Runtimes>/;

const MUTATIONS: readonly (readonly [string, ManifestRule, () => string])[] = [
  ['XML that does not close', 'well-formed', () => changed('</OfficeApp>', '')],
  ['another root element', 'root', () => '<Nothing/>'],
  ['a mail add-in', 'root', () => changed('"TaskPaneApp"', '"MailApp"')],
  ['older overrides', 'root', () => changed('"VersionOverridesV1_0"', '"VersionOverridesV1_1"')],
  [
    'another namespace of the overrides',
    'namespace',
    () => changed('office/taskpaneappversionoverrides', 'office/mailappversionoverrides'),
  ],
  [
    'a resource outside its namespace',
    'namespace',
    () => changed('<bt:Urls>', '<bt:Urls xmlns:bt="x">'),
  ],
  ['no id', 'missing-element', () => changed(/<Id>.*<\/Id>/, '')],
  ['an id that is no GUID', 'id', () => changed(/<Id>.*<\/Id>/, '<Id>junheng</Id>')],
  [
    'the empty GUID',
    'id',
    () => changed(/<Id>.*<\/Id>/, '<Id>00000000-0000-0000-0000-000000000000</Id>'),
  ],
  ['a version of three parts', 'version', () => changed('1.0.0.0', '1.0.0')],
  [
    'version and id exchanged',
    'order',
    () => changed(/(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, '$2$1'),
  ],
  ['no provider', 'missing-element', () => changed(/<ProviderName>.*<\/ProviderName>/, '')],
  ['another default language', 'locale', () => changed('>zh-CN<', '>en-US<')],
  [
    'a name without English',
    'override',
    () => changed(/<Override Locale="en-US" Value="Junheng[^>]*>/, ''),
  ],
  [
    'a label without English',
    'override',
    () => changed(/<bt:Override Locale="en-US" Value="Check now"\/>/, ''),
  ],
  ['a label with British English', 'override', () => changed(/en-US(" Value="Help")/, 'en-GB$1')],
  ['English that is Chinese', 'override', () => changed('Value="Clear marks"', 'Value="清除标记"')],
  [
    'a label of 126 characters',
    'length',
    () => changed('DefaultValue="帮助"', `DefaultValue="${'帮'.repeat(126)}"`),
  ],
  [
    'a description of 251 characters',
    'length',
    () => changed(/(<Description DefaultValue=")[^"]*/, `$1${'述'.repeat(251)}`),
  ],
  [
    'a tip of 251 characters',
    'length',
    () => changed(/(id="Help.Tip" DefaultValue=")[^"]*/, `$1${'述'.repeat(251)}`),
  ],
  ['an empty tip', 'length', () => changed(/(id="Help.Tip" DefaultValue=")[^"]*/, '$1')],
  [
    'an http page',
    'https',
    () =>
      changed('"https://localhost:3000/taskpane.html"', '"http://localhost:3000/taskpane.html"'),
  ],
  ['an http icon', 'https', () => changed(/"https(:[^"]*pane-80.png")/, '"http$1')],
  [
    'a page on another host',
    'base-address',
    () =>
      changed(
        /(LearnMore|Help\.Url" DefaultValue=")https:\/\/localhost:3000/,
        '$1https://example.com',
      ),
  ],
  [
    'an English metadata file elsewhere',
    'base-address',
    () =>
      changed(
        /Value="https:\/\/localhost:3000\/functions\.en/,
        'Value="https://localhost:3001/functions.en',
      ),
  ],
  [
    'a support page that is not built',
    'file-missing',
    () =>
      changed(
        '<SupportUrl DefaultValue="https://localhost:3000/help.html"',
        '<SupportUrl DefaultValue="https://localhost:3000/support.html"',
      ),
  ],
  ['no support page', 'missing-element', () => changed(/<SupportUrl[^>]*>/, '')],
  ['no icon', 'missing-element', () => changed(/<IconUrl[^>]*>/, '')],
  ['no high-resolution icon', 'missing-element', () => changed(/<HighResolutionIconUrl[^>]*>/, '')],
  [
    'an icon of 64 pixels where 32 belong',
    'app-icon',
    () => changed('icons/icon-32.png"/>', 'icons/icon-64.png"/>'),
  ],
  [
    'a high-resolution icon of 32 pixels',
    'app-icon',
    () => changed('icons/icon-64.png"/>', 'icons/icon-32.png"/>'),
  ],
  [
    'no 80-pixel icon of a button',
    'icon-sizes',
    () => changed(/\s*<bt:Image size="80" resid="Icon.Help.80"\/>/, ''),
  ],
  [
    'an icon size that no ribbon has',
    'icon-sizes',
    () => changed(/size="24" (resid="Icon.Help)/, 'size="25" $1'),
  ],
  [
    'a 16-pixel picture at 80 pixels',
    'icon-dimensions',
    () => changed('icons/clear-80.png', 'icons/clear-16.png'),
  ],
  [
    'a picture that is missing',
    'file-missing',
    () => changed('icons/clear-48.png', 'icons/clear-49.png'),
  ],
  [
    'further domains',
    'app-domains',
    () =>
      changed(
        '<Hosts>',
        '<AppDomains><AppDomain>https://example.com</AppDomain></AppDomains><Hosts>',
      ),
  ],
  [
    'another application',
    'host',
    () => changed('<Host Name="Workbook"/>', '<Host Name="Document"/>'),
  ],
  [
    'overrides for another application',
    'host',
    () => changed('<Host xsi:type="Workbook">', '<Host xsi:type="Document">'),
  ],
  [
    'a requirement set newer than LTSC 2021',
    'requirements',
    () => changed('MinVersion="1.14"', 'MinVersion="1.15"'),
  ],
  [
    'a newer shared runtime',
    'requirements',
    () => changed('"SharedRuntime" MinVersion="1.1"', '"SharedRuntime" MinVersion="1.2"'),
  ],
  [
    'custom functions as a requirement',
    'requirements',
    () => changed('"SharedRuntime"', '"CustomFunctionsRuntime"'),
  ],
  [
    'no shared runtime requirement',
    'requirements',
    () => changed(/<Set Name="SharedRuntime"[^>]*>/, ''),
  ],
  [
    'no requirements',
    'missing-element',
    () => changed(/<Requirements>[\s\S]*<\/Requirements>/, ''),
  ],
  [
    'no default page',
    'missing-element',
    () => changed(/<DefaultSettings>[\s\S]*<\/DefaultSettings>/, ''),
  ],
  ['reading only', 'permissions', () => changed('ReadWriteDocument', 'ReadDocument')],
  ['no runtime', 'runtime', () => changed(RUNTIMES, '')],
  ['a short-lived runtime', 'runtime', () => changed('lifetime="long"', 'lifetime="short"')],
  [
    'the runtime after the functions',
    'order',
    () => {
      const runtimes = RUNTIMES.exec(manifest)?.[0] ?? '';
      return changed(RUNTIMES, '').replace('</AllFormFactors>', `</AllFormFactors>${runtimes}`);
    },
  ],
  [
    'a runtime on another page',
    'shared-page',
    () => changed('<Runtime resid="Taskpane.Url"', '<Runtime resid="Help.Url"'),
  ],
  [
    'functions on another page',
    'shared-page',
    () => changed(/(<Page>\s*<SourceLocation resid=")Taskpane/, '$1Help'),
  ],
  [
    'commands on another page',
    'shared-page',
    () => changed('<FunctionFile resid="Taskpane.Url"', '<FunctionFile resid="Help.Url"'),
  ],
  [
    'a pane on another page',
    'shared-page',
    () => changed(/(<\/TaskpaneId>\s*<SourceLocation resid=")Taskpane/, '$1Help'),
  ],
  [
    'another page at the start',
    'shared-page',
    () => changed(/(<SourceLocation DefaultValue="[^"]*)taskpane/, '$1help'),
  ],
  [
    'no script of the functions',
    'missing-element',
    () => changed(/<Script>[\s\S]*?<\/Script>/, ''),
  ],
  [
    'no metadata of the functions',
    'missing-element',
    () => changed(/<Metadata>[\s\S]*?<\/Metadata>/, ''),
  ],
  [
    'the metadata in place of the script',
    'missing-element',
    () => changed('resid="Functions.Script.Url"', 'resid="Functions.Metadata.Url"'),
  ],
  ['no namespace of the functions', 'missing-element', () => changed(/<Namespace[^>]*>/, '')],
  [
    'another namespace of the functions',
    'function-namespace',
    () => changed('DefaultValue="EDU"', 'DefaultValue="EDUC"'),
  ],
  [
    'an English namespace of its own',
    'function-namespace',
    () => changed('Value="EDU"/>', 'Value="EDUC"/>'),
  ],
  [
    'script after page',
    'order',
    () => changed(/(<Script>[\s\S]*?<\/Script>)\s*(<Page>[\s\S]*?<\/Page>)/, '$2$1'),
  ],
  [
    'a tab label before its groups',
    'order',
    () => {
      const label = '<Label resid="Tab.Label"/>';
      return changed(label, '').replace('<Group id', `${label}<Group id`);
    },
  ],
  [
    'a button without a tip',
    'missing-element',
    () => changed(/<Supertip>[\s\S]*?<\/Supertip>/, ''),
  ],
  [
    'a button without an icon',
    'missing-element',
    () => changed(/(<\/Supertip>\s*)<Icon>[\s\S]*?<\/Icon>/, '$1'),
  ],
  ['a button without an action', 'missing-element', () => changed(/<Action[\s\S]*?<\/Action>/, '')],
  [
    'two actions of a button',
    'repeated-element',
    () => changed(/(<Action xsi:type="Exec[\s\S]*?<\/Action>)/, '$1$1'),
  ],
  ['an element nobody knows', 'unknown-element', () => changed('<Icon>', '<Picture/><Icon>')],
  ['a resource id of 33 characters', 'resource-id', () => changed(/Help\.Url/g, 'H'.repeat(33))],
  [
    'a doubled resource',
    'resource-doubled',
    () => changed(' id="Icon.Help.20"', ' id="Icon.Help.24"'),
  ],
  [
    'a label that does not resolve',
    'resource-unknown',
    () => changed('<Label resid="Help.Label"', '<Label resid="Hilfe"'),
  ],
  [
    'a tip that names a label',
    'resource-kind',
    () => changed('<Description resid="Help.Tip"', '<Description resid="Help.Label"'),
  ],
  [
    'a resource that nothing uses',
    'resource-unused',
    () => changed(/\s*<GetStarted>[\s\S]*<\/GetStarted>/, ''),
  ],
  [
    'two controls of one id',
    'control-id',
    () => changed('id="Junheng.ShowHelp"', 'id="Junheng.CheckNow"'),
  ],
  [
    'a group with the id of its tab',
    'control-id',
    () => changed('id="Junheng.Group"', 'id="Junheng.Tab"'),
  ],
  ['a command the code does not know', 'command', () => changed('>checkNow<', '>checkLater<')],
  ['two buttons of one command', 'command', () => changed('>showHelp<', '>checkNow<')],
  [
    'no button that opens the pane',
    'pane-button',
    () =>
      changed(
        /<Action xsi:type="ShowTaskpane">[\s\S]*?<\/Action>/,
        '<Action xsi:type="ExecuteFunction"><FunctionName>checkNow</FunctionName></Action>',
      ),
  ],
];

describe('a manifest is refused with', () => {
  it.each(MUTATIONS)('%s, as a breach of "%s"', (_name, rule, mutate) => {
    expect(rulesBroken(mutate())).toContain(rule);
  });
});
