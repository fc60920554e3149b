import { type DateToken, dateTokens } from '../../calendar/date-tokens.ts';

/** A word, number or punctuation mark of a line, as the reader of dates takes it. */
export type LineToken = DateToken;

/** Greatest number of tokens that are read: more than any dateline or masthead has. */
const maxTokens = 40;

/** The last line and its tokens: several readers try the same line one after another. */
let last: { readonly line: string; readonly read: ReturnType<typeof dateTokens> } = {
  line: '',
  read: { tokens: [], isAll: true },
};

/**
 * Returns the first tokens of a line, at most 40, and whether these are all. Linear in its length.
 */
export function tokenizeLine(line: string): ReturnType<typeof dateTokens> {
  if (last.line !== line) last = { line, read: dateTokens(line, maxTokens) };
  return last.read;
}

/** Greatest number of words of a name: «وكالة الأنباء السعودية», «ريو دي جانيرو». */
const maxNameWords = 4;

/**
 * Returns the number of tokens of the longest name that starts at `at`; 0 where there is none. Dots
 * between single letters are ignored: «أ.ف.ب» is «أ ف ب».
 *
 * @param known tells whether folded words, separated by single spaces, are a name
 */
export function longestNameLength(
  tokens: readonly LineToken[],
  at: number,
  known: (name: string) => boolean,
): number {
  let [name, length, count] = ['', 0, 0];
  for (let next = at; next < tokens.length && count < maxNameWords; next += 1) {
    const token = tokens[next];
    if (token === undefined) break;
    if (token.kind !== 'word') {
      if (token.text !== '.' || tokens[next - 1]?.text.length !== 1) break;
      if (length === next - at) length += 1;
      continue;
    }
    name = count === 0 ? token.text : `${name} ${token.text}`;
    count += 1;
    if (known(name)) length = next - at + 1;
  }
  return length;
}
