/**
 * Characters that end a line or a page in the files of other programs: form feed, vertical tab (Word's manual break),
 * NEL, and Unicode's separators. HTML shows them as a space or not at all.
 */
const otherBreaks =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern matches control characters
  /[\x0b\x0c\x85\u2028\u2029]/;
const everyOtherBreak = new RegExp(otherBreaks.source, 'g');

/** Breaks within a paragraph; the others end it. */
const manual = new Set(['\x0b', '\u2028']);

/** Beginnings of lines in which a break would end what they are: rows of a table, indented code. */
const unbreakable = /^(?: {4}|\t| {0,3}\|)/;

/** Returns the breaks of a Markdown text as those of Markdown: a blank line, or a hard break within a paragraph. */
function markdownBreaks(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      if (!otherBreaks.test(line)) return line;
      const isRow = unbreakable.test(line);
      return line.replace(everyOtherBreak, (sign) =>
        isRow ? ' ' : manual.has(sign) ? '  \n' : '\n\n',
      );
    })
    .join('\n');
}

/**
 * Returns a text in which every break of a line or a page is one of its format. In plain text each stays one code
 * unit, so that offsets are those of the seed.
 *
 * @param text the text of a source document
 * @param format its format
 * @returns the same text where it has no such character
 */
export function withLineBreaks(text: string, format: 'text' | 'markdown' | 'blocks'): string {
  if (format === 'blocks' || !otherBreaks.test(text)) return text;
  return format === 'markdown' ? markdownBreaks(text) : text.replace(everyOtherBreak, '\n');
}
