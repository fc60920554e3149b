import type { Article } from '../model/article.ts';

/** A piece of an article's text: a heading of a section, or a paragraph, a line of a list, a verse. */
export interface TextBlock {
  readonly kind: 'heading' | 'text';
  readonly text: string;
  /** What names it in the page's address; empty where nothing does. */
  readonly fragment: string;
}

/** Elements after which a reader makes a pause; what they end is a block. */
const blockEnds = /<\/(?:p|h[1-6]|li|pre|blockquote)>/;

const decode = (html: string): string =>
  html
    .replace(/<br>\n?/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );

/** The words of safe HTML as our own pipeline writes it, block by block; hidden paragraphs are left out. */
function* blocksOf(html: string): Generator<TextBlock> {
  const shown = html.replace(/<p hidden[^>]*>[\s\S]*?<\/p>/g, '');
  for (const part of shown.split(blockEnds)) {
    const text = decode(part).trim();
    if (text === '') continue;
    yield { kind: 'text', text, fragment: /<p id="(p\d+)"/.exec(part)?.[1] ?? '' };
  }
}

/** Yields the text of an article in order: what a reader of its page reads under the title. */
export function* articleBlocks({ leadHtml, sections }: Article): Generator<TextBlock> {
  yield* blocksOf(leadHtml);
  for (const { id, heading, html } of sections) {
    yield { kind: 'heading', text: heading, fragment: id };
    yield* blocksOf(html);
  }
}
