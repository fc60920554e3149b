/** A text before it has a place in an archive. */
export interface Story {
  readonly title: string;
  /** Empty where none is named. */
  readonly author: string;
  readonly source: string;
  readonly paragraphs: readonly string[];
}

/** A story in an archive. */
export interface Article extends Story {
  /** Also the stem of its file. */
  readonly id: string;
  readonly date: Date;
}

/** Where an archive's stories come from; the same one for the same number, at any time. */
export interface StorySource {
  /** Said in the tables. */
  readonly name: string;
  readonly story: (index: number) => Story;
}

/** Early enough for a million to lie in the past: Hugo leaves out what is dated ahead of its clock. */
const firstDay = Date.UTC(1985, 0, 1);
const day = 86_400_000;
const aDay = 100;

/** Returns one article of an archive: a hundred appear each day, ten minutes apart. */
export function articleAt(source: StorySource, index: number): Article {
  const date = new Date(firstDay + Math.floor(index / aDay) * day + (index % aDay) * 600_000);
  return { ...source.story(index), id: `a${String(index).padStart(7, '0')}`, date };
}

/** The articles of an archive, one after another, so that a million need no more memory than one. */
export function* articlesOf(source: StorySource, count: number): Generator<Article> {
  for (let index = 0; index < count; index++) yield articleAt(source, index);
}

/** Returns an article's day as `2015-01-31`. */
export const dayOf = ({ date }: Article): string => date.toISOString().slice(0, 10);
