/** Headers that every file of the package is served with, besides its type. */
function headers(policy: string): readonly (readonly [string, string])[] {
  return [
    ['Content-Security-Policy', policy],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    // Names of the pages and of the functions' script never change, so browsers must ask each time.
    ['Cache-Control', 'no-cache'],
  ];
}

/** `include` this file in the `location` that serves the package with nginx. */
export function nginxHeaders(policy: string): string {
  const lines = headers(policy).map(([name, value]) => `add_header ${name} "${value}" always;`);
  return `# 在提供本目录的 location 中 include 本文件。Include in the location that serves this folder.\n${lines.join('\n')}\n`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** The `web.config` that IIS reads from the package's own folder. */
export function iisConfiguration(policy: string): string {
  const lines = headers(policy).flatMap(([name, value]) => [
    `        <remove name="${name}"/>`,
    `        <add name="${name}" value="${escapeAttribute(value)}"/>`,
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<configuration>',
    '  <system.webServer>',
    '    <staticContent>',
    '      <remove fileExtension=".json"/>',
    '      <mimeMap fileExtension=".json" mimeType="application/json; charset=utf-8"/>',
    '    </staticContent>',
    '    <httpProtocol>',
    '      <customHeaders>',
    ...lines,
    '      </customHeaders>',
    '    </httpProtocol>',
    '  </system.webServer>',
    '</configuration>',
    '',
  ].join('\n');
}
