import type { Block, Paragraph } from '../model/block.ts';

const isNumbered = (block: Block): block is Paragraph =>
  block.kind === 'paragraph' && block.hidden === undefined && /\S/.test(block.text);

/** An article's blocks with their fragment names. */
export interface NumberedBlocks {
  /** The lead and the sections, in order. */
  readonly parts: readonly (readonly Block[])[];
  /** How many paragraphs begin at a recovered break. */
  readonly recovered: number;
}

/**
 * Gives every paragraph that readers see its fragment name, `p1`, `p2`, … in the order of the text; those
 * of quotations and lists count as parts of them.
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
