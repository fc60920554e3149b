import type { Diagnostic } from '../model/diagnostic.ts';
import { ArticleBytesError } from './article-bytes.ts';
import { type ArticleReader, articleReader } from './article-store.ts';
import type { Catalogue } from './database.ts';
import { inTransaction } from './transaction.ts';

/** Returns the state of a stored article: `sound`, `damaged`, or `outdated` (another version of the format). */
function stateOf({ check }: ArticleReader, doc: number): 'sound' | 'damaged' | 'outdated' {
  try {
    check(doc);
    return 'sound';
  } catch (error) {
    if (!(error instanceof ArticleBytesError)) throw error;
    return error.isDamage ? 'damaged' : 'outdated';
  }
}

/**
 * Invalidates the documents of unreadable stored articles, so that the next reading compiles these articles
 * again, and only these. Articles of another version are compiled again without a diagnostic.
 *
 * @returns a warning for each damaged article; `file` is the path of its seed under the seeds folder
 */
export function forgetDamagedArticles(catalogue: Catalogue): readonly Diagnostic[] {
  const clearHash = catalogue.prepare('UPDATE documents SET content_hash = NULL WHERE doc = ?');
  const clearStamp = catalogue.prepare('UPDATE seeds SET stamp = NULL WHERE path = ?');
  const documents = catalogue.prepare('SELECT doc, seed FROM documents ORDER BY seed, ordinal');
  const store = articleReader(catalogue);
  const unreadable: { readonly doc: number; readonly seed: string }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { doc, seed } of documents.iterate()) {
    const state = stateOf(store, Number(doc));
    if (state === 'sound') continue;
    const file = String(seed);
    unreadable.push({ doc: Number(doc), seed: file });
    if (state === 'damaged') {
      diagnostics.push({ rule: 'article-damaged', severity: 'warning', file, values: {} });
    }
  }
  inTransaction(catalogue, () => {
    for (const { doc, seed } of unreadable) {
      clearHash.run(doc);
      clearStamp.run(seed);
    }
  });
  return diagnostics;
}
