import { keepFragments } from '../../article/fragments/keep-fragments.ts';
import { decodeArticle, encodeArticle } from '../../catalogue/article-bytes.ts';
import type { PublishedFragments } from '../../catalogue/fragments.ts';
import type { CompiledDocument } from '../../model/document.ts';

/**
 * Returns a compiled document in whose article every published fragment name leads to the words to which it led.
 * An article that was never published, or whose fragments are the published ones, stays as it is.
 *
 * @param published undefined where nothing was ever published
 */
export function keepPublished(
  document: CompiledDocument,
  published: PublishedFragments | undefined,
): CompiledDocument {
  const { article } = document;
  const recorded = article && published?.(article.id);
  if (recorded === undefined || recorded === article?.fragments || article === undefined) {
    return document;
  }
  const kept = keepFragments(decodeArticle(article.article), recorded);
  const { fragments } = kept;
  return { ...document, article: { ...article, fragments, article: encodeArticle(kept.article) } };
}
