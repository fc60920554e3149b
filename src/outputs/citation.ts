import type { Article } from '../model/article.ts';
import type { Citation } from '../model/citation.ts';
import { certainMetadata } from './certain-metadata.ts';
import { identifiersOf } from './identifiers.ts';
import { modifiedDate } from './modified-date.ts';

/** Digits of a content hash that name a version: two versions of one text never share them by chance. */
const versionDigits = 12;

/** What the citation of an article says besides its metadata. */
export interface CitationContext {
  /** URL of its page, where `baseUrl` is set. */
  readonly permalink: string | undefined;
  /** Language code of the article. */
  readonly language: string;
  /** Name of the archive; the citation names neither archive nor version without it. */
  readonly archive?: string;
}

/** Returns the archive, the version of the text and the day of its last change, as far as they are known. */
function archiveFields(archive: string, { provenance, metadata }: Article): Partial<Citation> {
  const changed = modifiedDate(metadata);
  return {
    archive,
    ...(provenance.sha256 === undefined
      ? {}
      : { version: provenance.sha256.slice(0, versionDigits) }),
    ...(changed === undefined ? {} : { changed }),
  };
}

/**
 * Returns the citation of an article. Its URL is the permalink, else that of the first publication. The version is that
 * of the text, not of the archive: a page must not change because another article is added.
 */
export function citationOf(
  article: Article,
  { permalink, language, archive }: CitationContext,
): Citation {
  const { id, title } = article;
  const metadata = certainMetadata(article);
  const { authors = [], source, date, volume, issue, page, url } = metadata;
  const identifiers = identifiersOf(metadata);
  return {
    ...{ id, title, authors, source, date, issue, page },
    ...(volume === undefined ? {} : { volume }),
    url: permalink ?? url,
    language,
    ...(identifiers.length === 0 ? {} : { identifiers }),
    ...(archive === undefined ? {} : archiveFields(archive, article)),
  };
}
