import type { Article } from '../model/article.ts';
import type { Citation } from '../model/citation.ts';
import { certainMetadata } from './certain-metadata.ts';

/**
 * Returns what is cited of an article.
 *
 * @param permalink address of its page, where the archive's own is known
 * @param language of the article
 */
export function citationOf(
  article: Article,
  permalink: string | undefined,
  language: string,
): Citation {
  const { id, title } = article;
  const { authors = [], source, date, issue, page, url } = certainMetadata(article);
  return {
    ...{ id, title, authors, source, date, issue, page },
    url: permalink ?? url,
    language,
  };
}
