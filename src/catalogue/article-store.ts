import type { Article } from '../model/article.ts';
import { decodeArticle } from './article-bytes.ts';
import type { Catalogue } from './database.ts';

/** A stored article, and the bytes received, where they are kept. */
export interface StoredArticle {
  readonly article: Article;
  readonly original: Uint8Array | undefined;
}

/** Writes stored articles, by document number. */
export interface ArticleWriter {
  /** Stores the bytes that `encodeArticle` returned, replacing earlier ones. */
  put(doc: number, bytes: Uint8Array, original: Uint8Array | undefined): void;
  /** Removes the article of a document. */
  remove(doc: number): void;
}

/** Reads stored articles, by document number. */
export interface ArticleReader {
  /** Returns the stored bytes unchecked; undefined where there are none. */
  bytes(doc: number): Uint8Array | undefined;
  /** Returns the article.
   *
   * @throws ArticleBytesError if it is missing, damaged or of another version */
  article(doc: number): Article;
  /** Returns the article with the bytes received.
   *
   * @throws ArticleBytesError if it is missing, damaged or of another version */
  read(doc: number): StoredArticle;
}

const bytesIn = (column: unknown): Uint8Array | undefined =>
  column instanceof Uint8Array ? column : undefined;

/** Returns a writer of the stored articles. */
export function articleWriter(catalogue: Catalogue): ArticleWriter {
  const put = catalogue.prepare('INSERT OR REPLACE INTO bodies VALUES (?, ?, ?)');
  const remove = catalogue.prepare('DELETE FROM bodies WHERE doc = ?');
  return {
    put: (doc, bytes, original) => void put.run(doc, bytes, original ?? null),
    remove: (doc) => void remove.run(doc),
  };
}

/** Returns a reader of the stored articles. */
export function articleReader(catalogue: Catalogue): ArticleReader {
  const article = catalogue.prepare('SELECT article FROM bodies WHERE doc = ?');
  const both = catalogue.prepare('SELECT article, original FROM bodies WHERE doc = ?');
  return {
    bytes: (doc) => bytesIn(article.get(doc)?.article),
    article: (doc) => decodeArticle(article.get(doc)?.article),
    read(doc) {
      const row = both.get(doc);
      return { article: decodeArticle(row?.article), original: bytesIn(row?.original) };
    },
  };
}
