/** Ids by which the manifest's ribbon buttons call their commands (`ExecuteFunction`). */
export const COMMAND_IDS = ['checkNow', 'writeSummary', 'clearHighlights', 'showHelp'] as const;

/** The id of a ribbon command. */
export type CommandId = (typeof COMMAND_IDS)[number];
