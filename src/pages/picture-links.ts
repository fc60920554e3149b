import type { Article } from '../model/article.ts';
import { markdownAddress, replacePictures } from '../pictures/markdown-pictures.ts';

/** Returns an address without the escapes that a parser of Markdown writes. */
function plain(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** `![[photo.jpg]]` of Obsidian. */
const wikiPicture = /!\[\[([^[\]|#\n]{1,400})(?:\|([^[\]\n]{0,400}))?\]\]/g;

/**
 * Returns an article whose Markdown, for download, names its pictures by where they are published; `source` of its
 * pictures is that address.
 *
 * @param link returns the address of an output path in the download
 */
export function pictureLinks(article: Article, link: (outputPath: string) => string): Article {
  const { pictures, markdown } = article;
  if (pictures === undefined) return article;
  const published = new Map(
    pictures.map(({ source, outputPath }) => [
      plain(source.replace(/^!\[\[(.*)\]\]$/s, '$1')),
      link(outputPath),
    ]),
  );
  const linked = {
    ...article,
    pictures: pictures.map((one) => ({ ...one, source: link(one.outputPath) })),
  };
  if (markdown === undefined || !markdown.includes('![')) return linked;
  const replaced = replacePictures(markdown, ({ alt, address, title }) => {
    const target = published.get(plain(address));
    if (target === undefined) return undefined;
    return `![${alt}](${markdownAddress(target)}${title === '' ? '' : ` ${title}`})`;
  });
  const withWiki = replaced.replace(wikiPicture, (whole, name: string, words = '') => {
    const target = published.get(name.trim());
    const alt = /^\s*\d*(?:x\d+)?\s*$/.test(words) ? '' : words;
    return target === undefined ? whole : `![${alt}](${markdownAddress(target)})`;
  });
  return { ...linked, markdown: withWiki };
}
