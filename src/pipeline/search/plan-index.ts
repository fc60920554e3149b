import { type Chunk, chunkName } from '../../catalogue/chunks.ts';
import type { Config } from '../../model/config.ts';
import { docCapacityFor } from '../../search/codec/postings.ts';
import { fileSizes } from '../../search/index/file-sizes.ts';
import { averageLength } from '../../search/index/impacts.ts';
import { partitionPrefixLength } from '../../search/index/term-partition.ts';
import type { IndexSettings } from './index-chunk.ts';
import type { SegmentRef } from './merge-partitions.ts';

/** A chunk of the archive in its search index. */
export interface SearchChunk extends SegmentRef {
  readonly chunk: Chunk;
}

/** The plan of the archive's search index. */
export interface SearchPlan {
  /** Number of articles in the archive. */
  readonly articles: number;
  /** Number of documents that the index can hold. */
  readonly docCapacity: number;
  readonly settings: IndexSettings;
  /** Number of chunks whose texts one file holds. */
  readonly chunksPerTextFile: number;
  /** Oldest first: documents are numbered from the oldest, so that a new article changes no number. */
  readonly chunks: readonly SearchChunk[];
}

/** What a search index depends on besides the chunks of the archive. */
export interface SearchBasis {
  /** The reading key of the build: what articles depend on besides their seeds. */
  readonly reading: string;
  /** Number of words of all articles. */
  readonly words: number;
  readonly config: Config;
}

/**
 * Plans the search index of the archive.
 *
 * @param newestFirst the chunks of the archive
 */
export function planSearchIndex(
  newestFirst: readonly Chunk[],
  { reading, words, config: { language, region } }: SearchBasis,
): SearchPlan {
  const articles = newestFirst.reduce((sum, { count }) => sum + count, 0);
  const docCapacity = docCapacityFor(articles);
  const sizes = fileSizes(docCapacity);
  const settings: IndexSettings = {
    averageWords: averageLength(words, articles),
    prefixLength: partitionPrefixLength(docCapacity),
    articlesPerFile: sizes.storedFields,
  };
  const key = JSON.stringify([reading, language, region ?? '', settings]);
  const chunks: SearchChunk[] = [];
  let base = 0;
  for (const chunk of newestFirst.toReversed()) {
    chunks.push({ chunk, name: chunkName(chunk, key), base });
    base += chunk.count;
  }
  return { articles, docCapacity, settings, chunksPerTextFile: sizes.texts, chunks };
}
