import type { Diagnostic } from '../model/diagnostic.ts';
import { ArticleBytesError, checkedBytes } from './article-bytes.ts';
import { articleReader } from './article-store.ts';
import type { Catalogue } from './database.ts';
import { inTransaction } from './transaction.ts';

/** Whether stored bytes are an article of this version, damaged, or of another version. */
function stateOf(stored: unknown): 'sound' | 'damaged' | 'outdated' {
  try {
    checkedBytes(stored);
    return 'sound';
  } catch (error) {
    if (!(error instanceof ArticleBytesError)) throw error;
    return error.isDamage ? 'damaged' : 'outdated';
  }
}

/**
 * Forgets that the seeds of stored articles that cannot be read were read, so that the next reading makes
 * these articles anew, and only these. Those of another version are made anew without a word.
 *
 * @returns a warning for each damaged one, the path of its seed under the seeds folder
 */
export function forgetDamagedArticles(catalogue: Catalogue): readonly Diagnostic[] {
  const forget = catalogue.prepare('UPDATE documents SET content = NULL WHERE doc = ?');
  const forgetSeed = catalogue.prepare('UPDATE seeds SET stamp = NULL WHERE path = ?');
  const documents = catalogue.prepare('SELECT doc, seed FROM documents ORDER BY seed, ordinal');
  const store = articleReader(catalogue);
  const unreadable: { readonly doc: number; readonly seed: string }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { doc, seed } of documents.iterate()) {
    const state = stateOf(store.bytes(Number(doc)));
    if (state === 'sound') continue;
    const file = String(seed);
    unreadable.push({ doc: Number(doc), seed: file });
    if (state === 'damaged') {
      diagnostics.push({ rule: 'article-damaged', severity: 'warning', file, values: {} });
    }
  }
  inTransaction(catalogue, () => {
    for (const { doc, seed } of unreadable) {
      forget.run(doc);
      forgetSeed.run(seed);
    }
  });
  return diagnostics;
}
