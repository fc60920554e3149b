import { address } from '../model/address.ts';
import type { Article } from '../model/article.ts';
import { articleBlocks } from './article-blocks.ts';

/** The columns of the table of all articles, in order. */
export const recordColumns = [
  ...['id', 'permalink', 'title', 'kicker', 'standfirst', 'byline', 'authors', 'dateline', 'date'],
  ...['hijri', 'source', 'section', 'topics', 'people', 'places', 'url', 'issue', 'page'],
  ...['language', 'rights', 'inferred', 'text', 'headings', 'path', 'sha256'],
] as const;

/** An article as one record of an export; keys are those of metadata, and a few more. */
export type ArticleRecord = Readonly<
  Partial<Record<(typeof recordColumns)[number], string | readonly string[]>>
>;

/**
 * Returns an article as a record: its metadata, its text with an empty line between two blocks and its
 * headings among them, and where it came from. With `headings` its text gives the same sections again.
 */
export function articleRecord(article: Article, baseUrl: string | undefined): ArticleRecord {
  const { id, url, title, metadata, inferred, provenance, sections } = article;
  const { date, headings: _, ...known } = metadata;
  const text = [...articleBlocks(article)].map((block) => block.text).join('\n\n');
  const headings = sections.map(({ heading }) => heading);
  return {
    id,
    permalink: baseUrl === undefined ? url : address(baseUrl, url),
    ...known,
    title,
    ...(date === undefined ? {} : { date: date.edtf }),
    // Which of these the text itself says, and not its metadata.
    ...(inferred.length === 0 ? {} : { inferred: inferred.flatMap(({ keys }) => keys) }),
    text,
    ...(headings.length === 0 ? {} : { headings }),
    path: provenance.path,
    sha256: provenance.sha256,
  };
}

/** Returns a record as a line of JSON Lines, keys in the order of the columns. */
export const recordLine = (record: ArticleRecord): string =>
  `${JSON.stringify(Object.fromEntries(recordColumns.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]]))))}\n`;

/**
 * How a formula begins. Spreadsheets pass over blanks before it, and where letters are wide they take
 * the wide signs as well.
 */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;

/**
 * A cell of a table (RFC 4180). A text that a spreadsheet would take for a formula begins with an
 * apostrophe, so that nothing in it is reckoned out when it is opened.
 */
function cell(value: string | readonly string[] | undefined): string {
  const text = value === undefined ? '' : typeof value === 'string' ? value : value.join('; ');
  const safe = /^[\t\r\n]/.test(text) || formula.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Returns a record as a row of the table. */
export const recordRow = (record: ArticleRecord): string =>
  `${recordColumns.map((key) => cell(record[key])).join(',')}\r\n`;

/** The first row; the mark of byte order tells spreadsheets that the letters are UTF-8. */
export const tableHead = `\uFEFF${recordColumns.join(',')}\r\n`;
