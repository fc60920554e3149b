/**
 * C0 and C1 controls but white space, marks and embeddings of direction, byte-order mark. ZWNJ and ZWJ
 * stay: Persian, Urdu and Kurdish words are spelt with them.
 */
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Returns `text` without what nobody sees and what would turn the words around it: a title stands in
 * tabs, lists, feeds and citations beside words that are not its own («عنوان ‹RLO›txt.exe»).
 */
export const stripControls = (text: string): string => text.replace(controls, '');
