/** The command was not understood; its message is for the person, in their language. */
export class UsageError extends Error {}
