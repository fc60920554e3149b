/**
 * C0 and C1 controls but white space, directional marks and embeddings, byte-order mark. ZWNJ and ZWJ
 * stay, because the spelling of Persian, Urdu and Kurdish words requires them.
 */
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern matches control characters
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Returns `text` without control characters and directional marks, which would reorder the text around it: titles
 * appear in tabs, lists, feeds and citations beside other texts («عنوان ‹RLO›txt.exe»).
 */
export const stripControls = (text: string): string => text.replace(controls, '');
