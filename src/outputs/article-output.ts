import type { Article } from '../model/article.ts';
import type { DownloadForm } from '../model/download.ts';
import type { FieldSetting } from '../model/field.ts';

/** Input of an article output. */
export interface ArticleOutputSource {
  readonly article: Article;
  /** The article's original bytes, where they are available. */
  readonly original: Uint8Array | undefined;
  /** The fields that the site declares. */
  readonly fields?: readonly FieldSetting[];
  /** URL of its page, where `baseUrl` is set. */
  readonly permalink: string | undefined;
}

/** A downloadable file for each article. */
export interface ArticleOutput<F extends DownloadForm = DownloadForm> {
  readonly form: F;
  /** The folder of its files, with a slash at the end; empty where they are beside the pages. */
  readonly folder: string;
  /** The extension of the files, without the dot; a function where it depends on the article. */
  readonly extension: string | ((article: Article) => string);
  /** Matches every extension that a file may have. */
  readonly extensions: RegExp;
  /** Returns the content of an article's file; undefined where the article has none. */
  content(source: ArticleOutputSource): string | Uint8Array | undefined;
}
