import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/open.ts';
import { fact } from '../catalogue/open.ts';
import { countArchiveWords, type Piece, pieceName } from '../catalogue/pieces.ts';
import type { Config } from '../model/config.ts';
import { searchFilePlace } from '../pages/places.ts';
import type { Directory, Folder } from '../search/directory.ts';
import { drawerLetters } from '../search/drawer.ts';
import { fileSizes } from '../search/file-sizes.ts';
import { usualLength } from '../search/levels.ts';
import { readMerged } from '../search/merge.ts';
import { roomFor } from '../search/postings.ts';
import { type PositionsFile, positionsWriter, shardsOf } from '../search/shards.ts';
import { writeDirectory } from '../search/write-directory.ts';
import { isThere } from './is-there.ts';
import { keptFile } from './kept-file.ts';
import {
  type DrawerTask,
  mergedFile,
  openRuns,
  type PlacedRun,
  planDrawers,
} from './search-merge.ts';
import {
  indexName,
  indexScript,
  type SearchMaking,
  type SearchPiece,
  searchFolder,
  waitingFile,
} from './search-piece.ts';

/** A file of the index, and what makes its bytes. */
export interface IndexFile {
  readonly url: string;
  readonly content: () => Uint8Array;
}

/** What merging needs to know. */
export interface Merging {
  readonly runs: readonly PlacedRun[];
  readonly room: number;
  readonly drawers: readonly DrawerTask[];
}

/** The search index of a site, as it must be. */
export interface SearchIndex {
  readonly making: SearchMaking;
  /** Returns under which name a piece is still to be made; undefined where it is there. */
  missing(piece: Piece): string | undefined;
  /** What is still to be merged, once no piece is missing. */
  merging(): Merging;
  /** Yields the files, once all is merged; returns the directory by which they are found. */
  files(): Generator<IndexFile, string>;
  /** Forgets what belongs to no index any more. */
  clear(): void;
}

/** Finds out what the index of the archive is made of. */
export function planSearchIndex(
  pieces: readonly Piece[],
  catalogue: Catalogue,
  config: Config,
  cache: string,
): SearchIndex {
  const articles = pieces.reduce((sum, { count }) => sum + count, 0);
  const room = roomFor(articles);
  const sizes = fileSizes(room);
  const making: SearchMaking = {
    usual: usualLength(countArchiveWords(catalogue), articles),
    letters: drawerLetters(room),
    cardsTogether: sizes.cards,
  };
  const { language, region } = config;
  const key = JSON.stringify([fact(catalogue, 'reading'), language, region ?? '', making]);
  // Articles have their numbers from the oldest: a new one changes none.
  const parts = pieces.toReversed().map((piece) => ({ piece, name: pieceName(piece, key) }));
  const names = new Map(parts.map(({ piece, name }) => [piece, name]));
  const file = (name: string): string => join(searchFolder(cache), name);
  const runs: PlacedRun[] = [];
  let base = 0;
  for (const { piece, name } of parts) {
    runs.push({ name, base });
    base += piece.count;
  }
  let drawers: readonly DrawerTask[] = [];
  const kept = new Set<string>(parts.flatMap(({ name }) => [`${name}.run`, `${name}.json`]));

  function* publish(folder: Folder, bytes: Uint8Array): Generator<IndexFile, string> {
    const name = indexName(bytes);
    yield { url: searchFilePlace(folder, name), content: () => indexScript(name, bytes) };
    return name;
  }

  function waiting(name: string): () => Uint8Array {
    kept.add(name);
    return () => keptFile(waitingFile(cache, name));
  }

  /** A file of several pieces is what they are, one after another: each hands itself over. */
  function* publishTexts(names: readonly string[]): Generator<IndexFile, string> {
    const [only = ''] = names;
    const file = sizes.texts === 1 ? only : indexName(Buffer.from(names.join(' ')));
    const pieces = names.map(waiting);
    const content = (): Uint8Array => Buffer.concat(pieces.map((piece) => piece()));
    yield { url: searchFilePlace('texts', file), content };
    return file;
  }

  function* files(): Generator<IndexFile, string> {
    const shards: { first: string; name: string }[] = [];
    const positions: { shard: number; name: string }[] = [];
    const cards: { first: number; date: number; name: string }[] = [];
    const texts: { first: number; name: string }[] = [];
    const years = new Map<number, number>();
    function* stems() {
      for (const { name } of drawers) yield* readMerged(keptFile(mergedFile(cache, name)));
    }
    let placed = 0;
    function* place(made: readonly PositionsFile[]): Generator<IndexFile> {
      for (const { shards: count, bytes } of made) {
        positions.push({ shard: placed, name: yield* publish('places', bytes) });
        placed += count;
      }
    }
    const writer = positionsWriter(room);
    for (const shard of shardsOf(stems(), room)) {
      shards.push({ first: shard.first, name: yield* publish('terms', shard.terms) });
      yield* place(writer.put(shard));
    }
    yield* place(writer.end());
    let first = 0;
    for (const { name } of parts) {
      const piece = JSON.parse(keptFile(file(`${name}.json`)).toString()) as SearchPiece;
      let at = first;
      for (const { name: card, articles: count, date } of piece.cards) {
        cards.push({ first: at, date, name: card });
        at += count;
      }
      texts.push({ first, name: piece.texts.name });
      for (const { name: card } of piece.cards) {
        yield { url: searchFilePlace('cards', card), content: waiting(card) };
      }
      for (const [year, count] of piece.years) years.set(year, (years.get(year) ?? 0) + count);
      first += piece.articles;
    }
    const placedTexts: Directory['texts'][number][] = [];
    for (let at = 0; at < texts.length; at += sizes.texts) {
      const pieces = texts.slice(at, at + sizes.texts);
      const file = yield* publishTexts(pieces.map(({ name }) => name));
      placedTexts.push(...pieces.map((piece) => ({ ...piece, file })));
    }
    let ofYear = 0;
    const starts = [...years]
      .sort(([a], [b]) => a - b)
      .map(([year, count]) => {
        const start = { year, first: ofYear };
        ofYear += count;
        return start;
      });
    const found = { articles, shards, positions, cards, textsTogether: sizes.texts };
    return writeDirectory({
      ...found,
      texts: placedTexts,
      years: starts.filter(({ year }) => year > 0),
    });
  }

  return {
    making,
    missing(piece) {
      const name = names.get(piece) ?? '';
      return isThere(file(`${name}.json`)) ? undefined : name;
    },
    merging() {
      const reader = openRuns(cache);
      try {
        drawers = planDrawers(runs, reader, room);
      } finally {
        reader.close();
      }
      const missing = drawers.filter(({ name }) => !isThere(mergedFile(cache, name)));
      return { runs, room, drawers: missing };
    },
    files,
    clear() {
      const merged = new Set(drawers.map(({ name }) => name));
      const sweep = (folder: string, isKept: (name: string) => boolean): void => {
        if (!isThere(folder)) return;
        for (const entry of readdirSync(folder, { withFileTypes: true })) {
          if (entry.isFile() && !isKept(entry.name)) rmSync(join(folder, entry.name));
        }
      };
      sweep(searchFolder(cache), (name) => kept.has(name));
      sweep(join(searchFolder(cache), 'files'), (name) => kept.has(name));
      sweep(join(searchFolder(cache), 'merged'), (name) => merged.has(name));
    },
  };
}
