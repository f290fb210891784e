/** The compulsory stages (学段), in the order of the official tables: 小学, then 初中. */
export const STAGES = ['primary', 'junior'] as const;

/** A compulsory stage (学段). */
export type Stage = (typeof STAGES)[number];
