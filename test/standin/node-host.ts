import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ExcelHost, type ExcelHostOptions } from './excel-host';
import { isSetSupported } from './requirement-sets';
import { type WireValue, isRecord, recordOf } from './wire-value';

/** Where the installed Office.js lies. It is read from there, never copied. */
export function officeJsFolder(): string {
  return join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
}

/**
 * What the loader (office.js) prepares for custom functions and commands. Outside a browser the loader
 * cannot run, so these few lines stand for it; the library's own runtime takes over from them.
 */
class Association {
  readonly mappings: Record<string, unknown> = {};
  private readonly handlers: (() => void)[] = [];

  readonly associate = (name: string, action: unknown): void => {
    this.mappings[name.toUpperCase()] = action;
    for (const handler of this.handlers) handler();
  };

  readonly onchange = (handler: () => void): void => {
    this.handlers.push(handler);
  };
}

const functions = new Association();
const actions = new Association();

interface Bridge {
  /** The library's own `Office`. */
  office: object;
  sendMessageToHost: (text: string) => void;
  onMessageFromHost?: (text: string) => void;
}

let current: NodeHost | undefined;
let bridge: Bridge | undefined;

function defineGlobal(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/**
 * Loads Microsoft's own library into this process, once. It looks at a few things of a browser while
 * it loads; they are lent to it for that long. After that `Excel` is the real one, and speaks through
 * `_richApiNativeBridge`, the seam that it has for hosts that are no browser.
 */
function loadLibrary(): Bridge {
  if (bridge !== undefined) return bridge;
  const made: Bridge = {
    office: {},
    sendMessageToHost: (text) => {
      // A request after the end, such as a late letting go, has nobody to answer it.
      void current?.receive(text);
    },
  };
  const lent: Record<string, unknown> = {
    window: globalThis,
    navigator: { userAgent: 'Node' },
    location: { search: '', href: 'https://localhost/', protocol: 'https:' },
    addEventListener: () => undefined,
    document: {
      addEventListener: () => undefined,
      createElement: () => ({ style: {} }),
      getElementById: () => null,
      getElementsByTagName: () => [],
    },
  };
  defineGlobal('CustomFunctions', { _association: functions, associate: functions.associate });
  const before = new Map<string, PropertyDescriptor | undefined>();
  for (const [name, value] of Object.entries(lent)) {
    before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    defineGlobal(name, value);
  }
  defineGlobal('_richApiNativeBridge', made);
  try {
    // An indirect eval is a script of the global scope, which is how a page would load it.
    const evaluate: (source: string) => unknown = eval;
    evaluate(readFileSync(join(officeJsFolder(), 'excel-web-16.00.js'), 'utf8'));
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  }
  const office: unknown = Reflect.get(globalThis, 'Office');
  if (!isRecord(office)) throw new Error('Office.js did not load');
  made.office = office;
  bridge = made;
  return made;
}

/**
 * The stand-in for plain Node: after `open`, the global `Excel` (and `CustomFunctions`) is the real
 * library and talks to this host. `Office.context` is not made by the library outside a browser; the
 * few members that host code reads are given by hand.
 */
export class NodeHost extends ExcelHost {
  private answering = 0;

  private constructor(options: ExcelHostOptions) {
    super(options);
  }

  /** Opens a workbook; the host opened before is closed. */
  static open(options: ExcelHostOptions = {}): NodeHost {
    const library = loadLibrary();
    current?.leave();
    const host = new NodeHost(options);
    current = host;
    host.connect((entries) => {
      if (current === host) {
        library.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } }));
      }
    });
    host.functionsReady();
    defineGlobal('Office', officeWithContext(library.office, host));
    return host;
  }

  /** Answers what is still under way (the library lets go of ranges late), then ends the session. */
  async close(): Promise<void> {
    do await new Promise<void>((resolve) => setTimeout(resolve, 0));
    while (this.answering > 0);
    // The library wakes half a second after it sent results of functions; it must still be there.
    const sentResults = this.log.requests.some(({ kind }) => kind === 'results');
    if (sentResults) await new Promise<void>((resolve) => setTimeout(resolve, 600));
    this.leave();
  }

  /** Presses a button of the ribbon; resolves when the add-in says that it is done. */
  press(action: string): Promise<void> {
    const associated = actions.mappings[action.toUpperCase()];
    if (typeof associated !== 'function') throw new Error(`No action ${action} is associated`);
    return new Promise((resolve) => {
      const event = { source: { id: action }, completed: resolve };
      Reflect.apply(associated, undefined, [event]);
    });
  }

  private leave(): void {
    this.disconnect();
    if (current === this) current = undefined;
  }

  /** A message of the library. */
  async receive(text: string): Promise<void> {
    const message = recordOf(JSON.parse(text));
    const request = recordOf(message['message']);
    if (message['type'] !== 1 || request['url'] !== 'ProcessQuery') {
      throw new Error(`The stand-in does not know the message ${text.slice(0, 200)}`);
    }
    const flags = message['flags'];
    // The library goes on only after the answer, never inside the call that asked.
    this.answering += 1;
    await new Promise<void>((resolve) => setImmediate(resolve));
    const answer = await this.query(request['body'], typeof flags === 'number' ? flags : 0);
    this.answering -= 1;
    if (current !== this) return;
    const response = { statusCode: 200, headers: {}, body: answer.body };
    bridge?.onMessageFromHost?.(JSON.stringify({ id: message['id'], type: 2, message: response }));
  }
}

interface AsyncResult {
  readonly status: 'succeeded';
  readonly value: WireValue;
}

/** The settings of the document as the common API has them: a copy until `saveAsync`. */
function documentSettings(host: ExcelHost): Record<string, unknown> {
  const draft = new Map(host.workbook.settings);
  const finish = (options: unknown, callback: unknown): void => {
    const then = typeof options === 'function' ? options : callback;
    const result: AsyncResult = { status: 'succeeded', value: null };
    if (typeof then !== 'function') return;
    setImmediate(() => {
      Reflect.apply(then, undefined, [result]);
    });
  };
  return {
    get: (name: string) => draft.get(name) ?? null,
    set: (name: string, value: WireValue) => draft.set(name, value),
    remove: (name: string) => draft.delete(name),
    saveAsync: (options?: unknown, callback?: unknown) => {
      host.workbook.settings.clear();
      for (const [name, value] of draft) host.workbook.settings.set(name, value);
      finish(options, callback);
    },
    refreshAsync: (callback?: unknown) => {
      draft.clear();
      for (const [name, value] of host.workbook.settings) draft.set(name, value);
      finish(undefined, callback);
    },
  };
}

/** The library's `Office` with a context over it, which the library itself leaves empty here. */
function officeWithContext(office: object, host: ExcelHost): unknown {
  const context = {
    displayLanguage: 'zh-CN',
    contentLanguage: 'zh-CN',
    host: 'Excel',
    platform: host.profile.platform,
    officeTheme: {
      bodyBackgroundColor: '#FFFFFF',
      bodyForegroundColor: '#000000',
      controlBackgroundColor: '#F3F2F1',
      controlForegroundColor: '#000000',
    },
    requirements: {
      isSetSupported: (name: string, version?: string) =>
        isSetSupported(host.profile, name, version),
    },
    document: { settings: documentSettings(host) },
  };
  const ready = { host: 'Excel', platform: host.profile.platform };
  const extended: unknown = Object.create(office, {
    context: { value: context },
    actions: { value: { associate: actions.associate } },
    onReady: {
      value: (callback?: (info: typeof ready) => unknown) => {
        callback?.(ready);
        return Promise.resolve(ready);
      },
    },
  });
  return extended;
}
