import { createHash } from 'node:crypto';
import type { Article } from '../model/article.ts';
import type { Catalogue } from './open.ts';
import { beforeAll, type Moment } from './timeline.ts';

/** Articles in a piece, on the average and at most. */
const usual = 512;
const most = 2048;

/** A run of articles in the order of time, and what names its content. */
export interface ExportPiece {
  /** Hash of the ids and contents of its articles: the same piece is never made twice. */
  readonly name: string;
  readonly after: Moment;
  readonly count: number;
}

/** Whether a piece ends at an article: told by the article alone, so that a new one parts no others. */
function endsAt(id: string): boolean {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  // The low bits of FNV-1a are those that spread least.
  return ((hash ^ (hash >>> 15)) >>> 0) % usual === 0;
}

/**
 * Yields the pieces of the whole archive, newest first.
 *
 * @param key what articles are made by besides their content
 */
export function* exportPieces(catalogue: Catalogue, key: string): Generator<ExportPiece> {
  const rows = catalogue.prepare(
    'SELECT age, id, content FROM documents INDEXED BY timeline WHERE accepted = 1 ORDER BY age, id',
  );
  let after = beforeAll;
  let count = 0;
  let hash = createHash('sha256').update(key);
  for (const row of rows.iterate()) {
    const [age, id] = [Number(row.age), String(row.id)];
    hash.update(`\n${id} ${String(row.content)}`);
    count += 1;
    if (count < most && !endsAt(id)) continue;
    yield { name: hash.digest('hex'), after, count };
    [after, count, hash] = [{ age, id }, 0, createHash('sha256').update(key)];
  }
  if (count > 0) yield { name: hash.digest('hex'), after, count };
}

/** Returns a function that gives the articles of a piece. */
export function pieceArticles(catalogue: Catalogue): (piece: ExportPiece) => readonly Article[] {
  const rows = catalogue.prepare(
    'SELECT article FROM documents INDEXED BY timeline JOIN bodies USING (doc) WHERE accepted = 1 AND (age, id) > (?, ?) ORDER BY age, id LIMIT ?',
  );
  return ({ after, count }) =>
    rows
      .all(after.age, after.id, count)
      .map(({ article }) => JSON.parse(String(article)) as Article);
}
