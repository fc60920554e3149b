import { createHash } from 'node:crypto';
import type { Article } from '../model/article.ts';
import { endsChunk } from '../model/fnv1a.ts';
import { articleIn } from './body.ts';
import type { Catalogue } from './open.ts';
import { beforeAll, type Moment } from './timeline.ts';

/** Articles in a piece, on the average and at most. */
const usual = 512;
const most = 2048;

/** A run of articles in the order of time, and what names its content. */
export interface Piece {
  /** Hash of the ids and contents of its articles: what is made of a piece is never made twice. */
  readonly content: string;
  readonly after: Moment;
  readonly count: number;
}

/** Yields the pieces of the whole archive, newest first. */
export function* archivePieces(catalogue: Catalogue): Generator<Piece> {
  const rows = catalogue.prepare(
    'SELECT age, id, content FROM documents INDEXED BY timeline WHERE accepted = 1 ORDER BY age, id',
  );
  let after = beforeAll;
  let count = 0;
  let hash = createHash('sha256');
  for (const row of rows.iterate()) {
    const [age, id] = [Number(row.age), String(row.id)];
    hash.update(`\n${id} ${String(row.content)}`);
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
export const pieceName = ({ content }: Piece, key: string): string =>
  createHash('sha256').update(`${key}\n${content}`).digest('hex');

/** Returns a function that gives the articles of a piece, newest first. */
export function pieceArticles(catalogue: Catalogue): (piece: Piece) => readonly Article[] {
  const rows = catalogue.prepare(
    'SELECT article FROM documents INDEXED BY timeline JOIN bodies USING (doc) WHERE accepted = 1 AND (age, id) > (?, ?) ORDER BY age, id LIMIT ?',
  );
  return ({ after, count }) =>
    rows.all(after.age, after.id, count).map(({ article }) => articleIn(article));
}

/** Returns how many words all articles have. */
export function countArchiveWords(catalogue: Catalogue): number {
  const row = catalogue
    .prepare('SELECT sum(words) AS n FROM documents INDEXED BY timeline WHERE accepted = 1')
    .get();
  return Number(row?.n ?? 0);
}
