import type { Article } from '../model/article.ts';
import { decodeArticle } from './article-bytes.ts';
import type { Catalogue } from './database.ts';

/** An article as it is stored, and the bytes it was read from where these are kept. */
export interface StoredArticle {
  readonly article: Article;
  readonly original: Uint8Array | undefined;
}

/** Stores articles by the number of their document. */
export interface ArticleWriter {
  /** Stores the bytes of an article, made by `encodeArticle`, in the place of those before. */
  put(doc: number, bytes: Uint8Array, original: Uint8Array | undefined): void;
  remove(doc: number): void;
}

/** Reads stored articles by the number of their document. */
export interface ArticleReader {
  /** The bytes as they lie there, not checked; undefined where there are none. */
  bytes(doc: number): Uint8Array | undefined;
  /** @throws ArticleBytesError where they are missing, damaged or of another version */
  article(doc: number): Article;
  /** @throws ArticleBytesError as `article` */
  read(doc: number): StoredArticle;
}

const bytesIn = (column: unknown): Uint8Array | undefined =>
  column instanceof Uint8Array ? column : undefined;

/** Opens the store of articles to write. */
export function articleWriter(catalogue: Catalogue): ArticleWriter {
  const put = catalogue.prepare('INSERT OR REPLACE INTO bodies VALUES (?, ?, ?)');
  const remove = catalogue.prepare('DELETE FROM bodies WHERE doc = ?');
  return {
    put: (doc, bytes, original) => void put.run(doc, bytes, original ?? null),
    remove: (doc) => void remove.run(doc),
  };
}

/** Opens the store of articles to read. */
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
