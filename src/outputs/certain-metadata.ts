import type { Article } from '../model/article.ts';
import type { InferredKey } from '../model/inferred.ts';
import type { Metadata } from '../model/metadata.ts';

type ArticleMetadata = Pick<Article, 'metadata' | 'inferred'>;

const isInferred = ({ inferred }: ArticleMetadata, key: InferredKey): boolean =>
  inferred.some(({ keys }) => keys.includes(key));

/** Tells whether the source is the news agency of a dateline. */
const isAgency = ({ inferred }: ArticleMetadata): boolean =>
  inferred.some(({ keys, agency }) => agency === true && keys.includes('source'));

/**
 * Returns the metadata of an article that programs may cite. It includes values inferred from the text,
 * except uncertain dates and the news agency of a dateline: the agency wrote the report, but the
 * newspaper that printed it is unknown.
 */
export function certainMetadata(article: ArticleMetadata): Metadata {
  // As most articles.
  if (article.inferred.length === 0) return article.metadata;
  const { source, date, ...others } = article.metadata;
  const isDoubtful = date?.uncertain === true && isInferred(article, 'date');
  return {
    ...others,
    ...(source === undefined || isAgency(article) ? {} : { source }),
    ...(date === undefined || isDoubtful ? {} : { date }),
  };
}

/** Returns the news agency of a dateline, where no source is stated; else undefined. */
export const agencyOf = (article: ArticleMetadata): string | undefined =>
  isAgency(article) ? article.metadata.source : undefined;
