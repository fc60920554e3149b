import type { Diagnostic } from '../model/diagnostic.ts';
import { ArticleBytesError, checkedBytes } from './article-bytes.ts';
import type { Catalogue } from './open.ts';

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
  const forget = catalogue.prepare("UPDATE documents SET content = '' WHERE doc = ?");
  const forgetSeed = catalogue.prepare("UPDATE seeds SET stamp = '' WHERE path = ?");
  const stored = catalogue.prepare(
    'SELECT doc, seed, article FROM documents LEFT JOIN bodies USING (doc) ORDER BY seed, ordinal',
  );
  const unreadable: { readonly doc: number; readonly seed: string }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { doc, seed, article } of stored.iterate()) {
    const state = stateOf(article);
    if (state === 'sound') continue;
    const file = String(seed);
    unreadable.push({ doc: Number(doc), seed: file });
    if (state === 'damaged') {
      diagnostics.push({ rule: 'article-damaged', severity: 'warning', file, values: {} });
    }
  }
  catalogue.exec('BEGIN');
  for (const { doc, seed } of unreadable) {
    forget.run(doc);
    forgetSeed.run(seed);
  }
  catalogue.exec('COMMIT');
  return diagnostics;
}
