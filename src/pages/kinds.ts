import type { Page, PageKind } from '../model/page.ts';
import type { PageKindDefinition, Planning } from './define-page.ts';
import { article } from './kinds/article.ts';
import { articles } from './kinds/articles.ts';
import { home } from './kinds/home.ts';
import { notFound } from './kinds/not-found.ts';

type AnyKind = { readonly [K in PageKind]: PageKindDefinition<K> }[PageKind];

/**
 * Every kind of page, in the order in which they are published: articles before the listings that
 * link to them, the front page last.
 */
const kinds: readonly AnyKind[] = [article, articles, notFound, home];

/** Yields every page of the archive, one at a time. */
export function* planPages(planning: Planning): Generator<Page> {
  for (const kind of kinds) yield* kind.pages(planning);
}

/**
 * Returns the kind of page that a place under `dist/` is kept for, if it is not free for articles. No
 * folder may have the name of such a page either.
 */
export function reservedBy(url: string): PageKind | undefined {
  const names = url.toLowerCase().split('/');
  const places = names.map((_, i) => names.slice(0, i + 1).join('/'));
  return kinds.find(({ reserves }) => places.some((place) => reserves?.test(place)))?.kind;
}
