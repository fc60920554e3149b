import type { Article } from '../model/article.ts';
import type { Metadata } from '../model/metadata.ts';
import { articleBlocks } from './article-blocks.ts';
import type { ArticleOutput } from './article-output.ts';

/** Signs that may be more than themselves anywhere in a line (CommonMark 6). */
const inlineSigns = /[\\`*_[\]<&]/g;

/** What opens another block than a paragraph at the beginning of a line (CommonMark 4 and 5). */
const openings = /^([ \t]*)(?:([#>+=~-])|(\d{1,9})([.)]))/;

/** A paragraph of plain words as Markdown that says the same. */
const escaped = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(inlineSigns, '\\$&')
        .replace(openings, (_, blanks: string, sign?: string, digits = '', stop = '') =>
          sign === undefined ? `${blanks}${digits}\\${stop}` : `${blanks}\\${sign}`,
        ),
    )
    .join('\n');

/** A text as a YAML scalar: JSON's quotes are YAML's double quotes (YAML 1.2, 1.3). */
const scalar = (text: string): string => JSON.stringify(text);

/**
 * Front matter that says what is known of an article, with a comment at what its text says itself;
 * `headings` would make Markdown plain text.
 */
function frontMatter({ id, title, metadata: all, inferred }: Article): string {
  const { headings: _, date, ...metadata }: Metadata = all;
  const read = new Set<string>(inferred.flatMap(({ keys }) => keys));
  const known = { ...metadata, id, title, date: date?.edtf };
  const lines = Object.entries(known).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const written = typeof value === 'string' ? scalar(value) : `[${value.map(scalar).join(', ')}]`;
    return [`${key}: ${written}${read.has(key) ? ' # from the text' : ''}\n`];
  });
  return `---\n${lines.join('')}---\n`;
}

/**
 * Returns an article as Markdown with front matter, which Warraq reads as the same article: the author's
 * own Markdown where the seed was Markdown, else its headings and paragraphs.
 */
export function articleMarkdown(article: Article): string {
  const { markdown } = article;
  const body =
    markdown ??
    [...articleBlocks(article)]
      .map(({ kind, text }) => (kind === 'heading' ? `## ${escaped(text)}` : escaped(text)))
      .join('\n\n');
  return `${frontMatter(article)}\n${body.trim()}\n`;
}

/** An article as Markdown with front matter. */
export const markdownOutput: ArticleOutput<'markdown'> = {
  form: 'markdown',
  folder: '',
  extension: () => 'md',
  extensions: /^md$/,
  content: ({ article }) => articleMarkdown(article),
};
