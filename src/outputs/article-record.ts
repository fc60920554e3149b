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
  const { id, outputPath, title, metadata, inferred, provenance, sections } = article;
  const { date, headings: _, ...known } = metadata;
  const text = [...articleBlocks(article)].map((block) => block.text).join('\n\n');
  const headings = sections.map(({ heading }) => heading);
  return {
    id,
    permalink: baseUrl === undefined ? outputPath : address(baseUrl, outputPath),
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
