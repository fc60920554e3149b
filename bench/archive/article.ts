/** The content of an article, without id and date. */
export interface Story {
  readonly title: string;
  /** Empty without an author. */
  readonly author: string;
  readonly source: string;
  readonly paragraphs: readonly string[];
}

/** A story in an archive. */
export interface Article extends Story {
  /** Also the stem of the file's name. */
  readonly id: string;
  readonly date: Date;
}

/** A deterministic source of stories. */
export interface StorySource {
  /** Name for the tables. */
  readonly name: string;
  /** Returns the story of an index; always the same. */
  readonly story: (index: number) => Story;
}

/** Early enough that a million articles are in the past: Hugo omits articles with a future date. */
const firstDay = Date.UTC(1985, 0, 1);
const day = 86_400_000;
const articlesPerDay = 100;

/** Returns the article of an index: a hundred each day, ten minutes apart. */
export function articleAt(source: StorySource, index: number): Article {
  const date = new Date(
    firstDay + Math.floor(index / articlesPerDay) * day + (index % articlesPerDay) * 600_000,
  );
  return { ...source.story(index), id: `a${String(index).padStart(7, '0')}`, date };
}

/** Yields the articles of an archive, to keep memory constant. */
export function* articlesOf(source: StorySource, count: number): Generator<Article> {
  for (let index = 0; index < count; index++) yield articleAt(source, index);
}

/** Returns an article's day as `2015-01-31`. */
export const dayOf = ({ date }: Article): string => date.toISOString().slice(0, 10);
