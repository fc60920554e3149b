import type { Block, Paragraph } from '../model/block.ts';

/** Longest line of signs, in UTF-16 code units. */
const maxSigns = 240;

/** A line of signs: no letter but the tatweel, and no digit. */
const signLine = /^[\p{P}\p{S}\p{Z}\p{Cf}\s\u0640]+$/u;

/** Bullets of typewriters: three small circles or more, set as letters. */
const letterCircles = /^(?:[oO]\s*){3,}$/;

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
  return { kind: 'separator', signs };
}

/**
 * Returns blocks with the paragraphs of signs alone («*», «* * *», «ـــــ») as separators, also in quotations.
 * The separator keeps the signs, so that nothing of the text is lost.
 */
export const withSeparators = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block): Block => {
    if (block.kind === 'paragraph') return separatorOf(block);
    return block.kind === 'quotation' ? { ...block, blocks: withSeparators(block.blocks) } : block;
  });
