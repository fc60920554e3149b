import { machineDate } from '../calendar/dates.ts';
import { address } from '../model/address.ts';
import type { Article } from '../model/article.ts';
import { licenseOf } from '../model/license.ts';
import type { Metadata } from '../model/metadata.ts';
import type { MetaTag, PageHead } from '../model/page.ts';
import type { ShownPicture } from '../model/picture.ts';
import { agencyOf, certainMetadata } from '../outputs/certain-metadata.ts';
import { doiOf, identifiersOf } from '../outputs/identifiers.ts';
import { modifiedDate } from '../outputs/modified-date.ts';
import { linkedData } from './linked-data.ts';

/** Input of `articleHead` besides the article. */
export interface HeadContext {
  readonly siteName: string;
  /** Language of the article. */
  readonly language: string;
  /** URL of the page, where `baseUrl` is set. */
  readonly permalink: string | undefined;
  /** URL of the archive, where it is set. */
  readonly baseUrl?: string | undefined;
}

/** Returns the picture for link previews: the first that is no drawing, which they do not show. */
const ownPicture = ({ pictures }: Article): ShownPicture | undefined =>
  pictures?.find(({ mediaType }) => mediaType !== 'image/svg+xml');

/**
 * Returns an article's metadata for programs: reference managers (Highwire's `citation_`, Dublin Core),
 * link previews (Open Graph) and search engines (schema.org).
 */
export function articleHead(article: Article, context: HeadContext): PageHead {
  const { title } = article;
  const metadata = certainMetadata(article);
  const {
    authors = [],
    source,
    section,
    date,
    topics = [],
    volume,
    issue,
    page,
    rights,
  } = metadata;
  const { siteName, permalink, baseUrl } = context;
  const day = date === undefined ? undefined : machineDate(date);
  const tags: MetaTag[] = [];
  function tag(name: string, content: string | undefined, property?: string): void {
    if (content !== undefined && content !== '') tags.push({ name, content, property });
  }
  tag('citation_title', title, 'og:title');
  for (const author of authors) tag('citation_author', author);
  // Highwire dates have slashes.
  tag('citation_publication_date', day?.replaceAll('-', '/'));
  tag('citation_volume', volume);
  tag('citation_issue', issue);
  tag('citation_firstpage', page);
  tag('citation_language', context.language);
  tag('citation_public_url', permalink, 'og:url');
  tag('DC.type', 'newspaperArticle');
  tag('DC.title', title);
  for (const author of authors) tag('DC.creator', author);
  tag('DC.date', day, date?.day === undefined ? undefined : 'article:published_time');
  tag('DC.publisher', source);
  tag('DC.source', source);
  for (const topic of topics) tag('DC.subject', topic);
  tag('DC.language', context.language);
  tag('DC.rights', rights);
  tag('DCTERMS.license', metadata.license && licenseAddress(metadata.license));
  tag('DC.identifier', permalink);
  const identifiers = identifiersOf(metadata);
  for (const { kind, value } of identifiers) {
    tag('DC.identifier', kind === 'doi' ? `doi:${value}` : value);
  }
  tag('citation_doi', doiOf(identifiers));
  tag('og:type', 'article');
  tag('og:site_name', siteName);
  const modified = modifiedDate(metadata);
  tag('article:modified_time', modified && machineDate(modified));
  const picture = ownPicture(article);
  if (picture !== undefined && baseUrl !== undefined) {
    tag('og:image', address(baseUrl, picture.outputPath));
    tag('og:image:type', picture.mediaType);
    tag('og:image:width', String(picture.width));
    tag('og:image:height', String(picture.height));
    tag('og:image:alt', picture.alt);
    tag('twitter:card', 'summary_large_image');
  }
  // Zotero reads the newspaper's section here.
  tag('article:section', section);
  return {
    tags,
    linkedData: permalink === undefined ? undefined : newsArticle(article, context, permalink),
  };
}

/** Returns the address of a licence, else its name. */
const licenseAddress = (written: string): string => {
  const { name, url } = licenseOf(written);
  return url ?? name;
};

/** Returns the persistent identifiers of an article in schema.org; undefined where it has none. */
function linkedIdentifiers(metadata: Metadata): readonly object[] | undefined {
  const identifiers = identifiersOf(metadata);
  if (identifiers.length === 0) return undefined;
  return identifiers.map(({ kind, value, url }) => ({
    '@type': 'PropertyValue',
    propertyID: kind === 'other' ? undefined : kind.toUpperCase(),
    value,
    url,
  }));
}

/**
 * Returns the article as a NewsArticle of schema.org, without unknown properties. The description is that of the page, which
 * search engines read there.
 */
function newsArticle(
  article: Article,
  { siteName, language, baseUrl }: HeadContext,
  permalink: string,
): string {
  const { title, words } = article;
  const metadata = certainMetadata(article);
  const {
    authors = [],
    source,
    section,
    date,
    dateline,
    topics,
    page,
    url,
    corrections,
    rights,
    license,
    series,
    part,
  } = metadata;
  const modified = modifiedDate(metadata);
  const agency = agencyOf(article);
  const certain = date !== undefined && !date.uncertain && !date.approximate;
  return linkedData({
    '@type': 'NewsArticle',
    '@id': permalink,
    url: permalink,
    headline: title,
    image:
      baseUrl === undefined
        ? undefined
        : article.pictures?.map(({ outputPath, caption, credit, width, height }) => ({
            '@type': 'ImageObject',
            url: address(baseUrl, outputPath),
            ...{ width, height, caption },
            creditText: credit,
          })),
    inLanguage: language,
    datePublished: certain ? machineDate(date) : undefined,
    dateModified: modified && machineDate(modified),
    correction: corrections?.map(({ text, date: day }) => ({
      '@type': 'CorrectionComment',
      text,
      datePublished: day && machineDate(day),
    })),
    identifier: linkedIdentifiers(metadata),
    author: authors.length === 0 ? undefined : authors.map((name) => ({ '@type': 'Person', name })),
    publisher: source === undefined ? undefined : { '@type': 'Organization', name: source },
    sourceOrganization:
      agency === undefined ? undefined : { '@type': 'Organization', name: agency },
    ...{ articleSection: section, printSection: section, printPage: page, dateline },
    keywords: topics,
    wordCount: words,
    isBasedOn: url,
    license: license && licenseAddress(license),
    copyrightNotice: rights,
    isPartOf:
      series === undefined
        ? { '@type': 'Collection', name: siteName }
        : [
            { '@type': 'Collection', name: siteName },
            { '@type': 'CreativeWorkSeries', name: series },
          ],
    position: part,
  });
}
