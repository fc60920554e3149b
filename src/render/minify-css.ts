/** A comment, to its first end and not beyond. */
const comment = String.raw`\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/`;

/** Strings and addresses, which stay as they are; what parts words, around signs that part them too and alone. */
const pieces = new RegExp(
  String.raw`("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|url\([^)"']*\))|(?:\s|${comment})*([{};,])(?:\s|${comment})*|((?:\s|${comment})+)`,
  'g',
);
const comments = new RegExp(comment, 'g');

/** What is left of a gap between two words: a comment alone parts them, but is no blank (`.a/**\/.b`). */
const narrow = (gap: string): string => (gap.replace(comments, '') === '' ? '/**/' : ' ');

/**
 * Returns a style sheet without its comments and without the white space that only its authors need: a
 * quarter less to fetch before a page shows anything. Names, values and the order of all are untouched.
 *
 * @see https://www.w3.org/TR/css-syntax-3/#tokenization for what parts tokens
 */
export const minifyCss = (css: string): string =>
  css
    .replace(pieces, (_, kept?: string, sign?: string, gap = '') => kept ?? sign ?? narrow(gap))
    .trim();
