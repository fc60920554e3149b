import type { Article } from '../model/article.ts';
import type { DownloadForm } from '../model/download.ts';

/** What a file of one article is made from. */
export interface ArticleOutputSource {
  readonly article: Article;
  /** The bytes from which it was read, where they are kept. */
  readonly original: Uint8Array | undefined;
  /** Whole address of its page, where it is known. */
  readonly permalink: string | undefined;
}

/** A file beside the page of each article, by which it can be taken away. */
export interface ArticleOutput<F extends DownloadForm = DownloadForm> {
  readonly form: F;
  /** The folder of its own in which its files are, with a slash at its end; empty where they are beside the pages. */
  readonly folder: string;
  /** Returns the ending of the file of an article, without its dot. */
  extension(article: Article): string;
  /** Matches the endings of any article's file. */
  readonly extensions: RegExp;
  /** Returns the file's content, or undefined where the article has no such file. */
  content(source: ArticleOutputSource): string | Uint8Array | undefined;
}
