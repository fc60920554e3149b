import { createSlugger } from '../arabic/slug.ts';
import type { Block, Heading } from '../model/block.ts';
import type { HeadingOrigin, HeadingSpan } from '../model/structure.ts';

/** A heading of an article with the blocks under it. */
export interface HeadedBlocks {
  readonly id: string;
  readonly heading: Heading;
  readonly origin: HeadingOrigin;
  readonly confidence: number;
  readonly blocks: readonly Block[];
}

/** An article's blocks, split at its headings. */
export interface SectionedBlocks {
  readonly lead: readonly Block[];
  readonly sections: readonly HeadedBlocks[];
}

/** Ids of the article template, which headings must not use. */
const reservedIds = new Set([
  'content',
  'contents',
  'citation',
  'provenance',
  'related',
  'search',
  'corrections',
]);

const isReserved = (id: string): boolean => reservedIds.has(id) || paragraphId.test(id);

/** Fragment ids of paragraphs and of the printed source's pages. */
const paragraphId = /^(?:p|page-)\d+(?:-\d+)?$/;

/** Tells whether a heading has words; others start no section, as no link could name them. */
const hasWords = ({ text }: Heading): boolean => /[\p{L}\p{N}]/u.test(text);

/**
 * Splits blocks at their shallowest headings. Deeper headings stay in their section, below its level.
 *
 * @param recovered the headings of a plain text in order; without them every heading is `marked`
 */
export function splitSections(
  blocks: readonly Block[],
  recovered: readonly HeadingSpan[] | undefined,
): SectionedBlocks {
  const top = blocks.reduce(
    (least, block) =>
      block.kind === 'heading' && block.level < least && hasWords(block) ? block.level : least,
    7,
  );
  const uniqueSlug = createSlugger(isReserved, 'قسم');
  const lead: Block[] = [];
  const sections: (HeadedBlocks & { readonly blocks: Block[] })[] = [];
  for (const block of blocks) {
    const target = sections.at(-1)?.blocks ?? lead;
    if (block.kind !== 'heading') {
      target.push(block);
      continue;
    }
    if (!hasWords(block)) continue;
    const id = uniqueSlug(block.text);
    if (block.level > top) {
      target.push({ ...block, id, level: Math.min(6, 2 + block.level - top) });
      continue;
    }
    const span = recovered?.[sections.length];
    sections.push({
      id,
      heading: block,
      origin: span?.origin ?? 'marked',
      confidence: span?.confidence ?? 1,
      blocks: [],
    });
  }
  return { lead, sections };
}
