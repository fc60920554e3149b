import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { formatDate } from '../../calendar/dates.ts';
import { sortKeyOf } from '../../catalogue/sort-key.ts';
import { messagesFor } from '../../i18n/languages.ts';
import type { Article } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import { articlePassages } from '../../outputs/article-passages.ts';
import { regionOf } from '../../pages/calendar.ts';
import { writeAtomic, writeChecked } from '../../publish/checked-file.ts';
import { base91Encode } from '../../search/codec/base91-encode.ts';
import { facetName } from '../../search/codec/facet.ts';
import { nameLength } from '../../search/codec/index-manifest.ts';
import { scsuBytes } from '../../search/codec/scsu-encode.ts';
import type { StoredFields, StoredText } from '../../search/codec/stored-fields.ts';
import { writeStoredFields } from '../../search/codec/write-stored-fields.ts';
import { makeSegment, type SearchDocument } from '../../search/index/segment.ts';

/** How the pieces of a search index are made. */
export interface IndexSettings {
  /** Words of the usual article. */
  readonly usual: number;
  /** By how many first letters of its stem a word has its drawer. */
  readonly letters: number;
  /** Articles in a file of cards: the more, the fewer files and the more a result costs. */
  readonly cardsTogether: number;
}

/** A file of an index that waits in the cache: its name, and the articles that it tells of. */
export interface CachedFile {
  readonly name: string;
  readonly articles: number;
}

/** What the cache knows of a piece: its files of cards and its file of texts, oldest articles first, and its years. */
export interface IndexedChunk {
  readonly articles: number;
  readonly cards: readonly (CachedFile & { readonly date: number })[];
  readonly texts: CachedFile;
  /** Year and how many articles it has; 0 for the undated. */
  readonly years: readonly (readonly [year: number, articles: number])[];
}

/** Where the cache keeps what searches are made of. */
export const searchCacheFolder = (cache: string): string => join(cache, 'search');

/** Where it keeps what it knows of a piece. */
export const chunkFile = (cache: string, name: string): string =>
  join(searchCacheFolder(cache), `${name}.json`);

/** Where it keeps the words of a piece. */
export const segmentFile = (cache: string, name: string): string =>
  join(searchCacheFolder(cache), `${name}.run`);

/** Where it keeps a file that is to be published. */
export const cachedIndexFile = (cache: string, name: string): string =>
  join(searchCacheFolder(cache), 'files', name);

/** Names a file of an index by its content: 36 bits in signs that every disk tells apart. */
export function indexFileName(bytes: Uint8Array): string {
  const number = createHash('sha256').update(bytes).digest().readUIntBE(0, 5) % 36 ** nameLength;
  return number.toString(36).padStart(nameLength, '0');
}

/** Returns a file of an index as it is published: a script that hands over what it holds, packed. */
export function indexScript(name: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([
    Buffer.from(`warraq("${name}","`),
    base91Encode(deflateRawSync(bytes, { level: 6 })),
    Buffer.from('")\n'),
  ]);
}

const documentOf = (article: Article): SearchDocument => ({
  blocks: [
    { field: 'title', text: article.title },
    ...(article.metadata.kicker === undefined
      ? []
      : [{ field: 'heading' as const, text: article.metadata.kicker }]),
    ...(article.metadata.standfirst === undefined
      ? []
      : [{ field: 'heading' as const, text: article.metadata.standfirst }]),
    ...(article.metadata.byline === undefined
      ? []
      : [{ field: 'body' as const, text: article.metadata.byline }]),
    ...[...articlePassages(article)].map(({ kind, text }) => ({
      field: kind === 'heading' ? ('heading' as const) : ('body' as const),
      text,
    })),
  ],
  facets: article.terms.map(({ kind, slug }) => facetName(kind, slug)),
});

const textOf = (article: Article): StoredText =>
  [...articlePassages(article)].map(({ fragment, text }) => [fragment, text]);

function cardOf({ id, outputPath, title, metadata }: Article, config: Config): StoredFields {
  const { date, source = '' } = metadata;
  const words =
    date === undefined ? '' : formatDate(date, regionOf(config), messagesFor(config.language));
  // Numbers of dates grow with time, those of ages fall.
  return { id, outputPath, title, date: words, day: -sortKeyOf(date), source };
}

/** Makes a file of an index in the cache. */
function wait(cache: string, content: string): string {
  const bytes = scsuBytes(content);
  const name = indexFileName(bytes);
  writeChecked(cachedIndexFile(cache, name), indexScript(name, bytes));
  return name;
}

function* slices<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

/**
 * Makes of a piece of the archive what its search needs, where the cache keeps it: its words in drawers,
 * and what results show.
 *
 * @param newestFirst the articles of the piece
 */
export function indexChunk(
  newestFirst: readonly Article[],
  name: string,
  { usual, letters, cardsTogether }: IndexSettings,
  config: Config,
  cache: string,
): void {
  const articles = newestFirst.toReversed();
  mkdirSync(join(searchCacheFolder(cache), 'files'), { recursive: true });
  const cards = articles.map((article) => cardOf(article, config));
  const years = new Map<number, number>();
  for (const { day } of cards) {
    const year = Math.floor(day / 10_000);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  const piece: IndexedChunk = {
    articles: articles.length,
    cards: [...slices(cards, cardsTogether)].map((some) => ({
      name: wait(cache, writeStoredFields(some)),
      articles: some.length,
      date: some[0]?.day ?? 0,
    })),
    // Only a page on a disk loads it, from which it is there at once.
    texts: { name: wait(cache, JSON.stringify(articles.map(textOf))), articles: articles.length },
    years: [...years],
  };
  const run = makeSegment(articles.map(documentOf), usual, letters);
  writeAtomic(segmentFile(cache, name), run);
  writeChecked(chunkFile(cache, name), JSON.stringify(piece));
}
