import type { Article } from '../model/article.ts';
import type { ArticleOutput } from './article-output.ts';
import { articleParts, plainForm } from './plain-text.ts';

/**
 * Returns an article as plain text: its header, then headings and blocks, with an empty line
 * between. Lines end with a line feed.
 *
 * @param permalink URL of its page, where `baseUrl` is set
 */
export function articleText(article: Article, permalink: string | undefined): string {
  const { title, metadata } = article;
  const { kicker, standfirst, byline, authors, dateline, date, source, volume, issue, page } =
    metadata;
  const details = [dateline, date?.edtf, source, volume, issue, page].filter(
    (detail) => detail !== undefined,
  );
  const head = [kicker, title, standfirst, byline ?? authors?.join('، '), details.join(' | ')];
  const parts = [
    head.filter((line) => line !== undefined && line !== '').join('\n'),
    ...articleParts(article, plainForm),
    permalink ?? '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** An article as plain text. */
export const textOutput: ArticleOutput<'text'> = {
  form: 'text',
  folder: '',
  extension: 'txt',
  extensions: /^txt$/,
  content: ({ article, permalink }) => articleText(article, permalink),
};
