import type { Diagnostic } from '../model/diagnostic.ts';
import { maxQuoted } from '../model/limits.ts';
import { nothingEmbedded } from '../sources/html/embedded-nodes.ts';
import { isWebUrl } from '../sources/metadata-forms.ts';
import { meaningOf } from '../sources/publication-words.ts';
import { type HtmlBody, htmlBody, htmlLine } from './html-body.ts';
import { filledMetadata, type ImportedArticle, type ImportResult } from './imported-article.ts';
import { dayOf } from './json-dates.ts';
import { addressOf, contentOf, firstField, type JsonLookup, lineOf } from './json-fields.ts';
import { authorsOf, termsOf } from './json-people.ts';
import {
  isJsonObject,
  type JsonObject,
  jsonAt,
  jsonField,
  jsonList,
  jsonText,
  unwrapped,
} from './json-values.ts';
import { embeddedReport } from './left-out-report.ts';
import { oldAliases } from './old-aliases.ts';
import { withoutShortcodes } from './shortcodes.ts';

/** Where an item stands in a dump. */
export interface JsonPosition {
  readonly file: string;
  readonly line?: number;
  readonly lookup: JsonLookup;
}

const tag =
  /<\/?(?:p|br|div|span|h[1-6]|ul|ol|li|blockquote|strong|em|b|i|a|img|table|figure)\b[^<>]*>/i;
const blockTag = /<(?:p|div|h[1-6]|ul|ol|blockquote|table|figure)\b/i;
const markdownSign = /^#{1,6} \S|\*\*\S|^[-*] \S|^> \S|\[[^\]\n]+\]\((?:https?:|\/)/m;

function bodyOf(
  content: string,
  isHtml: boolean,
  base: string | undefined,
  isWordPress: boolean,
): HtmlBody {
  if (isHtml || isWordPress || tag.test(content)) {
    const lineEnds =
      isHtml || (blockTag.test(content) && !content.includes('<!-- wp:')) ? 'space' : 'lines';
    return htmlBody(withoutShortcodes(content), {
      base,
      lineEnds: content.includes('<!-- wp:') ? 'paragraphs' : lineEnds,
    });
  }
  const text = content.replace(/\r\n?/g, '\n').trim();
  const format = markdownSign.test(text) ? 'markdown' : 'text';
  return {
    body: text === '' ? '' : `${text}\n`,
    format,
    isReduced: false,
    embedded: nothingEmbedded,
  };
}

/** The state of an article in its system: public, held back by a word, protected, or none of its articles. */
type State = 'public' | { readonly status: string } | 'protected' | 'page' | 'attachment' | 'other';

/** Returns the state of an item; one that is not known to be public is held back. */
function stateOf(item: JsonObject): State {
  const type = jsonText(jsonField(item, 'post_type') ?? jsonField(item, 'type')).toLowerCase();
  if (type === 'page' || type === 'attachment') return type;
  if (
    /^(?:revision|nav_menu_item|wp_block|wp_template|custom_css|oembed_cache|media|user|file)$/.test(
      type,
    )
  )
    return 'other';
  const content = jsonField(item, 'content');
  const isProtected =
    typeof content === 'object' &&
    content !== null &&
    'protected' in content &&
    content.protected === true;
  if (isProtected || jsonText(jsonField(item, 'post_password')) !== '') return 'protected';
  for (const name of ['status', 'post_status', 'state', 'moderation_state', 'visibility']) {
    const value = jsonField(item, name);
    if (value === false || value === 0) return { status: 'unpublished' };
    if (typeof value !== 'string' || value.trim() === '') continue;
    const meaning = meaningOf(value);
    // Ghost's visibility says who reads it, and a state may be that of something else.
    if (meaning === 'held' || meaning === 'no' || (meaning === 'unknown' && /status/.test(name)))
      return { status: value };
  }
  if (
    jsonField(item, 'draft') === true ||
    jsonField(item, 'published') === false ||
    jsonField(item, '_draft') === true
  )
    return { status: 'draft' };
  // Strapi and others leave the day empty until an article is published.
  const isOpen = ['publishedAt', 'published_at'].some(
    (name) => Object.hasOwn(item, name) && item[name] === null,
  );
  return isOpen && jsonField(item, 'status') === undefined ? { status: 'draft' } : 'public';
}

/** Returns the summary where it is more than the beginning of the text. */
function summaryOf(item: JsonObject, body: string): string {
  const summary = lineOf(item, 'excerpt').replace(/\s*(?:\[?…\]?|\.{3}|&hellip;)\s*$/, '');
  const start = body
    .replace(/[*_\\#>[\]]/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 2000);
  return summary.length > 1000 || start.includes(summary.slice(0, 60))
    ? ''
    : lineOf(item, 'excerpt');
}

/** Returns the picture above an article; none where it stands in the text as well. */
function leadPicture(item: JsonObject, content: string): readonly string[] {
  const media = jsonList(jsonAt(item, '_embedded.wp:featuredmedia'))[0];
  const candidates = [
    isJsonObject(media) ? jsonField(media, 'source_url') : undefined,
    ...['jetpack_featured_media_url', 'feature_image', 'featured_image', 'cover_image'].map(
      (name) => jsonField(item, name),
    ),
  ];
  const address = candidates.find((one) => typeof one === 'string' && isWebUrl(one));
  if (typeof address !== 'string') return [];
  // Copies in other sizes have a number before the ending.
  const file = /([^/]+?)(?:-\d+x\d+)?\.\w+$/.exec(address)?.[1] ?? address;
  return content.includes(file) ? [] : [address];
}

/** Tells whether a value of a dump has what an article has: a text. */
export const hasContent = (item: JsonObject): boolean =>
  contentOf(unwrapped(item)).content.trim() !== '';

/** Reads an article of a dump of a content system. Never throws. */
export function jsonArticle(value: JsonObject, { file, line, lookup }: JsonPosition): ImportResult {
  const item = unwrapped(value);
  const state = stateOf(item);
  if (typeof state === 'string' && state !== 'public') return { excluded: state, diagnostics: [] };
  const at = { severity: 'warning', file, ...(line === undefined ? {} : { line }) } as const;
  const { content, isHtml } = contentOf(item);
  const url = addressOf(item);
  const isWordPress =
    jsonField(item, '_links') !== undefined || jsonField(item, 'post_type') !== undefined;
  const { isReduced, embedded, ...body } = bodyOf(content, isHtml, url, isWordPress);
  if (body.body === '')
    return { excluded: 'empty', diagnostics: [{ ...at, rule: 'import-json-part', values: {} }] };
  const title = lineOf(item, 'title');
  const { date, written } = dayOf(item, 'date');
  const { date: updated } = dayOf(item, 'updated');
  // Drupal gives the path only, without the name of the site.
  const path = jsonText(jsonAt(item, 'path.alias')).trim();
  const slug = jsonText(firstField(item, 'slug')).trim() || (path.split('/').at(-1) ?? '');
  const id = jsonText(firstField(item, 'id')).trim();
  const source = htmlLine(
    jsonText(
      jsonField(item, 'source') ?? jsonField(item, 'publication') ?? jsonField(item, 'newspaper'),
    ),
  );
  const article: ImportedArticle = {
    key: url ?? (id === '' ? `${title}\n${written}` : `${file.split('/').at(-1) ?? ''}#${id}`),
    url,
    names: [slug, decoded(slug), ...(id === '' ? [] : [`article-${id}`])].filter(
      (name) => name !== '',
    ),
    metadata: filledMetadata({
      title,
      standfirst: summaryOf(item, body.body),
      authors: authorsOf(item, lookup),
      date,
      updated: updated !== undefined && date !== undefined && updated > date ? updated : undefined,
      source: /^https?:/.test(source) ? '' : source,
      ...termsOf(item, lookup),
      images: leadPicture(item, content),
      url,
      aliases: oldAliases(
        url ?? (path.startsWith('/') ? `https://old.invalid${path}` : undefined),
        isWordPress ? id : '',
      ),
    }),
    ...(typeof state === 'string' ? {} : { status: state.status }),
    ...body,
  };
  const diagnostics: Diagnostic[] = [...embeddedReport(embedded, file, line)];
  if (written !== '' && date === undefined)
    diagnostics.push({
      ...at,
      rule: 'import-date',
      values: { value: written.slice(0, maxQuoted) },
    });
  if (isReduced) diagnostics.push({ ...at, rule: 'html-reduced', values: {} });
  if ((title + body.body).includes('\ufffd'))
    diagnostics.push({ ...at, rule: 'import-replaced', values: {} });
  return { article, ...(line === undefined ? {} : { line }), diagnostics };
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
