import { ownFragments } from '../../article/fragments/keep-fragments.ts';
import { machineDate } from '../../calendar/dates.ts';
import { asciiDigits } from '../../calendar/edtf.ts';
import { encodeArticle } from '../../catalogue/article-bytes.ts';
import { sortKeyOf } from '../../catalogue/sort-key.ts';
import type { Article, Provenance } from '../../model/article.ts';
import type { PlainDate } from '../../model/date.ts';
import type {
  ArticleIdentity,
  CompiledArticle,
  HeadingNote,
  TermName,
} from '../../model/document.ts';
import { isShortLink, pathKeyOf } from '../../model/old-path.ts';
import type { Entry } from '../../model/page.ts';
import type { HeadingOrigin, HeadingSpan } from '../../model/structure.ts';
import { modifiedDate } from '../../outputs/modified-date.ts';

const machineDateOf = (date: PlainDate | undefined): string | undefined =>
  date && machineDate(date);

/** Returns the addresses of an article on the site that it was first published on; undefined where none is known. */
function originsOf({ url, aliases = [] }: Article['metadata']): readonly string[] | undefined {
  if (url === undefined && aliases.length === 0) return undefined;
  return [...(url === undefined ? [] : [url]), ...aliases.map((path) => `/${path}`)];
}

/** Least width of a picture in a list, in pixels, on a screen of double density. */
const thumbnailWidth = 224;

/** Returns the first picture of an article for its entry, and the smallest copy that is large enough. */
function entryPicture({ pictures }: Article): Pick<Entry, 'picture'> {
  const [first] = pictures ?? [];
  if (first === undefined) return {};
  const { outputPath, mediaType, width, height, bytes, alt, sizes = [] } = first;
  const thumbnail = sizes.find((size) => size.width >= thumbnailWidth)?.outputPath;
  return {
    picture: {
      ...{ outputPath, mediaType, width, height, bytes },
      ...(alt === undefined ? {} : { alt }),
      ...(thumbnail === undefined ? {} : { thumbnail }),
    },
  };
}

/** Returns the first number of a text («٣ و٤», «ص 12»), of at most six digits; undefined without one. */
function firstNumber(text: string | undefined): number | undefined {
  const digits = text === undefined ? undefined : /\d{1,6}/.exec(asciiDigits(text))?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** Returns the listing entry of an article. */
export function toEntry(article: Article): Entry {
  const { id, outputPath, title, description, metadata, readingMinutes, held } = article;
  const { date, source, language = article.language } = metadata;
  const entry = {
    id,
    outputPath,
    title,
    description,
    date,
    source,
    readingMinutes,
    language,
    held,
  };
  const updated = modifiedDate(metadata);
  const page = firstNumber(metadata.page);
  if (page === undefined && updated === undefined && article.pictures === undefined) return entry;
  return {
    ...entry,
    ...(page === undefined ? {} : { page }),
    ...(updated === undefined ? {} : { updated }),
    ...entryPicture(article),
  };
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
 * @param isWithheld whether something of it is withheld
 */
export const identityOf = (
  { sha256 = '' }: Provenance,
  part: number | undefined,
  isWithheld: boolean,
): ArticleIdentity => ({
  hash: sha256.slice(0, 32) + (part === undefined ? '' : `.${part}`),
  isWithheld,
});

/** What a row depends on besides the article. */
export type RowInput = Pick<
  CompiledArticle,
  'refused' | 'original' | 'publication' | 'identity' | 'pictures' | 'signature'
>;

/**
 * Returns what the catalogue stores of an article.
 *
 * @param suggestions headings that recovery suggests but the page does not show
 */
export function articleRow(
  article: Article,
  suggestions: readonly HeadingSpan[],
  { refused, original, publication, identity, pictures, signature }: RowInput,
): CompiledArticle {
  const { id, outputPath, words, metadata, sections, terms, keywords } = article;
  const countOf = (origin: HeadingOrigin): number =>
    sections.filter((section) => section.origin === origin).length;
  return {
    id,
    outputPath,
    words,
    refused,
    original,
    publication,
    pictures,
    signature,
    sections: {
      recovered: countOf('recovered'),
      marked: countOf('marked'),
      editor: countOf('editor'),
    },
    pathKey: pathKeyOf(outputPath),
    identity,
    aliases: (metadata.aliases ?? []).filter((alias) => !isShortLink(alias)),
    sortKey: sortKeyOf(metadata.date),
    entry: JSON.stringify(toEntry(article)),
    article: encodeArticle(article),
    fragments: ownFragments(article),
    terms: terms.map(({ kind, slug, name }): TermName => ({ kind, slug, name })),
    keywords: keywords.map(({ key }) => key),
    headings: headingNotes(article, suggestions),
    references: article.references,
    modified: machineDateOf(modifiedDate(metadata)),
    origins: originsOf(metadata),
  };
}
