import { mkdirSync } from 'node:fs';
import type { Article } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import { type ArticlePassage, articlePassages } from '../../outputs/article-passages.ts';
import { writeAtomic, writeChecked } from '../../publish/checked-file.ts';
import type { IndexFolder } from '../../search/codec/index-manifest.ts';
import { scsuBytes, scsuWriter } from '../../search/codec/scsu-encode.ts';
import type { StoredFields } from '../../search/codec/stored-fields.ts';
import { writeStoredFields } from '../../search/codec/write-stored-fields.ts';
import type { SearchDocument } from '../../search/index/occurrences.ts';
import { makeSegment } from '../../search/index/segment.ts';
import { cachedIndexFile, chunkFile, indexFilesFolder, segmentFile } from './cache-paths.ts';
import { copiedUnits } from './copied-units.ts';
import { searchDocument, storedFields } from './index-documents.ts';
import { indexFileName, indexScript } from './index-script.ts';

/** Settings of an index that its chunks depend on. */
export interface IndexSettings {
  /** Average number of words of an article. */
  readonly averageWords: number;
  /** Number of first letters of a stem that choose its term partition. */
  readonly prefixLength: number;
  /** Articles in a file of stored fields: a larger number means fewer files, but more bytes for each result. */
  readonly articlesPerFile: number;
}

/** An index file in the cache: its name and the number of articles that it covers. */
export interface CachedFile {
  readonly name: string;
  readonly articles: number;
}

/** The parts of an indexed chunk; files and articles are in order from the oldest. */
export interface IndexedChunk {
  readonly articles: number;
  /** Files of stored fields, with the day of the first article of each. */
  readonly storedFields: readonly (CachedFile & { readonly date: number })[];
  /** The file of stored texts. */
  readonly texts: CachedFile;
  /** Number of articles in each year; year 0 holds undated articles. */
  readonly years: readonly (readonly [year: number, articles: number])[];
}

/** Writes an index file to the cache; returns its name. */
function cacheFile(cache: string, folder: IndexFolder, bytes: Uint8Array): string {
  const name = indexFileName(bytes);
  writeChecked(cachedIndexFile(cache, name), indexScript(folder, name, bytes));
  return name;
}

/** Divides a list into batches; the last has a remainder of less than half a batch too. */
function* batchesOf<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0, end = 0; start < list.length; start = end) {
    end = list.length - start < 1.5 * size ? list.length : start + size;
    yield list.slice(start, end);
  }
}

/** Counts articles by year. */
function countYears(fields: readonly StoredFields[]): IndexedChunk['years'] {
  const years = new Map<number, number>();
  for (const { day } of fields) {
    const year = Math.floor(day / 10_000);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return [...years];
}

const unitsOf = copiedUnits();

/** The texts of a chunk's articles as one list of JSON; reused for every chunk. */
const texts = scsuWriter(unitsOf);

/** Adds the text of an article by block, from which the search page makes excerpts of results (`StoredText`). */
function addText(passages: readonly ArticlePassage[], isFirst: boolean): void {
  texts.text(isFirst ? '[' : ',[');
  let before = '[';
  for (const { fragment, text } of passages) {
    texts.text(before);
    texts.json(fragment);
    texts.text(',');
    texts.json(text);
    before = '],[';
  }
  texts.text(before === '[' ? ']' : ']]');
}

/**
 * Indexes a chunk of the archive and writes the result to the cache: its segment, stored fields and
 * stored texts, and under `name` the list of these parts.
 *
 * @param oldestFirst the articles of the chunk, of which one at a time is needed
 * @throws the file system's error
 */
export function indexChunk(
  oldestFirst: Iterable<Article>,
  name: string,
  { averageWords, prefixLength, articlesPerFile }: IndexSettings,
  config: Config,
  cache: string,
): void {
  mkdirSync(indexFilesFolder(cache), { recursive: true });
  const fields: StoredFields[] = [];
  texts.take();
  texts.text('[');
  function* documents(): Generator<SearchDocument> {
    for (const article of oldestFirst) {
      const passages = [...articlePassages(article)];
      addText(passages, fields.length === 0);
      fields.push(storedFields(article, config));
      yield searchDocument(article, passages, config);
    }
  }
  const segment = makeSegment(documents(), averageWords, prefixLength, unitsOf);
  texts.text(']');
  const chunk: IndexedChunk = {
    articles: fields.length,
    storedFields: [...batchesOf(fields, articlesPerFile)].map((batch) => ({
      name: cacheFile(cache, 'cards', scsuBytes(writeStoredFields(batch))),
      articles: batch.length,
      date: batch[0]?.day ?? 0,
    })),
    // One file for the chunk: only pages opened from a disk load texts, where size costs little.
    texts: { name: cacheFile(cache, 'texts', texts.take()), articles: fields.length },
    years: countYears(fields),
  };
  writeAtomic(segmentFile(cache, name), segment);
  // Written last: its existence means that the other parts exist.
  writeChecked(chunkFile(cache, name), JSON.stringify(chunk));
}
