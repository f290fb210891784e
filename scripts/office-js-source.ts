/** Where the pages of a build load Office.js from. */
export const OFFICE_JS_SOURCES = ['cdn', '21vianet', 'self'] as const;

/** Microsoft's network, the one of 21Vianet in China, or a copy beside the pages. */
export type OfficeJsSource = (typeof OFFICE_JS_SOURCES)[number];

/** Folder of a package that holds the self-hosted copy. */
export const SELF_HOSTED_FOLDER = 'office-js';

const ADDRESSES: Readonly<Record<OfficeJsSource, string>> = {
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  self: `${SELF_HOSTED_FOLDER}/office.js`,
};

/** The source a text names, or null where there is none such. */
export function officeJsSource(text: string): OfficeJsSource | null {
  return OFFICE_JS_SOURCES.find((source) => source === text) ?? null;
}

/** Address of office.js for a page; relative to the page where the copy is self-hosted. */
export function officeJsAddress(source: OfficeJsSource): string {
  return ADDRESSES[source];
}

/** The foreign origin that Office.js comes from, or null where it is self-hosted. */
export function officeJsOrigin(source: OfficeJsSource): string | null {
  const address = ADDRESSES[source];
  return address.startsWith('https://') ? new URL(address).origin : null;
}
