import type { Article } from '../model/article.ts';
import { articleBlocks } from './article-blocks.ts';
import type { ArticleOutput } from './article-output.ts';

/**
 * Returns an article as a plain text: what stands over it, an empty line, then headings and paragraphs
 * with an empty line between two. UTF-8, lines end with a line feed.
 *
 * @param permalink whole address of its page, where it is known
 */
export function articleText(article: Article, permalink: string | undefined): string {
  const { title, metadata } = article;
  const { kicker, standfirst, byline, authors, dateline, date, source, issue, page } = metadata;
  const facts = [dateline, date?.edtf, source, issue, page].filter((fact) => fact !== undefined);
  const head = [kicker, title, standfirst, byline ?? authors?.join('، '), facts.join(' | ')];
  const parts = [
    head.filter((line) => line !== undefined && line !== '').join('\n'),
    ...[...articleBlocks(article)].map(({ text }) => text),
    permalink ?? '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** An article as plain text. */
export const textOutput: ArticleOutput<'text'> = {
  form: 'text',
  folder: '',
  extension: () => 'txt',
  extensions: /^txt$/,
  content: ({ article, permalink }) => articleText(article, permalink),
};
