import { type Chunk, chunkName } from '../../catalogue/chunks.ts';
import type { Config } from '../../model/config.ts';
import { docCapacityFor } from '../../search/codec/postings.ts';
import { fileSizes } from '../../search/index/file-sizes.ts';
import { averageLength } from '../../search/index/impacts.ts';
import { partitionPrefixLength } from '../../search/index/term-partition.ts';
import type { IndexSettings } from './index-chunk.ts';
import type { SegmentRef } from './merge-partitions.ts';

/** A piece of the archive in its search index. */
export interface SearchPart extends SegmentRef {
  readonly piece: Chunk;
}

/** What the search index of the archive is made of. */
export interface SearchPlan {
  readonly articles: number;
  /** Articles that the index has room for. */
  readonly room: number;
  /** How each part is made. */
  readonly making: IndexSettings;
  /** How many pieces' texts are in one file. */
  readonly textsTogether: number;
  /** Oldest first: articles have their numbers from the oldest, so that a new one changes none. */
  readonly parts: readonly SearchPart[];
}

/** What a search index follows from besides the pieces of the archive. */
export interface SearchBasis {
  /** The key of what articles are made by. */
  readonly reading: string;
  /** Words of all articles. */
  readonly words: number;
  readonly config: Config;
}

/**
 * Plans the search index of the archive.
 *
 * @param pieces the archive's, newest first
 */
export function planSearchIndex(
  pieces: readonly Chunk[],
  { reading, words, config: { language, region } }: SearchBasis,
): SearchPlan {
  const articles = pieces.reduce((sum, { count }) => sum + count, 0);
  const room = docCapacityFor(articles);
  const sizes = fileSizes(room);
  const making: IndexSettings = {
    usual: averageLength(words, articles),
    letters: partitionPrefixLength(room),
    cardsTogether: sizes.storedFields,
  };
  const key = JSON.stringify([reading, language, region ?? '', making]);
  const parts: SearchPart[] = [];
  let base = 0;
  for (const piece of pieces.toReversed()) {
    parts.push({ piece, name: chunkName(piece, key), base });
    base += piece.count;
  }
  return { articles, room, making, textsTogether: sizes.texts, parts };
}
