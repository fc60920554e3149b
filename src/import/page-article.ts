import type { BlockContent } from 'mdast';
import { edtfOf } from '../calendar/edtf.ts';
import { parsedHtmlBlocks } from '../html/blocks.ts';
import { isOverHtmlLimits } from '../html/bounds.ts';
import { blocksBody } from '../html/seed-body.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { isWebUrl } from '../sources/metadata-forms.ts';
import { datedNames } from './dated-names.ts';
import { firstLine, htmlLine, withoutFirstLine } from './html-body.ts';
import { filledMetadata, type ImportedArticle, type ImportResult } from './imported-article.ts';
import { embeddedReport, leftOutReport } from './left-out-report.ts';
import { type LinkedArticle, linkedArticle } from './linked-article.ts';
import { mainText } from './main-text.ts';
import { oldAliases } from './old-aliases.ts';
import { type PageMetadata, readPageMetadata } from './page-metadata.ts';
import { readDate } from './read-date.ts';

/** The origin of a page. */
export interface PageSource {
  /** Path for diagnostics. */
  readonly file: string;
  /** Its path below the named folder or in its URL; it names a page without URL. */
  readonly name: string;
  /** Its URL where it is known from elsewhere, as from a web archive. */
  readonly url?: string;
}

const noLinkedArticle: LinkedArticle = {
  ...{ headline: '', description: '', datePublished: '', dateModified: '', articleBody: '' },
  ...{ section: '', publisher: '', url: '' },
  ...{ authors: [], keywords: [] },
};

/** Metadata names of the publication date, the most reliable first. */
const dateNames = [
  ...['article:published_time', 'datepublished', 'citation_publication_date', 'citation_date'],
  ...[
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date',
    'dcterms.date',
    'dc.date.created',
  ],
  ...['parsely-pub-date', 'sailthru.date', 'publishdate', 'publish-date', 'pubdate', 'date'],
];

/** Metadata names of the day of the last change. */
const modifiedNames = [
  'article:modified_time',
  'datemodified',
  'og:updated_time',
  'dcterms.modified',
];

const authorNames = ['citation_author', 'article:author', 'dc.creator', 'author', 'parsely-author'];

/** Words before the name in a byline: «بقلم: هدى العلي», `By Huda`. */
const bylineWords =
  /^\s*(?:بقلم|كتب(?:ت|ه|ها)?(?:\s+بواسطة)?|بواسطة|إعداد|تحرير|تقرير|حوار|by|written by)\s*[:：/-]?\s+/i;

/** The date in the path of a URL: `/2012/07/24/`. */
const pathDate = /\/(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/;

/** Returns a URL of a page; some pages give that of the site as their own, which is ignored. */
function articleUrl(url: string | undefined): string | undefined {
  const trimmed = url?.trim() ?? '';
  if (!isWebUrl(trimmed)) return undefined;
  const { pathname, search } = new URL(trimmed);
  return pathname === '/' && search === '' ? undefined : trimmed;
}

function urlOf(page: PageMetadata, linked: LinkedArticle, givenUrl: string | undefined) {
  const ogUrl = page.meta.get('og:url')?.[0];
  const urls = [page.canonical, ogUrl, linked.url, page.savedFrom, givenUrl];
  return urls.map(articleUrl).find((url) => url !== undefined);
}

function dateOf(page: PageMetadata, linked: LinkedArticle, url: string | undefined) {
  const named = dateNames.flatMap((name) => page.meta.get(name) ?? []);
  const dates = [linked.datePublished, ...named, ...page.times];
  const lines = new Set(page.dateLines.flatMap((text) => readDate(text) ?? []));
  const publicationDate =
    dates.map((text) => readDate(text)).find((date) => date !== undefined) ??
    (lines.size === 1 ? [...lines][0] : undefined);
  const [, year, month = '', day = ''] = pathDate.exec(url ?? '') ?? [];
  if (publicationDate !== undefined || year === undefined) return publicationDate;
  return readDate(edtfOf(year, month, day));
}

/** Returns the day of the last change, where it is later than that of the publication. */
function updatedOf(page: PageMetadata, linked: LinkedArticle, date: string | undefined) {
  const named = modifiedNames.flatMap((name) => page.meta.get(name) ?? []);
  const updated = [linked.dateModified, ...named]
    .map((text) => readDate(text))
    .find((one) => one !== undefined);
  return updated !== undefined && date !== undefined && updated > date ? updated : undefined;
}

function authorsOf(page: PageMetadata, linked: LinkedArticle, byline: string): readonly string[] {
  const named = authorNames.map((name) => page.meta.get(name) ?? []);
  const lists = [linked.authors, ...named, [byline], page.authors.slice(0, 1)];
  const clean = (names: readonly string[]): readonly string[] =>
    names
      .map((name) => htmlLine(name).replace(bylineWords, '').trim())
      // The URL of a profile is no name, and a long line no byline.
      .filter((name) => name !== '' && name.length <= 80 && !/^https?:|@/.test(name));
  return [...new Set(lists.map(clean).find((names) => names.length > 0) ?? [])];
}

/** Returns a title without the site's name after it. */
function titleOf(
  { meta, headlines }: PageMetadata,
  linked: LinkedArticle,
  title: string,
  site: string,
): string {
  const [headline, ...others] = headlines.map(htmlLine).filter((text) => text !== '');
  const single = others.length === 0 ? (headline ?? '') : '';
  const ogUrl = htmlLine(meta.get('og:title')?.[0] ?? '') || single || htmlLine(title);
  const fullTitle = linked.headline || ogUrl;
  const start = fullTitle.length - site.length;
  const before = /^(.+?)\s*[-–—|:»]\s*$/.exec(fullTitle.slice(0, start))?.[1];
  return site !== '' && fullTitle.endsWith(site) && before !== undefined ? before : fullTitle;
}

/** Returns a summary; empty where it is the beginning of the text. */
function summaryOf(page: PageMetadata, linked: LinkedArticle, text: string): string {
  const summary = linked.description || htmlLine(page.meta.get('og:description')?.[0] ?? '');
  const opening = summary.replace(/\s*(?:\[?…\]?|\.{3})\s*$/, '').slice(0, 60);
  const start = text.replace(/\s+/g, ' ').slice(0, 2000);
  return summary.length > 600 || start.includes(opening) ? '' : summary;
}

/** Returns blocks without the title as a heading, before which the section or the byline may stand. */
function withoutTitle(blocks: readonly BlockContent[], title: string): readonly BlockContent[] {
  const at = blocks.slice(0, 8).findIndex((block) => block.type === 'heading');
  const isTitle =
    title !== '' && withoutSpaces(firstLine(blocks.slice(at))) === withoutSpaces(title);
  return at !== -1 && isTitle ? blocks.filter((_, i) => i !== at) : blocks;
}

const withoutSpaces = (textStart: string): string => textStart.replace(/\s+/g, '');

/**
 * Returns the part of «site - title» that is the text's first line, or a heading of the page; the whole title where
 * none is.
 */
function shownTitle(title: string, textStart: string, headings: readonly string[]): string {
  // Blogger writes «site: title».
  const parts = title.split(/\s+[-–—|:»]+\s+|:\s+/);
  if (parts.length < 2) return title;
  const lines = new Set([textStart, ...headings].map(withoutSpaces));
  const isLine = (part: string): boolean => withoutSpaces(part) === withoutSpaces(textStart);
  return parts.find(isLine) ?? parts.find((part) => lines.has(withoutSpaces(part))) ?? title;
}

/** The ending of a page's name. */
const pageEnding = /\.([xps]?html?|mht(?:ml)?|php\d?|aspx?|jsp|cfm)(?:\.gz)?$/i;

/**
 * Returns candidates for the seed's name: that of the file, or of its folder where the file is called
 * `index`; of two pages that differ in their ending, the second keeps it.
 */
function namesOf(name: string): readonly string[] {
  const ending = pageEnding.exec(name)?.[1] ?? '';
  const parts = name.replace(pageEnding, '').split('/');
  const last = parts.pop() ?? '';
  if (/^(?:index|default)$/i.test(last)) return parts.slice(-1);
  return [last, ...(/^(?:html?|)$/i.test(ending) ? [] : [`${last}-${ending.toLowerCase()}`])];
}

/**
 * Reads the article of a page: its main text, and metadata from `<meta>`, JSON-LD, `<time>` and the
 * URL. Never throws.
 */
export async function pageArticle(
  html: string,
  { file, name, url: givenUrl }: PageSource,
): Promise<ImportResult> {
  const at = { severity: 'warning', file } as const;
  if (isOverHtmlLimits(html)) {
    const over = { rule: 'html-over-limits', severity: 'error', file, values: {} } as const;
    return { excluded: 'other', diagnostics: [over] };
  }
  const parsedPage = readPageMetadata(html);
  const { metadata: page } = parsedPage;
  const linked = linkedArticle(page.linkedData) ?? noLinkedArticle;
  const description = page.meta.get('og:description')?.[0] ?? linked.description;
  const main = await mainText(parsedPage, { description, articleBody: linked.articleBody });
  const noMainText: Diagnostic = { ...at, rule: 'import-no-main-text', values: {} };
  if (main === undefined) return { excluded: 'other', diagnostics: [noMainText] };
  const url = urlOf(page, linked, givenUrl);
  const base = url ?? givenUrl;
  const source = htmlLine(page.meta.get('og:site_name')?.[0] ?? '') || linked.publisher;
  const { blocks, embedded } = parsedHtmlBlocks(main.nodes, { base, lineEnds: 'space' });
  const textStart = firstLine(blocks);
  const title = shownTitle(titleOf(page, linked, main.title, source), textStart, page.headings);
  // Pages repeat the title in their main text.
  const hasTitle = title !== '' && withoutSpaces(textStart) === withoutSpaces(title);
  const body = blocksBody(hasTitle ? withoutFirstLine(blocks) : withoutTitle(blocks, title));
  if (body.body === '') return { excluded: 'empty', diagnostics: [noMainText] };
  const tags = [...(page.meta.get('article:tag') ?? []), ...linked.keywords].map(htmlLine);
  const hasReplacement = (title + body.body).includes('\ufffd');
  const date = dateOf(page, linked, url ?? givenUrl);
  const article: ImportedArticle = {
    key: url ?? name,
    url,
    // The address of a page is not the name of a file that somebody chose.
    names:
      date === undefined && url === undefined ? datedNames(name, namesOf(name)) : namesOf(name),
    metadata: filledMetadata({
      title,
      standfirst: summaryOf(page, linked, body.body),
      authors: authorsOf(page, linked, main.byline),
      date,
      updated: updatedOf(page, linked, date),
      source,
      section: htmlLine(page.meta.get('article:section')?.[0] ?? '') || linked.section,
      topics: [...new Set(tags.filter((tag) => tag !== ''))],
      url,
      aliases: oldAliases(url ?? givenUrl),
    }),
    ...body,
  };
  const replaced: Diagnostic = { ...at, rule: 'import-replaced', values: {} };
  const diagnostics = [...leftOutReport(main.leftOut, file), ...embeddedReport(embedded, file)];
  return { article, diagnostics: hasReplacement ? [replaced, ...diagnostics] : diagnostics };
}
