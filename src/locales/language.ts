/** Interface languages; Chinese comes first everywhere. */
export const LANGUAGES = ['zh-CN', 'en-US'] as const;

/** An interface language. */
export type Language = (typeof LANGUAGES)[number];
