import type { Article } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import { passages } from '../model/block-text.ts';

/** A passage of an article's text: a heading of a section, or a paragraph, an item of a list, a verse. */
export interface ShownBlock {
  readonly kind: 'heading' | 'text';
  readonly text: string;
  /** What names it in the page's address; empty where nothing does. */
  readonly fragment: string;
}

function* textBlocks(blocks: readonly Block[]): Generator<ShownBlock> {
  for (const block of blocks) {
    for (const { text, paragraph = '' } of passages(block)) {
      const shown = text.trim();
      if (shown !== '') yield { kind: 'text', text: shown, fragment: paragraph };
    }
  }
}

/** Yields the text of an article in order: what a reader of its page reads under the title. */
export function* articleBlocks({ lead, sections }: Article): Generator<ShownBlock> {
  yield* textBlocks(lead);
  for (const { id, heading, blocks } of sections) {
    yield { kind: 'heading', text: heading, fragment: id };
    yield* textBlocks(blocks);
  }
}
