import type { StoredFields, StoredText } from '../codec/stored-fields.ts';
import type { IndexReader } from '../query/index-reader.ts';

/** Reads the blocks of an article's page, as `articlePassages` lists them. */
function blocksOf(page: Document): StoredText {
  const blocks: [string, string][] = [];
  const containers = page.querySelectorAll('[data-lead], [data-section]');
  for (const container of containers) {
    const elements = container.querySelectorAll('h2, h3, h4, h5, h6, p, li, pre');
    for (const element of elements) {
      if (element.closest('[hidden]') !== null || element.querySelector('p, li, pre') !== null)
        continue;
      const fragment = element.tagName === 'H2' ? container.id : element.closest('p[id]')?.id;
      const text = element.textContent.trim();
      if (text !== '') blocks.push([fragment ?? '', text]);
    }
  }
  return blocks;
}

/**
 * Returns the text of an article: from its page over HTTP; from the index's text files on a disk,
 * where a page cannot read another file.
 *
 * @param base URL of the archive's root
 * @throws what the loading of an index file throws
 */
export async function fetchArticleText(
  reader: IndexReader,
  document: number,
  fields: StoredFields,
  base: string,
): Promise<StoredText | undefined> {
  if (location.protocol !== 'file:') {
    try {
      const response = await fetch(new URL(encodeURI(fields.outputPath), base));
      if (response.ok) {
        return blocksOf(new DOMParser().parseFromString(await response.text(), 'text/html'));
      }
    } catch {
      // The index's text file is the fallback.
    }
  }
  return reader.text(document);
}
