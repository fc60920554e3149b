import type { Block, Paragraph } from '../model/block.ts';

/** Longest line of signs, in UTF-16 code units. */
const maxSigns = 240;

/** A line of signs: no letter but the tatweel, and no digit. */
const signLine = /^[\p{P}\p{S}\p{Z}\p{Cf}\s\u0640]+$/u;

/** Bullets of typewriters: three small circles or more, set as letters. */
const letterCircles = /^(?:[oO]\s*){3,}$/;

/** Stars, bullets, shapes and strokes: a rule says the same. Of a stroke of tatweel the letters are kept. */
const rule =
  /^[-*\u066D\u204E\u2051\u2217\u2731-\u273A\u2022\u25CF\u25CB\u25E6\u2219\u00B7\u22C5\u25C6\u25C7\u25CA\u2666\u25A0\u25A1\u25AA\u25AB\u2605\u2606\u2726\u2727\u2756\u203B\u2042\u00A7\u00B6#=_~\u203E\u2010-\u2015\u2212\u2500\u2501\u2550+|/\\^\s\p{Cf}]+$/u;

/** Tells whether a paragraph may be replaced: one that shows nothing but its text. */
const isPlain = ({ hidden, bare, markup }: Paragraph): boolean =>
  hidden === undefined && bare === undefined && !markup?.includes('<a');

/** Returns the separator that a paragraph is; the paragraph where it has words. */
function separatorOf(block: Paragraph): Block {
  const { text } = block;
  if (text.length > maxSigns || !isPlain(block)) return block;
  if (!signLine.test(text) && !letterCircles.test(text.trim())) return block;
  const signs = text.trim();
  if (signs === '' || signs.includes('\uFFFD')) return block;
  return rule.test(signs) || letterCircles.test(signs)
    ? { kind: 'separator' }
    : { kind: 'separator', signs };
}

/**
 * Returns blocks with the paragraphs of signs alone («*», «* * *», «ـــــ») as separators, also in quotations.
 * Signs that may be meant (an ellipsis, a question mark) are kept in the separator.
 */
export const withSeparators = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block): Block => {
    if (block.kind === 'paragraph') return separatorOf(block);
    return block.kind === 'quotation' ? { ...block, blocks: withSeparators(block.blocks) } : block;
  });
