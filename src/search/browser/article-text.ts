import type { Card, CardText } from '../card.ts';
import type { Library } from '../library.ts';

/** The blocks of an article's page, as `articleBlocks` has them. */
function blocksOf(page: Document): CardText {
  const blocks: [string, string][] = [];
  const parts = page.querySelectorAll('[data-lead], [data-section]');
  for (const part of parts) {
    const elements = part.querySelectorAll('h2, h3, h4, h5, h6, p, li, pre');
    for (const element of elements) {
      if (element.closest('[hidden]') !== null || element.querySelector('p, li, pre') !== null)
        continue;
      const own = element.tagName === 'H2' ? part.id : element.closest('p[id]')?.id;
      const text = element.textContent.trim();
      if (text !== '') blocks.push([own ?? '', text]);
    }
  }
  return blocks;
}

/**
 * Returns what an article says: from its own page where the host may be asked, and from a disk, where
 * no page may read another, from the file of the index that holds it among others.
 *
 * @param base address of the archive
 */
export async function articleText(
  library: Library,
  document: number,
  card: Card,
  base: string,
): Promise<CardText | undefined> {
  if (location.protocol !== 'file:') {
    try {
      const answer = await fetch(new URL(encodeURI(card.url), base));
      if (answer.ok) {
        return blocksOf(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      }
    } catch {
      // The index has it as well.
    }
  }
  return library.text(document);
}
