import { findDecision } from '../article/find-decision.ts';
import { machineDate } from '../calendar/dates.ts';
import { headingGroup, type ListedArticle, type QueuedHeading } from '../catalogue/review-queue.ts';
import { decidedName, type HeadingDecision } from '../model/heading-decision.ts';
import type { ReviewItem, Verdict } from '../model/review.ts';
import type { Span } from '../model/structure.ts';
import { headingWindow } from './heading-window.ts';

/** Returns the item of a queued heading; undefined where its words are not found in its article. */
export function reviewItem(
  item: number,
  { article, notes }: ListedArticle,
  { seed, ordinal, position }: QueuedHeading,
): ReviewItem | undefined {
  const note = notes[position];
  const window = headingWindow(article, notes, position);
  if (note === undefined || window === undefined) return undefined;
  const { id, title, outputPath, metadata } = article;
  const { date, source = '', language = article.language } = metadata;
  return {
    ...window,
    ...{ item, title, page: outputPath, source, language },
    name: decidedName(seed, ordinal, metadata.id === id ? id : undefined),
    date: date === undefined ? '' : machineDate(date),
    ...{ shown: note.shown, confidence: note.confidence, group: headingGroup(note) },
  };
}

const joined = (words: readonly string[], start: number, end: number): string =>
  words.slice(Math.max(0, start), end).join(' ');

/** Words of a decision's context on each side. */
const contextWords = 6;

/** Returns an editor's decision on an item, from one word to another. */
export function decisionOn(
  { name, words, start, end }: ReviewItem,
  isHeading: boolean,
  from: number,
  to: number,
): HeadingDecision {
  const isMoved = from !== start || to !== end;
  return {
    article: name,
    heading: joined(words, from, to),
    isHeading,
    before: joined(words, from - contextWords, from),
    after: joined(words, to, to + contextWords),
    ...(isMoved ? { proposed: joined(words, start, end) } : {}),
  };
}

/** Returns the span of words in their text with a space between them. */
function spanOf(words: readonly string[], start: number, end: number): Span {
  const before = joined(words, 0, start);
  const from = before === '' ? 0 : before.length + 1;
  return { start: from, end: from + joined(words, start, end).length };
}

/** What the file says of an item. */
export interface ItemVerdict {
  /** The decision on its words; undefined while there is none. */
  readonly decision: HeadingDecision | undefined;
  readonly verdict: Verdict | undefined;
  /** Whether another heading was accepted that overlaps it. */
  readonly isOverlapped: boolean;
}

const bare = (text: string): string => text.replace(/\s+/g, '');

/**
 * Returns what the file says of an item.
 *
 * @param decisions those about its article
 */
export function verdictOn(
  { words, start, end }: ReviewItem,
  decisions: readonly HeadingDecision[],
): ItemVerdict {
  if (decisions.length === 0) {
    return { decision: undefined, verdict: undefined, isOverlapped: false };
  }
  const text = words.join(' ');
  const span = spanOf(words, start, end);
  const own = bare(joined(words, start, end));
  const near = decisions.filter((one) => {
    const found = findDecision(text, one, true);
    return found !== undefined && found.start < span.end && span.start < found.end;
  });
  const decision = near.findLast(({ heading, proposed = heading }) => bare(proposed) === own);
  const isOverlapped = near.some((one) => one.isHeading && one !== decision);
  const verdict = decision && (decision.isHeading ? 'accept' : 'reject');
  return { decision, verdict, isOverlapped };
}
