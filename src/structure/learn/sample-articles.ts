import type { LabelledArticle } from './fit.ts';

/** An article of known structure; without labels where recovery proposes nothing in it. */
export interface KnownArticle {
  /** Hash of its text, by which articles are sampled and put in folds. */
  readonly hash: number;
  readonly labelled: LabelledArticle | undefined;
}

/** Most articles of one source, and of all: more change no number that matters. */
const [mostOfSource, mostOfAll] = [1500, 40_000];

/** Sources with a sample of their own; articles of further ones are those of no source. */
const mostSources = 2000;

/** A bounded sample of articles with known structure, by source; the empty name is that of no source. */
export interface ArticleSample {
  /** Tells whether an article would be kept, before the work of labelling it. */
  readonly wants: (source: string, hash: number) => boolean;
  readonly add: (source: string, article: KnownArticle) => void;
  /** Returns the articles of each source, in the order of their hashes, which depends on nothing else. */
  readonly articles: () => ReadonlyMap<string, readonly KnownArticle[]>;
}

/** Inserts an article by its hash; an equal one, a copy, is left out. */
function insert(list: KnownArticle[], article: KnownArticle): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.hash ?? 0) < article.hash) low = middle + 1;
    else high = middle;
  }
  if (list[low]?.hash !== article.hash) list.splice(low, 0, article);
}

/**
 * Returns an empty sample. It keeps the articles of least hash of each source, so that it holds the same in whatever
 * order they come.
 *
 * @returns The sample.
 */
export function articleSample(): ArticleSample {
  const bySource = new Map<string, KnownArticle[]>();
  const nameOf = (source: string): string =>
    bySource.has(source) || bySource.size < mostSources ? source : '';
  const limit = (): number =>
    Math.min(mostOfSource, Math.floor(mostOfAll / Math.max(1, bySource.size)));
  return {
    wants(source, hash) {
      const list = bySource.get(nameOf(source));
      const last = list?.[limit() - 1];
      return last === undefined || hash < last.hash;
    },
    add(source, article) {
      const name = nameOf(source);
      const list = bySource.get(name);
      if (list === undefined) bySource.set(name, [article]);
      else {
        insert(list, article);
        if (list.length > limit()) list.length = limit();
      }
      if (list === undefined && bySource.size * mostOfSource > mostOfAll) {
        for (const others of bySource.values())
          if (others.length > limit()) others.length = limit();
      }
    },
    articles: () => bySource,
  };
}
