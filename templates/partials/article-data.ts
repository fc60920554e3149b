import type { RelatedArticle } from '../../src/model/archive.ts';
import type { Article } from '../../src/model/article.ts';
import type { Citation, CitationFile } from '../../src/model/citation.ts';
import type { PackedOriginal } from '../../src/model/download.ts';
import type { Download, Entry, OwnFieldFact, PageLink, TermMention } from '../../src/model/page.ts';

/** The data of the page of an article. */
export interface ArticleData {
  readonly article: Article;
  readonly newer: Entry | undefined;
  readonly older: Entry | undefined;
  /** Neighbours among the articles of its source; undefined where both are the same as in the archive. */
  readonly newerOfSource: Entry | undefined;
  readonly olderOfSource: Entry | undefined;
  /** Articles that share rare words with it, with these words. */
  readonly related: readonly RelatedArticle[];
  /** Articles with nearly the same text, as other newspapers printed it; newest first. */
  readonly alsoPublished: readonly Entry[];
  /** Output path of the page of all articles of its date. */
  readonly date: string | undefined;
  readonly source: PageLink | undefined;
  readonly authors: readonly PageLink[];
  readonly section: PageLink | undefined;
  readonly subjects: readonly TermMention[];
  readonly people: readonly TermMention[];
  readonly places: readonly TermMention[];
  /** The fields of the site's own that are shown; absent where there are none. */
  readonly fields?: readonly OwnFieldFact[];
  readonly citation: Citation;
  readonly citationFiles: readonly CitationFile[];
  readonly downloads: readonly Download[];
  /** Where its original is, in a site with packs of originals; absent where it is in none. */
  readonly packed?: PackedOriginal;
  /** Output path of the file that names the version of the archive. */
  readonly version: string;
  /** Address at which readers report a mistake, where the site has one. */
  readonly feedback?: string;
}
