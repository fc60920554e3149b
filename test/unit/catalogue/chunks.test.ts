import { expect, test } from 'vitest';
import { noChangeLog } from '../../../src/catalogue/changes.ts';
import { archiveChunks } from '../../../src/catalogue/chunks.ts';
import { documentWriter } from '../../../src/catalogue/documents.ts';
import type { CompiledDocument } from '../../../src/model/document.ts';
import { documentOf, withCatalogue } from '../../support/archive-of.ts';

/** Returns a document with a text; without a content hash, as if its sidecar could not be read. */
function documentWith(text: string, contentHash: string | undefined): CompiledDocument {
  const document = documentOf({
    ...{ seed: 'a.txt', ordinal: 0, id: 'a', outputPath: 'articles/a.html', sortKey: 0 },
    ...{ terms: [], keywords: [] },
  });
  return {
    ...document,
    contentHash,
    article: document.article && { ...document.article, article: Buffer.from(text, 'utf16le') },
  };
}

/** Returns the content hash of the first chunk after writing the documents in order. */
const chunkHashOf = (...documents: readonly CompiledDocument[]): string | undefined =>
  withCatalogue((catalogue) => {
    const writer = documentWriter(catalogue, noChangeLog);
    for (const document of documents) writer.put(document);
    return [...archiveChunks(catalogue)][0]?.contentHash;
  });

test('the content hash of a chunk changes with an article', () => {
  const before = chunkHashOf(documentWith('قديم', 'hash 1'));
  expect(chunkHashOf(documentWith('قديم', 'hash 1'))).toBe(before);
  expect(chunkHashOf(documentWith('قديم', 'hash 1'), documentWith('جديد', 'hash 2'))).not.toBe(
    before,
  );
});

test('the content hash of a chunk changes with an article whose sidecar cannot be read', () => {
  const before = chunkHashOf(documentWith('قديم', undefined));
  expect(chunkHashOf(documentWith('قديم', undefined))).toBe(before);
  expect(chunkHashOf(documentWith('قديم', undefined), documentWith('جديد', undefined))).not.toBe(
    before,
  );
});
