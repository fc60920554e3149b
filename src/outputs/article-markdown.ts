import type { Article } from '../model/article.ts';
import type { Metadata } from '../model/metadata.ts';
import type { ArticleOutput } from './article-output.ts';
import { type ArticlePassage, articlePassages } from './article-passages.ts';

/** Characters that may start inline syntax (CommonMark 6). */
const inlineCharacters = /[\\`*_[\]<&]|~(?=~)/g;

/** Starts of lines that open a block other than a paragraph (CommonMark 4 and 5). */
const blockOpeners = /^([ \t]*)(?:([#>+=~|-])|(\d{1,9})([.)]))/;

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

/**
 * Front matter with an article's metadata; values inferred from its text have a comment. `headings` is
 * left out, because with it the file would be read as plain text.
 */
function frontMatter({ id, title, metadata: all, inferred }: Article): string {
  const {
    headings: _,
    publication: __,
    date,
    updated,
    corrections,
    withdrawn: ___,
    redact: ____,
    ...metadata
  }: Metadata = all;
  const inferredKeys = new Set<string>(inferred.flatMap(({ keys }) => keys));
  const known = { ...metadata, id, title, date: date?.edtf, updated: updated?.edtf };
  const lines = Object.entries(known).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const yaml = typeof value === 'string' ? scalar(value) : `[${value.map(scalar).join(', ')}]`;
    return [`${key}: ${yaml}${inferredKeys.has(key) ? ' # from the text' : ''}\n`];
  });
  return `---\n${lines.join('')}${correctionLines(corrections)}---\n`;
}

/** Returns a row of a table in Markdown. */
const rowLine = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => escapeMarkdown(cell.replace(/\s+/g, ' ')).replaceAll('|', '\\|')).join(' | ')} |`;

/** Returns passages as blocks of Markdown; the rows of a table are one, below an empty head, which Markdown needs. */
function passageBlocks(all: readonly ArticlePassage[]): readonly string[] {
  const blocks: string[] = [];
  let isTable = false;
  for (const { kind, text, cells } of all) {
    if (cells !== undefined) {
      const row = rowLine(cells);
      const head = `${rowLine(cells.map(() => ''))}\n|${' - |'.repeat(cells.length)}\n`;
      if (isTable) blocks[blocks.length - 1] = `${blocks.at(-1) ?? ''}\n${row}`;
      else blocks.push(head + row);
    } else blocks.push(kind === 'heading' ? `## ${escapeMarkdown(text)}` : escapeMarkdown(text));
    isTable = cells !== undefined;
  }
  return blocks;
}

/**
 * Returns an article as Markdown with front matter, which Warraq reads as the same article: the
 * unchanged Markdown of a Markdown seed, else its headings and paragraphs.
 */
export function articleMarkdown(article: Article): string {
  const { markdown } = article;
  const body = markdown ?? passageBlocks([...articlePassages(article)]).join('\n\n');
  return `${frontMatter(article)}\n${body.trim()}\n`;
}

/** An article as Markdown with front matter. */
export const markdownOutput: ArticleOutput<'markdown'> = {
  form: 'markdown',
  folder: '',
  extension: 'md',
  extensions: /^md$/,
  content: ({ article }) => articleMarkdown(article),
};
