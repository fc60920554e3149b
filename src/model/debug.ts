/** The subjects about which a build can explain its decisions, in the order of its steps. */
export const debugChannels = ['scan', 'plan', 'render', 'publish'] as const;

/** A subject about which a build can explain its decisions. */
export type DebugChannel = (typeof debugChannels)[number];

/**
 * Receives a line that explains a decision: plain English for developers, which is not translated.
 * Callers hold it as an optional value and call it with `?.`, so that nothing is computed without it.
 */
export type Debug = (channel: DebugChannel, message: string) => void;
