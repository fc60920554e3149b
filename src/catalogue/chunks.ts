import { createHash } from 'node:crypto';
import type { Article } from '../model/article.ts';
import { endsChunk } from '../model/fnv1a.ts';
import { articleReader } from './article-store.ts';
import { type Cursor, firstCursor } from './cursor.ts';
import type { Catalogue } from './database.ts';

/** Articles in a chunk, on average without a limit, and at most: a changed article has its chunk indexed again. */
const averageSize = 512;
const maxSize = 1024;

/** Consecutive articles of the timeline: `count` articles after a cursor. */
export interface Chunk {
  /** SHA-256 of the ids, seeds, content hashes and fragments of its articles; key of derived data in the cache. */
  readonly contentHash: string;
  readonly after: Cursor;
  readonly count: number;
}

/** Yields the chunks of the whole archive, newest first. */
export function* archiveChunks(catalogue: Catalogue): Generator<Chunk> {
  const rows = catalogue.prepare(
    'SELECT doc, seed, sort_key, id, content_hash, fragments FROM documents INDEXED BY timeline WHERE accepted = 1 ORDER BY sort_key, id',
  );
  rows.setReturnArrays(true);
  const store = articleReader(catalogue);
  let after = firstCursor;
  let count = 0;
  let hash = createHash('sha256');
  // Hashed some at a time: a call takes longer than what it hashes.
  let input = '';
  for (const row of rows.iterate()) {
    const [doc, seed, sortKey, id, contentHash, fragments] = row as unknown as readonly [
      ...[doc: number, seed: string, sortKey: number, id: string],
      ...[contentHash: string | null, fragments: string],
    ];
    // Exports name the seed, which may have moved with its content. Fragments follow from what was published before.
    input += `\n${id} ${seed}\n${fragments} `;
    if (contentHash === null) {
      // A document without one (its sidecar could not be read) is identified by its article.
      hash.update(input).update(store.bytes(doc) ?? '');
      input = '';
    } else input += contentHash;
    count += 1;
    if (count < maxSize && !endsChunk(id, averageSize)) continue;
    yield { contentHash: hash.update(input).digest('hex'), after, count };
    [after, count, hash, input] = [{ sortKey, id }, 0, createHash('sha256'), ''];
  }
  if (count > 0) yield { contentHash: hash.update(input).digest('hex'), after, count };
}

/**
 * Returns the cache name of data derived from a chunk.
 *
 * @param key hash of the other inputs of that data
 */
export const chunkName = ({ contentHash }: Chunk, key: string): string =>
  createHash('sha256').update(`${key}\n${contentHash}`).digest('hex');

/** Returns a function that yields the articles of a chunk, oldest first, each read when it is asked for. */
export function chunkArticles(catalogue: Catalogue): (chunk: Chunk) => Generator<Article> {
  const rows = catalogue.prepare(
    'SELECT doc FROM documents INDEXED BY timeline WHERE accepted = 1 AND (sort_key, id) > (?, ?) ORDER BY sort_key, id LIMIT ?',
  );
  const store = articleReader(catalogue);
  return function* ({ after, count }) {
    const newestFirst = rows.all(after.sortKey, after.id, count);
    for (const { doc } of newestFirst.reverse()) yield store.article(Number(doc));
  };
}

/** Returns the number of words of all articles. */
export function countArchiveWords(catalogue: Catalogue): number {
  const row = catalogue
    .prepare('SELECT sum(words) AS n FROM documents INDEXED BY timeline WHERE accepted = 1')
    .get();
  return Number(row?.n ?? 0);
}
