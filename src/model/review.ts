/** Kind and confidence of headings that are reviewed together: suggestions from the top, shown ones from the bottom. */
export const headingGroups = [
  ...(['suggested-high', 'suggested-middle', 'suggested-low'] as const),
  ...(['shown-low', 'shown-middle', 'shown-high'] as const),
];

/** A group of headings. */
export type HeadingGroup = (typeof headingGroups)[number];

/** The number of headings of a source and group. */
export interface QueueCount {
  /** Name of the source; empty for articles without one. */
  readonly source: string;
  readonly group: HeadingGroup;
  readonly count: number;
}

/** Words of an article around a heading that may be one. */
export interface HeadingWindow {
  readonly words: readonly string[];
  /** Index of its first word, and of the word after its last. */
  readonly start: number;
  readonly end: number;
  /** Indices of words that begin a block. */
  readonly breaks: readonly number[];
  /** Whether the article has more words before and after. */
  readonly isCut: { readonly before: boolean; readonly after: boolean };
}

/** What an editor said of words: a heading, or none. */
export type Verdict = 'accept' | 'reject';

/** A heading that an editor decides on, as the review page shows it. */
export interface ReviewItem extends HeadingWindow {
  /** Its number in the session. */
  readonly item: number;
  /** Name of its article in the file of decisions. */
  readonly name: string;
  /** Title and output path of its article. */
  readonly title: string;
  readonly page: string;
  readonly source: string;
  /** Empty where the article has no date. */
  readonly date: string;
  /** Language of the article, where it is stated or recognised. */
  readonly language: string | undefined;
  readonly shown: boolean;
  readonly confidence: number;
  readonly group: HeadingGroup;
  /** The decision on it; absent while it is open. */
  readonly verdict?: Verdict;
}

/** Progress of a review: decisions in the file, and with the headings that are still open. */
export interface ReviewProgress {
  readonly settled: number;
  readonly total: number;
}

/** A page of the queue. */
export interface QueuePage {
  readonly items: readonly ReviewItem[];
  /** The number after which the next page begins; undefined at the end. */
  readonly next: number | undefined;
  readonly progress: ReviewProgress;
}

/** An editor's decision on an item: a heading or not, from one word to another. */
export interface ItemDecision {
  readonly item: number;
  readonly isHeading: boolean;
  readonly start: number;
  readonly end: number;
  /** What the editor saw decided before; absent for nothing. */
  readonly seen?: Verdict | undefined;
}

/** The result of a decision, or of taking one back. */
export type SessionResult =
  /** `conflict`: the file has another decision than the editor saw, or the line is gone; nothing is written. */
  | {
      readonly state: 'saved' | 'conflict';
      readonly item: ReviewItem;
      readonly progress: ReviewProgress;
    }
  /** There is no such item, or nothing to take back. */
  | { readonly state: 'nothing' };
