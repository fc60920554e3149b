import type { Article, Section } from '../model/article.ts';

/** Fields that articles and sections had, and what takes their place in a template. */
const removed = {
  article: {
    leadHtml: 'article.leadHtml was removed; print article.lead: blocks(article.lead, site)',
    html: 'article.html was removed; print article.lead and the blocks of article.sections: blocks(…, site)',
  },
  section: {
    html: 'section.html was removed; print section.blocks: blocks(section.blocks, site)',
    headingHtml: 'section.headingHtml was removed; print sectionHeading(section)',
  },
} as const;

/** Returns an object whose removed fields say, when they are read, what takes their place. */
function withRemoved<T extends object>(value: T, fields: Readonly<Record<string, string>>): T {
  const copy = { ...value };
  for (const [name, message] of Object.entries(fields)) {
    Object.defineProperty(copy, name, {
      enumerable: false,
      get() {
        throw new TypeError(message);
      },
    });
  }
  return copy;
}

const articleWithRemoved = (article: Article): Article =>
  withRemoved(
    {
      ...article,
      sections: article.sections.map((section): Section => withRemoved(section, removed.section)),
    },
    removed.article,
  );

const isArticleData = (shown: unknown): shown is { readonly article: Article } =>
  typeof shown === 'object' &&
  shown !== null &&
  'article' in shown &&
  typeof shown.article === 'object' &&
  shown.article !== null &&
  'sections' in shown.article;

const isArticlePage = (shown: unknown): shown is { readonly data: { readonly article: Article } } =>
  typeof shown === 'object' && shown !== null && 'data' in shown && isArticleData(shown.data);

/**
 * Returns what a site's own template is shown: the data of a page, or the page. Reading a field of an
 * article that was removed throws a TypeError that names what takes its place; a template for an earlier
 * version would print nothing.
 */
export function withRemovedFields(shown: unknown): unknown {
  if (isArticlePage(shown)) return { ...shown, data: withRemovedFields(shown.data) };
  if (!isArticleData(shown)) return shown;
  return { ...shown, article: articleWithRemoved(shown.article) };
}
