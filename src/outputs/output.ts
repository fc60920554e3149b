import type { Archive } from '../model/archive.ts';
import type { Config } from '../model/config.ts';
import type { Messages } from '../model/messages.ts';
import type { Redirect } from '../model/redirect.ts';

/** Input of an output: the settings of the site, and read-only queries of its archive. */
export interface OutputSource {
  readonly config: Config;
  readonly messages: Messages;
  readonly archive: Archive;
  /** Yields the output paths of all pages in order, without that of `404.html`. */
  pagePaths(): Iterable<string>;
  /** Yields the redirects for a host's list, the most important first. */
  redirects(): Iterable<Redirect>;
  /** Output path of the front page. */
  readonly homePage: string;
  /** Output path of the search page; undefined without search. */
  readonly searchPage: string | undefined;
}

/** A file of an output. */
export interface OutputFile {
  readonly outputPath: string;
  readonly content: string | Uint8Array;
}

/** A kind of files that are no pages: a feed, `robots.txt`, the sitemaps. */
export interface Output {
  readonly name: string;
  /** Matches the output's paths or its folder, in lower case; no article may take them. */
  readonly reserves: RegExp;
  /** `pages`: rebuilt when a page is added or removed; `archive`: in every build. */
  readonly changesWith: 'archive' | 'pages';
  /** Yields the files one at a time; none where the site has none. */
  files(source: OutputSource): Iterable<OutputFile>;
}
