import { nothingEmbedded } from '../html/embedded-nodes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { maxQuoted } from '../model/limits.ts';
import { type HtmlBody, htmlBody, htmlLine } from './html-body.ts';
import { filledMetadata, type ImportedArticle, type ImportResult } from './imported-article.ts';
import { dayOf } from './json-dates.ts';
import { addressOf, contentOf, firstField, type JsonLookup, lineOf } from './json-fields.ts';
import { authorsOf, termsOf } from './json-people.ts';
import { leadPicture } from './json-picture.ts';
import { jsonState } from './json-state.ts';
import { type JsonObject, jsonAt, jsonField, jsonText, unwrapped } from './json-values.ts';
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

/** Tells whether a value of a dump has what an article has: a text. */
export const hasContent = (item: JsonObject): boolean =>
  contentOf(unwrapped(item)).content.trim() !== '';

/** Reads an article of a dump of a content system. Never throws. */
export function jsonArticle(value: JsonObject, { file, line, lookup }: JsonPosition): ImportResult {
  const item = unwrapped(value);
  const state = jsonState(item);
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
