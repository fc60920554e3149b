import type { Catalogue } from './database.ts';
import { largeIndexes } from './document-indexes.ts';
import { meta, setMeta } from './meta.ts';
import { rebuildTerms } from './term-table.ts';

/** Makes what a catalogue lacks while documents are loaded into it. Must run in a transaction. */
export function finishLoading(catalogue: Catalogue): void {
  for (const { statement } of largeIndexes) catalogue.exec(statement);
  rebuildTerms(catalogue);
  setMeta(catalogue, 'loading', undefined);
}

/** Makes what a catalogue lacks where a build was stopped while it loaded documents. Must run in a transaction. */
export function completeLoading(catalogue: Catalogue): void {
  if (meta(catalogue, 'loading') !== undefined) finishLoading(catalogue);
}
