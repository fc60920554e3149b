import type { Article } from '../model/article.ts';
import type { Metadata } from '../model/metadata.ts';
import type { ShownPicture } from '../model/picture.ts';
import type { ArticleOutput } from './article-output.ts';
import { articlePassages } from './article-passages.ts';

/** Characters that may start inline syntax (CommonMark 6). */
const inlineCharacters = /[\\`*_[\]<&]/g;

/** Starts of lines that open a block other than a paragraph (CommonMark 4 and 5). */
const blockOpeners = /^([ \t]*)(?:([#>+=~-])|(\d{1,9})([.)]))/;

/** Escapes the plain text of a paragraph as Markdown. */
const escapeMarkdown = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(inlineCharacters, '\\$&')
        .replace(blockOpeners, (_, blanks: string, sign?: string, digits = '', stop = '') =>
          sign === undefined ? `${blanks}${digits}\\${stop}` : `${blanks}\\${sign}`,
        ),
    )
    .join('\n');

/** A text as a YAML scalar: JSON's quotes are YAML's double quotes (YAML 1.2, 1.3). */
const scalar = (text: string): string => JSON.stringify(text);

/** Corrections as a YAML list of maps, or of texts where they have no day. */
const correctionLines = (corrections: Metadata['corrections']): string =>
  corrections === undefined
    ? ''
    : `corrections:\n${corrections
        .map(({ date, text }) =>
          date === undefined
            ? `- ${scalar(text)}\n`
            : `- {date: ${scalar(date.edtf)}, text: ${scalar(text)}}\n`,
        )
        .join('')}`;

/** Pictures that the text does not show itself, as a YAML list of maps. */
const pictureLines = (pictures: readonly ShownPicture[]): string =>
  pictures.length === 0
    ? ''
    : `images:\n${pictures
        .map(({ source: src, alt, caption, credit }) => {
          const parts = Object.entries({ src, alt, caption, credit });
          const written = parts.flatMap(([key, value]) =>
            value === undefined ? [] : [`${key}: ${scalar(value)}`],
          );
          return `- {${written.join(', ')}}\n`;
        })
        .join('')}`;

/**
 * Front matter with an article's metadata; values inferred from its text have a comment. `headings` is
 * left out, because with it the file would be read as plain text.
 */
function frontMatter(
  { id, title, metadata: all, inferred }: Article,
  pictures: readonly ShownPicture[],
): string {
  const {
    headings: _,
    publication: __,
    date,
    updated,
    corrections,
    withdrawn: ___,
    redact: ____,
    images: _____,
    ...metadata
  }: Metadata = all;
  const inferredKeys = new Set<string>(inferred.flatMap(({ keys }) => keys));
  const known = { ...metadata, id, title, date: date?.edtf, updated: updated?.edtf };
  const lines = Object.entries(known).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const yaml = typeof value === 'string' ? scalar(value) : `[${value.map(scalar).join(', ')}]`;
    return [`${key}: ${yaml}${inferredKeys.has(key) ? ' # from the text' : ''}\n`];
  });
  return `---\n${lines.join('')}${pictureLines(pictures)}${correctionLines(corrections)}---\n`;
}

/**
 * Returns an article as Markdown with front matter, which Warraq reads as the same article: the
 * unchanged Markdown of a Markdown seed, else its headings and paragraphs.
 */
export function articleMarkdown(article: Article): string {
  const { markdown } = article;
  const body =
    markdown ??
    [...articlePassages(article)]
      .map(({ kind, text }) =>
        kind === 'heading' ? `## ${escapeMarkdown(text)}` : escapeMarkdown(text),
      )
      .join('\n\n');
  const others = (article.pictures ?? []).filter(({ source }) => !body.includes(source));
  return `${frontMatter(article, others)}\n${body.trim()}\n`;
}

/** An article as Markdown with front matter. */
export const markdownOutput: ArticleOutput<'markdown'> = {
  form: 'markdown',
  folder: '',
  extension: 'md',
  extensions: /^md$/,
  content: ({ article }) => articleMarkdown(article),
};
