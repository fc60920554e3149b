import type { TermName } from '../model/document.ts';
import type { TermKind } from '../model/term-kind.ts';
import type { Catalogue } from './open.ts';
import type { SetKey } from './sets.ts';
import type { Moment } from './timeline.ts';

/** What listings see of a document. */
export interface Listed {
  readonly age: number;
  readonly id: string;
  readonly url: string;
  readonly entry: string;
  readonly terms: readonly TermName[];
  /** Keys of its keywords. */
  readonly keywords: readonly number[];
}

/** Notes which listings and places a change of a document touches. */
export interface ChangeLog {
  /** False for a build that plans every page anyway. */
  readonly tracks: boolean;
  /** The document came into the archive, or left it. */
  moved(listed: Listed): void;
  /** It is where it was, but is shown otherwise. */
  shownAnew(listed: Listed): void;
  /** It has other keywords than before. */
  recast(keywords: readonly number[]): void;
  /** Nothing of the archive may be at this place any more. */
  left(url: string): void;
}

/** The whole archive, among the kinds of sets. */
export const wholeArchive = 'all';

/** Places that articles have left, among the changes. */
export const leftPlace = 'url';

/** Keywords of documents that changed, among the changes. */
export const changedKeyword = 'keyword';

/** Returns a log that goes into the catalogue. */
export function changeLog(catalogue: Catalogue): ChangeLog {
  const insert = catalogue.prepare('INSERT OR IGNORE INTO changes VALUES (?, ?, ?, ?, ?)');
  function note({ age, id, terms, keywords }: Listed, moved: 0 | 1): void {
    insert.run(wholeArchive, '', age, id, moved);
    for (const { kind, slug } of terms) insert.run(kind, slug, age, id, moved);
    noteKeywords(keywords, `${age} ${id}`);
  }
  function noteKeywords(keywords: readonly number[], id: string): void {
    for (const key of keywords) insert.run(changedKeyword, String(key), 0, id, 0);
  }
  return {
    tracks: true,
    moved: (listed) => note(listed, 1),
    shownAnew: (listed) => note(listed, 0),
    recast: (keywords) => noteKeywords(keywords, ''),
    left: (url) => void insert.run(leftPlace, url, 0, '', 0),
  };
}

/** The log of a build that plans every page anyway. */
export const noChangeLog: ChangeLog = {
  tracks: false,
  moved() {},
  shownAnew() {},
  recast() {},
  left() {},
};

/** What changed in one set of articles. */
export interface SetChange {
  readonly key: SetKey;
  /** The oldest moment that an article came to or left, and how many such there are. */
  readonly moved: { readonly oldest: Moment; readonly count: number } | undefined;
  /** Articles that stayed where they were but are shown otherwise. */
  readonly shown: readonly Moment[];
}

type Row = Record<string, unknown>;

const momentOf = (row: Row): Moment => ({ age: Number(row.age), id: String(row.id) });

/** Sums up what changed in a set; `rows` come in the order of time. */
function setChange(key: SetKey, rows: readonly Row[]): SetChange {
  const moved = rows.filter((row) => row.moved === 1);
  const oldest = moved.at(-1);
  return {
    key,
    moved: oldest && { oldest: momentOf(oldest), count: moved.length },
    shown: rows.filter((row) => row.moved === 0).map(momentOf),
  };
}

/** Yields what changed set by set. */
export function* setChanges(catalogue: Catalogue): Generator<SetChange> {
  const changes = catalogue.prepare(
    'SELECT age, id, moved FROM changes WHERE kind = ? AND slug = ? ORDER BY age, id',
  );
  const whole = changes.all(wholeArchive, '');
  if (whole.length > 0) yield setChange({ of: 'all' }, whole);
  for (const [age, rows] of Map.groupBy(whole, (row) => Number(row.age))) {
    yield setChange({ of: 'date', age }, rows);
  }
  const terms = catalogue
    .prepare('SELECT DISTINCT kind, slug FROM changes WHERE kind NOT IN (?, ?, ?)')
    .all(wholeArchive, leftPlace, changedKeyword);
  for (const { kind, slug } of terms) {
    const key = { of: 'term', term: kind as TermKind, slug: String(slug) } as const;
    yield setChange(key, changes.all(key.term, key.slug));
  }
}

/** Yields the keywords of documents that changed, and how many changes there were. */
export function* changedKeywords(
  catalogue: Catalogue,
): Generator<{ readonly key: number; readonly changes: number }> {
  const rows = catalogue
    .prepare('SELECT slug, count(*) AS n FROM changes WHERE kind = ? GROUP BY slug')
    .all(changedKeyword);
  for (const { slug, n } of rows) yield { key: Number(slug), changes: Number(n) };
}

/** Returns the places that articles have left; another may have taken one since. */
export const leftPlaces = (catalogue: Catalogue): readonly string[] =>
  catalogue
    .prepare('SELECT slug FROM changes WHERE kind = ?')
    .all(leftPlace)
    .map((row) => String(row.slug));

/** Returns how many changes are noted. */
export const countChanges = (catalogue: Catalogue): number =>
  Number(catalogue.prepare('SELECT count(*) AS n FROM changes').get()?.n);

/** Tells whether anything has changed since the site was last published. */
export const hasChanges = (catalogue: Catalogue): boolean =>
  ['SELECT 1 FROM changes LIMIT 1', 'SELECT 1 FROM documents WHERE fresh = 1 LIMIT 1'].some(
    (sql) => catalogue.prepare(sql).get() !== undefined,
  );

/** Forgets all changes: the site shows them. */
export function forgetChanges(catalogue: Catalogue): void {
  catalogue.exec(`
    DELETE FROM changes;
    UPDATE documents SET fresh = 0 WHERE fresh = 1;
    UPDATE sets SET shown = name WHERE shown <> name;
  `);
}
