import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { LISTING } from '../../scripts/licences-plugin';
import { packageBreaches } from '../../scripts/package-breaches';
import { buildFunctionsMetadata } from '../../src/functions/function-metadata';
import { FUNCTIONS } from '../../src/functions/functions';

const root = path.join(__dirname, '..', '..');
const BASE = 'https://edu.example.gov.cn/junheng';
const ORIGINS = {
  cdn: 'https://appsforoffice.microsoft.com',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn',
  self: null,
} as const;
type Source = keyof typeof ORIGINS;
const SOURCES = ['cdn', '21vianet', 'self'] as const satisfies readonly Source[];

/**
 * Origins that libraries name without ever asking them for anything: XML namespaces and the pages
 * to which their error messages point.
 */
const NAMED_ONLY = [
  'http://www.w3.org',
  'http://json-schema.org',
  'https://json-schema.org',
  'https://react.dev',
  'https://reactjs.org',
  'https://aka.ms',
  'https://github.com',
];

const folder = mkdtempSync(path.join(os.tmpdir(), 'junheng-package-'));

function built(source: Source, ...names: readonly string[]): string {
  return path.join(folder, source, ...names);
}

function text(source: Source, name: string): string {
  return readFileSync(built(source, name), 'utf8');
}

/** Files of a package, without the copy of Office.js. */
function ownFiles(source: Source): readonly string[] {
  return readdirSync(built(source), { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.startsWith('office-js') && statSync(built(source, name)).isFile(),
  );
}

function ownTexts(source: Source): readonly string[] {
  return ownFiles(source).filter((name) => !name.endsWith('.png'));
}

function runPackage(...args: readonly string[]): {
  readonly code: number;
  readonly output: string;
} {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/package.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: status ?? -1, output: stderr };
}

beforeAll(() => {
  for (const source of SOURCES) {
    const args = ['--base', `${BASE}/`, '--office-js', source, '--out', built(source)];
    execFileSync(process.execPath, ['scripts/package.mjs', ...args], { cwd: root });
  }
}, 180_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(SOURCES)('a package with Office.js from %s', (source) => {
  const origin = ORIGINS[source];

  it('has a manifest that keeps every rule and points to the base', () => {
    expect(packageBreaches(built(source), BASE)).toEqual([]);
    expect(text(source, 'manifest.xml')).toContain(`DefaultValue="${BASE}/taskpane.html"`);
    expect(text(source, 'manifest.xml')).not.toContain('localhost');
  });

  it('refers to no origin but its own and that of Office.js', () => {
    const allowed = new Set([
      new URL(BASE).origin,
      ...NAMED_ONLY,
      ...(origin === null ? [] : [origin]),
    ]);
    for (const name of ownTexts(source)) {
      if (name === 'manifest.xml' || name === LISTING) continue;
      const origins = [...text(source, name).matchAll(/\bhttps?:\/\/[\w.-]+/g)].map(String);
      expect([name, origins.filter((found) => !allowed.has(found))]).toEqual([name, []]);
    }
  });

  it('says under which licences the packages in its scripts are', () => {
    const listing = text(source, LISTING);
    expect(listing).toMatch(/^react-dom \S+ {2}MIT$/m);
    expect(listing).toMatch(/^@fluentui\/react-components \S+ {2}MIT$/m);
    expect(listing).not.toContain('@univerjs');
  });

  it('loads scripts and styles from its own folder and Office.js alone', () => {
    const page = text(source, 'taskpane.html');
    const scripts = [...page.matchAll(/<script[^>]*src="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(scripts.map((address) => address.replace(/\?.*/, ''))).toEqual([
      origin === null ? 'office-js/office.js' : expect.stringMatching(`^${origin}/.*office\\.js$`),
      'functions.js',
      'taskpane.js',
    ]);
  });

  it('has no inline script or handler, which its policy would refuse', () => {
    for (const name of ['taskpane.html', 'help.html']) {
      const page = text(source, name);
      expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
      expect(page).not.toMatch(/\son\w+=/);
      expect(page).not.toContain('javascript:');
    }
  });

  it('allows nothing by default, and scripts from itself and Office.js', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(
      text(source, 'taskpane.html'),
    )?.[1];
    const scripts = origin === null ? "'self'" : `'self' ${origin}`;
    expect(policy?.split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", `script-src ${scripts}`, "connect-src 'self'"]),
    );
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toContain('*');
    expect(text(source, 'nginx-headers.conf')).toContain(
      `add_header Content-Security-Policy "${policy ?? '?'}" always;`,
    );
    expect(text(source, 'web.config')).toContain(
      `<add name="Content-Security-Policy" value="${policy ?? '?'}"/>`,
    );
  });

  it('shows nothing of the machine that built it', () => {
    for (const name of ownTexts(source)) {
      expect(name).not.toMatch(/\.map$/);
      expect(text(source, name).includes(root)).toBe(false);
      expect(/sourceMappingURL|file:\/\//.test(text(source, name))).toBe(false);
    }
  });

  it('does not contain Office.js in its scripts', () => {
    for (const name of ownTexts(source).filter((file) => file.endsWith('.js'))) {
      expect([name, /OfficeExt\b|_host_Info|OSFPerformance/.test(text(source, name))]).toEqual([
        name,
        false,
      ]);
    }
  });

  it('has the metadata of the functions in both languages', () => {
    expect(JSON.parse(text(source, 'functions.json'))).toEqual(buildFunctionsMetadata('zh-CN'));
    expect(JSON.parse(text(source, 'functions.en-US.json'))).toEqual(
      buildFunctionsMetadata('en-US'),
    );
  });
});

describe('the functions’ script', () => {
  it('is at most 40 kB compressed, without React and without the schema library', () => {
    const script = readFileSync(built('cdn', 'functions.js'));
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(40 * 1024);
    expect(/ZodError|react\.(transitional\.)?element/.test(script.toString('utf8'))).toBe(false);
  });

  it('registers every function by itself, before the pane', () => {
    const associated = new Map<string, (...args: unknown[]) => unknown>();
    const CustomFunctions = {
      associate: (id: string, implementation: (...args: unknown[]) => unknown) =>
        associated.set(id, implementation),
    };
    runInContext(text('cdn', 'functions.js'), createContext({ CustomFunctions }));
    expect([...associated.keys()]).toEqual(FUNCTIONS.map(({ name }) => name));
    const books = [[279], [137], [935], [160], [402]];
    const pupils = [[45], [37], [89], [76], [55]];
    expect(associated.get('DIFFCOEF')?.(books, pupils, null, {})).toBeCloseTo(
      0.5152566298844764,
      15,
    );
  });

  it('does not disturb the page where the edition has no custom functions', () => {
    expect(() => {
      runInContext(text('cdn', 'functions.js'), createContext({}));
    }).not.toThrow();
  });

  it('is the same wherever Office.js comes from', () => {
    expect(text('21vianet', 'functions.js')).toBe(text('cdn', 'functions.js'));
    expect(text('self', 'functions.js')).toBe(text('cdn', 'functions.js'));
  });
});

describe('the self-hosted Office.js', () => {
  it('is Microsoft’s, byte for byte, with its licence', () => {
    const library = path.join(root, 'node_modules/@microsoft/office-js');
    for (const name of [
      'office.js',
      'excel-web-16.00.js',
      'excel-win32-16.01.js',
      'zh-cn/office_strings.js',
    ]) {
      const copy = readFileSync(built('self', 'office-js', name));
      expect(copy.equals(readFileSync(path.join(library, 'dist', name)))).toBe(true);
    }
    expect(readFileSync(built('self', 'office-js', 'LICENSE.md'), 'utf8')).toBe(
      readFileSync(path.join(library, 'LICENSE.md'), 'utf8'),
    );
  });
});

describe('packaging refuses', () => {
  it('a base without https, and says so in Chinese with the usage', () => {
    const { code, output } = runPackage('--base', 'http://edu.example.gov.cn');
    expect(code).toBe(1);
    expect(output).toContain('--base 必须以 https:// 开头');
    expect(output).toContain('用法：npm run package');
  });

  it('no base, an unknown source of Office.js and an unknown option', () => {
    expect(runPackage().output).toContain('缺少 --base');
    expect(runPackage('--base', BASE, '--office-js', 'local').output).toContain(
      '--office-js 只能是 cdn、21vianet、self：local',
    );
    expect(runPackage('--base', BASE, '--nope').code).toBe(1);
  });

  it('a folder that holds something else', () => {
    const other = mkdtempSync(path.join(os.tmpdir(), 'junheng-other-'));
    writeFileSync(path.join(other, '论文.docx'), '');
    const { code, output } = runPackage('--base', BASE, '--out', other);
    expect(code).toBe(1);
    expect(output).toContain('输出目录里有其他文件');
    expect(readdirSync(other)).toEqual(['论文.docx']);
    rmSync(other, { recursive: true });
  });
});

describe('the pane’s scripts', () => {
  it('are at most 250 kB compressed when the pane first shows itself', () => {
    const start = readFileSync(built('cdn', 'taskpane.js'), 'utf8');
    const [, loaded = ''] = /Promise\.all\(\[([^\]]*)\]\)/.exec(start) ?? [];
    const chunks = [...loaded.matchAll(/\((\d+)\)/g)].map(([, id = '']) => `${id}.`);
    expect(chunks.length).toBeGreaterThan(1);
    // A chunk is a file by its number, or by its name: the pane's.
    const first = readdirSync(built('cdn', '.')).filter(
      (file) =>
        ['functions.js', 'taskpane.js'].includes(file) ||
        ['pane.', ...chunks].some((name) => file.startsWith(name) && file.endsWith('.js')),
    );
    expect(first.length).toBeGreaterThanOrEqual(4);
    const size = first.reduce(
      (sum, file) => sum + gzipSync(readFileSync(built('cdn', file)), { level: 9 }).length,
      0,
    );
    expect(size).toBeLessThanOrEqual(250 * 1000);
  });
});
