import type { Article } from '../model/article.ts';
import type { Citation } from '../model/citation.ts';
import { certainMetadata } from './certain-metadata.ts';
import { identifiersOf } from './identifiers.ts';

/**
 * Returns the citation of an article. Its URL is the permalink, else that of the first publication.
 *
 * @param permalink URL of its page, where `baseUrl` is set
 * @param language language code of the article
 */
export function citationOf(
  article: Article,
  permalink: string | undefined,
  language: string,
): Citation {
  const { id, title } = article;
  const metadata = certainMetadata(article);
  const { authors = [], source, date, volume, issue, page, url } = metadata;
  const identifiers = identifiersOf(metadata);
  return {
    ...{ id, title, authors, source, date, issue, page },
    ...(volume === undefined ? {} : { volume }),
    url: permalink ?? url,
    language,
    ...(identifiers.length === 0 ? {} : { identifiers }),
  };
}
