import type { Block, Paragraph } from '../model/block.ts';

/** Tells whether a block is a visible paragraph that is not blank. */
const isNumbered = (block: Block): block is Paragraph =>
  block.kind === 'paragraph' && block.hidden === undefined && /\S/.test(block.text);

/** Blocks whose paragraphs have fragment ids. */
export interface NumberedBlocks {
  /** The lead and the sections, in order. */
  readonly parts: readonly (readonly Block[])[];
  /** Number of paragraphs that start at a recovered break. */
  readonly recovered: number;
}

/**
 * Numbers the visible paragraphs in text order: fragment ids `p1`, `p2`, …. Paragraphs within quotations
 * and lists have none.
 *
 * @param parts the lead and the sections, in order
 */
export function numberParagraphs(parts: readonly (readonly Block[])[]): NumberedBlocks {
  let number = 0;
  let recovered = 0;
  const numbered = parts.map((part) =>
    part.map((block): Block => {
      if (!isNumbered(block)) return block;
      number += 1;
      if (block.breakRecovered) recovered += 1;
      return { ...block, id: `p${number}` };
    }),
  );
  return { parts: numbered, recovered };
}
