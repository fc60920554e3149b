/** Names reserved for devices by Windows, with or without an extension. */
const reservedName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** Tells whether a name is safe as one part of a path on every system. */
export const isSafeName = (name: string): boolean => !reservedName.test(name);

/** Tells whether a text may be an article's id: `[A-Za-z0-9._-]{1,80}`, no initial dot, no device name. */
export const isArticleId = (text: string): boolean =>
  /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}$/.test(text) && isSafeName(text);
