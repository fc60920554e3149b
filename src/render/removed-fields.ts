import type { Article, Section } from '../model/article.ts';

/** Removed fields of articles and sections, with messages that name their replacement in a template. */
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

/** Returns a copy of an object whose removed fields throw, when read, a TypeError with the message. */
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

const isArticleData = (value: unknown): value is { readonly article: Article } =>
  typeof value === 'object' &&
  value !== null &&
  'article' in value &&
  typeof value.article === 'object' &&
  value.article !== null &&
  'sections' in value.article;

const isArticlePage = (value: unknown): value is { readonly data: { readonly article: Article } } =>
  typeof value === 'object' && value !== null && 'data' in value && isArticleData(value.data);

/**
 * Returns the argument of a site's own template (the data of a page, or the page) with getters for
 * removed fields of articles: they throw a TypeError that names the replacement. Without them a template
 * for an earlier version would print nothing.
 */
export function withRemovedFields(value: unknown): unknown {
  if (isArticlePage(value)) return { ...value, data: withRemovedFields(value.data) };
  if (!isArticleData(value)) return value;
  return { ...value, article: articleWithRemoved(value.article) };
}
