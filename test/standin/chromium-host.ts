import type { Browser, BrowserContext, Frame, Page, Route } from 'playwright-core';

import { type FileServer, folderServer, launchChromium } from './browser';
import { ExcelHost, type ExcelHostOptions } from './excel-host';
import { officeJsFolder } from './node-host';
import { type WireRecord, type WireValue, listOf, recordOf, toWire } from './wire-value';

/** Addresses that Office.js is loaded from; the installed package answers them all. */
const OFFICE_JS_BASES = [
  'https://appsforoffice.microsoft.com/lib/1/hosted/',
  'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/',
];

/** Where the add-in's files are. */
export const ADD_IN_ORIGIN = 'https://addin.test';
/**
 * Where Excel's page is, which frames the pane (so `frame-ancestors` must allow it). The library trusts
 * a host page of the add-in's own host name; the port may differ.
 */
const HOST_ORIGIN = 'https://addin.test:8443';
const CONVERSATION = 'standin-conversation';

/** Numbers of Office.js's common API. */
const DISPATCH = { loadSettings: 75, saveSettings: 76, richApi: 93, commandDone: 94 };
const EXCEL_ON_THE_WEB = 16;
const ERROR_HANDLING_REQUEST = -2;

/** The colours of Office's theme, as desktop Excel tells them. */
export interface OfficeThemeColors {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
  readonly isDarkTheme?: boolean;
}

/** What a stand-in in Chromium starts with. */
export interface ChromiumHostOptions extends ExcelHostOptions {
  /** Answers the add-in's own files: `folderServer(folder)`, or a function of the path. */
  readonly files: FileServer;
  /** Path of the pane's page. */
  readonly pane?: string;
  /** `zh-CN` when absent. */
  readonly displayLanguage?: string;
  /** Excel on the web tells no theme; with this the pane is told one, as desktop Excel does. */
  readonly officeTheme?: OfficeThemeColors;
  /** CSS pixels of the pane; 320 × 800 when absent. */
  readonly width?: number;
  readonly height?: number;
  /** Media features that Chromium pretends. */
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  /** A browser to share between hosts; otherwise one is started and ended with the host. */
  readonly browser?: Browser;
}

/** What runs in the host page: it only passes messages between the pane's frame and this process. */
function hostPage(name: string, source: string, width: number, height: number): string {
  const frame = JSON.stringify({ name, source, width, height, origin: ADD_IN_ORIGIN });
  return `<!doctype html><meta charset="utf-8"><title>Excel</title>
<style>html,body{margin:0;padding:0;overflow:hidden}iframe{border:0;display:block}</style>
<script>
const given = ${frame.replaceAll('<', '\\u003c')};
addEventListener('DOMContentLoaded', () => {
  const frame = document.createElement('iframe');
  frame.name = given.name;
  frame.width = given.width;
  frame.height = given.height;
  const post = (text) => frame.contentWindow.postMessage(text, given.origin);
  window.standinPost = post;
  window.addEventListener('message', async (event) => {
    if (event.source !== frame.contentWindow || typeof event.data !== 'string') return;
    const answer = await window.standinReceive(event.data);
    if (answer !== null) post(answer);
  });
  frame.src = given.source;
  document.body.append(frame);
});
</script><body></body>`;
}

/** Lends the library a theme: its web half knows none and would leave it undefined. */
function themeScript(theme: OfficeThemeColors): string {
  return `(() => {
  const theme = ${JSON.stringify(theme)};
  let make;
  window.OSF = window.OSF || {};
  Object.defineProperty(window.OSF, 'OfficeAppContext', {
    configurable: true,
    get: () => make,
    set: (given) => {
      make = given;
      Object.defineProperty(given.prototype, '_officeTheme', { get: () => theme, set: () => {} });
    },
  });
})();`;
}

/** The stand-in in headless Chromium: the built add-in in a frame, the real Office.js inside it. */
export class ChromiumHost extends ExcelHost {
  /** Uncaught errors and console errors of the pane, and what it asked that the stand-in does not do. */
  readonly pageErrors: string[] = [];
  private commands = false;
  private selectionEvents = false;
  private readonly presses = new Map<string, (data: WireValue) => void>();
  private ready: Promise<void>;
  private setReady: () => void = () => undefined;

  private constructor(
    private readonly options: ChromiumHostOptions,
    private readonly ownBrowser: Browser | undefined,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    super(options);
    this.ready = new Promise((resolve) => {
      this.setReady = resolve;
    });
  }

  /** Opens a workbook with the add-in's pane beside it; resolves when Office.js is ready. */
  static async open(options: ChromiumHostOptions): Promise<ChromiumHost> {
    const browser = options.browser ?? (await launchChromium());
    const context = await browser.newContext({
      viewport: { width: options.width ?? 320, height: options.height ?? 800 },
      locale: options.displayLanguage ?? 'zh-CN',
      colorScheme: options.colorScheme ?? 'light',
      forcedColors: options.forcedColors ?? 'none',
      reducedMotion: options.reducedMotion ?? 'reduce',
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    const own = options.browser === undefined ? browser : undefined;
    const host = new ChromiumHost(options, own, context, page);
    await host.start();
    return host;
  }

  private async start(): Promise<void> {
    this.page.on('pageerror', (error) => this.pageErrors.push(error.message));
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.pageErrors.push(message.text());
    });
    if (this.options.officeTheme !== undefined) {
      await this.context.addInitScript(themeScript(this.options.officeTheme));
    }
    await this.context.route('**/*', (route) => this.answerRoute(route));
    await this.page.exposeFunction('standinReceive', (text: string) => this.receive(text));
    await this.page.goto(`${HOST_ORIGIN}/excel.html`);
    await this.ready;
  }

  /** Loads the pane anew, as reopening it does. The workbook stays. */
  async reopenPane(): Promise<void> {
    this.disconnect();
    this.commands = false;
    this.selectionEvents = false;
    this.ready = new Promise((resolve) => {
      this.setReady = resolve;
    });
    await this.page.goto(`${HOST_ORIGIN}/excel.html`);
    await this.ready;
  }

  /** The pane, to look into and to click in. */
  get pane(): Frame {
    const frame = this.page
      .frames()
      .find((candidate) => candidate.url().startsWith(`${ADD_IN_ORIGIN}/`));
    if (frame === undefined) throw new Error('The pane is not open');
    return frame;
  }

  /** Ends the session, and the browser when it is the host's own. */
  async close(): Promise<void> {
    this.disconnect();
    await this.context.close();
    await this.ownBrowser?.close();
  }

  /** Presses a button of the ribbon; resolves with what the add-in says when it is done. */
  async press(action: string): Promise<WireValue> {
    if (!this.commands) throw new Error('The add-in does not listen to the ribbon');
    const id = `command-${this.presses.size + 1}-${action}`;
    const done = new Promise<WireValue>((resolve) => this.presses.set(id, resolve));
    await this.push('appCommandInvoked', [id, action, JSON.stringify({ source: { id: action } })]);
    return done;
  }

  private async answerRoute(route: Route): Promise<void> {
    const request = route.request();
    const url = new URL(request.url());
    const bare = `${url.origin}${url.pathname}`;
    if (url.origin === HOST_ORIGIN) {
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: this.hostPage() });
      return;
    }
    const base = OFFICE_JS_BASES.find((candidate) => bare.startsWith(candidate));
    const file =
      base !== undefined
        ? folderServer(officeJsFolder())(`/${bare.slice(base.length)}`)
        : url.origin === ADD_IN_ORIGIN
          ? this.options.files(url.pathname)
          : undefined;
    if (file !== undefined) {
      await route.fulfill({
        body: file.body,
        contentType: file.contentType,
        headers: { ...file.headers, 'content-type': file.contentType },
      });
    } else if (base !== undefined || url.origin === ADD_IN_ORIGIN) {
      await route.fulfill({ status: 404, body: 'not found' });
    } else {
      this.log.blocked.push({ url: request.url(), resourceType: request.resourceType() });
      await route.abort('blockedbyclient');
    }
  }

  protected override selectionMoved(): void {
    if (this.selectionEvents) this.push('documentSelectionChanged', {}).catch(() => undefined);
  }

  private hostPage(): string {
    const language = this.options.displayLanguage ?? 'zh-CN';
    const name = JSON.stringify({
      baseFrameName: 'standin',
      hostInfo: `Excel$Web$16.00$${language}$standin$$disableLogging$3`,
      xdmInfo: `${CONVERSATION}|standin-addin|${HOST_ORIGIN}`,
      serializerVersion: '1',
      flights: '[]',
    });
    const pane = `${ADD_IN_ORIGIN}${this.options.pane ?? '/taskpane.html'}`;
    return hostPage(name, pane, this.options.width ?? 320, this.options.height ?? 800);
  }

  private async push(event: string, data: WireValue): Promise<void> {
    const text = JSON.stringify({
      _messageType: 1,
      _responseType: 1,
      _actionName: event,
      _conversationId: CONVERSATION,
      _correlationId: -1,
      _errorCode: 0,
      _origin: HOST_ORIGIN,
      _serializerVersion: 1,
      _data: event === 'richApiMessage' ? { ArrayData: data } : data,
    });
    await this.page.evaluate((message) => {
      const post: unknown = Reflect.get(window, 'standinPost');
      if (typeof post === 'function') Reflect.apply(post, undefined, [message]);
    }, text);
  }

  /** A message of the library; what is returned is posted back. */
  private async receive(text: string): Promise<string | null> {
    const message = recordOf(JSON.parse(text));
    if (message['_messageType'] !== 0) return null;
    const action = String(message['_actionName']);
    const data = recordOf(message['_data']);
    let answer: WireValue = null;
    let errorCode = 0;
    try {
      answer =
        message['_actionType'] === 0
          ? await this.invoked(action, data)
          : this.registration(action, message['_actionType'] === 1);
    } catch (error) {
      // The pane hears of a failure, the test reads which.
      errorCode = ERROR_HANDLING_REQUEST;
      this.pageErrors.push(error instanceof Error ? error.message : String(error));
    }
    return JSON.stringify({
      _messageType: 1,
      _responseType: 0,
      _actionName: action,
      _conversationId: CONVERSATION,
      _correlationId: message['_correlationId'],
      _errorCode: errorCode,
      _origin: HOST_ORIGIN,
      _serializerVersion: 1,
      _data: answer,
    });
  }

  private registration(event: string, on: boolean): WireRecord {
    if (event === 'richApiMessage') {
      if (on) {
        this.connect((entries) => {
          const list = entries.map(({ messageCategory, messageType, targetId, message }) => [
            messageCategory,
            messageType,
            targetId,
            message,
          ]);
          // A pane that was closed meanwhile hears nothing.
          this.push('richApiMessage', list).catch(() => undefined);
        });
      } else this.disconnect();
    } else if (event === 'appCommandInvoked') this.commands = on;
    else if (event === 'documentSelectionChanged') this.selectionEvents = on;
    else if (event !== 'settingsChanged') {
      throw new Error(`The stand-in does not know the event ${event}`);
    }
    return { Error: 0 };
  }

  private async invoked(action: string, data: Record<string, unknown>): Promise<WireValue> {
    switch (action) {
      case 'ContextActivationManager_getAppContextAsync':
        return this.appContext();
      case 'ContextActivationManager_notifyHost':
        this.setReady();
        return null;
      case 'executeMethod':
        return this.executed(recordOf(data['DdaMethod'])['DispatchId'], data);
      default:
        throw new Error(`The stand-in does not know the message ${action}`);
    }
  }

  private async executed(id: unknown, data: Record<string, unknown>): Promise<WireValue> {
    const array = listOf(data['ArrayData']);
    switch (id) {
      case DISPATCH.richApi: {
        const [customData, , , , body, , flags] = array;
        const given = typeof customData === 'string' ? customData : '';
        const answer = await this.query(body, typeof flags === 'number' ? flags : 0, given);
        return { Version: 1, Error: 0, Data: [200, [], answer.body] };
      }
      case DISPATCH.saveSettings:
        this.saveSettings(listOf(recordOf(data['DdaSettingsMethod'])['Properties']));
        return { Version: 1, Error: 0 };
      case DISPATCH.loadSettings:
        return {
          Version: 1,
          Error: 0,
          Properties: {
            Settings: this.serializedSettings().map(([Name, Value]) => ({ Name, Value })),
          },
        };
      case DISPATCH.commandDone: {
        const [commandId, , result] = ['0', '1', '2'].map((key) => data[key]);
        const resolve = this.presses.get(String(commandId));
        this.presses.delete(String(commandId));
        resolve?.(toWire(result));
        return { Version: 1, Error: 0 };
      }
      default:
        throw new Error(`The stand-in does not implement method ${String(id)} of the common API`);
    }
  }

  private serializedSettings(): [string, string][] {
    return [...this.workbook.settings].map(([key, value]) => [key, JSON.stringify(value)]);
  }

  private saveSettings(properties: readonly unknown[]): void {
    this.workbook.settings.clear();
    for (const property of properties) {
      const [name, value] = listOf(property);
      if (typeof name === 'string' && typeof value === 'string') {
        this.workbook.settings.set(name, toWire(JSON.parse(value)));
      }
    }
  }

  private appContext(): WireRecord {
    const language = this.options.displayLanguage ?? 'zh-CN';
    return {
      _id: 'standin-addin',
      _appName: EXCEL_ON_THE_WEB,
      _appVersion: '16.00',
      _appUILocale: language,
      _dataLocale: 'zh-CN',
      _docUrl: `https://addin.test/${encodeURIComponent(this.workbook.name)}`,
      _clientMode: 0,
      _settings: this.serializedSettings(),
      _reason: 1,
      _osfControlType: 1,
      _eToken: '',
      _correlationId: 'standin',
      _appInstanceId: 'standin',
      _appMinorVersion: 0,
      _requirementMatrix: JSON.stringify(this.profile.sets),
      _hostFullVersion: '16.0.14332.20000',
      _clientWindowHeight: this.options.height ?? 800,
      _clientWindowWidth: this.options.width ?? 320,
      _addinName: 'Junheng',
      _appDomains: [],
      _dialogRequirementMatrix: '{}',
      _featureGates: {},
      _initialDisplayMode: 0,
    };
  }
}
