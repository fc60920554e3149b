import type { Heading, Paragraph, Root } from 'mdast';
import type { Structure } from '../model/structure.ts';

/**
 * Returns the Markdown tree of a plain text whose structure is known: its headings and paragraphs in
 * the order of the text. The text never passes a Markdown parser, so `*` and `_` in it stay letters.
 */
export function structuredMdast(text: string, structure: Structure): Root {
  const headings = structure.headings.map((span) => ({ span, heading: true }));
  const paragraphs = structure.paragraphs.map((span) => ({ span, heading: false }));
  const children = [...headings, ...paragraphs]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, heading }): Heading | Paragraph => {
      const words = [{ type: 'text' as const, value: text.slice(span.start, span.end) }];
      return heading
        ? { type: 'heading', depth: 2, children: words }
        : { type: 'paragraph', children: words };
    });
  return { type: 'root', children };
}
