import type { Article } from '../model/article.ts';
import type { InferredKey } from '../model/inferred.ts';
import type { Metadata } from '../model/metadata.ts';

type Known = Pick<Article, 'metadata' | 'inferred'>;

const isInferred = ({ inferred }: Known, key: InferredKey): boolean =>
  inferred.some(({ keys }) => keys.includes(key));

/**
 * Returns of an article's metadata what programs may cite. What was read from its text is among it, but
 * for a date that the text itself puts in doubt, and for the agency of a dateline: it wrote the report,
 * but which paper printed it is not known.
 */
export function certainMetadata(article: Known): Metadata {
  const { source, date, ...others } = article.metadata;
  const isDoubtful = date?.uncertain === true && isInferred(article, 'date');
  return {
    ...others,
    ...(source === undefined || isInferred(article, 'source') ? {} : { source }),
    ...(date === undefined || isDoubtful ? {} : { date }),
  };
}

/** Returns the agency that a dateline names, where no source is known. */
export const agencyOf = (article: Known): string | undefined =>
  isInferred(article, 'source') ? article.metadata.source : undefined;
