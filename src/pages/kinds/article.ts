import { definePage } from '../define-page.ts';

/** One page for each article. */
export const article = definePage({
  kind: 'article',
  *pages({ archive }) {
    for (const data of archive.articles()) {
      const { url, title, description } = data.article;
      yield { kind: 'article', url, title, description, data };
    }
  },
});
