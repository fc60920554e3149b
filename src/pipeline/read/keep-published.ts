import { sharesFragments } from '../../article/fragments/fragment-list.ts';
import { keepFragments } from '../../article/fragments/keep-fragments.ts';
import { encodeArticle } from '../../catalogue/article-bytes.ts';
import type { ArticleReader } from '../../catalogue/article-store.ts';
import type { FormerFragments, PublishedFragments } from '../../catalogue/fragments.ts';
import type { CompiledArticle, CompiledDocument } from '../../model/document.ts';

/** Returns the fragments that an article with a new id had before; undefined where none leads to words of it. */
function recordedBefore(
  { seed, ordinal }: CompiledDocument,
  { identity: { hash, knownAs }, fragments }: CompiledArticle,
  published: PublishedFragments,
  former: FormerFragments,
): string | undefined {
  const recorded =
    (knownAs === undefined ? undefined : published(knownAs)) ?? former({ hash, seed, ordinal });
  return recorded !== undefined && sharesFragments(recorded, fragments) ? recorded : undefined;
}

/**
 * Returns a compiled document in whose article every published fragment name leads to the words to which it led,
 * also where the article was published under another id. An article that was never published, or whose fragments
 * are the published ones, stays as it is.
 *
 * @param store reads the article where the spool has it
 */
export function keepPublished(
  document: CompiledDocument,
  published: PublishedFragments,
  former: FormerFragments,
  store: Pick<ArticleReader, 'compiled'>,
): CompiledDocument {
  const { article } = document;
  if (article === undefined) return document;
  const recorded = published(article.id) ?? recordedBefore(document, article, published, former);
  if (recorded === undefined || recorded === article.fragments) return document;
  const stored = store.compiled(article);
  const kept = keepFragments(stored.article, recorded);
  const { fragments } = kept;
  const bytes = { article: encodeArticle(kept.article), original: stored.original?.() };
  return { ...document, article: { ...article, fragments, ...bytes } };
}
