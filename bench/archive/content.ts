import { type Article, dayOf } from './article.ts';

/** The file format of an archive's content. */
export type Form =
  /** Markdown with front matter, including the keys of Hugo's date pages. */
  | 'hugo'
  /** Markdown with front matter. */
  | 'markdown'
  /** Markdown with Warraq's front matter. */
  | 'seeds'
  /** Plain text in one line under front matter, so that structure recovery runs on every article. */
  | 'flattened'
  /** Gzipped JSON Lines, a thousand articles in each file. */
  | 'records';

/**
 * Returns paragraphs as Markdown; characters that would start a list, a quotation or a tag are escaped. Every
 * generator gets the same text.
 */
const markdown = (paragraphs: readonly string[]): string =>
  paragraphs
    .map((line) =>
      line
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replace(/^(\d+)([.)])/, '$1\\$2')
        .replace(/^[#>*+\-=~`|:_]/, '\\$&'),
    )
    .join('\n\n');

const field = (key: string, value: string): string => `${key}: ${JSON.stringify(value)}\n`;

const person = (key: string, { author }: Article): string =>
  author === '' ? '' : field(key, author);

/** Returns front matter for the other generators. */
function peerMatter(article: Article, form: 'hugo' | 'markdown'): string {
  const { title, source, date } = article;
  const day = dayOf(article);
  // Hugo has date pages only for values in the front matter.
  const dates =
    form === 'hugo'
      ? field('day', day) + field('month', day.slice(0, 7)) + field('year', day.slice(0, 4))
      : '';
  const timestamp = `date: ${date.toISOString().slice(0, 19)}Z\n`;
  return (
    field('title', title) + timestamp + field('source', source) + person('author', article) + dates
  );
}

const seedMatter = (article: Article): string =>
  field('title', article.title) +
  `date: ${dayOf(article)}\n` +
  field('source', article.source) +
  person('author', article);

const file = (matter: string, body: string): string => `---\n${matter}---\n${body}\n`;

/** Returns the content of an article's file, or its line of a record file. */
export function contentOf(article: Article, form: Form): string {
  const { id, title, source, author, paragraphs } = article;
  switch (form) {
    case 'hugo':
    case 'markdown':
      return file(peerMatter(article, form), markdown(paragraphs));
    case 'seeds':
      return file(seedMatter(article), markdown(paragraphs));
    case 'flattened':
      return file(seedMatter(article), paragraphs.join(' '));
    case 'records': {
      const content = paragraphs.join('\n');
      return `${JSON.stringify({ id, date: dayOf(article), source, title, author, content })}\n`;
    }
  }
}

/** Returns the path of an article's file: a folder for each day, as in newspaper archives. */
export function pathOf(article: Article, form: Exclude<Form, 'records'>): string {
  const end = form === 'flattened' ? 'txt' : 'md';
  return `${dayOf(article).replaceAll('-', '/')}/${article.id}.${end}`;
}
