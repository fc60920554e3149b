import type { Archive } from '../model/archive.ts';
import type { Config } from '../model/config.ts';
import type { Messages } from '../model/messages.ts';

/** What an output is made from: the settings of the site and read-only queries of its archive. */
export interface OutputSource {
  readonly config: Config;
  readonly messages: Messages;
  readonly archive: Archive;
  /** Yields the places of all pages under `dist/`, in order, but for that of lost readers. */
  pageUrls(): Iterable<string>;
  /** Place of the front page. */
  readonly homePage: string;
  /** Place of the page that searches; undefined where the archive is not searched. */
  readonly searchPage: string | undefined;
}

/** A file of the site that is no page. */
export interface OutputFile {
  /** Place under `dist/`. */
  readonly outputPath: string;
  readonly content: string | Uint8Array;
}

/** Files of the site that are no pages: a feed, `robots.txt`, the sitemaps. */
export interface Output {
  readonly name: string;
  /** Matches the output's places, or the folder of its own, in lower case: no article may be written there. */
  readonly reserves: RegExp;
  /** `pages`: made again only where a page came or went; `archive`: at every build. */
  readonly changesWith: 'archive' | 'pages';
  /** Yields the files one at a time; none where the site has no such output. */
  files(source: OutputSource): Iterable<OutputFile>;
}
