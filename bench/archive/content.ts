import { type Article, dayOf } from './article.ts';

/** How an archive lies on the disk. */
export type Form =
  /** Markdown with front matter, with what Hugo's date pages need. */
  | 'hugo'
  /** Markdown with front matter. */
  | 'markdown'
  /** Markdown with front matter in Warraq's words. */
  | 'seeds'
  /** Plain text under front matter, all of it in one line, so that each has its structure recovered. */
  | 'flattened'
  /** A thousand articles to a gzipped file of JSON lines. */
  | 'records';

/**
 * Paragraphs as Markdown that says the same: what would open a list, a quotation or a tag is escaped.
 * Every generator gets this very text.
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

/** Front matter as the peers read it. */
function peerMatter(article: Article, form: 'hugo' | 'markdown'): string {
  const { title, source, date } = article;
  const day = dayOf(article);
  // Hugo has date pages only for values that stand in the article.
  const dates =
    form === 'hugo'
      ? field('day', day) + field('month', day.slice(0, 7)) + field('year', day.slice(0, 4))
      : '';
  const moment = `date: ${date.toISOString().slice(0, 19)}Z\n`;
  return (
    field('title', title) + moment + field('source', source) + person('author', article) + dates
  );
}

const seedMatter = (article: Article): string =>
  field('title', article.title) +
  `date: ${dayOf(article)}\n` +
  field('source', article.source) +
  person('author', article);

const file = (matter: string, body: string): string => `---\n${matter}---\n${body}\n`;

/** Returns an article as the text of its file, or as its line among records. */
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

/** Returns the place of an article's own file: a folder a day, as archives of newspapers have. */
export function pathOf(article: Article, form: Exclude<Form, 'records'>): string {
  const end = form === 'flattened' ? 'txt' : 'md';
  return `${dayOf(article).replaceAll('-', '/')}/${article.id}.${end}`;
}
