import type { Article } from '../model/article.ts';
import type { Block, Table } from '../model/block.ts';
import { passages } from '../model/block-text.ts';
import type { FieldSetting } from '../model/field.ts';
import type { Metadata } from '../model/metadata.ts';
import type { ArticleOutput } from './article-output.ts';
import { ownRecord } from './own-record.ts';

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

/** Comments on values that were not given. */
const originComments = {
  text: ' # from the text',
  hijri: ' # calculated from the Hijri date',
  path: ' # from the path of the file',
};
/** The site's own fields and unknown keys as lines of YAML, which takes JSON for values (YAML 1.2, 1.3). */
function ownLines(
  article: Article,
  fields: readonly FieldSetting[],
  taken: readonly string[],
): string {
  if (article.metadata.fields === undefined && article.metadata.others === undefined) return '';
  const own = ownRecord(article, fields, taken);
  return Object.entries({ ...own.fields, ...own.others })
    .map(
      ([key, value]) => `${/^[a-z_]+$/i.test(key) ? key : scalar(key)}: ${JSON.stringify(value)}\n`,
    )
    .join('');
}

/**
 * Front matter with an article's metadata; values inferred from its text have a comment. `headings` is
 * left out, because with it the file would be read as plain text.
 */
function frontMatter(article: Article, fields: readonly FieldSetting[]): string {
  const { id, title, metadata: all, inferred } = article;
  const {
    headings: _,
    publication: __,
    date,
    updated,
    corrections,
    withdrawn: ___,
    redact: ____,
    fields: _____,
    others: ______,
    ...metadata
  }: Metadata = all;
  const inferredKeys = new Map<string, string>(
    inferred.flatMap(({ keys, from }) =>
      keys.map((key): [string, string] => [key, originComments[from ?? 'text']]),
    ),
  );
  const known = { ...metadata, id, title, date: date?.edtf, updated: updated?.edtf };
  const lines = Object.entries(known).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const yaml = typeof value === 'string' ? scalar(value) : `[${value.map(scalar).join(', ')}]`;
    return [`${key}: ${yaml}${inferredKeys.get(key) ?? ''}\n`];
  });
  return `---\n${lines.join('')}${correctionLines(corrections)}${ownLines(article, fields, Object.keys(known))}---\n`;
}

const references: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};

/** Returns the text of inline HTML with its marks of pages as they are read again: «[ص 12]». */
const markedText = (markup: string): string =>
  markup
    .replace(/<a data-page="(\d+)"[^>]*><\/a>/g, '[ص $1] ')
    .replace(/<br\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|([a-z]+));/gi, (whole, hex: string | undefined, name = '') =>
      hex === undefined
        ? (references[name] ?? whole)
        : String.fromCodePoint(Number.parseInt(hex, 16)),
    );

/** Returns a row of a table in Markdown. */
const rowLine = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => escapeMarkdown(cell.replace(/\s+/g, ' ')).replaceAll('|', '\\|')).join(' | ')} |`;

/** Returns a table in Markdown, which has one row of heads; an empty one where the table has none. */
function tableText({ rows, headRows }: Table): string {
  const texts = rows.map((row) => row.map(({ text }) => text));
  const width = texts.reduce((most, row) => Math.max(most, row.length), 1);
  const full = texts.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
  const [head = [], ...body] = headRows > 0 ? full : [new Array<string>(width).fill(''), ...full];
  return [rowLine(head), `|${' - |'.repeat(width)}`, ...body.map(rowLine)].join('\n');
}

/** Yields the texts of blocks, the marks of pages among them. */
function* blockTexts(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    if (block.kind === 'page-break') yield escapeMarkdown(`[ص ${block.page}]`);
    else if (block.kind === 'table') {
      if (block.caption !== undefined) yield escapeMarkdown(block.caption.text);
      yield tableText(block);
    } else if (
      block.kind === 'paragraph' &&
      !block.hidden &&
      block.markup?.includes('<a data-page="')
    ) {
      yield escapeMarkdown(markedText(block.markup).trim());
    } else {
      for (const { text } of passages(block))
        if (text.trim() !== '') yield escapeMarkdown(text.trim());
    }
  }
}

/** Yields the text of an article under its title, in reading order. */
function* articleTexts({ lead, sections }: Article): Generator<string> {
  yield* blockTexts(lead);
  for (const { heading, blocks } of sections) {
    yield `## ${escapeMarkdown(heading)}`;
    yield* blockTexts(blocks);
  }
}

/**
 * Returns an article as Markdown with front matter, which Warraq reads as the same article: the
 * unchanged Markdown of a Markdown seed, else its headings and paragraphs.
 *
 * @param fields the fields that the site declares
 */
export function articleMarkdown(article: Article, fields: readonly FieldSetting[] = []): string {
  const { markdown } = article;
  const body = markdown ?? [...articleTexts(article)].join('\n\n');
  return `${frontMatter(article, fields)}\n${body.trim()}\n`;
}

/** An article as Markdown with front matter. */
export const markdownOutput: ArticleOutput<'markdown'> = {
  form: 'markdown',
  folder: '',
  extension: 'md',
  extensions: /^md$/,
  content: ({ article, fields }) => articleMarkdown(article, fields),
};
