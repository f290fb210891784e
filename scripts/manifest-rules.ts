import { SaxesParser } from 'saxes';

/** The add-in only manifest's own namespaces. */
const APP = 'http://schemas.microsoft.com/office/appforoffice/1.1';
const BASIC = 'http://schemas.microsoft.com/office/officeappbasictypes/1.0';
const OVERRIDES = 'http://schemas.microsoft.com/office/taskpaneappversionoverrides';

/** One rule that a manifest must keep; breaches are reported under these names. */
export type ManifestRule =
  | 'well-formed'
  | 'root'
  | 'namespace'
  | 'order'
  | 'missing-element'
  | 'unknown-element'
  | 'repeated-element'
  | 'id'
  | 'version'
  | 'locale'
  | 'override'
  | 'length'
  | 'https'
  | 'base-address'
  | 'file-missing'
  | 'app-icon'
  | 'icon-sizes'
  | 'icon-dimensions'
  | 'requirements'
  | 'host'
  | 'permissions'
  | 'app-domains'
  | 'resource-id'
  | 'resource-doubled'
  | 'resource-unknown'
  | 'resource-kind'
  | 'resource-unused'
  | 'runtime'
  | 'shared-page'
  | 'function-namespace'
  | 'control-id'
  | 'command'
  | 'pane-button';

/** One breach of a rule: which, and where. */
export interface ManifestBreach {
  readonly rule: ManifestRule;
  readonly detail: string;
}

/** Width and height of a picture, in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** What a manifest is checked against. */
export interface ManifestContext {
  /** Where the add-in is served, without a closing slash: `https://localhost:3000`. */
  readonly base: string;
  /** Whether a file exists, by its path below the base. */
  readonly hasFile: (path: string) => boolean;
  /** Size of the PNG at a path below the base, or null where there is none. */
  readonly pictureSize: (path: string) => PictureSize | null;
  /** Ids of the commands that the code associates with the ribbon. */
  readonly commandIds: readonly string[];
}

interface XmlElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

interface ChildRule {
  /** Children in the only order Office accepts. */
  readonly order: readonly string[];
  readonly optional?: readonly string[];
  readonly repeatable?: readonly string[];
}

/** Children of each element whose order Office reads strictly; extension points are by their type. */
const CHILDREN: Readonly<Record<string, ChildRule>> = {
  OfficeApp: {
    order: [
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ],
    optional: ['AppDomains'],
  },
  VersionOverrides: { order: ['Hosts', 'Resources'] },
  Host: { order: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'] },
  Runtimes: { order: ['Runtime'] },
  AllFormFactors: { order: ['ExtensionPoint'] },
  DesktopFormFactor: { order: ['GetStarted', 'FunctionFile', 'ExtensionPoint'] },
  GetStarted: { order: ['Title', 'Description', 'LearnMoreUrl'] },
  CustomFunctions: { order: ['Script', 'Page', 'Metadata', 'Namespace'] },
  PrimaryCommandSurface: { order: ['CustomTab'] },
  CustomTab: { order: ['Group', 'Label'], repeatable: ['Group'] },
  Group: { order: ['Label', 'Icon', 'Control'], repeatable: ['Control'] },
  Control: { order: ['Label', 'Supertip', 'Icon', 'Action'] },
  Supertip: { order: ['Title', 'Description'] },
  ShowTaskpane: { order: ['TaskpaneId', 'SourceLocation', 'Title'], optional: ['Title'] },
  ExecuteFunction: { order: ['FunctionName'] },
  Resources: { order: ['Images', 'Urls', 'ShortStrings', 'LongStrings'] },
};

const BASIC_ELEMENTS: ReadonlySet<string> = new Set([
  'Image',
  'Images',
  'Urls',
  'Url',
  'ShortStrings',
  'LongStrings',
  'String',
]);

/** Newest requirement sets that Office LTSC 2021 has. */
const NEWEST_SETS: ReadonlyMap<string, string> = new Map([
  ['ExcelApi', '1.14'],
  ['SharedRuntime', '1.1'],
]);

const REQUIRED_ICON_SIZES = [16, 32, 80];
const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

/** Longest value of each kind of resource; the limits are Office's. */
const LONGEST: Readonly<Record<string, number>> = {
  Images: 2048,
  Urls: 2048,
  ShortStrings: 125,
  LongStrings: 250,
};
const LONGEST_ID = 32;

/** Which kind of resource an element may name with `resid`. */
function resourceKind(element: XmlElement, parent: XmlElement): string {
  switch (element.name) {
    case 'Image':
      return 'Images';
    case 'Description':
      return 'LongStrings';
    case 'Runtime':
    case 'SourceLocation':
    case 'FunctionFile':
    case 'LearnMoreUrl':
      return 'Urls';
    default:
      return parent.name === 'Images' ? 'Images' : 'ShortStrings';
  }
}

function parse(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const document: XmlElement = { name: '', uri: '', attributes: new Map(), children: [], text: '' };
  const open: XmlElement[] = [document];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const element: XmlElement = {
      name: tag.local,
      uri: tag.uri,
      attributes: new Map(
        Object.entries(tag.attributes).map(([name, attribute]) => [name, attribute.value]),
      ),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return document;
}

function child(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  let found = element;
  for (const name of path) found = found?.children.find((candidate) => candidate.name === name);
  return found;
}

function value(element: XmlElement | undefined): string {
  return element?.attributes.get('DefaultValue') ?? '';
}

function* descendants(
  element: XmlElement,
): Generator<{ readonly element: XmlElement; readonly parent: XmlElement }> {
  for (const nested of element.children) {
    yield { element: nested, parent: element };
    yield* descendants(nested);
  }
}

function typeName(element: XmlElement): string {
  const isTyped = element.name === 'ExtensionPoint' || element.name === 'Action';
  return isTyped ? (element.attributes.get('xsi:type') ?? element.name) : element.name;
}

function newerThan(version: string, newest: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [newestMajor = 0, newestMinor = 0] = newest.split('.').map(Number);
  return major > newestMajor || (major === newestMajor && minor > newestMinor);
}

/** Collects the breaches of one manifest. */
class ManifestCheck {
  readonly breaches: ManifestBreach[] = [];
  readonly #app: XmlElement;
  readonly #context: ManifestContext;
  /** Resource id to its kind and default value. */
  readonly #resources = new Map<string, { readonly kind: string; readonly value: string }>();

  constructor(app: XmlElement, context: ManifestContext) {
    this.#app = app;
    this.#context = context;
  }

  run(): void {
    this.#structure();
    this.#head();
    this.#texts();
    this.#requirements();
    this.#collectResources();
    this.#references();
    this.#sharedRuntime();
    this.#controls();
    this.#icons();
  }

  #refuse(rule: ManifestRule, detail: string): void {
    this.breaches.push({ rule, detail });
  }

  #structure(): void {
    const inOverrides = new Set<XmlElement>();
    const all = [{ element: this.#app, parent: this.#app }, ...descendants(this.#app)];
    for (const { element, parent } of all) {
      if (element.name === 'VersionOverrides' || inOverrides.has(parent)) inOverrides.add(element);
      this.#namespace(element, parent, inOverrides.has(element));
      const rule = CHILDREN[typeName(element)];
      const isBaseHost = element.name === 'Host' && !inOverrides.has(element);
      if (rule !== undefined && !isBaseHost) this.#children(element, rule);
    }
  }

  #namespace(element: XmlElement, parent: XmlElement, overrides: boolean): void {
    const isBasic =
      BASIC_ELEMENTS.has(element.name) || (element.name === 'Override' && parent.uri === BASIC);
    const expected = isBasic ? BASIC : overrides ? OVERRIDES : APP;
    if (element.uri !== expected) this.#refuse('namespace', `${element.name}: ${element.uri}`);
  }

  #children(element: XmlElement, rule: ChildRule): void {
    const where = typeName(element);
    const names = element.children.map((nested) => nested.name);
    for (const name of rule.order) {
      const count = names.filter((candidate) => candidate === name).length;
      if (count === 0 && rule.optional?.includes(name) !== true) {
        this.#refuse('missing-element', `${where}/${name}`);
      }
      if (count > 1 && rule.repeatable?.includes(name) !== true) {
        this.#refuse('repeated-element', `${where}/${name}`);
      }
    }
    const places = names.map((name) => rule.order.indexOf(name));
    places.forEach((place, index) => {
      if (place < 0) this.#refuse('unknown-element', `${where}/${names[index] ?? ''}`);
      else if (place < Math.max(...places.slice(0, index))) {
        this.#refuse('order', `${where}/${names[index] ?? ''}`);
      }
    });
  }

  #head(): void {
    const app = this.#app;
    const id = child(app, 'Id')?.text ?? '';
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) || /^[0-]+$/.test(id)) {
      this.#refuse('id', id);
    }
    const version = child(app, 'Version')?.text ?? '';
    if (!/^\d{1,5}(\.\d{1,5}){3}$/.test(version)) this.#refuse('version', version);
    if (app.attributes.get('xsi:type') !== 'TaskPaneApp') this.#refuse('root', 'xsi:type');
    const overrides = child(app, 'VersionOverrides')?.attributes.get('xsi:type');
    if (overrides !== 'VersionOverridesV1_0') this.#refuse('root', 'VersionOverrides');
    const permissions = child(app, 'Permissions')?.text ?? '';
    if (permissions !== 'ReadWriteDocument') this.#refuse('permissions', permissions);
    if (child(app, 'AppDomains') !== undefined) {
      // All pages lie on one origin, which Office trusts already; any further domain is too much.
      this.#refuse('app-domains', 'AppDomains');
    }
    this.#appIcon('IconUrl', 32);
    this.#appIcon('HighResolutionIconUrl', 64);
    this.#address('SupportUrl', value(child(app, 'SupportUrl')));
    this.#address('SourceLocation', value(child(app, 'DefaultSettings', 'SourceLocation')));
    const baseHosts = child(app, 'Hosts')?.children.map((host) => host.attributes.get('Name'));
    if (baseHosts?.join() !== 'Workbook') this.#refuse('host', `Hosts: ${baseHosts?.join() ?? ''}`);
    const hosts = child(app, 'VersionOverrides', 'Hosts')?.children.map((host) =>
      host.attributes.get('xsi:type'),
    );
    if (hosts?.join() !== 'Workbook')
      this.#refuse('host', `VersionOverrides: ${hosts?.join() ?? ''}`);
  }

  #appIcon(name: string, size: number): void {
    const address = value(child(this.#app, name));
    const path = this.#address(name, address);
    if (path !== null) this.#picture('app-icon', path, size);
  }

  #picture(rule: ManifestRule, path: string, size: number): void {
    const picture = this.#context.pictureSize(path);
    if (picture?.width !== size || picture.height !== size) {
      const actual = picture === null ? 'not a PNG' : `${picture.width}×${picture.height}`;
      this.#refuse(rule, `${path}: ${actual}, not ${size}×${size}`);
    }
  }

  /** The path of an address below the base, or null (reported) where it is not one of ours. */
  #address(where: string, address: string): string | null {
    if (!address.startsWith('https://')) {
      this.#refuse('https', `${where}: ${address}`);
      return null;
    }
    const prefix = `${this.#context.base}/`;
    if (!address.startsWith(prefix)) {
      this.#refuse('base-address', `${where}: ${address}`);
      return null;
    }
    const path = address.slice(prefix.length);
    if (!this.#context.hasFile(path)) {
      this.#refuse('file-missing', `${where}: ${path}`);
      return null;
    }
    return path;
  }

  #texts(): void {
    if (child(this.#app, 'DefaultLocale')?.text !== 'zh-CN') {
      this.#refuse('locale', child(this.#app, 'DefaultLocale')?.text ?? '');
    }
    const limits = { DisplayName: 125, Description: 250 };
    for (const [name, longest] of Object.entries(limits)) {
      const element = child(this.#app, name);
      if (element !== undefined) this.#localised(name, element, longest);
    }
  }

  /** A text is Chinese by default, has one en-US override, and both fit. */
  #localised(where: string, element: XmlElement, longest: number): void {
    const overrides = element.children.filter((nested) => nested.name === 'Override');
    const locales = overrides.map((nested) => nested.attributes.get('Locale'));
    if (locales.join() !== 'en-US') this.#refuse('override', `${where}: ${locales.join()}`);
    this.#length(where, value(element), longest);
    for (const nested of overrides) {
      const text = nested.attributes.get('Value') ?? '';
      this.#length(`${where} en-US`, text, longest);
      if (/[\u3400-\u9fff]/.test(text)) this.#refuse('override', `${where}: en-US is Chinese`);
    }
  }

  #length(where: string, text: string, longest: number): void {
    if (text.trim() === '' || text.length > longest) {
      this.#refuse('length', `${where}: ${text.length} of ${longest}`);
    }
  }

  #requirements(): void {
    const sets = child(this.#app, 'Requirements', 'Sets')?.children ?? [];
    const named = new Map(
      sets.map((set) => [set.attributes.get('Name') ?? '', set.attributes.get('MinVersion') ?? '']),
    );
    for (const [name, version] of named) {
      const newest = NEWEST_SETS.get(name);
      if (newest === undefined) this.#refuse('requirements', `${name} is required`);
      else if (!/^\d+\.\d+$/.test(version) || newerThan(version, newest)) {
        this.#refuse('requirements', `${name} ${version}, newest is ${newest}`);
      }
    }
    for (const name of NEWEST_SETS.keys()) {
      if (!named.has(name)) this.#refuse('requirements', `${name} is not required`);
    }
  }

  #collectResources(): void {
    const groups = child(this.#app, 'VersionOverrides', 'Resources')?.children ?? [];
    for (const group of groups) {
      for (const resource of group.children) {
        const id = resource.attributes.get('id') ?? '';
        if (id === '' || id.length > LONGEST_ID) this.#refuse('resource-id', id);
        if (this.#resources.has(id)) this.#refuse('resource-doubled', id);
        this.#resources.set(id, { kind: group.name, value: value(resource) });
        this.#resource(group.name, id, resource);
      }
    }
  }

  #resource(kind: string, id: string, resource: XmlElement): void {
    const longest = LONGEST[kind] ?? 0;
    if (kind === 'ShortStrings' || kind === 'LongStrings') {
      this.#localised(id, resource, longest);
      return;
    }
    this.#length(id, value(resource), longest);
    this.#address(id, value(resource));
    for (const nested of resource.children) {
      const address = nested.attributes.get('Value') ?? '';
      if (nested.attributes.get('Locale') !== 'en-US') this.#refuse('override', id);
      this.#length(`${id} en-US`, address, longest);
      this.#address(`${id} en-US`, address);
    }
  }

  #references(): void {
    const used = new Set<string>();
    for (const { element, parent } of descendants(this.#app)) {
      const id = element.attributes.get('resid');
      if (id === undefined) continue;
      used.add(id);
      const resource = this.#resources.get(id);
      const kind = resourceKind(element, parent);
      if (resource === undefined) this.#refuse('resource-unknown', `${element.name}: ${id}`);
      else if (resource.kind !== kind) this.#refuse('resource-kind', `${element.name}: ${id}`);
    }
    for (const id of this.#resources.keys()) {
      if (!used.has(id)) this.#refuse('resource-unused', id);
    }
  }

  #sharedRuntime(): void {
    const host = child(this.#app, 'VersionOverrides', 'Hosts', 'Host');
    const runtime = child(host, 'Runtimes', 'Runtime');
    const page = runtime?.attributes.get('resid') ?? '';
    if (runtime?.attributes.get('lifetime') !== 'long') this.#refuse('runtime', 'lifetime');
    if (host?.children[0]?.name !== 'Runtimes') this.#refuse('runtime', 'Runtimes is not first');

    const functions = child(host, 'AllFormFactors', 'ExtensionPoint');
    if (functions?.attributes.get('xsi:type') !== 'CustomFunctions') {
      this.#refuse('missing-element', 'CustomFunctions');
    }
    this.#samePage('Page', child(functions, 'Page', 'SourceLocation'), page);
    this.#samePage('FunctionFile', child(host, 'DesktopFormFactor', 'FunctionFile'), page);
    for (const { element, parent } of descendants(this.#app)) {
      if (parent.name === 'Action' && element.name === 'SourceLocation') {
        this.#samePage('Action', element, page);
      }
    }
    const start = value(child(this.#app, 'DefaultSettings', 'SourceLocation'));
    if (this.#resources.get(page)?.value !== start) this.#refuse('shared-page', 'DefaultSettings');

    const script = child(functions, 'Script', 'SourceLocation')?.attributes.get('resid') ?? '';
    if (this.#resources.get(script)?.value.endsWith('.js') !== true) {
      this.#refuse('missing-element', 'CustomFunctions/Script/SourceLocation');
    }
    const metadata = child(functions, 'Metadata', 'SourceLocation')?.attributes.get('resid') ?? '';
    if (this.#resources.get(metadata)?.value.endsWith('.json') !== true) {
      this.#refuse('missing-element', 'CustomFunctions/Metadata/SourceLocation');
    }
    this.#functionNamespace(child(functions, 'Namespace')?.attributes.get('resid') ?? '');
  }

  #samePage(where: string, element: XmlElement | undefined, page: string): void {
    const resid = element?.attributes.get('resid');
    if (resid !== page) this.#refuse('shared-page', `${where}: ${resid ?? 'none'}, not ${page}`);
  }

  /** Formulas are kept in workbooks by their namespace, so it is one in every language. */
  #functionNamespace(id: string): void {
    if (this.#resources.get(id)?.value !== 'EDU') this.#refuse('function-namespace', id);
    for (const { element } of descendants(this.#app)) {
      if (element.attributes.get('id') !== id) continue;
      for (const nested of element.children) {
        if (nested.attributes.get('Value') !== 'EDU') this.#refuse('function-namespace', id);
      }
    }
  }

  #controls(): void {
    const ids = new Set<string>();
    const called: string[] = [];
    let paneButtons = 0;
    for (const { element } of descendants(this.#app)) {
      if (['CustomTab', 'Group', 'Control'].includes(element.name)) {
        const id = element.attributes.get('id') ?? '';
        if (id === '' || id.length > 125 || ids.has(id)) this.#refuse('control-id', id);
        ids.add(id);
      }
      if (element.name === 'Action') {
        const type = element.attributes.get('xsi:type');
        if (type === 'ShowTaskpane') paneButtons += 1;
        else if (type !== 'ExecuteFunction') this.#refuse('command', type ?? 'no type');
        else called.push(child(element, 'FunctionName')?.text ?? '');
      }
    }
    if (paneButtons !== 1) this.#refuse('pane-button', `${paneButtons} buttons open the pane`);
    for (const id of called) {
      if (!this.#context.commandIds.includes(id)) this.#refuse('command', `unknown: ${id}`);
    }
    for (const id of this.#context.commandIds) {
      const count = called.filter((name) => name === id).length;
      if (count !== 1) this.#refuse('command', `${id} has ${count} buttons`);
    }
  }

  #icons(): void {
    for (const { element, parent } of descendants(this.#app)) {
      if (element.name !== 'Icon') continue;
      const sizes = element.children.map((image) => Number(image.attributes.get('size')));
      const where = `${parent.name} ${parent.attributes.get('id') ?? ''}`;
      const missing = REQUIRED_ICON_SIZES.filter((size) => !sizes.includes(size));
      const strange = sizes.filter((size) => !ICON_SIZES.includes(size));
      if (missing.length + strange.length > 0 || new Set(sizes).size !== sizes.length) {
        this.#refuse('icon-sizes', `${where}: ${sizes.join()}`);
      }
      for (const image of element.children) this.#icon(image);
    }
  }

  #icon(image: XmlElement): void {
    const address = this.#resources.get(image.attributes.get('resid') ?? '')?.value ?? '';
    const prefix = `${this.#context.base}/`;
    if (!address.startsWith(prefix)) return;
    const size = Number(image.attributes.get('size'));
    this.#picture('icon-dimensions', address.slice(prefix.length), size);
  }
}

/**
 * Checks the rules of an add-in only manifest that its schema cannot see: references that resolve,
 * one page for the shared runtime, addresses and pictures that exist, texts in both languages,
 * commands that the code knows, and what Office LTSC 2021 can run.
 *
 * @returns every breach found; none for a good manifest
 */
export function manifestBreaches(xml: string, context: ManifestContext): readonly ManifestBreach[] {
  let document: XmlElement;
  try {
    document = parse(xml);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [{ rule: 'well-formed', detail }];
  }
  const app = child(document, 'OfficeApp');
  if (app === undefined) return [{ rule: 'root', detail: 'OfficeApp' }];
  const check = new ManifestCheck(app, context);
  check.run();
  return check.breaches;
}
