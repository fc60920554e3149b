import { createHash } from 'node:crypto';
import type { Article } from '../model/article.ts';
import { endsChunk } from '../model/fnv1a.ts';
import { articleReader } from './article-store.ts';
import { type Cursor, firstCursor } from './cursor.ts';
import type { Catalogue } from './database.ts';

/** Articles in a piece, on the average and at most. */
const usual = 512;
const most = 2048;

/** Consecutive articles in the order of time, and the hash of their content. */
export interface Chunk {
  /** Hash of the ids and contents of its articles, under which the cache keeps what is made of them. */
  readonly content: string;
  readonly after: Cursor;
  readonly count: number;
}

/** Returns what tells the content of a document: its hash, or its article where there is none. */
const contentOf = (hash: unknown, article: () => Uint8Array | undefined): string | Uint8Array =>
  typeof hash === 'string' ? hash : (article() ?? '');

/** Yields the pieces of the whole archive, newest first. */
export function* archiveChunks(catalogue: Catalogue): Generator<Chunk> {
  const rows = catalogue.prepare(
    'SELECT doc, age, id, content FROM documents INDEXED BY timeline WHERE accepted = 1 ORDER BY age, id',
  );
  const store = articleReader(catalogue);
  let after = firstCursor;
  let count = 0;
  let hash = createHash('sha256');
  for (const row of rows.iterate()) {
    const [age, id] = [Number(row.age), String(row.id)];
    hash.update(`\n${id} `);
    // Where some of what it was read from could not be read, only the article itself tells what it is.
    hash.update(contentOf(row.content, () => store.bytes(Number(row.doc))));
    count += 1;
    if (count < most && !endsChunk(id, usual)) continue;
    yield { content: hash.digest('hex'), after, count };
    [after, count, hash] = [{ age, id }, 0, createHash('sha256')];
  }
  if (count > 0) yield { content: hash.digest('hex'), after, count };
}

/**
 * Returns the name of what is made of a piece.
 *
 * @param key by what it is made besides the articles
 */
export const chunkName = ({ content }: Chunk, key: string): string =>
  createHash('sha256').update(`${key}\n${content}`).digest('hex');

/** Returns a function that gives the articles of a piece, newest first. */
export function chunkArticles(catalogue: Catalogue): (piece: Chunk) => readonly Article[] {
  const rows = catalogue.prepare(
    'SELECT doc FROM documents INDEXED BY timeline WHERE accepted = 1 AND (age, id) > (?, ?) ORDER BY age, id LIMIT ?',
  );
  const store = articleReader(catalogue);
  return ({ after, count }) =>
    rows.all(after.age, after.id, count).map(({ doc }) => store.article(Number(doc)));
}

/** Returns how many words all articles have. */
export function countArchiveWords(catalogue: Catalogue): number {
  const row = catalogue
    .prepare('SELECT sum(words) AS n FROM documents INDEXED BY timeline WHERE accepted = 1')
    .get();
  return Number(row?.n ?? 0);
}
