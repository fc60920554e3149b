import { edtfOf } from '../calendar/edtf.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { isWebAddress } from '../sources/metadata-forms.ts';
import { filledMetadata, type ImportedArticle, type ImportResult } from './found.ts';
import { htmlBlocks } from './html-blocks.ts';
import { blocksBody, firstLine, htmlLine, withoutFirstLine } from './html-body.ts';
import { type LinkedArticle, linkedArticle } from './linked-article.ts';
import { mainText } from './main-text.ts';
import { type PageMetadata, readPageMetadata } from './page-facts.ts';
import { readDate } from './read-date.ts';

/** The origin of a page. */
export interface PageSource {
  /** Path for diagnostics. */
  readonly file: string;
  /** Its path below the named folder or in its URL; it names a page without URL. */
  readonly name: string;
  /** Its URL where it is known from elsewhere, as from a web archive. */
  readonly address?: string;
}

const none: LinkedArticle = {
  ...{ headline: '', description: '', datePublished: '', section: '', publisher: '', url: '' },
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

const authorNames = ['citation_author', 'article:author', 'dc.creator', 'author', 'parsely-author'];

/** Words before the name in a byline: «بقلم: هدى العلي», `By Huda`. */
const bylineWords = /^\s*(?:بقلم|كتبت?|إعداد|تحرير|حوار|by|written by)\s*[:：/-]?\s+/i;

/** The date in the path of a URL: `/2012/07/24/`. */
const pathDate = /\/(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/;

/** Returns a URL of a page; some pages give that of the site as their own, which is ignored. */
function pageAddress(address: string | undefined): string | undefined {
  const trimmed = address?.trim() ?? '';
  if (!isWebAddress(trimmed)) return undefined;
  const { pathname, search } = new URL(trimmed);
  return pathname === '/' && search === '' ? undefined : trimmed;
}

function addressOf(facts: PageMetadata, linked: LinkedArticle, known: string | undefined) {
  const own = facts.meta.get('og:url')?.[0];
  const addresses = [facts.canonical, own, linked.url, facts.savedFrom, known];
  return addresses.map(pageAddress).find((address) => address !== undefined);
}

function dateOf(facts: PageMetadata, linked: LinkedArticle, address: string | undefined) {
  const named = dateNames.flatMap((name) => facts.meta.get(name) ?? []);
  const written = [linked.datePublished, ...named, ...facts.times];
  const date = written.map((text) => readDate(text)).find((found) => found !== undefined);
  const [, year, month = '', day = ''] = pathDate.exec(address ?? '') ?? [];
  if (date !== undefined || year === undefined) return date;
  return readDate(edtfOf(year, month, day));
}

function authorsOf(facts: PageMetadata, linked: LinkedArticle, byline: string): readonly string[] {
  const named = authorNames.map((name) => facts.meta.get(name) ?? []);
  const lists = [linked.authors, ...named, [byline]];
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
  const own = htmlLine(meta.get('og:title')?.[0] ?? '') || single || htmlLine(title);
  const whole = linked.headline || own;
  const start = whole.length - site.length;
  const before = /^(.+?)\s*[-–—|:»]\s*$/.exec(whole.slice(0, start))?.[1];
  return site !== '' && whole.endsWith(site) && before !== undefined ? before : whole;
}

/** Returns a summary; empty where it is the beginning of the text. */
function summaryOf(facts: PageMetadata, linked: LinkedArticle, text: string): string {
  const summary = linked.description || htmlLine(facts.meta.get('og:description')?.[0] ?? '');
  const opening = summary.replace(/\s*(?:\[?…\]?|\.{3})\s*$/, '').slice(0, 60);
  const start = text.replace(/\s+/g, ' ').slice(0, 2000);
  return summary.length > 600 || start.includes(opening) ? '' : summary;
}

const bare = (line: string): string => line.replace(/\s+/g, '');

/** Returns the part of «site - title» that is the text's first line; the whole title where none is. */
function shownTitle(title: string, line: string): string {
  const parts = title.split(/\s+[-–—|:»]+\s+/);
  return parts.length < 2 ? title : (parts.find((part) => bare(part) === bare(line)) ?? title);
}

/**
 * Returns candidates for the seed's name: that of the file, or of its folder where the file is called
 * `index`.
 */
function namesOf(name: string): readonly string[] {
  const parts = name.replace(/\.(?:x?html?)(?:\.gz)?$/i, '').split('/');
  const last = parts.pop() ?? '';
  return /^(?:index|default)$/i.test(last) ? parts.slice(-1) : [last];
}

/**
 * Reads the article of a page: its main text, and metadata from `<meta>`, JSON-LD, `<time>` and the
 * URL. Never throws.
 */
export async function pageArticle(
  html: string,
  { file, name, address: known }: PageSource,
): Promise<ImportResult> {
  const at = { severity: 'warning', file } as const;
  const page = readPageMetadata(html);
  const { facts } = page;
  const linked = linkedArticle(facts.linkedData) ?? none;
  const found = await mainText(page);
  const nothing: Diagnostic = { ...at, rule: 'import-no-main-text', values: {} };
  if (found === undefined) return { leftOut: 'other', diagnostics: [nothing] };
  const address = addressOf(facts, linked, known);
  const base = address ?? known;
  const source = htmlLine(facts.meta.get('og:site_name')?.[0] ?? '') || linked.publisher;
  const { blocks } = htmlBlocks(found.html, { base, lineEnds: 'space' });
  const line = firstLine(blocks);
  const title = shownTitle(titleOf(facts, linked, found.title, source), line);
  // Pages repeat the title in their main text.
  const hasTitle = title !== '' && bare(line) === bare(title);
  const body = blocksBody(hasTitle ? withoutFirstLine(blocks) : blocks);
  if (body.body === '') return { leftOut: 'empty', diagnostics: [nothing] };
  const tags = [...(facts.meta.get('article:tag') ?? []), ...linked.keywords].map(htmlLine);
  const isReplaced = (title + body.body).includes('\ufffd');
  const article: ImportedArticle = {
    key: address ?? name,
    address,
    names: namesOf(name),
    metadata: filledMetadata({
      title,
      standfirst: summaryOf(facts, linked, body.body),
      authors: authorsOf(facts, linked, found.byline),
      date: dateOf(facts, linked, address ?? known),
      source,
      section: htmlLine(facts.meta.get('article:section')?.[0] ?? '') || linked.section,
      topics: [...new Set(tags.filter((tag) => tag !== ''))],
      url: address,
    }),
    ...body,
  };
  const replaced: Diagnostic = { ...at, rule: 'import-replaced', values: {} };
  return { article, diagnostics: isReplaced ? [replaced] : [] };
}
