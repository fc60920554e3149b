import { expect, test } from 'vitest';
import { noChangeLog } from '../../../src/catalogue/changes.ts';
import { archiveChunks } from '../../../src/catalogue/chunks.ts';
import { documentWriter } from '../../../src/catalogue/documents.ts';
import type { CompiledDocument } from '../../../src/model/document.ts';
import { documentOf, withCatalogue } from '../../support/archive-of.ts';

/** A document that says `text`; its sidecar could not be read where `content` is undefined. */
function saying(text: string, content: string | undefined): CompiledDocument {
  const made = documentOf({
    ...{ seed: 'a.txt', ordinal: 0, id: 'a', outputPath: 'articles/a.html', age: 0 },
    ...{ terms: [], keywords: [] },
  });
  return {
    ...made,
    content,
    article: made.article && { ...made.article, article: Buffer.from(text, 'utf16le') },
  };
}

/** The name of the piece of an archive into which the documents came one after another. */
const pieceOf = (...documents: readonly CompiledDocument[]): string | undefined =>
  withCatalogue((catalogue) => {
    const writer = documentWriter(catalogue, noChangeLog);
    for (const one of documents) writer.put(one);
    return [...archiveChunks(catalogue)][0]?.content;
  });

test('a piece is another where an article has changed', () => {
  const before = pieceOf(saying('قديم', 'hash 1'));
  expect(pieceOf(saying('قديم', 'hash 1'))).toBe(before);
  expect(pieceOf(saying('قديم', 'hash 1'), saying('جديد', 'hash 2'))).not.toBe(before);
});

test('a piece is another where an article has changed whose sidecar cannot be read', () => {
  const before = pieceOf(saying('قديم', undefined));
  expect(pieceOf(saying('قديم', undefined))).toBe(before);
  expect(pieceOf(saying('قديم', undefined), saying('جديد', undefined))).not.toBe(before);
});
