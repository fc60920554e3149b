import type { Article } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import { passages } from '../model/block-text.ts';

/** A passage of an article's text: the heading of a section, or a paragraph, list item or verse. */
export interface ArticlePassage {
  readonly kind: 'heading' | 'text';
  readonly text: string;
  /** Its fragment in the page's URL; empty where it has none. */
  readonly fragment: string;
}

function* textPassages(blocks: readonly Block[]): Generator<ArticlePassage> {
  for (const block of blocks) {
    for (const { text, paragraph = '' } of passages(block)) {
      const trimmed = text.trim();
      if (trimmed !== '') yield { kind: 'text', text: trimmed, fragment: paragraph };
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
