import type { Block, Words } from '../model/block.ts';
import type { LineForm, Span } from '../model/structure.ts';

/** A search for each character by itself is slower: Arabic letters share a byte with U+2028 and U+2029. */
const lineBreak = /[\n\r\u2028\u2029]/;

/** Returns a text on one line: the lines of a hard-wrapped paragraph or item are joined by spaces. */
export const onOneLine = (text: string): string =>
  lineBreak.test(text) ? text.replace(/\s*[\n\r\u2028\u2029]\s*/g, ' ') : text;

const wordsOf = (text: string, { start, end }: Span): Words => ({
  text: onOneLine(text.slice(start, end)),
});

/**
 * Returns the block of lines that are a table, a poem, a list or a rule.
 *
 * @param text The whole text.
 * @param lines What the lines are, with the spans of their words.
 */
export function formBlock(text: string, lines: LineForm): Block {
  switch (lines.form) {
    case 'table': {
      const { headRows, rows } = lines;
      return {
        ...{ kind: 'table', headRows },
        rows: rows.map((row) => row.map((cell) => wordsOf(text, cell))),
      };
    }
    case 'verse':
      return {
        kind: 'verse',
        lines: lines.rows.map((row) => row.map((part) => wordsOf(text, part))),
      };
    case 'list': {
      const { start, items } = lines;
      return {
        ...{ kind: 'list', ordered: start !== undefined },
        ...(start === undefined || start === 1 ? {} : { start }),
        items: items.map((item): readonly Block[] => [
          { kind: 'paragraph', ...wordsOf(text, item), bare: true },
        ]),
      };
    }
    case 'separator':
      return { kind: 'separator' };
  }
}
