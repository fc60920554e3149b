import { encodeArticle } from '../../catalogue/article-bytes.ts';
import { sortKeyOf } from '../../catalogue/sort-key.ts';
import type { Article } from '../../model/article.ts';
import type {
  ArticleIdentity,
  CompiledArticle,
  HeadingNote,
  TermName,
} from '../../model/document.ts';
import { pathKeyOf } from '../../model/old-path.ts';
import type { Entry } from '../../model/page.ts';
import type { HeadingOrigin, HeadingSpan } from '../../model/structure.ts';

/** Returns the listing entry of an article. */
export function toEntry(article: Article): Entry {
  const { id, outputPath, title, description, metadata, readingMinutes } = article;
  const { date, source, language } = metadata;
  return { id, outputPath, title, description, date, source, readingMinutes, language };
}

/** Returns all headings of an article for the report; undefined where recovery found and suggests none. */
function headingNotes(
  article: Article,
  suggestions: readonly HeadingSpan[],
): readonly HeadingNote[] | undefined {
  const { sections } = article;
  const isReported =
    suggestions.length > 0 || sections.some(({ origin }) => origin === 'recovered');
  if (!isReported) return undefined;
  return [
    ...sections.map(({ heading, origin, confidence }) => ({
      ...{ heading, origin, confidence },
      shown: true,
    })),
    ...suggestions.map(({ text, origin, confidence }) => ({
      ...{ heading: text, origin, confidence },
      shown: false,
    })),
  ];
}

/**
 * Returns what an article is recognised by.
 *
 * @param part its number among the articles of a file whose bytes they share
 */
const identityOf = (
  { provenance: { sha256 } }: Article,
  part: number | undefined,
): ArticleIdentity => ({
  hash: sha256.slice(0, 32) + (part === undefined ? '' : `.${part}`),
  isWithheld: false,
});

/** What a row depends on besides the article. */
export interface RowInput extends Pick<CompiledArticle, 'refused' | 'original'> {
  /** Number of the article among several in a file that is not one of records. */
  readonly part: number | undefined;
}

/**
 * Returns what the catalogue stores of an article.
 *
 * @param suggestions headings that recovery suggests but the page does not show
 */
export function articleRow(
  article: Article,
  suggestions: readonly HeadingSpan[],
  { refused, original, part }: RowInput,
): CompiledArticle {
  const { id, outputPath, words, metadata, sections, terms, keywords } = article;
  const countOf = (origin: HeadingOrigin): number =>
    sections.filter((section) => section.origin === origin).length;
  return {
    ...{ id, outputPath, words, refused, original },
    sections: {
      recovered: countOf('recovered'),
      marked: countOf('marked'),
      editor: countOf('editor'),
    },
    pathKey: pathKeyOf(outputPath),
    identity: identityOf(article, part),
    aliases: metadata.aliases ?? [],
    sortKey: sortKeyOf(metadata.date),
    entry: JSON.stringify(toEntry(article)),
    article: encodeArticle(article),
    terms: terms.map(({ kind, slug, name }): TermName => ({ kind, slug, name })),
    keywords: keywords.map(({ key }) => key),
    headings: headingNotes(article, suggestions),
  };
}
