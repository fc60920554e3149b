import type { Article } from '../model/article.ts';
import type { FieldSetting } from '../model/field.ts';
import type { Metadata } from '../model/metadata.ts';
import type { ShownPicture } from '../model/picture.ts';
import type { ArticleOutput } from './article-output.ts';
import { markdownForm } from './markdown-text.ts';
import { ownRecord } from './own-record.ts';
import { articleParts } from './plain-text.ts';

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
function frontMatter(
  article: Article,
  fields: readonly FieldSetting[],
  pictures: readonly ShownPicture[],
): string {
  const { id, title, metadata: all, inferred } = article;
  const {
    headings: _,
    publication: __,
    date,
    updated,
    corrections,
    withdrawn: ___,
    redact: ____,
    images: _____,
    fields: ______,
    others: _______,
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
  return `---\n${lines.join('')}${pictureLines(pictures)}${correctionLines(corrections)}${ownLines(article, fields, Object.keys(known))}---\n`;
}

/**
 * Returns an article as Markdown with front matter, which Warraq reads as the same article: the
 * unchanged Markdown of a Markdown seed, else its headings and blocks.
 *
 * @param fields the fields that the site declares
 */
export function articleMarkdown(article: Article, fields: readonly FieldSetting[] = []): string {
  const { markdown } = article;
  const body = markdown ?? articleParts(article, markdownForm).join('\n\n');
  const others = (article.pictures ?? []).filter(({ source }) => !body.includes(source));
  return `${frontMatter(article, fields, others)}\n${body.trim()}\n`;
}

/** An article as Markdown with front matter. */
export const markdownOutput: ArticleOutput<'markdown'> = {
  form: 'markdown',
  folder: '',
  extension: 'md',
  extensions: /^md$/,
  content: ({ article, fields }) => articleMarkdown(article, fields),
};
