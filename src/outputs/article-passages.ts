import type { Article } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import { passages } from '../model/block-text.ts';

/** A passage of an article's text: the heading of a section, or a paragraph, list item or verse. */
export interface ArticlePassage {
  readonly kind: 'heading' | 'text';
  readonly text: string;
  /** Its fragment in the page's URL; empty where it has none. */
  readonly fragment: string;
  /** The cells of a row of a table. */
  readonly cells?: readonly string[];
}

function* textPassages(blocks: readonly Block[]): Generator<ArticlePassage> {
  for (const block of blocks) {
    for (const { text, paragraph = '', cells } of passages(block)) {
      const trimmed = text.trim();
      if (trimmed === '') continue;
      const passage = { kind: 'text', text: trimmed, fragment: paragraph } as const;
      yield cells === undefined ? passage : { ...passage, cells };
    }
  }
}

/** Yields the text of an article under its title, in reading order. */
export function* articlePassages({ lead, sections }: Article): Generator<ArticlePassage> {
  yield* textPassages(lead);
  for (const { id, heading, blocks } of sections) {
    yield { kind: 'heading', text: heading, fragment: id };
    yield* textPassages(blocks);
  }
}
