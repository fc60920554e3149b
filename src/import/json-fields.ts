import { isWebUrl } from '../sources/metadata-forms.ts';
import { htmlLine } from './html-body.ts';
import { isRichText, richTextHtml } from './json-rich-text.ts';
import { isJsonObject, type JsonObject, jsonField, jsonText } from './json-values.ts';

/** The tables of a dump to which its articles refer by numbers or names. */
export type JsonLookup = (kind: 'author' | 'term', id: string) => string | undefined;

/** Names of the fields of an article in content systems, by precedence. */
export const fieldNames = {
  content: [
    ...[
      'content',
      'html',
      'body',
      'post_content',
      'content_html',
      'contentHtml',
      'articleBody',
      'bodyHtml',
      'body_html',
    ],
    ...[
      'fulltext',
      'full_text',
      'introtext',
      'text',
      'article',
      'details',
      'field_body',
      'plaintext',
      'markdown',
      'النص',
      'المحتوى',
    ],
  ],
  title: ['title', 'headline', 'post_title', 'name', 'titleText', 'العنوان'],
  date: [
    ...[
      'date',
      'published_at',
      'publishedAt',
      'post_date',
      'datePublished',
      'publishDate',
      'publish_date',
    ],
    ...[
      'publication_date',
      'publicationDate',
      'pubDate',
      'pub_date',
      'published_on',
      'publish_up',
      'date_published',
    ],
    ...['firstPublishedAt', 'published', 'field_date', 'التاريخ', 'تاريخ النشر'],
    ...['created_at', 'createdAt', 'created', 'dateCreated', '_createdAt'],
  ],
  updated: [
    'modified',
    'updated_at',
    'updatedAt',
    'changed',
    'post_modified',
    'dateModified',
    'date_modified',
    'lastmod',
    '_updatedAt',
  ],
  url: [
    'link',
    'url',
    'permalink',
    'canonical_url',
    'canonicalUrl',
    'uri',
    'href',
    'guid',
    'الرابط',
  ],
  slug: ['slug', 'post_name', 'alias', 'url_name'],
  excerpt: [
    'excerpt',
    'custom_excerpt',
    'standfirst',
    'summary',
    'dek',
    'lead',
    'post_excerpt',
    'subtitle',
    'description',
    'intro',
    'الملخص',
  ],
  authors: [
    'authors',
    'author',
    'primary_author',
    'byline',
    'creator',
    'writer',
    'author_name',
    'post_author',
    'uid',
    'created_by',
    'الكاتب',
  ],
  section: ['section', 'category', 'categories', 'primary_category', 'channel', 'القسم'],
  topics: ['tags', 'keywords', 'topics', 'subjects', 'field_tags', 'الوسوم'],
  id: ['id', '_id', 'ID', 'uuid', 'nid', 'documentId', 'guid'],
} as const;

/** Returns the first of some fields that holds something. */
export function firstField(item: JsonObject, kind: keyof typeof fieldNames): unknown {
  return fieldNames[kind]
    .map((name) => jsonField(item, name))
    .find((value) => value !== undefined && value !== null && value !== '' && value !== false);
}

/** Returns the line of a field of a kind: its text without marks. */
export const lineOf = (item: JsonObject, kind: keyof typeof fieldNames): string =>
  htmlLine(jsonText(firstField(item, kind)));

/** Returns the URL of an article; undefined where it has none that is whole. */
export function addressOf(item: JsonObject): string | undefined {
  const written = fieldNames.url.map((name) => jsonText(jsonField(item, name)).trim());
  return written.find((url) => isWebUrl(url) && !/[?&]p=\d+$/.test(url)) ?? written.find(isWebUrl);
}

/** Returns the content of an article as HTML, or as the text that it is. */
export function contentOf(item: JsonObject): {
  readonly content: string;
  readonly isHtml: boolean;
} {
  for (const name of fieldNames.content) {
    const value = jsonField(item, name);
    if (value === undefined || value === null) continue;
    if (isRichText(value)) return { content: richTextHtml(value), isHtml: true };
    const text = jsonText(value);
    if (text.trim() === '') continue;
    const isMarked =
      isJsonObject(value) &&
      (jsonField(value, 'rendered') !== undefined || jsonField(value, 'processed') !== undefined);
    const intro = name === 'fulltext' ? jsonText(jsonField(item, 'introtext')) : '';
    return { content: intro + text, isHtml: isMarked || name === 'html' };
  }
  return { content: '', isHtml: false };
}
