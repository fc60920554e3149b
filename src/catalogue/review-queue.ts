import { DatabaseSync } from 'node:sqlite';
import type { HeadingNote } from '../model/document.ts';
import { type HeadingGroup, headingGroups, type QueueCount } from '../model/review.ts';
import { articleReader } from './article-store.ts';
import type { Catalogue } from './database.ts';

/** Which headings of the queue are reviewed; all by default. */
export interface QueueFilter {
  /** Name of the source; empty for articles without one. */
  readonly source?: string | undefined;
  readonly group?: HeadingGroup | undefined;
}

/** A heading in the queue. */
export interface QueuedHeading {
  /** Its number in the order of the queue. */
  readonly n: number;
  readonly doc: number;
  readonly seed: string;
  readonly ordinal: number;
  /** Its index in the list of headings of its article. */
  readonly position: number;
}

/** The headings of an archive that an editor may decide on: by source, then by confidence. */
export interface ReviewQueue {
  /** Returns the headings after a number, in order. */
  after(n: number, limit: number, filter: QueueFilter): readonly QueuedHeading[];
  /** The numbers of headings by source and group. */
  readonly counts: readonly QueueCount[];
  /** Number of the build whose headings these are. */
  readonly build: string | undefined;
  close(): void;
}

/** Returns the group of a heading. */
export function headingGroup({
  shown,
  confidence,
}: Pick<HeadingNote, 'shown' | 'confidence'>): HeadingGroup {
  if (shown) {
    if (confidence < 0.7) return 'shown-low';
    return confidence < 0.9 ? 'shown-middle' : 'shown-high';
  }
  if (confidence >= 0.5) return 'suggested-high';
  return confidence >= 0.3 ? 'suggested-middle' : 'suggested-low';
}

const queueSchema = `
PRAGMA temp_store = FILE; PRAGMA cache_size = -8000; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE found (source TEXT, place INTEGER, rank REAL, doc INTEGER, seed TEXT, ordinal INTEGER, position INTEGER) STRICT;
`;

const sorted = `
CREATE TABLE queue (n INTEGER PRIMARY KEY, source TEXT, place INTEGER, doc INTEGER, seed TEXT, ordinal INTEGER, position INTEGER) STRICT;
INSERT INTO queue (source, place, doc, seed, ordinal, position)
  SELECT source, place, doc, seed, ordinal, position FROM found ORDER BY source = '', source, place, rank, seed, ordinal, position;
DROP TABLE found;
CREATE INDEX queue_of_group ON queue (source, place, n);
`;

/**
 * Lists the recovered and suggested headings of an archive in a temporary database on the disk, whatever their number.
 *
 * @param build number of the build that wrote the catalogue
 */
export function openReviewQueue(catalogue: Catalogue, build: string | undefined): ReviewQueue {
  const queue = new DatabaseSync('');
  queue.exec(`${queueSchema} BEGIN;`);
  const add = queue.prepare('INSERT INTO found VALUES (?, ?, ?, ?, ?, ?, ?)');
  const rows = catalogue.prepare(
    "SELECT doc, seed, ordinal, entry ->> 'source' AS source, headings FROM documents WHERE accepted = 1 AND headings IS NOT NULL",
  );
  for (const { doc, seed, ordinal, source, headings } of rows.iterate()) {
    const notes = JSON.parse(String(headings)) as readonly HeadingNote[];
    notes.forEach((note, position) => {
      if (note.origin !== 'recovered') return;
      const place = headingGroups.indexOf(headingGroup(note));
      const rank = note.shown ? note.confidence : -note.confidence;
      add.run(source ?? '', place, rank, doc ?? 0, seed ?? '', ordinal ?? 0, position);
    });
  }
  queue.exec(`${sorted} COMMIT;`);
  const find = queue.prepare(
    'SELECT n, doc, seed, ordinal, position FROM queue WHERE n > ? AND (? IS NULL OR source = ?) AND (? IS NULL OR place = ?) ORDER BY n LIMIT ?',
  );
  const counts = queue
    .prepare(
      'SELECT source, place, count(*) AS count FROM queue GROUP BY source, place ORDER BY min(n)',
    )
    .all()
    .flatMap(({ source, place, count }): readonly QueueCount[] => {
      const group = headingGroups[Number(place)];
      return group === undefined ? [] : [{ source: String(source), group, count: Number(count) }];
    });
  return {
    ...{ counts, build },
    after(n, limit, { source = null, group }) {
      const place = group === undefined ? null : headingGroups.indexOf(group);
      return find.all(n, source, source, place, place, limit).map((row) => ({
        n: Number(row.n),
        doc: Number(row.doc),
        seed: String(row.seed),
        ordinal: Number(row.ordinal),
        position: Number(row.position),
      }));
    },
    close: () => queue.close(),
  };
}

/** An article with the list of its headings. */
export interface ListedArticle {
  readonly article: ReturnType<ReturnType<typeof articleReader>['article']>;
  readonly notes: readonly HeadingNote[];
}

/**
 * Returns a function that reads the article of a queued heading; undefined where a build has replaced it since.
 *
 * @throws ArticleBytesError if the stored article is damaged
 */
export function queuedArticles(
  catalogue: Catalogue,
): (heading: QueuedHeading) => ListedArticle | undefined {
  const reader = articleReader(catalogue);
  const find = catalogue.prepare(
    'SELECT doc, headings FROM documents WHERE seed = ? AND ordinal = ? AND accepted = 1 AND headings IS NOT NULL',
  );
  return ({ seed, ordinal }) => {
    const row = find.get(seed, ordinal);
    if (row === undefined) return undefined;
    const notes = JSON.parse(String(row.headings)) as readonly HeadingNote[];
    return { article: reader.article(Number(row.doc)), notes };
  };
}
