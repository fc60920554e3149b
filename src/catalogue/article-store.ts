import { crc32 } from 'node:zlib';
import type { Article } from '../model/article.ts';
import type { CompiledArticle, SpoolPlace } from '../model/document.ts';
import { reusedBuffer } from '../model/reused-buffer.ts';
import { ArticleBytesError, checkedBytes, decodeArticle } from './article-bytes.ts';
import type { Catalogue } from './database.ts';
import { type Spool, spoolOf } from './spool.ts';
import { placeAt, sumIn } from './spool-articles.ts';
import { type SpoolWindow, spoolWindow } from './spool-window.ts';

/** A stored article. */
export interface StoredArticle {
  readonly article: Article;
  /**
   * Reads the bytes received; undefined where they are not kept.
   *
   * @throws ArticleBytesError if they are damaged
   */
  readonly original: (() => Uint8Array) | undefined;
}

/** The bytes received of an article, with their CRC-32. */
export interface StoredOriginal {
  readonly bytes: Uint8Array;
  readonly sum: number;
}

/** Writes stored articles, by document number. */
export interface ArticleWriter {
  /**
   * Stores the bytes that `encodeArticle` returned, or the place that the spool has for them, replacing earlier ones.
   * Throws the file system's error.
   */
  put(doc: number, article: Uint8Array | SpoolPlace, original: Uint8Array | undefined): void;
  /** Removes the article of a document. */
  remove(doc: number): void;
}

/** Reads stored articles, by document number. */
export interface ArticleReader {
  /** Returns the stored bytes; undefined where there are none, or the spool is damaged there. */
  bytes(doc: number): Uint8Array | undefined;
  /** Returns the article.
   *
   * @throws ArticleBytesError if it is missing, damaged or of another version */
  article(doc: number): Article;
  /** Returns the article, and what reads the bytes received.
   *
   * @throws ArticleBytesError if it is missing, damaged or of another version */
  read(doc: number): StoredArticle;
  /** Returns a compiled article with the bytes received, from the spool where it has them.
   *
   * @throws ArticleBytesError if it is missing, damaged or of another version */
  compiled(article: Pick<CompiledArticle, 'article' | 'original'>): StoredArticle;
  /** Returns the bytes received, valid until the next call; undefined where they are not kept.
   *
   * @throws ArticleBytesError if they are damaged */
  original(doc: number): StoredOriginal | undefined;
  /** Verifies what is stored of an article, without decoding it.
   *
   * @throws ArticleBytesError if it is missing, damaged or of another version */
  check(doc: number): void;
}

/** Where the spool has an article: its bytes, and after them those received, where they are kept. */
type Place = readonly [
  at: number,
  size: number,
  sum: number,
  originalSize: number | null,
  originalSum: number | null,
];

/** Values of the columns of `bodies` after the first. */
export const placeValues = ({
  at,
  size,
  sum,
  original,
}: SpoolPlace): readonly (number | null)[] => [
  ...[at, size, sum],
  ...(original === undefined ? [null, null] : [original.size, original.sum]),
];

/** Returns the place of an article in a spool, to which bytes are appended. Throws the file system's error. */
export function placeIn(
  spool: Spool,
  article: Uint8Array | SpoolPlace,
  original: Uint8Array | undefined,
): SpoolPlace {
  if (!(article instanceof Uint8Array)) return article;
  const parts = original === undefined ? article : Buffer.concat([article, original]);
  return placeAt(spool.append(parts), article, original);
}

/** Returns a writer of the stored articles. */
export function articleWriter(catalogue: Catalogue): ArticleWriter {
  const put = catalogue.prepare('INSERT OR REPLACE INTO bodies VALUES (?, ?, ?, ?, ?, ?)');
  const remove = catalogue.prepare('DELETE FROM bodies WHERE doc = ?');
  return {
    put(doc, article, original) {
      put.run(doc, ...placeValues(placeIn(spoolOf(catalogue), article, original)));
    },
    remove: (doc) => void remove.run(doc),
  };
}

/** Reads the bytes of an article, not verified; undefined where the spool has others, or too few. */
function bytesAt(spool: Spool, [at, size, sum]: Place, room: Room): Buffer | undefined {
  const bytes = room(size);
  return spool.fill(bytes, size, at) === size && sumIn(bytes) === sum ? bytes : undefined;
}

/** Returns the article of a window; undefined where it has none, or an older state of its bytes. */
function articleIn(window: SpoolWindow, [at, size, sum]: Place): Article | undefined {
  const bytes = window(size, at);
  if (bytes === undefined || sumIn(bytes) !== sum) return undefined;
  try {
    return decodeArticle(bytes);
  } catch (error) {
    if (error instanceof ArticleBytesError) return undefined;
    throw error;
  }
}

/** Returns a buffer of some size, whose content is not cleared. */
type Room = (size: number) => Buffer;

/** Reads the bytes received of an article; undefined where they are not kept. */
function originalAt(
  spool: Spool,
  [at, size, , originalSize, originalSum]: Place,
  room: Room = Buffer.allocUnsafeSlow,
): StoredOriginal | undefined {
  if (originalSize === null || originalSum === null) return undefined;
  const bytes = room(originalSize);
  const isWhole = spool.fill(bytes, originalSize, at + size) === originalSize;
  if (!isWhole || crc32(bytes) !== originalSum) throw new ArticleBytesError(true);
  return { bytes, sum: originalSum };
}

/** Returns the bytes received of an article from a window; undefined where it has none, or an older state of them. */
function originalIn(
  window: SpoolWindow,
  [at, size, , originalSize, sum]: Place,
): StoredOriginal | undefined {
  if (originalSize === null || sum === null) return undefined;
  const bytes = window(originalSize, at + size);
  return bytes !== undefined && crc32(bytes) === sum ? { bytes, sum } : undefined;
}

/** Returns a reader of the stored articles. */
export function articleReader(catalogue: Catalogue): ArticleReader {
  const find = catalogue.prepare(
    'SELECT at, size, sum, original_size, original_sum FROM bodies WHERE doc = ?',
  );
  find.setReturnArrays(true);
  /** Reused, as decoding copies everything. */
  const articleRoom = reusedBuffer();
  const originalRoom = reusedBuffer();
  const placeOf = (doc: number): Place | undefined => find.get(doc) as unknown as Place | undefined;
  // Bytes of a spool that was replaced have other checksums.
  const fill: Spool['fill'] = (...given) => spoolOf(catalogue).fill(...given);
  const [articleWindow, originalWindow] = [spoolWindow({ fill }), spoolWindow({ fill })];

  function articleAt(place: Place | undefined): Article {
    if (place === undefined) return decodeArticle(undefined);
    const near = articleIn(articleWindow, place);
    return near ?? decodeArticle(bytesAt(spoolOf(catalogue), place, articleRoom));
  }
  function storedAt(place: Place | undefined): StoredArticle {
    const article = articleAt(place);
    if (place === undefined || place[3] === null) return { article, original: undefined };
    const read = (): Uint8Array => originalAt(spoolOf(catalogue), place)?.bytes ?? new Uint8Array();
    return { article, original: read };
  }
  function bytesOf(doc: number): Uint8Array | undefined {
    const place = placeOf(doc);
    return place && bytesAt(spoolOf(catalogue), place, Buffer.allocUnsafeSlow);
  }
  return {
    bytes: bytesOf,
    article: (doc) => articleAt(placeOf(doc)),
    compiled({ article, original }) {
      if (article instanceof Uint8Array) {
        return { article: decodeArticle(article), original: original && (() => original) };
      }
      const { at, size, sum, original: kept } = article;
      return storedAt([at, size, sum, kept?.size ?? null, kept?.sum ?? null]);
    },
    read: (doc) => storedAt(placeOf(doc)),
    original(doc) {
      const place = placeOf(doc);
      if (place === undefined) return undefined;
      const near = originalIn(originalWindow, place);
      return near ?? originalAt(spoolOf(catalogue), place, originalRoom);
    },
    check(doc) {
      checkedBytes(bytesOf(doc));
      const place = placeOf(doc);
      if (place !== undefined) originalAt(spoolOf(catalogue), place);
    },
  };
}
