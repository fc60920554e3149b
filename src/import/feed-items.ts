import type { Diagnostic } from '../model/diagnostic.ts';
import type { ExclusionReason } from '../model/import-figures.ts';
import { maxQuoted, maxRecordBytes } from '../model/limits.ts';
import { isWebUrl } from '../sources/metadata-forms.ts';
import { type Attachments, pictureOfPost } from './attachments.ts';
import { feedBody } from './feed-body.ts';
import { htmlLine } from './html-body.ts';
import {
  filledMetadata,
  type ImportedArticle,
  type ImportResult,
  type SeedMetadata,
} from './imported-article.ts';
import { picturesOfItem } from './item-pictures.ts';
import { embeddedReport } from './left-out-report.ts';
import { oldAliases } from './old-aliases.ts';
import { readDates } from './read-date.ts';
import type { XmlChannel, XmlItem, XmlStep } from './xml-fields.ts';
import { xmlItems } from './xml-items.ts';

/** Reads articles from a stream of text. */
export interface FeedReader {
  /** Takes text; yields the items that end in it. */
  push(text: string): Generator<ImportResult>;
  /** Leaves the current item, because what follows it is lost. */
  breakOff(): void;
  /** Whether the rest of the stream is not read. */
  isDone(): boolean;
  /** Ends the stream; yields the rest. `isDamaged`: that the stream is truncated has been reported. */
  end(isDamaged?: boolean): Generator<ImportResult>;
}

/** The fields of an item, by name. */
interface Fields {
  /** The first field of the first of these names that is not empty; trimmed. */
  readonly text: (...names: readonly string[]) => string;
  readonly all: XmlItem['fields'];
}

const fieldsOf = ({ fields }: Pick<XmlItem, 'fields'>): Fields => ({
  all: fields,
  text: (...names) => {
    for (const name of names) {
      const field = fields.get(name)?.find(({ text }) => text.trim() !== '');
      if (field !== undefined) return field.text.trim();
    }
    return '';
  },
});

/** Returns the URL of the article's page: the text of RSS's link, or Atom's alternate link. */
function urlOf({ all, text }: Fields): string | undefined {
  const links = all.get('link') ?? [];
  const atom = links.find(
    ({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate',
  );
  const url = text('link') || (atom?.attributes.get('href') ?? '').trim();
  return isWebUrl(url) ? url : undefined;
}

/** Returns an author's name: RSS has `address (name)` (RSS 2.0, author); an e-mail address is no name. */
const authorName = (written: string): string =>
  (/\(([^()]+)\)\s*$/.exec(written)?.[1] ?? (written.includes('@') ? '' : written)).trim();

/** Categories that WordPress assigns to posts without one. */
const uncategorized = /^(?:uncategori[sz]ed|غير مصنف|بدون تصنيف)$/i;

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

/**
 * Returns sections and subjects: a feed's categories are subjects; WordPress distinguishes sections
 * from tags.
 */
function topicsOf({ all }: Fields): Pick<SeedMetadata, 'section' | 'topics'> {
  const categories = (all.get('category') ?? []).map(({ text, attributes }) => ({
    name: htmlLine(text === '' ? (attributes.get('label') ?? attributes.get('term') ?? '') : text),
    domain: attributes.get('domain') ?? '',
  }));
  const named = categories.filter(({ name, domain }) => name !== '' && domain !== 'post_format');
  const isSection = ({ name, domain }: (typeof named)[number]): boolean =>
    domain === 'category' && !uncategorized.test(name);
  const section = named.find(isSection)?.name;
  const topics = unique(
    named
      .filter(({ name, domain }) => domain !== 'category' || !uncategorized.test(name))
      .map(({ name }) => name)
      .filter((name) => name !== section),
  );
  return {
    ...(section === undefined ? {} : { section }),
    ...(topics.length === 0 ? {} : { topics }),
  };
}

/** Returns why a WordPress post was not public; undefined where it was. */
function exclusionOf({ text }: Fields): ExclusionReason | undefined {
  const type = text('wp:post_type');
  if (type === '') return undefined;
  if (type === 'page' || type === 'attachment') return type;
  if (type !== 'post') return 'other';
  if (text('wp:post_password') !== '') return 'protected';
  return text('wp:status') === 'publish' ? undefined : 'draft';
}

/** Returns the date as written; WordPress writes an unknown one as zeros. */
function writtenDate({ text }: Fields): string {
  const dates = [text('wp:post_date'), text('pubDate', 'published', 'dc:date', 'updated')];
  const date = dates.find((one) => one !== '' && !one.startsWith('0000')) ?? '';
  // A site with a Hijri calendar writes it with the time of day.
  return date.replace(/^(1[345]\d\d-\d\d-\d\d)[ T][\d:]+$/, '$1');
}

function decodedSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** Returns the article's HTML, and the summary where it is more than the beginning of the text. */
function contentOf({ text }: Fields): { readonly html: string; readonly summary: string } {
  const fullText = text('content:encoded', 'content');
  const excerpt = text('excerpt:encoded');
  const summaryField = text('description', 'summary');
  if (text('wp:post_type') !== '') return { html: fullText, summary: htmlLine(excerpt) };
  if (fullText === '') return { html: summaryField, summary: '' };
  const summary = htmlLine(summaryField);
  const summaryStart = summary.replace(/\s*(?:\[…\]|…|\.\.\.|\[&hellip;\]).*$/s, '');
  return { html: fullText, summary: htmlLine(fullText).startsWith(summaryStart) ? '' : summary };
}

function authorsOf({ all }: Fields, channel: XmlChannel): readonly string[] {
  const candidates = ['author/name', 'dc:creator', 'author'].map((name) => all.get(name) ?? []);
  const written = candidates.find((creators) => creators.length > 0) ?? [];
  return unique(
    written
      .map(({ text }) => htmlLine(channel.authors.get(text.trim()) ?? authorName(text)))
      .filter((name) => name !== ''),
  );
}

/** Returns warnings about an item that is imported nevertheless. */
function warningsOf(
  item: XmlItem,
  text: string,
  written: string,
  file: string,
): readonly Diagnostic[] {
  const at = { severity: 'warning', file, line: item.line } as const;
  const warnings: Diagnostic[] = [];
  if (item.error !== undefined) {
    warnings.push({ ...at, rule: 'import-malformed', values: { reason: item.error } });
  }
  if (written !== '' && readDates(written) === undefined) {
    warnings.push({ ...at, rule: 'import-date', values: { value: written.slice(0, maxQuoted) } });
  }
  if (text.includes('\ufffd')) warnings.push({ ...at, rule: 'import-replaced', values: {} });
  return warnings;
}

function readItem(
  item: XmlItem,
  channel: XmlChannel,
  file: string,
  attachments: Attachments,
): ImportResult {
  const fields = fieldsOf(item);
  const excluded = exclusionOf(fields);
  if (excluded !== undefined) return { excluded, diagnostics: [] };
  if (item.isTooLarge) {
    const values = { limit: maxRecordBytes };
    const at = { severity: 'error', file, line: item.line } as const;
    return { diagnostics: [{ ...at, rule: 'import-item-too-large', values }] };
  }
  const url = urlOf(fields);
  const { html, summary } = contentOf(fields);
  const { isReduced, embedded, ...body } = feedBody(
    html,
    url,
    fields.text('wp:post_type') === '' ? undefined : attachments,
  );
  if (body.body === '') return { excluded: 'empty', diagnostics: [] };
  const title = htmlLine(fields.text('title'));
  const written = writtenDate(fields);
  const guid = fields.text('guid', 'id');
  const names = [decodedSlug(fields.text('wp:post_name')), guid];
  const article: ImportedArticle = {
    // A guid that is not a URI is unique within its feed only.
    key: (guid.includes(':') ? guid : url) || guid || `${title}\n${written}`,
    url,
    names: names.filter((name) => name !== ''),
    metadata: filledMetadata({
      title,
      standfirst: summary,
      authors: authorsOf(fields, channel),
      ...readDates(written),
      source: htmlLine(fields.text('source') || fieldsOf(channel).text('title')),
      ...topicsOf(fields),
      url,
      aliases: oldAliases(url, fields.text('wp:post_id')),
      rights: htmlLine(fields.text('rights', 'dc:rights')),
      images:
        pictureOfPost(fields.all.get('wp:postmeta'), attachments) ?? picturesOfItem(item, html),
    }),
    ...body,
  };
  const diagnostics = [
    ...warningsOf(item, title + body.body, written, file),
    ...embeddedReport(embedded, file, item.line),
  ];
  const reduced = { rule: 'html-reduced', severity: 'warning', file, line: item.line } as const;
  return {
    ...{ article, line: item.line },
    diagnostics: isReduced ? [...diagnostics, { ...reduced, values: {} }] : diagnostics,
  };
}

/**
 * Returns a reader of the articles of an RSS or Atom feed, or a WordPress export: title, summary,
 * displayed authors, date, section and tags, URL and text of published posts.
 *
 * @param file path for diagnostics
 * @param attachments of a WordPress export, by which a post's own picture is found
 */
export function feedArticles(file: string, attachments: Attachments = new Map()): FeedReader {
  const items = xmlItems(file);
  const toResult = ({ item, diagnostics }: XmlStep): ImportResult =>
    item === undefined ? { diagnostics } : readItem(item, items.channel, file, attachments);
  return {
    *push(text) {
      for (const step of items.push(text)) yield toResult(step);
    },
    breakOff: items.breakOff,
    isDone: items.isDone,
    *end(isDamaged) {
      for (const step of items.end(isDamaged)) yield toResult(step);
    },
  };
}
