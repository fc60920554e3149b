import type { Block } from '../model/block.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { maxHeadings, minHeadings, unitsPerHeading } from '../model/limits.ts';

/**
 * Returns the blocks of an article with so many headings as its length allows; those after them are paragraphs.
 *
 * @param length UTF-16 code units of the text
 * @param report receives a warning where there are more
 * @returns the same blocks where there are no more
 */
export function limitHeadings(
  blocks: readonly Block[],
  length: number,
  file: string,
  report: (diagnostic: Diagnostic) => void,
): readonly Block[] {
  const share = Math.floor(length / unitsPerHeading);
  const limit = Math.max(minHeadings, Math.min(maxHeadings, share));
  if (blocks.length <= limit) return blocks;
  let headings = 0;
  for (const { kind } of blocks) if (kind === 'heading') headings += 1;
  if (headings <= limit) return blocks;
  report({
    ...({ rule: 'headings-too-many', severity: 'warning', file } as const),
    values: { headings, limit },
  });
  let kept = 0;
  return blocks.map((block): Block => {
    if (block.kind !== 'heading') return block;
    kept += 1;
    if (kept <= limit) return block;
    const { markup, number } = block;
    const text = number === undefined ? block.text : `${number}. ${block.text}`;
    return { kind: 'paragraph', text, ...(markup === undefined ? {} : { markup }) };
  });
}
